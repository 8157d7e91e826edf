"""A dossier's course as the national exchange tells it: its status, and its steps one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from reception.domain.custody import Custody, HolderKind
from reception.domain.delay import GROUND_WORDS
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import (
    Apologised,
    DossierEvent,
    Extended,
    Forwarded,
    SupplementReceived,
    SupplementRequested,
    Suspended,
)
from reception.domain.intake_events import Certified, Received
from reception.domain.moments import short_moment
from reception.domain.national_status import Line, Status, StatusTable

# Another office is named in a step; a person who has the dossier in hand is not.
_NAMED = {HolderKind.OFFICE, HolderKind.ABOVE}


@dataclass(frozen=True, slots=True)
class Happening:
    """An event under its id, by whose login it was written down, and the dossier after it."""

    id: str
    event: DossierEvent
    by: str
    dossier: Dossier


@dataclass(frozen=True, slots=True)
class Step:
    """One step of progress, made by the event of ``id``.

    ``office`` is empty where it is our own; ``due_at`` may be unknown.
    """

    id: str
    at: datetime
    by: str
    status: Status
    words: str
    office: str
    since_at: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Course:
    """A dossier with its steps so far.

    ``events`` counts what happened. ``asked_by`` and ``supplied_by`` are who asked for the
    supplement and who took it in, ``due_before`` the due moment until then.
    """

    dossier: Dossier
    status: Status = Status.REGISTERED
    steps: tuple[Step, ...] = ()
    events: int = 0
    asked_by: str = ""
    supplied_by: str = ""
    due_before: datetime | None = None


def course_of(happenings: Iterable[Happening], table: StatusTable) -> Course | None:
    """The course that happenings add up to, in their order; ``None`` before any.

    An event that left the dossier as it was is no step: it did not fit, and waits for the clerk.
    """
    course: Course | None = None
    for happening in happenings:
        before = course or Course(happening.dossier)
        counted = replace(before, events=before.events + 1)
        fits = course is None or happening.dossier != before.dossier
        course = _after(counted, happening, table) if fits else counted
    return course


def _after(before: Course, happening: Happening, table: StatusTable) -> Course:
    dossier, status, steps = happening.dossier, before.status, list(before.steps)
    for line in table.steps(happening.event, dossier.state):
        status = line.status or status
        steps.append(_step(happening, line, status))
    after = replace(before, dossier=dossier, status=status, steps=tuple(steps))
    match happening.event:
        case SupplementRequested():
            return replace(after, asked_by=happening.by, due_before=before.dossier.due_at)
        case SupplementReceived():
            return replace(after, supplied_by=happening.by)
        case _:
            return after


def _step(happening: Happening, line: Line, status: Status) -> Step:
    event, dossier = happening.event, happening.dossier
    at = event.received_at if isinstance(event, Received | Certified) else event.at
    last = dossier.custody[-1] if dossier.custody else None
    return Step(
        id=happening.id,
        at=at,
        by=happening.by,
        status=status,
        words=f"{line.words}{_particulars(event)}",
        office=last.holder.name if last and last.holder.kind in _NAMED else "",
        since_at=last.from_at if last else at,
        due_at=_due(dossier, last),
    )


def _due(dossier: Dossier, last: Custody | None) -> datetime | None:
    """By when it has to be done: the stage that is in hand, else the whole; not while it waits."""
    if dossier.state in {State.AWAITING_SUPPLEMENT, State.SUSPENDED}:
        return None
    return last.due_at if last and last.due_at else dossier.due_at


def _particulars(event: DossierEvent) -> str:
    """What a step says besides its name: never what somebody typed."""
    match event:
        case Forwarded(to=to) if to.kind in _NAMED:
            return f": đến {to.name}"
        case Suspended(ground=ground):
            return f": {GROUND_WORDS[ground]}"
        case Extended(working_days=days):
            return f": thêm {days} ngày làm việc"
        case Apologised(new_due_at=new_due_at):
            return f": {short_moment(new_due_at)}"
        case _:
            return ""
