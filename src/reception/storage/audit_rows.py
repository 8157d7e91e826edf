"""Who wrote which event when: read from the headers, for the few times that somebody asks."""

from __future__ import annotations

from reception.domain.list_frame import Period
from reception.storage.book_rows import bounds
from reception.storage.database import Database
from reception.storage.journal import StoredEvent

PRINTED = "dossier.paper-issued"
# No index is kept for this: it would be as large as the headers, for a question asked once a month.
_TEXT = "CAST(header AS TEXT)"
# Another desk's program may have written anything; what is no JSON says nothing.
AT, BY = (f"CASE WHEN json_valid({_TEXT}) THEN {_TEXT} ->> '$.{name}' END" for name in ("at", "by"))
_WANTED = (
    f"kind <> 'unreadable' AND {AT} >= :first AND {AT} < :after AND (:login = '' OR {BY} = :login)"
)
_COLUMNS = "n, device, epoch, seq, entity, kind, header, body, hash, position"


def events(
    database: Database, period: Period, *, login: str = "", dossier: str = "", most: int
) -> list[StoredEvent]:
    """The events of a period, the latest first; perhaps of one person, about one dossier."""
    about = " AND entity = :dossier" if dossier else ""
    values: dict[str, object] = {"dossier": dossier} if dossier else {}
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM event WHERE {_WANTED}{about} ORDER BY {AT} DESC, n DESC"
        " LIMIT :most",
        login=login,
        most=most,
        **values,
        **bounds(period),
    )
    return [StoredEvent(*row) for row in rows]


def references(database: Database, ids: set[str]) -> dict[str, str]:
    """The codes of dossiers by their ids, as far as they are listed."""
    found: dict[str, str] = {}
    for one in ids:
        row = database.row("SELECT reference FROM dossier WHERE dossier = :one", one=one)
        if row:
            found[one] = row[0]
    return found
