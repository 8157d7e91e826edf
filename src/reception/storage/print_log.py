"""Reading the print log: the papers of a period, found by moment, clerk and form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception.domain.list_frame import Period
from reception.domain.moments import from_utc_text, to_utc_text
from reception.storage.book_rows import bounds
from reception.storage.database import Database, Row

# All four are in one index, so that of many lines only those that are shown are read.
_WANTED = (
    "printed_at >= :first AND printed_at < :after"
    " AND (:login = '' OR login = :login) AND (:form = '' OR form = :form)"
)
# Joined in this order: the few lines first, then each one's dossier.
_LINES = (
    "SELECT printed.n, printed_at, login, form, times, dossier.dossier, reference, owner"
    " FROM printed CROSS JOIN dossier ON dossier.dossier = printed.dossier"
)
_PAGE = (
    f"{_LINES} WHERE {_WANTED} AND (printed_at, printed.n) < (:before_at, :before_n)"
    " ORDER BY printed_at DESC, printed.n DESC LIMIT :most"
)
_AFTER_ALL = "9999"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One printing; ``n`` is the place of its event in the journal, ``login`` who printed."""

    n: int
    at: datetime
    login: str
    form: str
    times: int
    dossier_id: str
    reference: str
    owner: str


def count(database: Database, period: Period, *, login: str = "", form: str = "") -> int:
    """How many papers went out in a period; perhaps of one clerk, of one form."""
    row = database.row(
        f"SELECT count(*) FROM printed WHERE {_WANTED}", login=login, form=form, **bounds(period)
    )
    return int(row[0]) if row else 0


def page(
    database: Database,
    period: Period,
    *,
    login: str = "",
    form: str = "",
    before: tuple[datetime, int] | None = None,
    most: int,
) -> list[LogLine]:
    """The last printings of a period, the newest first; those older than one if it is named."""
    at, n = (to_utc_text(before[0]), before[1]) if before else (_AFTER_ALL, 0)
    rows = database.rows(
        _PAGE, login=login, form=form, before_at=at, before_n=n, most=most, **bounds(period)
    )
    return [_line(row) for row in rows]


def together(database: Database, at: datetime, login: str, form: str) -> list[LogLine]:
    """What one clerk printed of a form at one moment, as a receipt for several dossiers is."""
    rows = database.rows(
        f"{_LINES} WHERE printed_at = :at AND login = :login AND form = :form ORDER BY printed.n",
        at=to_utc_text(at),
        login=login,
        form=form,
    )
    return [_line(row) for row in rows]


def _line(row: Row) -> LogLine:
    n, at, *rest = row
    return LogLine(n, from_utc_text(at), *rest)
