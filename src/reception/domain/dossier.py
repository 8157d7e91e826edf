"""A dossier: the state that all that happened to it adds up to (:mod:`reception.domain.life`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from reception.domain.certification import Certification
from reception.domain.custody import Custody, Holder, HolderKind
from reception.domain.dossier_events import (
    Apologised,
    Corrected,
    DelayExplained,
    Extended,
    FeeSettled,
    HandedOver,
    Notified,
    Posted,
    PostReconciled,
    Reclassified,
    Redacted,
    Rejected,
    ReviewSettled,
    ScanAttached,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    SurveyAnswered,
    Suspended,
    TimeCorrected,
)
from reception.domain.intake import Intake
from reception.domain.old_book import Origin
from reception.domain.promise import Promise
from reception.domain.runs import UNADJUSTED, Adjustments


class State(StrEnum):
    """Where a dossier stands."""

    GUIDED = "guided"
    REFUSED = "refused"
    RECEIVED = "received"
    AWAITING_SUPPLEMENT = "awaiting-supplement"
    SUSPENDED = "suspended"
    RESULT_READY = "result-ready"
    HANDED_OVER = "handed-over"
    STOPPED = "stopped"
    UNDONE = "undone"

    @property
    def is_open(self) -> bool:
        """Whether a result is still owed."""
        return self in {State.RECEIVED, State.AWAITING_SUPPLEMENT, State.SUSPENDED}


@dataclass(frozen=True, slots=True)
class Dossier:
    """The state that a dossier's events add up to. All moments are in the office's zone.

    ``promise`` is the due moment that holds now, ``first_promise`` the one of the receipt, which
    never changes. ``touched_at`` is the moment of the last act. ``withdrawn`` are the refusals
    that were sent back: they no longer stand, their numbers stay used. ``voided`` names the forms
    whose last printing no longer says what is so. ``survey`` is the sheet that counts, as it
    was last corrected. ``uncorrected`` is what the dossier would be without its corrections, if one
    of them moved a figure. ``origin`` is where it stood in an old register from which it was taken
    over, and ``imported_at`` when it was.
    """

    dossier_id: str
    state: State
    intake: Intake
    opened_at: datetime
    regime: str
    code: str = ""
    slip_number: str = ""
    reason: str = ""
    wanted: tuple[str, ...] = ()
    promise: Promise | None = None
    first_promise: Promise | None = None
    submitted_at: datetime | None = None
    blank: str = ""
    adjustments: Adjustments = UNADJUSTED
    custody: tuple[Custody, ...] = ()
    supplement: SupplementRequested | None = None
    supplied: SupplementReceived | None = None
    suspension: Suspended | None = None
    extensions: tuple[Extended, ...] = ()
    delay: DelayExplained | None = None
    apology: Apologised | None = None
    rejection: Rejected | None = None
    withdrawn: tuple[Rejected, ...] = ()
    stop: Stopped | None = None
    result: str = ""
    result_number: str = ""
    result_at: datetime | None = None
    handover: HandedOver | None = None
    handed_over_at: datetime | None = None
    fees: tuple[FeeSettled, ...] = ()
    scans: tuple[ScanAttached, ...] = ()
    notices: tuple[Notified, ...] = ()
    posted: tuple[Posted, ...] = ()
    post_answers: tuple[PostReconciled, ...] = ()
    corrections: tuple[Corrected | Reclassified | TimeCorrected, ...] = ()
    reviews: tuple[ReviewSettled, ...] = ()
    redactions: tuple[Redacted, ...] = ()
    survey: SurveyAnswered | None = None
    certification: Certification | None = None
    origin: Origin | None = None
    imported_at: datetime | None = None
    import_undone: bool = False
    touched_at: datetime | None = None
    papers_issued: dict[str, int] = field(default_factory=dict[str, int])
    voided: frozenset[str] = frozenset()
    uncorrected: Dossier | None = None

    @property
    def due_at(self) -> datetime | None:
        """The promised moment, if the clock runs and the law sets a limit."""
        return self.promise.due_at if self.promise else None

    @property
    def target_at(self) -> datetime | None:
        """The moment to work towards: the due moment, or a new appointment that is later."""
        if self.apology is None:
            return self.due_at
        # A restart or an extension may have moved the due moment past the appointment.
        return max(self.apology.new_due_at, self.due_at or self.apology.new_due_at)

    @property
    def holder(self) -> Holder | None:
        """Who has the dossier in hand; nobody once it is over."""
        last = self.custody[-1] if self.custody else None
        return last.holder if last and last.until_at is None else None

    @property
    def earlier_holders(self) -> tuple[Holder, ...]:
        """Who of the office had the dossier before its present holder, the latest last."""
        held = (part.holder for part in self.custody)
        now = self.holder
        return tuple(h for h in held if h != now and h.kind is not HolderKind.APPLICANT)

    @property
    def unanswered_waybills(self) -> tuple[str, ...]:
        """What was posted and not reconciled yet, the oldest first."""
        answered = {answer.waybill for answer in self.post_answers}
        return tuple(one.waybill for one in self.posted if one.waybill not in answered)

    def is_past_due(self, at: datetime) -> bool:
        """Whether the promised moment was over at another one."""
        return self.due_at is not None and at > self.due_at

    @property
    def ended_at(self) -> datetime | None:
        """When the office was done with it: its result, its refusal, or the stop."""
        return self.stop.at if self.stop else self.result_at

    @property
    def reference(self) -> str:
        """What the applicant's paper calls it: the dossier code, or the slip's number."""
        return self.code or self.slip_number


_NAMES = tuple(one.name for one in fields(Dossier))
_values = attrgetter(*_NAMES)
_SETTERS: dict[str, Callable[[Dossier, Any], None]] = {
    name: getattr(Dossier, name).__set__ for name in _NAMES
}
_ALL_SETTERS = tuple(_SETTERS.values())


def changed(dossier: Dossier, **news: Any) -> Dossier:  # noqa: ANN401 - any of its fields
    """The dossier with some fields anew: what ``dataclasses.replace`` does, in a third of the time.

    Every act folds a whole history, so the time of an act would go here. The slots of the new
    dossier are filled one by one, before anybody has seen it; from then on it is frozen.
    """
    made = object.__new__(Dossier)
    for put, value in zip(_ALL_SETTERS, _values(dossier), strict=True):
        put(made, value)
    for name, value in news.items():
        _SETTERS[name](made, value)
    return made
