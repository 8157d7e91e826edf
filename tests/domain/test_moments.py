"""Moments and civil dates as they are typed, kept and shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import RuleViolation
from reception.domain.moments import (
    date_words,
    from_utc_text,
    midnight,
    moment_words,
    parse_civil_date,
    parse_moment,
    short_moment,
    to_utc_text,
    weekday_words,
)


@pytest.mark.parametrize(
    "text",
    ["2026-02-13T14:00", " 2026-02-13 14:00 ", "2026-02-13T07:00Z", "2026-02-13T09:00+02:00"],
)
def test_a_moment_is_told_in_the_office_zone(text):
    moment = parse_moment(text)

    assert moment.isoformat() == "2026-02-13T14:00:00+07:00"


@pytest.mark.parametrize(
    "text",
    ["", "hôm nay", "2026-02-30T10:00", "2026-13-01", "2026-02-13T25:00",
     "9999-12-31T23:00-12:00"],
)  # fmt: skip
def test_an_impossible_moment_is_refused_with_an_example(text):
    with pytest.raises(RuleViolation, match="2026-02-13T14:00") as refusal:
        parse_moment(text)

    assert refusal.value.code == "impossible-moment"


def test_civil_dates():
    assert parse_civil_date(" 2024-02-29 ") == date(2024, 2, 29)
    with pytest.raises(RuleViolation, match="2025-02-29") as refusal:
        parse_civil_date("2025-02-29")
    assert refusal.value.code == "impossible-date"


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31"])
def test_a_day_without_one_before_or_after_it_is_none(text):
    with pytest.raises(RuleViolation, match=text):
        parse_civil_date(text)


def test_a_civil_day_begins_at_the_office_whatever_the_zone_of_the_machine():
    assert midnight(date(2026, 2, 13)).isoformat() == "2026-02-13T00:00:00+07:00"
    assert to_utc_text(midnight(date(2026, 2, 13))) == "2026-02-12T17:00:00Z"


@given(st.integers(1_400_000_000, 4_000_000_000).map(lambda s: datetime.fromtimestamp(s, UTC)))
def test_what_is_kept_comes_back_to_the_second_and_sorts_as_it_happened(moment):
    later = moment + timedelta(seconds=1)

    assert from_utc_text(to_utc_text(moment + timedelta(microseconds=9))) == moment
    assert from_utc_text(to_utc_text(moment)).utcoffset() == timedelta(hours=7)
    assert to_utc_text(moment) < to_utc_text(later)


def test_moments_on_paper_and_on_screen():
    moment = datetime(2026, 2, 13, 7, 5, tzinfo=UTC)

    assert moment_words(moment) == "14 giờ 05 phút, ngày 13 tháng 02 năm 2026"
    assert short_moment(moment) == "14:05 13/02/2026"
    assert date_words(date(2026, 2, 3)) == "03/02/2026"
    assert weekday_words(date(2026, 2, 13)) == "Thứ Sáu"
    assert weekday_words(date(2026, 2, 15)) == "Chủ nhật"
