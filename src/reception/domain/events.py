"""Every kind of event there is, with the name under which it is written down.

Events of a dossier stand in ``intake_events`` and ``dossier_events``. The others here change what
the desk works by: its office, catalogue, calendar, accounts and roster. They lie in the same chain,
so the register tells who changed the rules, too. What happens to feedback stands in
``feedback_events``. What comes down from the server above stands in ``pack``, ``submission`` and
``look_up``. What ``clock_jump``, ``closed_periods`` and ``publication`` tell of changes nothing,
and is only kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast, get_args

from msgspec import json

from reception.domain import chain, dossier_events, feedback_events, intake_events, roster_events
from reception.domain.accounts import Account
from reception.domain.calendar import CalendarDay
from reception.domain.clock_jump import ClockConfirmed, ClockJumped
from reception.domain.closed_periods import ClosingReviewed, PeriodClosed, PeriodEvent
from reception.domain.dossier_events import DossierEvent
from reception.domain.feedback_events import FeedbackEvent
from reception.domain.look_up import LookUpAnnounced
from reception.domain.office import Office
from reception.domain.pack import PackEvent, PackReleased, PackWithdrawn
from reception.domain.paper import FormWording
from reception.domain.procedure import Procedure
from reception.domain.program_offer import ProgramOffered
from reception.domain.publication import MonthPublished
from reception.domain.roster_events import RosterEvent
from reception.domain.self_score import SelfScoreGiven, SelfScoreSheetSet
from reception.domain.submission import SubmissionArrived, SubmissionEvent, SubmissionSettled
from reception.domain.survey_events import OfficeRated
from reception.domain.targets import TargetSet


@dataclass(frozen=True, slots=True)
class OfficeChanged:
    """The office was set up, or its names or hours were changed."""

    office: Office


@dataclass(frozen=True, slots=True)
class CatalogueRevised:
    """Versions of procedures were added; ``origin`` says whence."""

    origin: str
    procedures: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class CalendarRevised:
    """Days off and make-up days were added or corrected; ``origin`` says whence."""

    origin: str
    days: tuple[CalendarDay, ...]


@dataclass(frozen=True, slots=True)
class BlanksPrinted:
    """Numbered receipts were printed in advance, for days without power (61/2018 Đ39 k1)."""

    numbers: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """A person was given an account, another role, or was shut out. Secrets are never events."""

    account: Account


@dataclass(frozen=True, slots=True)
class WordingRevised:
    """The office gave a form its own wording, in force from a day on."""

    wording: FormWording


EvaluationEvent = SelfScoreSheetSet | SelfScoreGiven | TargetSet
ReferenceEvent = (
    OfficeChanged
    | CatalogueRevised
    | CalendarRevised
    | BlanksPrinted
    | AccountChanged
    | WordingRevised
    | OfficeRated
    | RosterEvent
    | EvaluationEvent
)
ClockEvent = ClockJumped | ClockConfirmed
Event = (
    DossierEvent
    | ReferenceEvent
    | PackEvent
    | SubmissionEvent
    | FeedbackEvent
    | LookUpAnnounced
    | ProgramOffered
    | ClockEvent
    | PeriodEvent
    | MonthPublished
)

_KINDS: dict[str, type[Any]] = {
    "dossier.received": intake_events.Received,
    "dossier.guided": intake_events.Guided,
    "dossier.refused": intake_events.Refused,
    "dossier.certified": intake_events.Certified,
    "dossier.keyed-in": intake_events.KeyedIn,
    "dossier.receipt-undone": intake_events.ReceiptUndone,
    "dossier.imported": intake_events.Imported,
    "dossier.import-undone": intake_events.ImportUndone,
    "dossier.forwarded": dossier_events.Forwarded,
    "dossier.taken-over": dossier_events.TakenOver,
    "dossier.sent-back": dossier_events.SentBack,
    "dossier.supplement-requested": dossier_events.SupplementRequested,
    "dossier.supplement-received": dossier_events.SupplementReceived,
    "dossier.suspended": dossier_events.Suspended,
    "dossier.resumed": dossier_events.Resumed,
    "dossier.extended": dossier_events.Extended,
    "dossier.delay-explained": dossier_events.DelayExplained,
    "dossier.apologised": dossier_events.Apologised,
    "dossier.notified": dossier_events.Notified,
    "dossier.result-recorded": dossier_events.ResultRecorded,
    "dossier.rejected": dossier_events.Rejected,
    "dossier.stopped": dossier_events.Stopped,
    "dossier.handed-over": dossier_events.HandedOver,
    "dossier.fee-settled": dossier_events.FeeSettled,
    "dossier.scan-attached": dossier_events.ScanAttached,
    "dossier.posted": dossier_events.Posted,
    "dossier.post-reconciled": dossier_events.PostReconciled,
    "dossier.paper-issued": dossier_events.PaperIssued,
    "dossier.survey-answered": dossier_events.SurveyAnswered,
    "dossier.survey-corrected": dossier_events.SurveyCorrected,
    "dossier.corrected": dossier_events.Corrected,
    "dossier.reclassified": dossier_events.Reclassified,
    "dossier.time-corrected": dossier_events.TimeCorrected,
    "dossier.review-settled": dossier_events.ReviewSettled,
    "dossier.redacted": dossier_events.Redacted,
    "office.changed": OfficeChanged,
    "catalogue.revised": CatalogueRevised,
    "calendar.revised": CalendarRevised,
    "blanks.printed": BlanksPrinted,
    "account.changed": AccountChanged,
    "form.wording-revised": WordingRevised,
    "survey.office-rated": OfficeRated,
    "roster.set": roster_events.RosterSet,
    "roster.presence-marked": roster_events.PresenceMarked,
    "feedback.received": feedback_events.FeedbackReceived,
    "feedback.routed": feedback_events.FeedbackRouted,
    "feedback.more-asked": feedback_events.MoreAsked,
    "feedback.completed": feedback_events.FeedbackCompleted,
    "feedback.answered": feedback_events.FeedbackAnswered,
    "feedback.refused": feedback_events.FeedbackRefused,
    "feedback.published": feedback_events.FeedbackPublished,
    "feedback.redacted": feedback_events.FeedbackRedacted,
    "self-score.sheet-set": SelfScoreSheetSet,
    "self-score.given": SelfScoreGiven,
    "target.set": TargetSet,
    "pack.released": PackReleased,
    "pack.withdrawn": PackWithdrawn,
    "submission.arrived": SubmissionArrived,
    "submission.settled": SubmissionSettled,
    "look-up.announced": LookUpAnnounced,
    "program.offered": ProgramOffered,
    "clock.jumped": ClockJumped,
    "clock.confirmed": ClockConfirmed,
    "period.closed": PeriodClosed,
    "period.closing-reviewed": ClosingReviewed,
    "month.published": MonthPublished,
}
_LONG_NUMBER = re.compile(rb"[:,\[]\s*-?[0-9]{19}")
_NAMES = {event_type: name for name, event_type in _KINDS.items()}
OPENING_KINDS = frozenset(_NAMES[opening] for opening in get_args(intake_events.OpeningEvent))


def kind_of(event: Event) -> str:
    """The name under which an event is written down, such as ``dossier.received``."""
    return _NAMES[type(event)]


def entity_type_of(kind: str) -> str:
    """What an event is about: ``dossier``, ``office``, ``catalogue``, ``account``, ``form``."""
    return kind.partition(".")[0]


def read_event(kind: str, body: bytes) -> Event | None:
    """An event read from its written form; ``None`` for a kind that a newer program made.

    Raises:
        ValueError: The body is not what its kind promises.
    """
    event_type = _KINDS.get(kind)
    if event_type is None:
        return None
    # A body that was altered by hand may be of any type.
    if type(body) is bytes and _LONG_NUMBER.search(body) and not _fits(json.decode(body)):
        raise ValueError("a number beyond 64 bits")
    return chain.read(body, event_type)


def knows(kind: str) -> bool:
    """Whether this program knows a kind."""
    return kind in _KINDS


def known_kinds() -> frozenset[str]:
    """Every kind that this program knows."""
    return frozenset(_KINDS)


def _fits(value: object) -> bool:
    """Whether all whole numbers within a value can be kept in a table."""
    match value:
        case dict():
            return all(_fits(one) for one in cast("dict[str, object]", value).values())
        case list():
            return all(_fits(one) for one in cast("list[object]", value))
        case int():
            return -(2**63) <= value < 2**63
        case _:
            return True
