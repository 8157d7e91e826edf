"""The working calendar: which days and hours count, and how far ahead that is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from counting import CALENDAR, at, is_off, moments, naive_working_days, with_holiday
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.errors import RuleViolation
from reception.domain.office import OfficeHours, Session


@pytest.mark.parametrize(
    ("year", "working_days"),
    [
        (2018, 250),
        (2019, 252),
        (2020, 252),
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 250),
        (2026, 249),
    ],
)
def test_a_year_has_its_known_number_of_working_days(year, working_days):
    assert CALENDAR.count_working_days(date(year - 1, 12, 31), date(year, 12, 31)) == working_days


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        ("2026-11-24", False),  # the day of culture, by law since July 2026
        ("2026-11-23", True),  # a swap that was proposed and never decided
        ("2026-01-02", False),  # swapped off
        ("2026-01-10", True),  # the Saturday that makes up for it
        ("2026-08-22", True),
        ("2026-08-31", False),
        ("2026-10-10", False),  # an ordinary Saturday
        ("2049-12-31", True),
    ],
)
def test_days_off_and_makeup_days(day, is_working):
    assert CALENDAR.is_working(date.fromisoformat(day)) is is_working


def test_it_is_announced_as_far_as_every_day_was_decided():
    assert CALENDAR.announced_from == date(2015, 1, 1)
    assert CALENDAR.announced_until == date(2026, 12, 31)
    assert not CALENDAR.is_announced(date(2026, 12, 30), date(2027, 1, 4))


def test_a_calendar_without_days_announces_nothing():
    empty = CALENDAR.with_days([])

    assert empty.announced_until is None
    assert not empty.is_announced(date(2026, 1, 5), date(2026, 1, 6))
    assert empty.is_working(date(2026, 1, 1))


@given(moments, st.integers(1, 90))
def test_the_fast_path_agrees_with_the_plain_loop(received_at, days):
    expected = naive_working_days(CALENDAR, received_at, days)

    assert CALENDAR.closing_after(received_at, days) == expected
    assert CALENDAR.closing_after(received_at.astimezone(UTC), days) == expected


@given(st.dates(date(2015, 1, 1), date(2027, 12, 31)), st.integers(1, 400))
def test_the_nth_working_day_is_the_nth_that_works(on, nth):
    day = CALENDAR.nth_working_day(on, nth)

    assert CALENDAR.is_working(day)
    assert not is_off(CALENDAR, day)
    assert CALENDAR.count_working_days(on, day) == nth


def test_hours_change_on_their_day():
    summer = (Session(time(7), time(11, 30)), Session(time(13, 30), time(17)))
    calendar = CALENDAR.with_hours(
        [OfficeHours(date(2015, 1, 1)), OfficeHours(date(2026, 4, 15), summer)]
    )

    assert calendar.closing_on(date(2026, 4, 14)) == at("2026-04-14T17:30")
    assert calendar.closing_on(date(2026, 4, 15)) == at("2026-04-15T17:00")
    assert calendar.opening_on(date(2026, 4, 15)) == at("2026-04-15T07:00")
    assert calendar.closing_after(at("2026-04-15T17:10"), 1) == at("2026-04-17T17:00")


@pytest.mark.parametrize(
    ("day", "has_session"),
    [
        ("2026-10-10", True),
        ("2026-10-11", False),  # a Sunday
        ("2022-01-01", False),  # a Saturday that is a public holiday
        ("2026-08-22", False),  # a make-up Saturday is a full working day
    ],
)
def test_saturday_reception_is_for_ordinary_saturdays(day, has_session):
    morning = Session(time(7, 30), time(11, 30))
    calendar = CALENDAR.with_hours([OfficeHours(date(2015, 1, 1), saturday_reception=morning)])

    assert (calendar.saturday_session(date.fromisoformat(day)) == morning) is has_session


@pytest.mark.parametrize(
    "received_at",
    [datetime(1999, 12, 31, 9, tzinfo=UTC), datetime(2049, 12, 31, 9, tzinfo=UTC)],
)
def test_a_due_date_beyond_the_horizon_is_refused_in_words(received_at):
    with pytest.raises(RuleViolation) as refused:
        CALENDAR.closing_after(received_at, 1)

    assert refused.value.code == "beyond-horizon"


def test_changed_days_are_those_seen_otherwise():
    changed = with_holiday(CALENDAR, date(2026, 11, 23))

    assert CALENDAR.changed_days(changed) == (date(2026, 11, 23),)
    assert CALENDAR.changed_days(CALENDAR) == ()
    assert changed.version != CALENDAR.version


def test_a_day_still_to_be_announced_leaves_its_year_open():
    expected = CalendarDay(date(2026, 12, 25), DayKind.HOLIDAY, "Dự kiến", confidence="computed")

    assert CALENDAR.with_days([*CALENDAR.days, expected]).announced_until == date(2025, 12, 31)


@pytest.mark.parametrize(
    "sessions",
    [(), ((time(13), time(17)), (time(7), time(11))), ((time(7), time(12)), (time(11), time(17)))],
)
def test_impossible_hours_are_refused(sessions):
    with pytest.raises(RuleViolation, match="buổi làm việc"):
        OfficeHours(date(2026, 1, 1), tuple(Session(*hours) for hours in sessions))
