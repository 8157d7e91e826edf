"""What an office wants to reach in a year, beside what it has reached, and how far that is.

Which targets there are and how they are measured is data (``rules/targets.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reception.domain.dated import Dated
from reception.domain.errors import RuleViolation
from reception.domain.indicators import Share

_WHOLE = 10_000  # hundredths of a percent


@dataclass(frozen=True, slots=True)
class TargetKind(Dated):
    """Something of which a yearly target can be set: an index, and what is usual.

    ``usual`` is in hundredths of a percent. Where ``fixed`` there will be no more of the whole, as
    of procedures in a catalogue.
    """

    name: str
    words: str
    index: str
    usual: int
    valid_from: date
    valid_until: date | None = None
    fixed: bool = False
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class TargetSet:
    """The office set a year's target in hundredths of a percent, or took it back; ``basis`` why."""

    at: datetime
    year: int
    target: str
    percent: int | None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Actual:
    """What was reached so far of something that has no target; ``unknown`` why no figure tells."""

    kind: TargetKind
    share: Share | None
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """A target beside what was reached.

    ``needed`` more must count, all of those to come counting, before it is met; ``spare`` more may
    fail with none to come that counts. Both are ``None`` where no number can do it.
    """

    kind: TargetKind
    percent: int
    basis: str
    share: Share | None
    unknown: str = ""
    needed: int | None = None
    spare: int | None = None

    @property
    def met(self) -> bool | None:
        """Whether it is reached as of now; ``None`` where nothing was counted yet."""
        if self.share is None or self.share.whole == 0:
            return None
        return self.share.part * _WHOLE >= self.percent * self.share.whole


def needed(share: Share, percent: int, *, fixed: bool) -> int | None:
    """How many more must count until a share reaches so many hundredths of a percent."""
    if share.whole == 0:
        return None
    lacking = percent * share.whole - share.part * _WHOLE
    if lacking <= 0:
        return 0
    per_more = _WHOLE if fixed else _WHOLE - percent
    if per_more == 0:
        return None
    return int((Decimal(lacking) / per_more).to_integral_value(ROUND_CEILING))


def spare(share: Share, percent: int, *, fixed: bool) -> int | None:
    """How many more may fail while the share stays at so many hundredths of a percent."""
    if fixed or percent == 0 or share.whole == 0:
        return None
    room = Decimal(share.part * _WHOLE) / percent - share.whole
    return max(0, int(room.to_integral_value(ROUND_FLOOR)))


def checked_percent(hundredths: int) -> int:
    """A target that can be.

    Raises:
        RuleViolation: ``target-impossible``.
    """
    if not 0 < hundredths <= _WHOLE:
        raise RuleViolation(
            "target-impossible",
            "Chỉ tiêu phải lớn hơn 0 và không quá 100 %; hãy ghi lại, như 98 hoặc 98,5.",
            field="percent",
        )
    return hundredths
