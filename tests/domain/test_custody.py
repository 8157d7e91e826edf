"""In whose hands a dossier lay: no gap between them, and only office hours are counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from counting import CALENDAR, at, moments
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.custody import (
    APPLICANT,
    DESK,
    Custody,
    Holder,
    HolderKind,
    closed,
    late_holders,
    passed_on,
    time_by_holder,
    worked,
)

COMMUNE = Holder(HolderKind.OFFICE, "UBND xã")
PROVINCE = Holder(HolderKind.OFFICE, "Sở Nội vụ")
HOLDERS = (DESK, COMMUNE, PROVINCE)
spans = st.lists(st.integers(0, 40 * 24 * 60), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("from_at", "until_at", "hours"),
    [
        ("2026-10-05T09:00", "2026-10-05T10:30", 1.5),
        ("2026-10-05T11:00", "2026-10-05T14:00", 1),  # without lunch
        ("2026-10-05T12:00", "2026-10-05T13:00", 0),
        ("2026-10-05T17:00", "2026-10-06T08:00", 1),  # without the night
        ("2026-10-05T06:00", "2026-10-05T07:30", 0),  # before opening
        ("2026-10-09T16:30", "2026-10-12T08:30", 2),  # without Saturday and Sunday
        ("2026-02-13T13:30", "2026-02-23T11:30", 8),  # without Tết
        ("2026-08-21T13:30", "2026-08-24T07:30", 12),  # the make-up Saturday, 22 August
        ("2026-08-31T07:30", "2026-09-03T07:30", 0),  # the swapped Monday and the holiday
        ("2026-11-24T07:30", "2026-11-24T17:30", 0),  # the day of culture
        ("2026-10-05T10:00", "2026-10-05T10:00", 0),
        ("2026-10-05T10:00", "2026-10-05T09:00", 0),
    ],
)
def test_office_hours_between_two_moments(from_at, until_at, hours):
    assert worked(CALENDAR, at(from_at), at(until_at)) == timedelta(hours=hours)


@given(from_at=moments, first=st.integers(0, 60_000), second=st.integers(0, 60_000))
def test_office_hours_add_up(from_at, first, second):
    between = from_at + timedelta(minutes=first)
    until_at = between + timedelta(minutes=second)

    parts = worked(CALENDAR, from_at, between) + worked(CALENDAR, between, until_at)
    assert parts == worked(CALENDAR, from_at, until_at)


def test_the_next_holder_begins_where_the_last_ended():
    first = Custody(DESK, at("2026-10-05T09:00"))
    second = Custody(COMMUNE, at("2026-10-05T10:00"))

    assert passed_on((first,), second) == (
        replace(first, until_at=at("2026-10-05T10:00")), second,
    )  # fmt: skip
    assert passed_on((), second) == (second,)


def test_what_is_over_stays_as_it_was():
    over = Custody(DESK, at("2026-10-05T09:00"), until_at=at("2026-10-05T10:00"))

    assert closed((over,), at("2026-10-06T10:00")) == (over,)
    assert closed((), at("2026-10-06T10:00")) == ()


@given(from_at=moments, minutes=spans, who=st.lists(st.sampled_from(HOLDERS), min_size=9))
def test_holders_times_sum_to_the_time_from_receipt_to_end(from_at, minutes, who):
    custody: tuple[Custody, ...] = (Custody(DESK, from_at),)
    moment = from_at
    for holder, more in zip(who, minutes, strict=False):
        moment += timedelta(minutes=more)
        custody = passed_on(custody, Custody(holder, moment))
    end_at = moment + timedelta(minutes=minutes[0])
    custody = closed(custody, end_at)

    assert all(one.until_at == following.from_at for one, following in pairwise(custody))
    times = time_by_holder(CALENDAR, custody, end_at + timedelta(days=9))
    assert sum(times.values(), timedelta()) == worked(CALENDAR, from_at, end_at)


def test_who_had_it_twice_is_told_once_and_whoever_has_it_still_until_now():
    custody = (
        Custody(DESK, at("2026-10-05T09:00"), until_at=at("2026-10-05T10:00")),
        Custody(COMMUNE, at("2026-10-05T10:00"), until_at=at("2026-10-05T14:30")),
        Custody(DESK, at("2026-10-05T14:30")),
    )
    times = time_by_holder(CALENDAR, custody, at("2026-10-05T15:00"))

    assert times == {DESK: timedelta(hours=1.5), COMMUNE: timedelta(hours=2.5)}


@pytest.mark.parametrize(
    ("until_at", "now", "late"),
    [
        (None, "2026-10-12T17:30", False),
        (None, "2026-10-12T17:31", True),
        ("2026-10-12T17:30", "2026-10-20T08:00", False),
        ("2026-10-13T07:30", "2026-10-20T08:00", True),
    ],
)
def test_a_stage_is_late_by_the_moment_it_was_given_on_or_by_now(until_at, now, late):
    part = Custody(
        COMMUNE,
        at("2026-10-05T09:00"),
        stage=0,
        due_at=at("2026-10-12T17:30"),
        until_at=at(until_at) if until_at else None,
    )
    assert part.is_late(at(now)) is late
    assert not replace(part, due_at=None).is_late(at(now))


def test_lateness_goes_to_whoever_had_it_when_it_was_due():
    due_at = at("2026-10-12T17:30")
    custody = (
        Custody(DESK, at("2026-10-05T09:00"), until_at=at("2026-10-05T10:00")),
        Custody(COMMUNE, at("2026-10-05T10:00"), 0, due_at, until_at=at("2026-10-14T08:00")),
        Custody(PROVINCE, at("2026-10-14T08:00"), 1, due_at, until_at=at("2026-10-15T08:00")),
        Custody(COMMUNE, at("2026-10-15T08:00"), 0, due_at),
    )
    assert late_holders(custody, at("2026-10-16T08:00")) == (COMMUNE,)


def test_whoever_gets_a_stage_that_is_late_already_is_not_blamed_for_it():
    due_at = at("2026-10-12T17:30")
    custody = (
        Custody(DESK, at("2026-10-05T09:00"), until_at=at("2026-10-14T08:00")),
        Custody(PROVINCE, at("2026-10-14T08:00"), 0, due_at),
    )
    assert late_holders(custody, at("2026-10-16T08:00")) == (DESK,)
    assert not custody[1].is_late(at("2026-10-16T08:00"))


def test_an_applicant_is_no_proper_name_within_a_sentence():
    assert APPLICANT.within == "người nộp hồ sơ"
    assert DESK.within == "Bộ phận Một cửa"
    assert Holder(HolderKind.SPECIALIST, "Cà Thị Mai").within == "Cà Thị Mai"
