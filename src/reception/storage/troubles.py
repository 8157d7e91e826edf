"""What SQLite and the disk report, as a sentence that says what to do."""

from __future__ import annotations

import errno
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

import sqlcipher3.dbapi2 as sqlite

from reception.domain.errors import Trouble, disk_words


class _Troubles:
    """A plain object: as a generator it would cost more than many of the queries inside it."""

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if isinstance(error, sqlite.DatabaseError):
            raise _trouble(error) from error
        if isinstance(error, UnicodeDecodeError):
            # In a damaged file neither a text nor what SQLite says of it need be one.
            raise not_a_register() from error
        if isinstance(error, OSError):
            raise Trouble(
                "disk",
                f"Không ghi hoặc đọc được {error.filename or 'đĩa'} ({disk_words(error)});"
                " hãy kiểm tra ổ đĩa, quyền của thư mục rồi làm lại.",
            ) from error


_TROUBLES = _Troubles()


def troubles() -> AbstractContextManager[None]:
    """Within it, a failure of SQLite or the disk is raised as a :class:`Trouble`."""
    return _TROUBLES


def _trouble(error: Exception) -> Trouble:
    said = str(error)
    if "readonly" in said or "read-only" in said:
        return read_only()
    if "full" in said or "disk I/O" in said:
        return Trouble(
            "disk-full",
            "Ổ đĩa đầy hoặc hỏng nên chưa ghi được;"
            " hãy dọn bớt ổ đĩa rồi làm lại. Những gì đã lưu trước đó vẫn còn.",
        )
    if "locked" in said or "busy" in said:
        return Trouble(
            "busy",
            "Sổ hồ sơ đang bận vì chương trình khác đang dùng;"
            " hãy đóng chương trình ấy hoặc chờ một lát rồi làm lại.",
        )
    if "unable to open" in said:
        return Trouble(
            "cannot-open",
            "Không mở được sổ hồ sơ; hãy kiểm tra quyền của thư mục dữ liệu rồi làm lại.",
        )
    if "not a database" in said or "malformed" in said:
        return not_a_register()
    # SQLite's own words are English and for us: the exception that is raised carries them.
    return Trouble(
        "database",
        "Sổ hồ sơ báo lỗi lạ; hãy chạy “reception verify” để kiểm tra rồi báo cho quản trị.",
    )


def read_only(path: Path | None = None) -> Trouble:
    """Nothing can be written; of the register at ``path`` it is told if its disk forbids it."""
    if path and _disk_forbids(path):
        return Trouble(
            "read-only",
            f"Ổ đĩa chứa {path.parent} chỉ đọc được nên không ghi được; hãy chép thư mục dữ liệu"
            " sang ổ đĩa khác, hoặc nhờ người phụ trách máy. Chưa có gì bị thay đổi.",
        )
    return Trouble(
        "read-only",
        "Sổ hồ sơ chỉ đọc được, không ghi được;"
        " hãy kiểm tra quyền của thư mục dữ liệu rồi làm lại. Chưa có gì bị thay đổi.",
    )


def _disk_forbids(path: Path) -> bool:
    try:
        path.open("r+b").close()
    except OSError as error:
        return error.errno == errno.EROFS
    return False


def not_a_copy() -> Trouble:
    """What is to be restored is no copy of a register."""
    return Trouble(
        "not-a-register",
        "Tệp này không phải là bản sao của sổ hồ sơ hoặc đã hỏng;"
        " hãy chọn tệp mà lần sao lưu trước đã ghi ra.",
    )


def not_a_register() -> Trouble:
    """What is there is not a register, or no longer one."""
    return Trouble(
        "not-a-register",
        "Tệp này không phải là sổ hồ sơ của chương trình hoặc đã hỏng;"
        " hãy chọn đúng thư mục dữ liệu, cứu sổ bằng “reception salvage”, hoặc phục hồi từ bản sao"
        " bằng “reception restore”.",
    )
