"""What a time limit may be, and how a slip says it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reception.domain.errors import RuleViolation
from reception.domain.time_limit import TimeLimit, Unit


@pytest.mark.parametrize(
    ("figure", "unit"),
    [("0", Unit.WORKING_DAY), ("-3", Unit.WORKING_DAY), ("1000000", Unit.WORKING_DAY),
     ("61", Unit.MONTH), ("2", Unit.SAME_DAY), ("1501", Unit.DAY), ("0.5", Unit.MONTH),
     ("1.5", Unit.DAY), ("NaN", Unit.HOUR), ("Infinity", Unit.HOUR), ("1e-1000000", Unit.HOUR),
     ("0.3333", Unit.WORKING_DAY), ("3.00000000000000000000000000000000001", Unit.HOUR)],
)  # fmt: skip
def test_an_impossible_limit_is_refused(figure, unit):
    with pytest.raises(RuleViolation) as refusal:
        TimeLimit(Decimal(figure), unit)

    assert (refusal.value.code, refusal.value.field) == ("impossible-limit", "limit")
    assert len(refusal.value.text) < 200


@pytest.mark.parametrize(
    ("figure", "unit", "words"),
    [("3", Unit.WORKING_DAY, "03 ngày làm việc"), ("15", Unit.DAY, "15 ngày"),
     ("0.5", Unit.WORKING_DAY, "0,5 ngày làm việc"),
     ("2.50", Unit.WORKING_HOUR, "2,5 giờ làm việc"),
     ("1", Unit.SAME_DAY, "trong ngày làm việc"), ("1000", Unit.WORKING_DAY, "1000 ngày làm việc"),
     ("12", Unit.MONTH, "12 tháng"), ("24", Unit.HOUR, "24 giờ")],
)  # fmt: skip
def test_limits_in_words(figure, unit, words):
    assert TimeLimit(Decimal(figure), unit).words() == words
