"""Periods of reports: by the calendar, and in the frame that ends on the 14th (09/2019 Đ12)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from reception.domain.errors import RuleViolation
from reception.domain.report_periods import ReportFrame, parse_period

FRAME = ReportFrame(14, "Nghị định 09/2019/NĐ-CP, Điều 12", date(2019, 3, 12))


@pytest.mark.parametrize(
    ("written", "calendar", "framed"),
    [
        ("2026-03", ("2026-03-01", "2026-03-31"), ("2026-02-15", "2026-03-14")),
        ("2026-01", ("2026-01-01", "2026-01-31"), ("2025-12-15", "2026-01-14")),
        ("2024-02", ("2024-02-01", "2024-02-29"), ("2024-01-15", "2024-02-14")),
        ("2026-Q1", ("2026-01-01", "2026-03-31"), ("2025-12-15", "2026-03-14")),
        ("2026-q4", ("2026-10-01", "2026-12-31"), ("2026-09-15", "2026-12-14")),
        ("2026-H1", ("2026-01-01", "2026-06-30"), ("2025-12-15", "2026-06-14")),
        ("2026-9M", ("2026-01-01", "2026-09-30"), ("2025-12-15", "2026-09-14")),
        (" 2026 ", ("2026-01-01", "2026-12-31"), ("2025-12-15", "2026-12-14")),
    ],
)
def test_a_period_has_its_days(written, calendar, framed):
    for frame, days in ((None, calendar), (FRAME, framed)):
        period = parse_period(written, frame)
        assert (period.from_on.isoformat(), period.until_on.isoformat()) == days


def test_a_week_is_from_monday_to_sunday():
    period = parse_period("2026-W01")
    assert (period.from_on, period.until_on) == (date(2025, 12, 29), date(2026, 1, 4))


@pytest.mark.parametrize("year", [2024, 2026])
def test_framed_months_join_without_a_gap_and_make_the_year(year):
    months = [parse_period(f"{year}-{n:02d}", FRAME) for n in range(1, 13)]
    for one, after in pairwise(months):
        assert (after.from_on - one.until_on).days == 1
    whole = parse_period(str(year), FRAME)
    assert (months[0].from_on, months[-1].until_on) == (whole.from_on, whole.until_on)


@pytest.mark.parametrize("written", ["", "2026-13", "26-03", "2026-Q5", "2026-W54", "tháng 3"])
def test_what_is_no_period_is_told_with_examples(written):
    with pytest.raises(RuleViolation, match="2026-Q1"):
        parse_period(written)


def test_a_frame_has_no_weeks():
    with pytest.raises(RuleViolation):
        parse_period("2026-W12", FRAME)
