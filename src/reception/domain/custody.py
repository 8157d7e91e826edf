"""In whose hands a dossier lies, since when, and by when they should be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from reception.domain.calendar import WorkingCalendar
from reception.domain.office_time import work_spans


class HolderKind(StrEnum):
    """Who can have a dossier in hand."""

    DESK = "desk"
    SPECIALIST = "specialist"
    OFFICE = "office"
    ABOVE = "above"
    APPLICANT = "applicant"


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone with the dossier in hand; ``name`` is what papers and lists call them.

    ``login`` names a specialist's account, if they have one here.
    """

    kind: HolderKind
    name: str
    login: str = ""

    @property
    def within(self) -> str:
        """The name within a sentence: an applicant is no proper name."""
        if self.kind is not HolderKind.APPLICANT:
            return self.name
        return self.name[:1].lower() + self.name[1:]


DESK = Holder(HolderKind.DESK, "Bộ phận Một cửa")
APPLICANT = Holder(HolderKind.APPLICANT, "Người nộp hồ sơ")


@dataclass(frozen=True, slots=True)
class Custody:
    """One holder's time with a dossier. Moments are aware and in the office's zone.

    ``stage`` is the place, from 0, of the linked procedure's stage they work on, and ``due_at``
    when it has to be done. ``taken_at`` is when they confirmed to have it; ``until_at`` is open
    while they have it still.
    """

    holder: Holder
    from_at: datetime
    stage: int | None = None
    due_at: datetime | None = None
    taken_at: datetime | None = None
    until_at: datetime | None = None
    note: str = ""

    def is_late(self, now: datetime) -> bool:
        """Whether their stage ran over in their hands: what came late already is not theirs."""
        if self.due_at is None or self.from_at > self.due_at:
            return False
        return (self.until_at or now) > self.due_at


def passed_on(custody: Sequence[Custody], to: Custody) -> tuple[Custody, ...]:
    """The custody after the dossier went to another holder."""
    return (*closed(custody, to.from_at), to)


def closed(custody: Sequence[Custody], at: datetime) -> tuple[Custody, ...]:
    """The custody with the last holder's time ended, if it was still running."""
    if not custody or custody[-1].until_at is not None:
        return tuple(custody)
    # Desks that have not heard of each other have each their own clock: no time is below zero.
    ended = replace(custody[-1], until_at=max(at, custody[-1].from_at))
    return (*custody[:-1], ended)


def worked(calendar: WorkingCalendar, from_at: datetime, until_at: datetime) -> timedelta:
    """The office hours between two moments."""
    total = timedelta()
    for opens, closes in work_spans(calendar, from_at):
        if opens >= until_at:
            break
        total += min(closes, until_at) - opens
    return total


def time_by_holder(
    calendar: WorkingCalendar, custody: Iterable[Custody], now: datetime
) -> dict[Holder, timedelta]:
    """How long each holder had the dossier in office hours, in the order they first had it."""
    times: dict[Holder, timedelta] = {}
    for part in custody:
        spent = worked(calendar, part.from_at, part.until_at or now)
        times[part.holder] = times.get(part.holder, timedelta()) + spent
    return times


def late_holders(custody: Iterable[Custody], now: datetime) -> tuple[Holder, ...]:
    """Whose hands a stage ran over in, each once, in order: whoever had it when it was due."""
    parts = tuple(custody)
    missed = (p.due_at for p in parts if p.due_at and (p.until_at or now) > p.due_at)
    late = (_holder_at(parts, due_at) for due_at in missed)
    return tuple(dict.fromkeys(holder for holder in late if holder))


def _holder_at(custody: Sequence[Custody], moment: datetime) -> Holder | None:
    held = (part.holder for part in reversed(custody) if part.from_at <= moment)
    return next(held, None)
