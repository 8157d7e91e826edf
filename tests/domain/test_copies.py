"""Which dated copies stay when newer ones come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.copies import Keep, kept

TODAY = date(2026, 11, 26)  # a Thursday


def days_back(*back: int) -> list[date]:
    return [TODAY - timedelta(days=each) for each in back]


def test_after_a_year_of_daily_copies_a_week_a_month_and_a_year_are_left():
    stay = sorted(kept(days_back(*range(400)), Keep()), reverse=True)

    assert stay[:7] == days_back(*range(7))
    # The last copy of each of four weeks: today's, and three Sundays.
    assert set(days_back(4, 11, 18)) <= set(stay)
    assert {(day.year, day.month) for day in stay} >= {(2026, month) for month in range(1, 12)}
    assert min(stay) == date(2025, 12, 31)
    assert len(stay) == 7 + 2 + 11


@pytest.mark.parametrize("keep", [Keep(0, 0, 0), Keep(1, 0, 0), Keep()])
def test_the_newest_always_stays(keep):
    assert TODAY in kept(days_back(0, 1, 400), keep)


def test_an_office_that_was_closed_for_long_loses_nothing():
    before = days_back(200, 201, 202)

    assert kept([TODAY, *before], Keep()) == {TODAY, *before}


@given(
    st.sets(st.dates(date(2020, 1, 1), date(2036, 1, 1)), min_size=1, max_size=60),
    st.integers(0, 9),
    st.integers(0, 5),
    st.integers(0, 13),
)
def test_thinning_twice_takes_no_more(days, for_days, weeks, months):
    keep = Keep(for_days, weeks, months)
    stay = kept(days, keep)

    assert kept(stay, keep) == stay
    assert stay <= days
    assert len(stay) <= max(1, for_days) + weeks + months
