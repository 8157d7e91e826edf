"""What a copy of a register holds, and what another register has that it lacks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from reception.domain.moments import from_utc_text
from reception.storage import line_rows
from reception.storage.database import Database


@dataclass(frozen=True, slots=True)
class Contents:
    """A register in figures; ``last_code`` is the code received last, with its moment."""

    device: str
    events: int
    dossiers: int
    last_code: str
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Newer:
    """What a register has that a copy lacks.

    ``dossiers`` are codes with the number of their events that it lacks, those it does not know at
    all in ``unknown``. Of all ``events`` it lacks, ``at_server`` are confirmed by the server above.
    """

    events: int
    at_server: int
    unknown: tuple[str, ...]
    went_on: tuple[str, ...]

    @property
    def only_here(self) -> int:
        """How many events are nowhere else."""
        return self.events - self.at_server


def contents(database: Database) -> Contents:
    """A register in figures."""
    device = database.row("SELECT device FROM device WHERE own = 1")
    events = database.row("SELECT count(*) FROM event")
    dossiers = database.row("SELECT count(*) FROM dossier")
    last = database.row("SELECT reference, opened_at FROM dossier ORDER BY n DESC LIMIT 1")
    return Contents(
        device=device[0] if device else "",
        events=events[0] if events else 0,
        dossiers=dossiers[0] if dossiers else 0,
        last_code=last[0] if last else "",
        last_at=from_utc_text(last[1]) if last else None,
    )


def newer_than(present: Database, copy: Database) -> Newer:
    """What the present register has that the copy lacks, event by event."""
    known = {event_hash for (event_hash,) in copy.rows("SELECT hash FROM event")}
    confirmed = _confirmed(present)
    missing: Counter[str] = Counter()
    at_server = 0
    for entity, device, epoch, seq, position, event_hash in present.rows(
        "SELECT entity, device, epoch, seq, position, hash FROM event ORDER BY n"
    ):
        if event_hash not in known:
            missing[entity] += 1
            at_server += position is not None or seq <= confirmed.get((device, epoch), 0)
    listed = dict(present.rows("SELECT dossier, reference FROM dossier"))
    there = {dossier for (dossier,) in copy.rows("SELECT dossier FROM dossier")}
    dossiers = [(listed[entity], entity in there) for entity in missing if entity in listed]
    return Newer(
        events=missing.total(),
        at_server=at_server,
        unknown=tuple(code for code, known_there in dossiers if not known_there),
        went_on=tuple(code for code, known_there in dossiers if known_there),
    )


def _confirmed(database: Database) -> dict[tuple[str, int], int]:
    """Up to which place of each own chain the server has signed that it has it."""
    return {
        (device, epoch): acked
        for device, epoch, acked in database.rows("SELECT device, epoch, acked FROM receipt")
    }


def has_server(database: Database) -> bool:
    """Whether a register of this program's schema is enrolled at a server above."""
    return line_rows.line(database) is not None
