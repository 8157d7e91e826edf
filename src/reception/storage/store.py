"""The store: what happened goes into the journal and into every list in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from reception.domain import clock_jump, publication
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import DossierEvent
from reception.domain.errors import RuleViolation
from reception.domain.events import ClockEvent, Event, ReferenceEvent, knows
from reception.domain.life import evolve
from reception.domain.merging import NONSENSE, Merged, Told, merge
from reception.domain.moments import from_utc_text
from reception.domain.pack import Pack
from reception.domain.publication import MonthPublished
from reception.storage import printed, projection, reference
from reception.storage.database import Database
from reception.storage.journal import Journal, StoredEvent

_KEPT = 64


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of a dossier's timeline. ``at`` is the device's clock in the office's zone."""

    at: datetime
    by: str
    kind: str
    event: Event | None
    device: str
    seq: int


def nothing_more(_pack: Pack) -> str:
    """No further fault."""
    return ""


def any_time(_at: datetime) -> None:
    """No moment is refused."""


class Store:
    """One unit of work that speaks the domain's words; each write stands in :meth:`writing`.

    ``judge`` says what is wrong with a pack that comes down, beyond what its own rules say;
    ``require_time`` refuses a moment that no paper may carry.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.journal = Journal(database)
        self.judge: Callable[[Pack], str] = nothing_more
        self.require_time: Callable[[datetime], None] = any_time
        self._seen: dict[str, tuple[bytes, Dossier | None]] = {}

    def writing(self) -> AbstractContextManager[None]:
        """A transaction: all that is recorded inside it is kept, or nothing is."""
        return self.database.writing()

    def next_number(self, scope: str) -> int:
        """The next number of a count, from 1; it is used up only if the transaction commits."""
        row = self.database.row(
            "INSERT INTO counter (scope, last) VALUES (:scope, 1)"
            " ON CONFLICT (scope) DO UPDATE SET last = last + 1 RETURNING last",
            scope=scope,
        )
        return int(row[0]) if row else 1

    def open_dossier(
        self, dossier_id: str, event: DossierEvent, *, at: datetime, by: str
    ) -> Dossier:
        """Record a dossier's first event and list it."""
        dossier = evolve(None, dossier_id, event)
        self.require_time(at)
        head = self.journal.append(event, dossier_id, base=b"", at=at, by=by)
        projection.insert(self.database, dossier, head)
        return dossier

    def record(self, dossier_id: str, event: DossierEvent, *, at: datetime, by: str) -> Dossier:
        """Record what happened to a dossier.

        Raises:
            RuleViolation: The event cannot follow the dossier's present state.
        """
        return self.act(dossier_id, lambda _dossier: event, at=at, by=by)

    def act(
        self,
        dossier_id: str,
        make: Callable[[Dossier | None], DossierEvent],
        *,
        at: datetime,
        by: str,
    ) -> Dossier:
        """Record the event that is made of a dossier as it stands, read once for both.

        Raises:
            RuleViolation: The event cannot follow the dossier's present state, or ``make`` says no.
        """
        base, before = self._as_it_stands(dossier_id)
        event = make(before)
        after = evolve(before, dossier_id, event)
        self.require_time(at)  # last: what is refused is dated by nobody
        head = self.journal.append(event, dossier_id, base=base, at=at, by=by)
        printed.put(self.database, dossier_id, event, at=at, by=by)
        projection.update(self.database, before, after, head)
        self._keep(dossier_id, head, after)
        return after

    def record_reference(self, event: ReferenceEvent, *, at: datetime, by: str) -> None:
        """Record a change of what the desk works by: office, catalogue, calendar or account."""
        entity = reference.entity_of(event)
        base = self.journal.last_of(entity)
        self.journal.append(event, entity, base=base, at=at, by=by)
        reference.apply(self.database, event)

    def record_clock(self, event: ClockEvent, *, at: datetime, by: str) -> None:
        """Keep what was noticed of this PC's clock, or said of it; it changes nothing else."""
        base = self.journal.last_of(clock_jump.ENTITY)
        self.journal.append(event, clock_jump.ENTITY, base=base, at=at, by=by)

    def record_publication(self, event: MonthPublished, *, at: datetime, by: str) -> None:
        """Keep that a month's results were made public; it changes nothing else."""
        self.require_time(at)
        base = self.journal.last_of(publication.ENTITY)
        self.journal.append(event, publication.ENTITY, base=base, at=at, by=by)

    def dossier(self, dossier_id: str) -> Dossier | None:
        """A dossier, folded from its events; ``None`` when there is none of this id."""
        return self._as_it_stands(dossier_id)[1]

    def _as_it_stands(self, dossier_id: str) -> tuple[bytes, Dossier | None]:
        """The hash of a dossier's last event, and the dossier; folded anew only if it changed.

        Most acts are done on a dossier that was looked at a moment ago. Its last event's hash tells
        whether anybody has gone on with it since, on this connection or another.
        """
        last = self.journal.last_of(dossier_id)
        seen = self._seen.get(dossier_id)
        if seen and seen[0] == last:
            return seen
        dossier = fold(dossier_id, self.journal.of_entity(dossier_id))
        self._keep(dossier_id, last, dossier)
        return last, dossier

    def _keep(self, dossier_id: str, last: bytes, dossier: Dossier | None) -> None:
        self._seen.pop(dossier_id, None)
        self._seen[dossier_id] = last, dossier
        if len(self._seen) > _KEPT:
            del self._seen[next(iter(self._seen))]

    def forget(self) -> None:
        """Read every dossier anew from now on: the log has put events before others."""
        self._seen.clear()

    def history(self, dossier_id: str) -> list[HistoryEntry]:
        """What happened to a dossier, oldest first."""
        return [_entry(stored) for stored in self.journal.of_entity(dossier_id)]


def fold(dossier_id: str, events: list[StoredEvent]) -> Dossier | None:
    """The state that stored events add up to; kinds this program does not know are passed over.

    Raises:
        Trouble: ``event-unreadable``.
    """
    return fold_all(dossier_id, events).dossier


def fold_all(dossier_id: str, events: list[StoredEvent]) -> Merged:
    """As :func:`fold`, with what two desks' acts left for a person to decide."""
    if len({(stored.device, stored.epoch) for stored in events}) > 1:
        return merge(dossier_id, [_told(stored) for stored in events])
    dossier: Dossier | None = None
    try:
        for stored in events:
            event = stored.event()
            if event is None and knows(stored.kind):
                return merge(dossier_id, [_told(stored) for stored in events])
            if isinstance(event, DossierEvent):
                dossier = evolve(dossier, dossier_id, event)
    except (RuleViolation, *NONSENSE):
        # Only another desk's program, wiser or faulty, writes what this one would not.
        return merge(dossier_id, [_told(stored) for stored in events])
    return Merged(dossier)


def _told(stored: StoredEvent) -> Told:
    event, header = stored.event(), stored.envelope()
    return Told(
        hash=stored.hash,
        actor=(stored.device, stored.epoch),
        base=bytes.fromhex(header.base),
        event=event if isinstance(event, DossierEvent) else None,
        readable=event is not None or not knows(stored.kind),
        id=header.id,
    )


def _entry(stored: StoredEvent) -> HistoryEntry:
    header = stored.envelope()
    return HistoryEntry(
        at=from_utc_text(header.at),
        by=header.by,
        kind=stored.kind,
        event=stored.event(),
        device=stored.device,
        seq=stored.seq,
    )
