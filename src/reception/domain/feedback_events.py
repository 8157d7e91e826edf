"""What can happen to feedback (phản ánh, kiến nghị) from its intake to its publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.domain.applicant import Party
from reception.domain.closing_events import BlankedBody, RedactionGround
from reception.domain.promise import Promise


class FeedbackKind(StrEnum):
    """What feedback is about; the first two are those of the national form II.05."""

    CONDUCT = "conduct"
    REGULATION = "regulation"
    OTHER = "other"


class FeedbackChannel(StrEnum):
    """The road by which it came."""

    COUNTER = "counter"
    PHONE = "phone"
    LETTER = "letter"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class FeedbackReceived:
    """Somebody's feedback was taken down; without a ``sender`` it is anonymous.

    ``promise`` says until when it is answered, ``refuse_by`` until when it may be refused. About
    which field, procedure, dossier or officer it is may be unknown.
    """

    code: str
    kind: FeedbackKind
    channel: FeedbackChannel
    text: str
    received_at: datetime
    promise: Promise
    refuse_by: datetime
    sender: Party | None = None
    field: str = ""
    procedure: str = ""
    dossier: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackRouted:
    """It was given to an office, perhaps to a person there, to be looked into."""

    at: datetime
    office: str
    person: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MoreAsked:
    """Its sender was asked to tell more, and until when."""

    at: datetime
    wanted: str
    complete_by: datetime


@dataclass(frozen=True, slots=True)
class FeedbackCompleted:
    """Its sender told more; ``promise`` is until when it is answered now."""

    at: datetime
    text: str
    promise: Promise


@dataclass(frozen=True, slots=True)
class FeedbackAnswered:
    """It was answered by whoever signed."""

    at: datetime
    answer: str
    signer: str = ""
    signer_title: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackRefused:
    """It is not looked into, and why."""

    at: datetime
    reason: str
    signer: str = ""
    signer_title: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackPublished:
    """Its matter and its answer were made public in these words, which name nobody."""

    at: datetime
    subject: str
    answer: str


@dataclass(frozen=True, slots=True)
class FeedbackRedacted:
    """Its sender's particulars were blanked by law; each blanked body stands here word for word."""

    at: datetime
    ground: RedactionGround
    decision: str
    decided_by: str
    bodies: tuple[BlankedBody, ...]


FeedbackEvent = (
    FeedbackReceived
    | FeedbackRouted
    | MoreAsked
    | FeedbackCompleted
    | FeedbackAnswered
    | FeedbackRefused
    | FeedbackPublished
    | FeedbackRedacted
)
