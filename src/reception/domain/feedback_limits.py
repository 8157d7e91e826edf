"""By when feedback is answered, refused or completed: counted by the same engine as a dossier's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from reception.domain.calendar import WorkingCalendar
from reception.domain.dated import Dated, ruling_on
from reception.domain.deadlines import Deadline, compute
from reception.domain.feedback import Feedback
from reception.domain.feedback_events import FeedbackChannel, FeedbackCompleted
from reception.domain.intake import Channel
from reception.domain.moments import in_office_zone
from reception.domain.promise import Promise
from reception.domain.runs import UNADJUSTED, Adjustments
from reception.domain.time_limit import TimeLimit, Unit


class Step(StrEnum):
    """What has a limit of its own."""

    ANSWER = "answer"
    REFUSE = "refuse"
    COMPLETE = "complete"


class AskingClock(StrEnum):
    """What the answer's time does when what was asked for is told: it begins anew, or goes on."""

    ANEW = "anew"
    GOES_ON = "goes-on"


@dataclass(frozen=True, slots=True)
class FeedbackLimit(Dated):
    """A step's limit while the rule is in force."""

    step: Step
    value: int
    unit: Unit
    sentence: str
    article: str
    valid_from: date
    source: str
    confidence: str
    valid_until: date | None = None

    def words(self) -> str:
        """The rule as it is cited."""
        return f"{self.sentence} ({self.article})"


@dataclass(frozen=True, slots=True)
class AskingRule(Dated):
    """What an answer's time does while more is asked for."""

    clock: AskingClock
    sentence: str
    valid_from: date
    source: str
    confidence: str
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Saying(Dated):
    """What the law says of a matter, to be shown to whoever decides."""

    sentence: str
    article: str
    valid_from: date
    source: str
    confidence: str
    valid_until: date | None = None

    def words(self) -> str:
        """The rule as it is cited."""
        return f"{self.sentence} ({self.article})."


@dataclass(frozen=True, slots=True)
class FeedbackRules:
    """The law of feedback, of every date."""

    limit: tuple[FeedbackLimit, ...]
    asking: tuple[AskingRule, ...]
    anonymous: tuple[Saying, ...]
    publication: tuple[Saying, ...]

    def limit_of(self, step: Step, day: date) -> FeedbackLimit:
        """The limit of a step that rules on a day."""
        return ruling_on([one for one in self.limit if one.step is step], day)


_ROADS = {
    FeedbackChannel.COUNTER: Channel.COUNTER,
    FeedbackChannel.PHONE: Channel.COUNTER,
    FeedbackChannel.LETTER: Channel.POST,
    FeedbackChannel.PORTAL: Channel.ONLINE_FULL,
}


def deadline(
    calendar: WorkingCalendar,
    rules: FeedbackRules,
    step: Step,
    at: datetime,
    *,
    channel: FeedbackChannel = FeedbackChannel.COUNTER,
    adjustments: Adjustments = UNADJUSTED,
) -> Deadline:
    """By when a step is owed that is counted from a moment."""
    rule = rules.limit_of(step, in_office_zone(at).date())
    limit = TimeLimit(Decimal(rule.value), rule.unit)
    return compute(calendar, limit, at, channel=_ROADS[channel], adjustments=adjustments)


def answer_deadline(
    calendar: WorkingCalendar, rules: FeedbackRules, feedback: Feedback
) -> Deadline:
    """By when feedback is answered, to be explained day by day."""
    received = feedback.received
    return deadline(
        calendar, rules, Step.ANSWER, received.received_at, channel=received.channel,
        adjustments=_adjustments(rules, [one.at for one in feedback.added]),
    )  # fmt: skip


def promise_after(
    calendar: WorkingCalendar, rules: FeedbackRules, feedback: Feedback, at: datetime
) -> Promise:
    """Until when feedback is answered whose sender tells more at a moment."""
    told = FeedbackCompleted(at, "", feedback.promise)
    more = replace(feedback, added=(*feedback.added, told))
    return cited(answer_deadline(calendar, rules, more), rules, Step.ANSWER)


def cited(due: Deadline, rules: FeedbackRules, step: Step) -> Promise:
    """A due moment as it is recorded: first the article of its limit, then how it was counted."""
    promise = due.to_promise()
    rule = rules.limit_of(step, due.received_at.date())
    on = due.starts_at.date()
    # The engine cites the law of dossiers for a clock that began anew.
    of_dossiers = due.calendar.rules.rule("restart", on).words()
    anew = ruling_on(rules.asking, on).sentence
    told = (anew if words == of_dossiers else words for words in promise.basis)
    return replace(promise, basis=(rule.words(), *told))


def _adjustments(rules: FeedbackRules, told_at: Sequence[datetime]) -> Adjustments:
    restarts = [at for at in told_at if _begins_anew(rules.asking, at)]
    return UNADJUSTED.restarted(restarts[-1]) if restarts else UNADJUSTED


def _begins_anew(rules: Iterable[AskingRule], at: datetime) -> bool:
    return ruling_on(tuple(rules), in_office_zone(at).date()).clock is AskingClock.ANEW
