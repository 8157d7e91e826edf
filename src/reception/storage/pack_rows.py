"""The server's packs as they stand at this desk: taken whole into the tables, or kept aside.

Only what the server's own device wrote counts; a desk that writes such an event writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import from_utc_text, in_office_zone, to_utc_text
from reception.domain.pack import (
    Pack,
    PackReleased,
    PackWithdrawn,
    entity_of,
    fault_of,
    news_of,
)
from reception.storage import reference
from reception.storage.database import Database
from reception.storage.journal import StoredEvent

TABLES = ("pack",)
Judge = Callable[[Pack], str]

_COLUMNS = (
    "pack", "number", "title", "valid_from", "procedures", "days", "wordings", "message", "source",
    "released_at", "state", "why",
)  # fmt: skip
_PUT = (
    f"INSERT OR REPLACE INTO pack ({', '.join(_COLUMNS)})"
    f" VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"
)
_UNREADABLE = "không đọc được bằng chương trình này"


class PackState(StrEnum):
    """How a pack stands at this desk; an applied one still waits for its day if that is ahead."""

    APPLIED = "applied"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack at this desk. ``why`` tells why it is broken, or why it was withdrawn.

    ``procedures``, ``days`` and ``wordings`` count what it holds.
    """

    pack: str
    number: int
    title: str
    valid_from: date
    procedures: int
    days: int
    wordings: int
    message: str
    source: str
    released_at: datetime
    state: PackState
    why: str


def server_devices(database: Database) -> frozenset[str]:
    """The devices that are a server's own."""
    return frozenset(
        device for (device,) in database.rows("SELECT device FROM device WHERE server = 1")
    )


def note_servers(database: Database) -> None:
    """Mark devices that sign with the key of the server above, inside the present transaction.

    The mark stays when the commune comes under another server.
    """
    database.run(
        "UPDATE device SET server = 1 WHERE server = 0 AND own = 0"
        " AND public_key IN (SELECT server_key FROM line)"
    )


def verdicts(database: Database) -> Judge:
    """What was found of each pack when it was taken in."""
    found = dict(database.rows("SELECT pack, why FROM main.pack WHERE state = 'broken'"))
    return lambda pack: found.get(pack.pack, "")


def take(
    database: Database,
    stored: StoredEvent,
    place: int,
    withdrawn: PackWithdrawn | None,
    judge: Judge,
) -> None:
    """Apply a pack, all of it or nothing, and write down how it stands.

    ``place`` counts the packs of the commune's log, from 1.
    """
    try:
        event = stored.event()
    except Trouble:
        event = None
    if not isinstance(event, PackReleased) or entity_of(event.pack.pack) != stored.entity:
        _put_unreadable(database, stored)
        return
    if withdrawn:
        _put(database, event, PackState.WITHDRAWN, withdrawn.reason)
        return
    why = fault_of(event.pack) or judge(event.pack) or _apply(database, event.pack, place)
    _put(database, event, PackState.BROKEN if why else PackState.APPLIED, why)


def _apply(database: Database, pack: Pack, place: int) -> str:
    """Bring the tables up to date; answers why that cannot be done, and then nothing was."""
    database.run("SAVEPOINT pack")
    try:
        for procedure in news_of(pack, place, reference.procedures(database)):
            reference.put_procedure(database, procedure)
        for day in pack.days:
            reference.put_day(database, day)
        for wording in pack.wordings:
            reference.put_wording(database, wording)
    except (RuleViolation, ValueError, OverflowError):
        database.run("ROLLBACK TO pack")
        return "có giá trị không ghi được vào sổ"
    finally:
        database.run("RELEASE pack")
    return ""


def _put(database: Database, released: PackReleased, state: PackState, why: str) -> None:
    pack = released.pack
    values = (
        pack.pack, released.number, pack.title, pack.valid_from.isoformat(), len(pack.procedures),
        len(pack.days), len(pack.wordings), pack.message, pack.source, to_utc_text(released.at),
        state.value, why,
    )  # fmt: skip
    database.run(_PUT, **dict(zip(_COLUMNS, values, strict=True)))


def _put_unreadable(database: Database, stored: StoredEvent) -> None:
    at = stored.envelope().at
    day = in_office_zone(from_utc_text(at)).date().isoformat()
    pack, state = stored.entity.partition(":")[2], PackState.BROKEN.value
    values = (pack, 0, "", day, 0, 0, 0, "", "", at, state, _UNREADABLE)
    database.run(_PUT, **dict(zip(_COLUMNS, values, strict=True)))


def clear(database: Database) -> None:
    """Forget all, before it is worked out anew."""
    database.run("DELETE FROM pack")


def count_broken(database: Database) -> int:
    """How many packs came of which nothing is used."""
    row = database.row("SELECT count(*) FROM pack WHERE state = 'broken'")
    return int(row[0]) if row else 0


def rows(database: Database) -> list[PackRow]:
    """Every pack that came, the latest first."""
    found = database.rows(
        f"SELECT {', '.join(_COLUMNS)} FROM pack ORDER BY released_at DESC, number DESC, pack"
    )
    return [_row(*row) for row in found]


def _row(
    pack: str,
    number: int,
    title: str,
    valid_from: str,
    procedures: int,
    days: int,
    wordings: int,
    message: str,
    source: str,
    released_at: str,
    state: str,
    why: str,
) -> PackRow:
    return PackRow(
        pack=pack,
        number=number,
        title=title,
        valid_from=date.fromisoformat(valid_from),
        procedures=procedures,
        days=days,
        wordings=wordings,
        message=message,
        source=source,
        released_at=from_utc_text(released_at),
        state=PackState(state),
        why=why,
    )
