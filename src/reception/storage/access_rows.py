"""The record of access: this desk's own, in a chain of its own, appended to and never changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reception.domain.access import AccessLine, Look, Purpose, access_genesis
from reception.domain.list_frame import Period
from reception.domain.moments import from_utc_text, to_utc_text
from reception.storage.book_rows import bounds
from reception.storage.database import Database, Row

_COLUMNS = "n, at, login, look, subject, purpose"
_END = "SELECT n, hash FROM access ORDER BY n DESC LIMIT 1"
_WANTED = (
    "at >= :first AND at < :after AND (:login = '' OR login = :login)"
    " AND (:subject = '' OR subject = :subject)"
)


def append(
    database: Database,
    look: Look,
    subject: str,
    *,
    at: datetime,
    by: str,
    purpose: Purpose | None = None,
) -> None:
    """Write one line after the last, inside the present transaction."""
    n, previous = head(database)
    line = AccessLine(n + 1, at, by, look, subject, purpose)
    database.run(
        "INSERT INTO access (n, at, login, look, subject, purpose, hash)"
        " VALUES (:n, :at, :login, :look, :subject, :purpose, :hash)",
        n=line.n,
        at=to_utc_text(at),
        login=by,
        look=look.value,
        subject=subject,
        purpose=purpose.value if purpose else "",
        hash=line.hash_after(previous),
    )


def head(database: Database) -> tuple[int, bytes]:
    """The number and hash of the last line; 0 and the genesis before any."""
    row = database.row(_END)
    if row:
        return int(row[0]), row[1]
    own = database.row("SELECT device FROM device WHERE own = 1")
    return 0, access_genesis(own[0] if own else "")


def lines(
    database: Database, period: Period, *, login: str = "", subject: str = "", most: int = -1
) -> list[AccessLine]:
    """The lines of a period, the newest first; perhaps of one person, about one dossier."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM access WHERE {_WANTED} ORDER BY at DESC, n DESC LIMIT :most",
        login=login,
        subject=subject,
        most=most,
        **bounds(period),
    )
    return list(filter(None, map(_readable, rows)))


def broken(database: Database) -> Iterator[int]:
    """The numbers of the lines that do not follow from the one before."""
    own = database.row("SELECT device FROM device WHERE own = 1")
    expected, previous = 1, access_genesis(own[0] if own else "")
    for *told, held in database.rows(f"SELECT {_COLUMNS}, hash FROM access ORDER BY n"):
        if told[0] != expected or not _follows(tuple(told), previous, held):
            yield int(told[0])
        expected, previous = int(told[0]) + 1, held


def _follows(told: Row, previous: bytes, held: bytes) -> bool:
    try:
        return _line(told).hash_after(previous) == held
    except (TypeError, ValueError):
        return False  # altered into what no line can say


def _readable(row: Row) -> AccessLine | None:
    try:
        return _line(row)
    except (TypeError, ValueError):
        return None  # the check of the register names it


def _line(row: Row) -> AccessLine:
    n, at, login, look, subject, purpose = row
    return AccessLine(
        n, from_utc_text(at), login, Look(look), subject, Purpose(purpose) if purpose else None
    )
