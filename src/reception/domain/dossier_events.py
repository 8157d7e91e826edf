"""What can happen to a dossier after it began; each is written down once and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.domain.closing_events import Redacted, ReviewSettled
from reception.domain.custody import Holder
from reception.domain.delay import Cause, Ground
from reception.domain.intake import Intake, SubmittedPaper
from reception.domain.intake_events import (
    ImportUndone,
    KeyedIn,
    OpeningEvent,
    ReceiptUndone,
)
from reception.domain.procedure import SupplementRule
from reception.domain.promise import Promise
from reception.domain.survey_events import SurveyAnswered, SurveyCorrected

# --- from hand to hand ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The dossier was given to another holder; ``stage`` is the linked stage they work on."""

    at: datetime
    to: Holder
    stage: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A holder confirmed to have the dossier, or took it from where it lay."""

    at: datetime
    by: Holder


@dataclass(frozen=True, slots=True)
class SentBack:
    """The dossier went back to an earlier step; a result already recorded no longer stands."""

    at: datetime
    to: Holder
    reason: str


# --- the clock ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    """The applicant was asked, once, for what is missing (61/2018 Đ19 k4; Đ11 k2 c).

    ``rule`` says what this does to the clock. ``late_because`` is the special rule that allows the
    request after the days within which it must be made.
    """

    at: datetime
    slip_number: str
    wanted: tuple[str, ...]
    reason: str
    rule: SupplementRule = SupplementRule.RESTART
    late_because: str = ""


@dataclass(frozen=True, slots=True)
class SupplementReceived:
    """What was missing came in; ``promise`` is the new one.

    ``other_due_at`` is the due moment had the other rule applied: restart and subtracted pause are
    both kept, since the law counts one way and the national index the other.
    """

    at: datetime
    papers: tuple[SubmittedPaper, ...]
    promise: Promise
    other_due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Suspended:
    """The clock was stopped on a legal ground."""

    at: datetime
    ground: Ground
    note: str = ""
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock goes on; ``promise`` is the due moment with the pause left out."""

    at: datetime
    promise: Promise
    note: str = ""


@dataclass(frozen=True, slots=True)
class Extended:
    """Applicant and office agreed in writing on more working days (23/2015 Đ21)."""

    at: datetime
    working_days: int
    agreement: str
    promise: Promise


# --- delay ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DelayExplained:
    """Whoever works on it said why the date cannot be kept; the draft apology says so."""

    at: datetime
    cause: Cause
    owner: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Apologised:
    """The leader signed the apology and the one new appointment (61/2018 Đ19 k9).

    The original due moment stays what it was: ``new_due_at`` is a courtesy, not a repair.
    ``late_because`` tells why it was signed after the day before the due date.
    """

    at: datetime
    number: str
    cause: Cause
    owner: str
    reason: str
    new_due_at: datetime
    signer: str
    signer_title: str
    late_because: str = ""


class NoticeChannel(StrEnum):
    """The roads by which an applicant is told; each goes its own way."""

    PAPER = "paper"
    POST = "post"
    PHONE = "phone"
    SMS = "sms"
    ZALO = "zalo"
    EMAIL = "email"


class NoticeOutcome(StrEnum):
    """How far a notice has come."""

    QUEUED = "queued"
    SENT = "sent"
    REACHED = "reached"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Notified:
    """A notice about the dossier (``about``: ``apology``, ``result``) went one step on its road."""

    at: datetime
    channel: NoticeChannel
    about: str
    outcome: NoticeOutcome
    to: str = ""
    note: str = ""


# --- the end --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ResultRecorded:
    """The result is there, ready to be collected."""

    at: datetime
    result: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Appraisal found that the request cannot be granted; the notice is the result (61 Đ19 k8)."""

    at: datetime
    slip_number: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """The applicant asked to stop, before there was a decision (118/2025 Đ21).

    ``requested_by`` tells how they asked; ``returned`` which papers went back to them.
    """

    at: datetime
    number: str
    requested_by: str
    reason: str
    returned: tuple[str, ...] = ()
    fee_words: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The result was handed to its recipient, with the originals that were only shown.

    ``waybill`` is the post's number where it went by post.
    """

    at: datetime
    recipient: str = ""
    identity: str = ""
    authorisation: str = ""
    originals: tuple[str, ...] = ()
    waybill: str = ""


# --- beside the clock -----------------------------------------------------------------------------


class PaidBy(StrEnum):
    """How a fee was paid."""

    CASH = "cash"
    TRANSFER = "transfer"
    ONLINE = "online"
    POST = "post"


@dataclass(frozen=True, slots=True)
class FeeSettled:
    """A fee was paid; ``symbol`` and ``number`` are those of the e-receipt system's receipt."""

    at: datetime
    amount_vnd: int
    paid_by: PaidBy = PaidBy.CASH
    symbol: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class ScanAttached:
    """A scanned paper or result lies beside the register, named by the hash of its content.

    ``size`` is in bytes; ``about`` is ``paper`` or ``result``.
    """

    at: datetime
    sha256: str
    name: str
    media: str
    size: int
    about: str = "paper"


@dataclass(frozen=True, slots=True)
class Posted:
    """A result, a paper or an apology was given to the post under a waybill number."""

    at: datetime
    waybill: str
    what: str = "result"


@dataclass(frozen=True, slots=True)
class PostReconciled:
    """The post office's answer about a waybill: delivered, or back with a reason."""

    at: datetime
    waybill: str
    delivered: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperIssued:
    """A statutory paper left the printer, or was asked of it, for the ``times``-th time."""

    form: str
    times: int
    at: datetime


# --- mended ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after a correction, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """Something taken down wrongly was put right; the paper that said so is void.

    ``promise`` is the new one where the road by which the dossier came was wrong.
    """

    at: datetime
    intake: Intake
    changes: tuple[Change, ...]
    reason: str
    promise: Promise | None = None


@dataclass(frozen=True, slots=True)
class Reclassified:
    """A wrongly chosen procedure was replaced; code, moment of receipt and history stay."""

    at: datetime
    intake: Intake
    promise: Promise
    reason: str


class Moment(StrEnum):
    """The moments that a reasoned correction may move."""

    RECEIVED = "received"
    RESULT = "result"
    HANDED_OVER = "handed-over"


@dataclass(frozen=True, slots=True)
class TimeCorrected:
    """A moment was taken down wrongly; figures are told with it and without it.

    ``promise`` is the new one where the moment of receipt moved.
    """

    at: datetime
    what: Moment
    before_at: datetime
    after_at: datetime
    reason: str
    promise: Promise | None = None


LaterEvent = (
    KeyedIn
    | ReceiptUndone
    | ImportUndone
    | Forwarded
    | TakenOver
    | SentBack
    | SupplementRequested
    | SupplementReceived
    | Suspended
    | Resumed
    | Extended
    | DelayExplained
    | Apologised
    | Notified
    | ResultRecorded
    | Rejected
    | Stopped
    | HandedOver
    | FeeSettled
    | ScanAttached
    | Posted
    | PostReconciled
    | PaperIssued
    | SurveyAnswered
    | SurveyCorrected
    | Corrected
    | Reclassified
    | TimeCorrected
    | ReviewSettled
    | Redacted
)
DossierEvent = OpeningEvent | LaterEvent
