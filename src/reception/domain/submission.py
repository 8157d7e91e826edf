"""A dossier submitted online: what the server above brings, and what became of it at the desk.

The office must accept it or answer within so many working hours of the submission; the rule
``online-answer`` says how many.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from reception.domain.applicant import Party
from reception.domain.calendar import WorkingCalendar
from reception.domain.deadlines import compute
from reception.domain.intake import Channel, ReturnBy, SubmittedPaper
from reception.domain.time_limit import TimeLimit, Unit

ANSWER_RULE = "online-answer"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a submission, named by the hash of its content; ``size`` in bytes."""

    sha256: str
    name: str
    media: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class SubmissionArrived:
    """Somebody submitted a dossier online; ``portal_code`` is what the portal calls it."""

    submission: str
    submitted_at: datetime
    procedure: str
    owner: Party
    papers: tuple[SubmittedPaper, ...] | None = None
    submitter: Party | None = None
    authorisation: str = ""
    request: str = ""
    channel: Channel = Channel.ONLINE_FULL
    non_territorial: bool = False
    competent_authority: str = ""
    sets: int = 1
    fee_vnd: int | None = None
    return_by: ReturnBy = ReturnBy.ONLINE
    return_to: str = ""
    notes: str = ""
    portal_code: str = ""
    attachments: tuple[Attachment, ...] = ()


class Outcome(StrEnum):
    """What became of a submission; each has a dossier, by which the applicant is told."""

    ACCEPTED = "accepted"
    GUIDED = "guided"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class SubmissionSettled:
    """A desk accepted a submission or answered it; ``answer_by`` is until when it had to."""

    at: datetime
    outcome: Outcome
    dossier: str
    answer_by: datetime
    reason: str = ""


SubmissionEvent = SubmissionArrived | SubmissionSettled
_ENTITY = "submission:"


def entity_of(submission: str) -> str:
    """The entity that a submission's events belong to in the journal."""
    return f"{_ENTITY}{submission}"


@dataclass(frozen=True, slots=True)
class Settlement:
    """One desk's word on a submission: which event said it, by whom."""

    hash: bytes
    by: str
    said: SubmissionSettled


def standing(settlements: Iterable[Settlement]) -> tuple[Settlement | None, tuple[Settlement, ...]]:
    """The settlement that stands, and those of desks that did not know of it.

    The earliest in the commune's log stands: nobody's clock decides.
    """
    first, *others = (*settlements, None)
    return first, tuple(one for one in others if one is not None)


def answer_by(calendar: WorkingCalendar, submitted_at: datetime) -> datetime:
    """Until when a submission must be accepted or answered, by the office's own hours."""
    hours = calendar.rules.working_hours(ANSWER_RULE, submitted_at.date())
    limit = TimeLimit(Decimal(hours), Unit.WORKING_HOUR)
    return compute(calendar, limit, submitted_at, channel=Channel.ONLINE_FULL).due_at
