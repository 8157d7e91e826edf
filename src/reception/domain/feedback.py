"""Feedback (phản ánh, kiến nghị): what it is after its events, and what may be done with it.

It is folded like a dossier. Of two desks' acts that exclude each other, the first in the commune's
log stands; the other stays in the history and is counted in ``passed_over``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from reception.domain.errors import RuleViolation
from reception.domain.feedback_events import (
    FeedbackAnswered,
    FeedbackChannel,
    FeedbackCompleted,
    FeedbackEvent,
    FeedbackKind,
    FeedbackPublished,
    FeedbackReceived,
    FeedbackRedacted,
    FeedbackRefused,
    FeedbackRouted,
    MoreAsked,
)
from reception.domain.promise import Promise

_ENTITY = "feedback:"


class FeedbackState(StrEnum):
    """Where feedback stands."""

    RECEIVED = "received"
    ROUTED = "routed"
    AWAITING = "awaiting"
    ANSWERED = "answered"
    REFUSED = "refused"


class FeedbackAct(StrEnum):
    """What may be done with feedback after its intake."""

    ROUTE = "route"
    ASK_MORE = "ask-more"
    COMPLETE = "complete"
    ANSWER = "answer"
    REFUSE = "refuse"
    PUBLISH = "publish"
    REDACT = "redact"


KIND_WORDS = {
    FeedbackKind.CONDUCT: "Hành vi hành chính",
    FeedbackKind.REGULATION: "Quy định hành chính",
    FeedbackKind.OTHER: "Việc khác",
}
CHANNEL_WORDS = {
    FeedbackChannel.COUNTER: "Tại quầy",
    FeedbackChannel.PHONE: "Điện thoại",
    FeedbackChannel.LETTER: "Văn bản, thư",
    FeedbackChannel.PORTAL: "Cổng thông tin",
}
STATE_WORDS = {
    FeedbackState.RECEIVED: "mới tiếp nhận",
    FeedbackState.ROUTED: "đang xử lý",
    FeedbackState.AWAITING: "chờ bổ sung thông tin",
    FeedbackState.ANSWERED: "đã trả lời",
    FeedbackState.REFUSED: "đã từ chối",
}
ACT_WORDS = {
    FeedbackAct.ROUTE: "chuyển xử lý",
    FeedbackAct.ASK_MORE: "yêu cầu bổ sung thông tin",
    FeedbackAct.COMPLETE: "ghi thông tin bổ sung",
    FeedbackAct.ANSWER: "trả lời",
    FeedbackAct.REFUSE: "từ chối",
    FeedbackAct.PUBLISH: "công khai kết quả",
    FeedbackAct.REDACT: "xoá thông tin cá nhân",
}

OPEN = frozenset({FeedbackState.RECEIVED, FeedbackState.ROUTED, FeedbackState.AWAITING})
_AT_WORK = frozenset({FeedbackState.RECEIVED, FeedbackState.ROUTED})
_HANDLED = frozenset(FeedbackState) - OPEN
ALLOWED_IN = {
    FeedbackAct.ROUTE: _AT_WORK,
    FeedbackAct.ASK_MORE: _AT_WORK,
    FeedbackAct.COMPLETE: frozenset({FeedbackState.AWAITING}),
    FeedbackAct.ANSWER: OPEN,
    FeedbackAct.REFUSE: OPEN,
    FeedbackAct.PUBLISH: frozenset({FeedbackState.ANSWERED}),
    FeedbackAct.REDACT: _HANDLED,
}
_ACTS: dict[type[FeedbackEvent], FeedbackAct] = {
    FeedbackRouted: FeedbackAct.ROUTE,
    MoreAsked: FeedbackAct.ASK_MORE,
    FeedbackCompleted: FeedbackAct.COMPLETE,
    FeedbackAnswered: FeedbackAct.ANSWER,
    FeedbackRefused: FeedbackAct.REFUSE,
    FeedbackPublished: FeedbackAct.PUBLISH,
    FeedbackRedacted: FeedbackAct.REDACT,
}


@dataclass(frozen=True, slots=True)
class Feedback:
    """Feedback as its events make it.

    ``published`` is in the words that stand, ``made_public_at`` when it was made public first.
    """

    feedback_id: str
    received: FeedbackReceived
    state: FeedbackState
    promise: Promise
    routed: FeedbackRouted | None = None
    asked: MoreAsked | None = None
    added: tuple[FeedbackCompleted, ...] = ()
    answered: FeedbackAnswered | None = None
    refused: FeedbackRefused | None = None
    published: FeedbackPublished | None = None
    made_public_at: datetime | None = None
    redactions: tuple[FeedbackRedacted, ...] = ()
    passed_over: int = 0

    @property
    def handled_at(self) -> datetime | None:
        """When it was answered or refused."""
        said = self.answered or self.refused
        return said.at if said else None

    @property
    def due_at(self) -> datetime | None:
        """By when the next step is owed: what was asked for, the answer, or the refusal given."""
        if self.state is FeedbackState.AWAITING and self.asked:
            return self.asked.complete_by
        return self.received.refuse_by if self.refused else self.promise.due_at

    @property
    def in_time(self) -> bool | None:
        """Whether it was answered or refused in time; ``None`` before either."""
        if self.handled_at is None or self.due_at is None:
            return None
        return self.handled_at <= self.due_at

    def is_overdue(self, now: datetime) -> bool:
        """Whether the office owes an answer and its time is over."""
        return self.state in _AT_WORK and self.due_at is not None and self.due_at < now

    def allowed(self) -> list[FeedbackAct]:
        """What may be done with it now, in the order of the work."""
        return [act for act, states in ALLOWED_IN.items() if self.state in states]

    def require(self, act: FeedbackAct) -> None:
        """Refuse what cannot follow.

        Raises:
            RuleViolation: ``feedback-act-impossible``.
        """
        if self.state not in ALLOWED_IN[act]:
            raise RuleViolation(
                "feedback-act-impossible",
                f"Phản ánh {self.received.code} {STATE_WORDS[self.state]} nên không"
                f" {ACT_WORDS[act]} được; hãy xem lại phản ánh ấy.",
            )


def entity_of(feedback_id: str) -> str:
    """The entity that feedback's events belong to in the journal."""
    return f"{_ENTITY}{feedback_id}"


def is_feedback(entity: str) -> bool:
    """Whether an entity of the journal is feedback."""
    return entity.startswith(_ENTITY)


def id_in(entity: str) -> str:
    """Whose events an entity's are."""
    return entity.removeprefix(_ENTITY)


def fold(feedback_id: str, events: Iterable[FeedbackEvent]) -> Feedback | None:
    """The feedback that events add up to, in the order of the commune's log."""
    told = list(events)
    opening = next((event for event in told if isinstance(event, FeedbackReceived)), None)
    if opening is None:
        return None
    feedback = Feedback(feedback_id, opening, FeedbackState.RECEIVED, opening.promise)
    for event in told:
        if event is not opening:
            feedback = _after(feedback, event)
    return feedback


def _after(feedback: Feedback, event: FeedbackEvent) -> Feedback:
    act = _ACTS.get(type(event))
    if act is None or feedback.state not in ALLOWED_IN[act]:
        return replace(feedback, passed_over=feedback.passed_over + 1)
    return evolved(feedback, event)


def evolved(feedback: Feedback, event: FeedbackEvent) -> Feedback:
    """The feedback after an event that may follow."""
    match event:
        case FeedbackRouted():
            return replace(feedback, state=FeedbackState.ROUTED, routed=event)
        case MoreAsked():
            return replace(feedback, state=FeedbackState.AWAITING, asked=event)
        case FeedbackCompleted():
            state = FeedbackState.ROUTED if feedback.routed else FeedbackState.RECEIVED
            added = (*feedback.added, event)
            return replace(feedback, state=state, promise=event.promise, added=added)
        case FeedbackAnswered():
            return replace(feedback, state=FeedbackState.ANSWERED, answered=event)
        case FeedbackRefused():
            return replace(feedback, state=FeedbackState.REFUSED, refused=event)
        case FeedbackPublished():
            first = feedback.made_public_at or event.at
            return replace(feedback, published=event, made_public_at=first)
        case FeedbackRedacted():
            return replace(feedback, redactions=(*feedback.redactions, event))
        case FeedbackReceived():
            return feedback
