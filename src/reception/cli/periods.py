"""The days that a command is asked about, by the name of a period or by its ends."""

from __future__ import annotations

from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.domain.moments import parse_civil_date
from reception.domain.report_periods import parse_period
from reception.services.desk import Desk
from reception.services.report_periods import statutory_frame


def named_days(desk: Desk, period: str, *, statutory: bool) -> Period:
    """A period by its name, perhaps in the frame of statutory reports."""
    return parse_period(period, statutory_frame(desk.now().date()) if statutory else None)


def days_of(
    desk: Desk, period: str, from_on: str, until_on: str, *, statutory: bool = False
) -> Period:
    """The period that was asked for by its name or its ends.

    Raises:
        RuleViolation: ``which-period``.
    """
    if period and not (from_on or until_on):
        return named_days(desk, period, statutory=statutory)
    if period or statutory or not (from_on and until_on):
        raise RuleViolation(
            "which-period",
            "Hãy ghi hoặc --period (có thể kèm --statutory), hoặc cả --from và --to.",
            field="period",
        )
    return Period(parse_civil_date(from_on), parse_civil_date(until_on))
