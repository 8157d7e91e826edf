"""Who wrote which event when: read from the headers, for the few times that somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from reception.domain.feedback import id_in, is_feedback
from reception.domain.list_frame import Period
from reception.domain.moments import from_utc_text
from reception.storage.book_rows import bounds
from reception.storage.database import Database
from reception.storage.journal import StoredEvent

PRINTED = "dossier.paper-issued"
# No index is kept for this: it would be as large as the headers, for a question asked once a month.
_TEXT = "CAST(header AS TEXT)"
# Another desk's program may have written anything; what is no JSON says nothing.
AT, _BY = (
    f"CASE WHEN json_valid({_TEXT}) THEN {_TEXT} ->> '$.{name}' END" for name in ("at", "by")
)
_WANTED = (
    f"kind <> 'unreadable' AND {AT} >= :first AND {AT} < :after AND (:login = '' OR {_BY} = :login)"
)
_COLUMNS = "n, device, epoch, seq, entity, kind, header, body, hash, position"


def events(
    database: Database, period: Period, *, login: str = "", about: str = "", most: int
) -> list[StoredEvent]:
    """The events of a period, the latest first; perhaps of one person, about one entity."""
    only = " AND entity = :about" if about else ""
    values: dict[str, object] = {"about": about} if about else {}
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM event WHERE {_WANTED}{only} ORDER BY {AT} DESC, n DESC"
        " LIMIT :most",
        login=login,
        most=most,
        **values,
        **bounds(period),
    )
    return [StoredEvent(*row) for row in rows]


def acts(database: Database, period: Period) -> Iterator[tuple[str, datetime]]:
    """Who wrote down something when in a period, at any desk of the commune.

    Headers are written in one way, so those of other months need not be taken apart.
    """
    months = {f"month{n}": words for n, words in enumerate(_months(period))}
    near = " OR ".join(f"instr({_TEXT}, :{name}) > 0" for name in months)
    for login, at in database.rows(
        f"SELECT {_BY}, {AT} FROM event WHERE ({near}) AND {_WANTED} AND {_BY} <> ''",
        login="",
        **months,
        **bounds(period),
    ):
        yield login, from_utc_text(at)


def _months(period: Period) -> Iterator[str]:
    """How the moments of a period begin in a header; the UTC day may be the one before."""
    on = period.from_on - timedelta(days=1)
    while (on.year, on.month) <= (period.until_on.year, period.until_on.month):
        yield f'"at":"{on:%Y-%m}-'
        on = (on.replace(day=28) + timedelta(days=4)).replace(day=1)


def references(database: Database, ids: set[str]) -> dict[str, str]:
    """The codes of dossiers and of feedback by their entities, as far as they are listed."""
    found: dict[str, str] = {}
    for one in ids:
        row = (
            database.row("SELECT code FROM feedback WHERE feedback = :one", one=id_in(one))
            if is_feedback(one)
            else database.row("SELECT reference FROM dossier WHERE dossier = :one", one=one)
        )
        if row:
            found[one] = row[0]
    return found
