"""The duty roster: half-days as they are typed, who was there, and nobody away by silence."""

from __future__ import annotations

from datetime import date

import pytest

from at_the_counter import BY, asking
from pdf_reading import text_of
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.domain.roster import parse_halves
from reception.domain.roster_events import Half, HalfDay, OnDuty
from reception.services import books, intake, roster, safekeeping
from reception.storage.integrity import rebuild

MONDAY = date(2026, 3, 9)
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
MAY = OnDuty("Lò Thị Mây", BY, "Chuyên viên", "Hộ tịch", "0912000111", parse_halves("2-3", MONDAY))


def half(day: int, which: Half = Half.MORNING) -> HalfDay:
    return HalfDay(date(2026, 3, day), which)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2s", [half(9)]),
        ("2", [half(9), half(9, Half.AFTERNOON)]),
        ("3c, 2s", [half(9), half(10, Half.AFTERNOON)]),
        ("2-4s", [half(9), half(10), half(11)]),
        ("2s 2s", [half(9)]),
        ("", []),
    ],
)
def test_half_days_as_they_are_typed(typed, days):
    assert list(parse_halves(typed, MONDAY)) == days


@pytest.mark.parametrize("typed", ["8", "1s", "2x", "thứ hai", "2s3c"])
def test_what_is_no_half_day_is_told(typed):
    with pytest.raises(RuleViolation) as refusal:
        parse_halves(typed, MONDAY)
    assert refusal.value.code == "halves-unreadable"


def test_a_week_is_set_whole_and_begins_the_next(desk):
    roster.set_week(desk, date(2026, 3, 12), [MAY], by=BY)

    assert roster.week(desk, MONDAY).people == (MAY,)
    assert roster.week(desk, date(2026, 3, 16)).people == ()
    [later] = roster.as_before(desk, date(2026, 3, 16))
    assert later.halves[0].on == date(2026, 3, 16)
    assert safekeeping.verify(desk).whole


@pytest.mark.parametrize(
    ("people", "code"),
    [
        ([OnDuty("  ")], "name-missing"),
        ([OnDuty("An"), OnDuty("An")], "person-twice"),
        ([OnDuty("An \U0001f600")], "no-glyph"),
    ],
)
def test_what_cannot_be_changes_nothing(desk, people, code):
    roster.set_week(desk, MONDAY, [MAY], by=BY)

    with pytest.raises(RuleViolation) as refusal:
        roster.set_week(desk, MONDAY, people, by=BY)

    assert refusal.value.code == code
    assert roster.week(desk, MONDAY).people == (MAY,)


def test_nobody_is_planned_on_a_holiday(desk):
    people = [OnDuty("An", halves=parse_halves("2-6", date(2026, 4, 27)))]

    [an] = roster.set_week(desk, date(2026, 4, 27), people, by=BY).people

    assert sorted({one.on.day for one in an.halves}) == [28, 29]


def test_whoever_wrote_something_down_was_there(desk, clock):
    roster.set_week(desk, MONDAY, [MAY], by=BY)
    intake.register(desk, asking(), by=BY)  # on Tuesday morning
    clock.set_to("2026-03-12T09:00")

    [told] = roster.times(desk, MARCH)

    assert (told.planned, told.present, told.absent) == (4, 1, [])
    assert told.open == [half(9), half(9, Half.AFTERNOON), half(10, Half.AFTERNOON)]


def test_a_mark_says_more_than_a_trace_and_the_last_one_stands(desk, clock):
    roster.set_week(desk, MONDAY, [MAY], by=BY)
    clock.set_to("2026-03-12T09:00")
    roster.mark(desk, BY, half(9), present=False, reason="ốm", by=BY)
    roster.mark(desk, BY, half(9), present=True, reason="", by=BY)
    roster.mark(desk, BY, half(10), present=False, reason="tập huấn", by=BY)

    [told] = roster.times(desk, MARCH)

    assert told.present == 1
    assert told.absent == [(half(10), "tập huấn")]


def test_half_days_to_come_are_neither(desk):
    later = OnDuty("An", halves=parse_halves("6", MONDAY))
    roster.set_week(desk, MONDAY, [later], by=BY)

    [told] = roster.times(desk, MARCH)

    assert (told.planned, told.present, told.open, told.to_come) == (2, 0, [], 2)


@pytest.mark.parametrize(
    ("person", "on", "present", "reason", "code"),
    [
        (BY, half(9), False, " ", "reason-missing"),
        (BY, half(12), True, "", "nobody-planned"),
        ("An", half(9), True, "", "nobody-planned"),
    ],
)
def test_a_mark_that_cannot_be_is_told(desk, person, on, present, reason, code):
    roster.set_week(desk, MONDAY, [MAY], by=BY)

    with pytest.raises(RuleViolation) as refusal:
        roster.mark(desk, person, on, present=present, reason=reason, by=BY)
    assert refusal.value.code == code


def test_the_tables_are_made_anew_from_the_events(desk):
    roster.set_week(desk, MONDAY, [MAY], by=BY)
    roster.mark(desk, BY, half(9), present=False, reason="ốm", by=BY)
    before = roster.times(desk, MARCH)
    desk.database.run("DELETE FROM presence")
    assert not safekeeping.verify(desk).whole

    rebuild(desk.store)

    assert roster.times(desk, MARCH) == before


def test_the_papers_say_who_sits_when_and_who_was_away(desk):
    roster.set_week(desk, MONDAY, [MAY], by=BY)
    roster.mark(desk, BY, half(9), present=False, reason="đi tập huấn", by=BY)

    posted = text_of(books.pdf_of(roster.roster_paper(desk, MONDAY, by=BY)))
    notice = text_of(books.pdf_of(roster.notice(desk, MARCH, by=BY)))

    for word in ("Lò Thị Mây", "Hộ tịch", "0912000111", "sáng, chiều", "09/03"):
        assert word in posted
    assert "sáng 09/03/2026: đi tập huấn" in notice


def test_the_first_hours_of_a_month_lie_in_the_month_before_by_utc(desk, clock):
    clock.set_to("2026-06-01T06:30")
    first = date(2026, 6, 1)
    one = OnDuty("Lò Thị Mây", BY, halves=parse_halves("2s", first))
    roster.set_week(desk, first, [one], by=BY)

    [told] = roster.times(desk, Period(first, date(2026, 7, 31)))

    assert told.present == 1
