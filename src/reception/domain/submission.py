"""A dossier submitted online: what the server above brings, and what became of it at the desk.

The office must accept it or answer within so many working hours of the submission; the rule
``online-answer`` says how many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from reception.domain.applicant import Party
from reception.domain.calendar import WorkingCalendar
from reception.domain.deadlines import compute
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, ReturnBy, SubmittedPaper
from reception.domain.scan import MOST_BYTES, Media, media_of_name
from reception.domain.text import checked_text
from reception.domain.time_limit import TimeLimit, Unit

ANSWER_RULE = "online-answer"
MOST_ATTACHMENTS = 50
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A scan that came with a submission, named by the hash of its content; ``size`` in bytes.

    ``media`` is its internet name, one of :class:`~reception.domain.scan.Media`. What a submission
    may bring is checked where it is brought, by :func:`checked_attachments`; one that lies in the
    log is read as it is.
    """

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


def checked_attachments(given: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """The scans that a submission may bring, ``media`` told by the name where it is not said.

    Raises:
        RuleViolation: ``attachments``, naming the file that will not do and why.
    """
    found = tuple(_checked(one) for one in given)
    if len(found) > MOST_ATTACHMENTS:
        raise _unfit(f"có {len(found)} tệp đính kèm, quá {MOST_ATTACHMENTS} tệp cho phép")
    if len({one.sha256 for one in found}) < len(found):
        raise _unfit("có hai tệp đính kèm cùng nội dung; hãy chỉ gửi một tệp")
    return found


def names_content(sha256: str) -> bool:
    """Whether a text is a SHA-256 in hex, and nothing that leads elsewhere on a disk."""
    return _SHA256.fullmatch(sha256) is not None


def _checked(one: Attachment) -> Attachment:
    name = checked_text(one.name.replace("\\", "/").rpartition("/")[2], "attachments")
    if not name:
        raise _unfit("có tệp đính kèm không có tên")
    shown = f"tệp “{name[:40]}”"
    if not names_content(one.sha256):
        raise _unfit(f"{shown} có mã SHA-256 không đúng")
    if not 0 < one.size <= MOST_BYTES:
        raise _unfit(f"{shown} phải có dung lượng (byte), không quá {MOST_BYTES // 1_000_000} MB")
    media = one.media or media_of_name(name)
    if media not in tuple(Media):
        raise _unfit(f"{shown} không phải PDF, JPEG hoặc PNG")
    return replace(one, name=name, media=str(media))


def _unfit(text: str) -> RuleViolation:
    return RuleViolation("attachments", f"{text}.", field="attachments")


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
