"""Closed periods as events, and dossiers as they stood by the events that a closing knew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.domain import closed_periods
from reception.domain.closed_periods import ChainPlace, PeriodClosed
from reception.domain.dossier import Dossier
from reception.domain.errors import Trouble
from reception.domain.moments import from_utc_text
from reception.storage.book_rows import histories
from reception.storage.database import Database
from reception.storage.foreign import hash_at
from reception.storage.integrity import Progress, no_progress
from reception.storage.journal import StoredEvent
from reception.storage.store import Store, fold


@dataclass(frozen=True, slots=True)
class Closing:
    """An event that closed a period, with who wrote it, at which device."""

    closed: PeriodClosed
    by: str
    device: str
    at: datetime


def record(store: Store, closed: PeriodClosed, *, at: datetime, by: str) -> None:
    """Write a closing down, inside the present transaction."""
    base = store.journal.last_of(closed_periods.ENTITY)
    store.journal.append(closed, closed_periods.ENTITY, base=base, at=at, by=by)


def closings(store: Store) -> list[Closing]:
    """Every closing, in the order of the commune's log."""
    found = (_read(stored) for stored in store.journal.of_entity(closed_periods.ENTITY))
    return [one for one in found if one]


def places(database: Database) -> tuple[ChainPlace, ...]:
    """How far each device's chain is held now."""
    rows = database.rows(
        "SELECT device, epoch, max(seq) FROM event GROUP BY device, epoch ORDER BY device, epoch"
    )
    return tuple(ChainPlace(*row) for row in rows)


def position(database: Database) -> int:
    """The last place of the commune's log that this desk knows."""
    row = database.row("SELECT max(position) FROM event WHERE position IS NOT NULL")
    return int(row[0] or 0) if row else 0


def holds(database: Database, known: Sequence[ChainPlace]) -> bool:
    """Whether all that a closing was counted from is held here."""
    return all(hash_at(database, one.device, one.epoch, one.seq) for one in known)


def as_known(
    database: Database, known: Sequence[ChainPlace], progress: Progress = no_progress
) -> Iterator[Dossier]:
    """Every dossier as the events up to these places add up, in the order of the log."""
    ends = {(one.device, one.epoch): one.seq for one in known}
    ids = [row[0] for row in database.rows("SELECT dossier FROM dossier ORDER BY n")]
    for done, (dossier_id, events) in enumerate(histories(database, ids)):
        progress(done, len(ids))
        then = [each for each in events if each.seq <= ends.get((each.device, each.epoch), 0)]
        dossier = fold(dossier_id, then) if then else None
        if dossier:
            yield dossier


def _read(stored: StoredEvent) -> Closing | None:
    try:
        event, header = stored.event(), stored.envelope()
    except Trouble:
        return None  # the chain's check names it if it was altered here
    if not isinstance(event, PeriodClosed):
        return None
    return Closing(event, header.by, stored.device, from_utc_text(header.at))
