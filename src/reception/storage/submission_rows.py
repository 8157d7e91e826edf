"""Dossiers submitted online as they stand at this desk: a projection of their events.

Only the server's own device brings submissions; every desk may settle one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.domain import chain
from reception.domain.errors import Trouble
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.submission import (
    Attachment,
    Settlement,
    SubmissionArrived,
    SubmissionSettled,
    entity_of,
    names_content,
    standing,
)
from reception.storage import pack_rows
from reception.storage.database import Database
from reception.storage.journal import StoredEvent
from reception.storage.store import Store

TABLES = ("submission", "submission_outcome")
WAITING = "waiting"
_PREFIX = "submission."

_COLUMNS = "submission, state, submitted_at, arrived_at, body, dossier, settled_at"


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """A submission at this desk: ``waiting``, or what became of it, by which dossier and when."""

    submission: str
    state: str
    submitted_at: datetime
    arrived_at: datetime
    arrived: SubmissionArrived
    dossier_id: str
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Rival:
    """A dossier made of a submission that another desk had settled before.

    ``about`` is the hash of the event that came second, ``against`` that of the one that stands,
    with its dossier.
    """

    submission: str
    about: str
    against: str
    dossier_id: str


@dataclass(frozen=True, slots=True)
class Came:
    """A submission that came, and when it was first settled, if it was."""

    submission: str
    submitted_at: datetime
    settled_at: datetime | None

    def waits_at(self, moment: datetime) -> bool:
        """Whether it had come before a moment and was not answered before it."""
        settled = self.settled_at is not None and self.settled_at < moment
        return self.submitted_at < moment and not settled


def is_of_one(stored: StoredEvent) -> bool:
    """Whether an event is about a submission."""
    return stored.kind.startswith(_PREFIX)


def relist(database: Database, events: Sequence[StoredEvent], servers: frozenset[str]) -> list[str]:
    """List a submission by all of its events; answers the dossiers that came second."""
    submission = events[0].entity.partition(":")[2]
    for table in TABLES:
        database.run(f"DELETE FROM {table} WHERE submission = :of", of=submission)
    arrived, settlements = _told(events, servers)
    if arrived is None:
        return []
    first, others = standing(settlements)
    _put(database, *arrived, first)
    _put_outcomes(database, submission, settlements)
    return [one.said.dossier for one in others]


def came(events: Sequence[StoredEvent], servers: frozenset[str]) -> Came | None:
    """What all the events of one submission add up to; ``None`` if no server brought it."""
    arrived, settlements = _told(events, servers)
    if arrived is None:
        return None
    first, _others = standing(settlements)
    _stored, event = arrived
    return Came(event.submission, event.submitted_at, first.said.at if first else None)


def _told(
    events: Sequence[StoredEvent], servers: frozenset[str]
) -> tuple[tuple[StoredEvent, SubmissionArrived] | None, list[Settlement]]:
    submission = events[0].entity.partition(":")[2]
    arrived: tuple[StoredEvent, SubmissionArrived] | None = None
    settlements: list[Settlement] = []
    for stored in events:
        event = _read(stored)
        if isinstance(event, SubmissionArrived) and stored.device in servers and not arrived:
            arrived = (stored, event) if event.submission == submission else None
        elif isinstance(event, SubmissionSettled):
            settlements.append(Settlement(stored.hash, stored.envelope().by, event))
    return arrived, settlements


def _read(stored: StoredEvent) -> object:
    try:
        return stored.event()
    except Trouble:
        return None


def _put(
    database: Database, stored: StoredEvent, event: SubmissionArrived, first: Settlement | None
) -> None:
    database.run(
        f"INSERT INTO submission ({_COLUMNS}) VALUES"
        " (:submission, :state, :submitted_at, :arrived_at, :body, :dossier, :settled_at)",
        submission=event.submission,
        state=first.said.outcome.value if first else WAITING,
        submitted_at=to_utc_text(event.submitted_at),
        arrived_at=stored.envelope().at,
        body=stored.body,
        dossier=first.said.dossier if first else "",
        settled_at=to_utc_text(first.said.at) if first else None,
    )


def _put_outcomes(database: Database, submission: str, said: Iterable[Settlement]) -> None:
    for place, one in enumerate(said):
        database.run(
            "INSERT OR REPLACE INTO submission_outcome"
            " (dossier, submission, place, about) VALUES (:dossier, :submission, :place, :about)",
            dossier=one.said.dossier,
            submission=submission,
            place=place,
            about=one.hash.hex(),
        )


def clear(database: Database) -> None:
    """Forget all, before it is worked out anew."""
    for table in TABLES:
        database.run(f"DELETE FROM {table}")


def relist_all(
    database: Database, events: Iterable[StoredEvent], servers: frozenset[str]
) -> list[str]:
    """List every submission, of all events that are not about dossiers.

    Answers the dossiers that came second.
    """
    of_each: dict[str, list[StoredEvent]] = {}
    for stored in events:
        if is_of_one(stored):
            of_each.setdefault(stored.entity, []).append(stored)
    return [second for told in of_each.values() for second in relist(database, told, servers)]


def record(
    store: Store, submission: str, event: SubmissionSettled, *, at: datetime, by: str
) -> None:
    """Write down what became of a submission, inside the present transaction."""
    entity = entity_of(submission)
    store.journal.append(event, entity, base=store.journal.last_of(entity), at=at, by=by)
    relist_one(store, submission)


def relist_one(store: Store, submission: str) -> list[str]:
    """List one submission anew; answers the dossiers that came second."""
    events = store.journal.of_entity(entity_of(submission))
    return relist(store.database, events, pack_rows.server_devices(store.database))


def rival_of(database: Database, dossier_id: str) -> Rival | None:
    """Whether a dossier was made of a submission that had been settled before."""
    row = database.row(
        "SELECT mine.submission, mine.about, first.about, first.dossier"
        " FROM submission_outcome mine"
        " JOIN submission_outcome first ON first.submission = mine.submission AND first.place = 0"
        " WHERE mine.dossier = :dossier AND mine.place > 0",
        dossier=dossier_id,
    )
    return Rival(*row) if row else None


def waiting(database: Database) -> list[SubmissionRow]:
    """The submissions that nobody has settled, the earliest first."""
    found = database.rows(
        f"SELECT {_COLUMNS} FROM submission WHERE state = 'waiting'"
        " ORDER BY submitted_at, submission"
    )
    return [_row(*row) for row in found]


def settled(database: Database, most: int) -> list[SubmissionRow]:
    """The submissions that were settled last, the latest first."""
    found = database.rows(
        f"SELECT {_COLUMNS} FROM submission WHERE state <> 'waiting'"
        " ORDER BY settled_at DESC, submission LIMIT :most",
        most=most,
    )
    return [_row(*row) for row in found]


def starting_with(database: Database, beginning: str) -> list[SubmissionRow]:
    """The submissions whose id begins so, at most two."""
    found = database.rows(
        f"SELECT {_COLUMNS} FROM submission WHERE submission >= :from_id AND submission < :to_id"
        " ORDER BY submission LIMIT 2",
        from_id=beginning,
        to_id=beginning + "\N{DELETE}",
    )
    return [_row(*row) for row in found]


def attachments_waiting(database: Database) -> dict[str, int]:
    """The scans that came with submissions nobody has settled: hashes, and sizes in bytes."""
    return {
        file.sha256: file.size
        for (body,) in database.rows(
            "SELECT body FROM submission WHERE state = 'waiting' ORDER BY submitted_at, submission"
        )
        for file in _attachments(body)
    }


def attachments_settled(database: Database) -> set[str]:
    """The hashes of the scans that came with settled submissions."""
    found = database.rows("SELECT body FROM submission WHERE state <> 'waiting'")
    return {file.sha256 for (body,) in found for file in _attachments(body)}


def _attachments(body: bytes) -> Iterator[Attachment]:
    """What may lie on a disk under its name, whoever wrote it down."""
    arrived = chain.read(body, SubmissionArrived)
    return (file for file in arrived.attachments if names_content(file.sha256))


def count_waiting(database: Database) -> int:
    """How many submissions nobody has settled."""
    row = database.row("SELECT count(*) FROM submission WHERE state = 'waiting'")
    return int(row[0]) if row else 0


def _row(
    submission: str,
    state: str,
    submitted_at: str,
    arrived_at: str,
    body: bytes,
    dossier_id: str,
    settled_at: str | None,
) -> SubmissionRow:
    return SubmissionRow(
        submission=submission,
        state=state,
        submitted_at=from_utc_text(submitted_at),
        arrived_at=from_utc_text(arrived_at),
        arrived=chain.read(body, SubmissionArrived),
        dossier_id=dossier_id,
        settled_at=from_utc_text(settled_at) if settled_at else None,
    )
