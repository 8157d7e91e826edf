"""How long particulars are kept: dated rules with their source, and the day from which they may go.

Nothing is ever destroyed by itself: what is due is a list for a leader to decide about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.certification import CertificationKind
from reception.domain.dated import Dated, ruling_on
from reception.domain.dossier import Dossier, State
from reception.domain.errors import RuleViolation
from reception.domain.moments import in_office_zone

OFFICE = "office"


@dataclass(frozen=True, slots=True)
class RetentionRule(Dated):
    """How many years particulars are kept once a dossier is over; ``None`` for good.

    ``confidence`` says how sure the source is: ``read``, ``memory``, ``none``, or ``office`` for a
    decision of the office's own.
    """

    valid_from: date
    source: str
    confidence: str
    years: int | None = None
    field: str = ""
    certified: CertificationKind | None = None
    valid_until: date | None = None

    @property
    def narrow(self) -> int:
        """How closely it is told for which dossiers it is; the office's own come first."""
        own = 4 if self.confidence == OFFICE else 0
        return own + (2 if self.certified else 0) + (1 if self.field else 0)

    def is_for(self, dossier: Dossier) -> bool:
        """Whether it is for a dossier of this kind."""
        kind = dossier.certification.kind if dossier.certification else None
        return self.certified in {None, kind} and self.field in {
            "",
            dossier.intake.procedure.field,
        }


@dataclass(frozen=True, slots=True)
class Retention:
    """From which day on a dossier's particulars may go, and by which rule; ``None`` is never."""

    rule: RetentionRule
    until_on: date | None

    def is_over(self, day: date) -> bool:
        """Whether particulars may go on that day."""
        return self.until_on is not None and day >= self.until_on


def over_on(dossier: Dossier) -> date | None:
    """The day on which the office was done with a dossier; ``None`` while it is under way."""
    match dossier.state:
        case State.HANDED_OVER:
            ended = dossier.handed_over_at
        case State.STOPPED | State.UNDONE:
            ended = dossier.touched_at
        case State.GUIDED | State.REFUSED:
            ended = dossier.opened_at
        case _:
            ended = None
    return ended.date() if ended else None


def retention_of(rules: Iterable[RetentionRule], dossier: Dossier) -> Retention | None:
    """How long a dossier's particulars are kept; ``None`` while it is under way."""
    ended_on = over_on(dossier)
    if ended_on is None:
        return None
    fitting = [rule for rule in rules if rule.is_for(dossier)]
    if not fitting:
        raise RuleViolation(
            "no-retention-rule",
            "Chưa có thời hạn lưu chung; hãy xem lại tệp retention.toml trong thư mục dữ liệu.",
        )
    narrowest = max(rule.narrow for rule in fitting)
    rule = ruling_on([rule for rule in fitting if rule.narrow == narrowest], ended_on)
    return _kept_since(ended_on, rule)


def feedback_retention_of(
    rules: Sequence[RetentionRule], handled_at: datetime, day: date
) -> Retention:
    """How long feedback's particulars are kept since it was handled, by the rule of a day."""
    return _kept_since(in_office_zone(handled_at).date(), feedback_rule_on(rules, day))


def feedback_rule_on(rules: Sequence[RetentionRule], day: date) -> RetentionRule:
    """The rule for feedback: what the office set for itself first, and of that what it set last."""
    own = [rule for rule in rules if rule.confidence == OFFICE]
    return ruling_on((own or list(rules))[::-1], day)


def _kept_since(ended_on: date, rule: RetentionRule) -> Retention:
    until_on = _years_after(ended_on, rule.years) if rule.years is not None else None
    return Retention(rule, until_on)


def _years_after(day: date, years: int) -> date:
    """The same day so many years later; the last of February where there is no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
