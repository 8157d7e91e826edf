"""What a statutory time limit is: so many of a unit, perhaps with a cut-off hour or in stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum

from reception.domain.errors import RuleViolation

_MOST_DECIMALS = 3


class Unit(StrEnum):
    """The units in which time limits are set."""

    WORKING_DAY = "working-day"
    DAY = "day"
    DAY_EXCLUDING_HOLIDAYS = "day-excluding-holidays"
    MONTH = "month"
    WORKING_HOUR = "working-hour"
    HOUR = "hour"
    SAME_DAY = "same-day"


UNIT_WORDS = {
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.DAY: "ngày",
    Unit.DAY_EXCLUDING_HOLIDAYS: "ngày (không tính ngày lễ)",
    Unit.MONTH: "tháng",
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.HOUR: "giờ",
    Unit.SAME_DAY: "trong ngày làm việc",
}
# No procedure of the national catalogue runs for longer; a larger figure is a slip of the finger.
_LONGEST = {
    Unit.WORKING_DAY: 1000,
    Unit.DAY: 1500,
    Unit.DAY_EXCLUDING_HOLIDAYS: 1500,
    Unit.MONTH: 60,
    Unit.WORKING_HOUR: 8000,
    Unit.HOUR: 36000,
    Unit.SAME_DAY: 1,
}
_IN_PARTS = frozenset({Unit.WORKING_DAY, Unit.WORKING_HOUR, Unit.HOUR})


@dataclass(frozen=True, slots=True)
class CutOff:
    """The hour after which a receipt counts for the next working day.

    For a same-day limit a later receipt is due the next working day. For other units a later
    receipt counts as received at the opening of the next working day, which is then day 0.
    A receipt at exactly ``at`` is not late.
    """

    at: time


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """So many of a unit, counted by the rules of the Civil Code (Bộ luật Dân sự, Đ144-148).

    Raises:
        RuleViolation: ``impossible-limit`` for zero, negative or absurdly long figures, for more
            than three decimals, and for any decimals of a unit that is not cut into parts.
    """

    value: Decimal
    unit: Unit
    cutoff: CutOff | None = None
    month_as_30_days: bool = False

    def __post_init__(self) -> None:
        if not self.value.is_finite() or self.value <= 0:
            raise _impossible(
                f"Thời hạn phải lớn hơn 0, không thể là {self.value}; hãy ghi lại con số."
            )
        if self.unit is Unit.SAME_DAY and self.value != 1:
            raise _impossible(
                "Việc giải quyết trong ngày làm việc chỉ có con số 1;"
                " hãy ghi 1, hoặc chọn đơn vị khác."
            )
        if self.value > _LONGEST[self.unit]:
            raise _impossible(
                f"Thời hạn {self.value} {UNIT_WORDS[self.unit]} dài quá mức có thật"
                f" (nhiều nhất {_LONGEST[self.unit]}); hãy kiểm tra lại con số."
            )
        if self.value != round(self.value, _MOST_DECIMALS):
            raise _impossible(
                f"Thời hạn chỉ ghi được đến {_MOST_DECIMALS} số lẻ sau dấu phẩy; hãy ghi lại."
            )
        if self.value % 1 and self.unit not in _IN_PARTS:
            raise _impossible(
                f"Thời hạn tính theo {UNIT_WORDS[self.unit]} phải là số nguyên; hãy ghi lại."
            )

    def words(self) -> str:
        """The limit as a slip says it: ``03 ngày làm việc``."""
        if self.unit is Unit.SAME_DAY:
            return UNIT_WORDS[self.unit]
        figure = f"{self.value.normalize():f}".replace(".", ",")
        return f"{figure.zfill(2) if figure.isdigit() else figure} {UNIT_WORDS[self.unit]}"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a linked procedure: who works on it, and for how long."""

    office: str
    limit: TimeLimit


def _impossible(text: str) -> RuleViolation:
    return RuleViolation("impossible-limit", text, field="limit")
