"""Closed periods as events, and dossiers as they stood by the events that a closing knew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.domain import closed_periods
from reception.domain.closed_figures import is_told
from reception.domain.closed_periods import (
    ChainPlace,
    ClosingReviewed,
    PeriodClosed,
    PeriodEvent,
)
from reception.domain.dossier import Dossier
from reception.domain.errors import Trouble
from reception.domain.list_frame import Period
from reception.domain.moments import from_utc_text
from reception.storage import review_rows
from reception.storage.book_rows import histories
from reception.storage.database import Database
from reception.storage.foreign import hash_at
from reception.storage.integrity import Progress, no_progress
from reception.storage.journal import StoredEvent
from reception.storage.store import Store, fold


@dataclass(frozen=True, slots=True)
class Closing:
    """An event that closed a period, by its id, with who wrote it, at which device."""

    closed: PeriodClosed
    by: str
    device: str
    at: datetime
    event: str = ""


def record(store: Store, event: PeriodEvent, *, at: datetime, by: str) -> None:
    """Write a closing, or that one was reviewed, down, inside the present transaction."""
    base = store.journal.last_of(closed_periods.ENTITY)
    store.journal.append(event, closed_periods.ENTITY, base=base, at=at, by=by)


def closings(store: Store) -> list[Closing]:
    """Every closing, in the order of the commune's log."""
    return [
        Closing(event, header.by, stored.device, from_utc_text(header.at), header.id)
        for stored in store.journal.of_entity(closed_periods.ENTITY)
        if isinstance(event := _read(stored), PeriodClosed)
        for header in [stored.envelope()]
    ]


def seconds(store: Store) -> list[tuple[Closing, Closing]]:
    """The closings that do not hold, each with the one that was first in the commune's log.

    One that nobody can read here closes nothing, as long as one that can be read comes after it.
    """
    first: dict[tuple[str, Period], Closing] = {}
    found: list[tuple[Closing, Closing]] = []
    for one in closings(store):
        before = first.setdefault((one.closed.report, one.closed.period), one)
        if before is one:
            continue
        if is_told(before.closed.figures) or not is_told(one.closed.figures):
            found.append((one, before))
        else:
            first[one.closed.report, one.closed.period] = one
    return found


def unreviewed(store: Store) -> list[tuple[Closing, Closing]]:
    """Those of them that nobody has said to have seen."""
    found = seconds(store)
    if not found:
        return []
    told = map(_read, store.journal.of_entity(closed_periods.ENTITY))
    seen = {one.event for one in told if isinstance(one, ClosingReviewed)}
    return [(one, before) for one, before in found if one.event not in seen]


def count_to_decide(store: Store) -> int:
    """How many things wait for a person: of dossiers and imports, and periods closed twice."""
    return review_rows.count(store.database) + len(unreviewed(store))


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


def knew(database: Database, known: Sequence[ChainPlace], dossiers: Sequence[str]) -> bool:
    """Whether the events up to these places tell of all these dossiers."""
    ends = _ends(known)
    told = [_up_to(events, ends) for _dossier, events in histories(database, dossiers)]
    return len(told) == len(dossiers) and all(told)


def as_known(
    database: Database, known: Sequence[ChainPlace], progress: Progress = no_progress
) -> Iterator[tuple[Dossier, list[StoredEvent]]]:
    """Every dossier as the events up to these places add up, with them, in the order of the log."""
    ends = _ends(known)
    ids = [row[0] for row in database.rows("SELECT dossier FROM dossier ORDER BY n")]
    for done, (dossier_id, events) in enumerate(histories(database, ids)):
        progress(done, len(ids))
        then = _up_to(events, ends)
        dossier = fold(dossier_id, then) if then else None
        if dossier:
            yield dossier, then


def others_as_known(
    database: Database, prefix: str, known: Sequence[ChainPlace]
) -> Iterator[tuple[str, list[StoredEvent]]]:
    """Each other entity whose name begins so, with its events up to these places, in order."""
    ends = _ends(known)
    rows = database.rows(
        "SELECT DISTINCT entity FROM event WHERE entity >= :prefix AND entity < :after"
        " ORDER BY entity",
        prefix=prefix,
        after=prefix + "\N{DELETE}",
    )
    for entity, events in histories(database, (row[0] for row in rows)):
        then = _up_to(events, ends)
        if then:
            yield entity, then


def _ends(known: Sequence[ChainPlace]) -> dict[tuple[str, int], int]:
    return {(one.device, one.epoch): one.seq for one in known}


def _up_to(events: list[StoredEvent], ends: dict[tuple[str, int], int]) -> list[StoredEvent]:
    return [each for each in events if each.seq <= ends.get((each.device, each.epoch), 0)]


def _read(stored: StoredEvent) -> object:
    try:
        return stored.event()
    except Trouble:
        return None  # the chain's check names it if it was altered here
