"""What PostgreSQL, SQLite and the line between report, as a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from reception.domain.errors import Trouble

_SENTENCES = {
    "database-away": "Máy chủ không nối được với cơ sở dữ liệu;"
    " hãy kiểm tra địa chỉ và xem PostgreSQL có đang chạy không rồi làm lại.",
    "disk-full": "Ổ đĩa của máy chủ đầy hoặc hỏng nên chưa ghi được;"
    " hãy dọn bớt ổ đĩa rồi làm lại. Những gì đã nhận vẫn còn.",
    "busy": "Máy chủ đang bận ghi việc khác; hãy chờ một lát rồi làm lại.",
    "read-only": "Cơ sở dữ liệu của máy chủ chỉ đọc được, không ghi được;"
    " hãy kiểm tra ổ đĩa và quyền của thư mục rồi làm lại.",
    "cannot-open": "Không mở được cơ sở dữ liệu của máy chủ;"
    " hãy kiểm tra đường dẫn và quyền rồi làm lại.",
    "not-a-ledger": "Tệp này không phải là sổ của máy chủ hoặc đã hỏng;"
    " hãy chọn đúng tệp, hoặc phục hồi từ bản sao.",
    "newer-schema": "Sổ của máy chủ do phiên bản mới hơn của chương trình lập;"
    " hãy cập nhật chương trình rồi mở lại, dữ liệu vẫn nguyên vẹn.",
}
_SQLITE_WORDS = {
    "readonly database": "read-only",
    "disk is full": "disk-full",
    "disk I/O error": "disk-full",
    "is locked": "busy",
    "unable to open": "cannot-open",
    "not a database": "not-a-ledger",
    "malformed": "not-a-ledger",
}
# How the SQLSTATEs begin that mean machine or line; the first that fits.
_POSTGRES_STATES = {
    "25006": "read-only",
    "25P03": "database-away",
    "40001": "busy",
    "40P01": "busy",
    "55P03": "busy",
    "57014": "busy",
    "57P": "database-away",
    "53100": "disk-full",
    "53": "busy",
    "58030": "disk-full",
    "08": "database-away",
}


@contextmanager
def troubles() -> Generator[None]:
    """Within it, a database that is away, full or busy is raised as a :class:`Trouble`.

    What a program did wrong, such as a key that is there already, goes on as it is.
    """
    try:
        yield
    except NoConnectionFree as error:
        raise trouble("busy") from error
    except Exception as error:
        # COPY raises the driver's own, all else what SQLAlchemy made of it.
        code = _code_of(error.orig if isinstance(error, DBAPIError) else error)
        if code:
            raise trouble(code) from error
        raise


def trouble(code: str) -> Trouble:
    """The trouble of that code, with its sentence."""
    return Trouble(code, _SENTENCES[code])


def _code_of(error: BaseException | None) -> str | None:
    if isinstance(error, sqlite.DatabaseError):
        said = str(error)
        return next((code for words, code in _SQLITE_WORDS.items() if words in said), None)
    if not type(error).__module__.startswith("psycopg"):
        return None
    state: str | None = getattr(error, "sqlstate", None)
    if state is None:
        # The driver's own: the line broke, nobody listened, or they let us not in.
        return "database-away" if type(error).__name__ == "OperationalError" else None
    return next((code for start, code in _POSTGRES_STATES.items() if state.startswith(start)), None)
