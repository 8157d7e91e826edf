"""Dates as they are typed, and dates that are none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from unikey import press, send

from reception.domain.errors import RuleViolation
from reception.ui.date_field import BirthField, DateField
from reception.ui.date_text import read_birth, read_day, step_months

TODAY = date(2026, 11, 22)


def today():
    return TODAY


def add_working_days(day, count):
    return day + timedelta(days=count + 2)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("13022026", date(2026, 2, 13)),
        ("13/2/2026", date(2026, 2, 13)),
        ("13-02-2026", date(2026, 2, 13)),
        ("3.1.26", date(2026, 1, 3)),
        (" 29/02/2024 ", date(2024, 2, 29)),
        ("1/1/80", date(1980, 1, 1)),
        ("1/1/70", date(2070, 1, 1)),
        ("hn", TODAY),
        ("Hôm nay", TODAY),
        ("+3", date(2026, 11, 27)),
    ],
)
def test_days_of_the_desk(typed, day):
    assert read_day(typed, today=TODAY, add_working_days=add_working_days) == day


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/2026",
        "29/02/2023",
        "00/01/2026",
        "1/13/2026",
        "5/6",
        "061990",
        "abc",
        "13/2-2026",
        "1/1/0026",
        "1/1/2500",
        "+3",
        "²/1/2026",
        "13/02/20266",
    ],
)
def test_what_is_no_day_is_told_and_never_guessed(typed):
    with pytest.raises(RuleViolation, match="ngày"):
        read_day(typed, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("1990", "1990"),
        ("6/1990", "06/1990"),
        ("05061990", "05/06/1990"),
        ("5.6.90", "05/06/1990"),
        ("5.6.26", "05/06/2026"),
        ("29/02/2024", "29/02/2024"),
    ],
)
def test_births_may_be_known_in_part(typed, born):
    assert read_birth(typed, today=TODAY) == born


@pytest.mark.parametrize("typed", ["2027", "12/2026", "23/11/2026", "13/1990", "5.12.26", "hn"])
def test_nobody_is_born_tomorrow_or_in_a_thirteenth_month(typed):
    with pytest.raises(RuleViolation):
        read_birth(typed, today=TODAY)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_reads_back(day):
    for form in ("%d/%m/%Y", "%d%m%Y", "%d-%m-%Y"):
        assert read_day(day.strftime(form), today=TODAY) == day


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-500, 500))
def test_stepping_months_lands_in_the_right_month(day, months):
    there = step_months(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day <= day.day


def test_the_date_is_written_out_on_leaving_with_its_weekday(shown, qtbot):
    field = shown(DateField(today))
    send(field, "13022026")
    assert field.text() == "13022026"
    with qtbot.waitSignal(field.day_changed) as told:
        press(field, Qt.Key.Key_Return, "\r")
    assert told.args == [date(2026, 2, 13)]
    assert field.text() == "13/02/2026"
    assert field._weekday.text() == "Thứ Sáu"


def test_31_february_is_an_error_and_stays_as_typed(shown):
    field = shown(DateField(today))
    send(field, "31/02/2026")
    field.commit()
    assert field.text() == "31/02/2026"
    assert "không phải ngày có thật" in field.problem()
    assert field.day() is None


def test_29_february_2024_stays(shown):
    field = shown(DateField(today))
    field.set_day(date(2023, 1, 28))
    field.selectAll()
    send(field, "29/02/2024")
    field.commit()
    assert field.day() == date(2024, 2, 29)


def test_a_date_may_be_emptied(shown):
    field = shown(DateField(today))
    field.set_day(TODAY)
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    field.commit()
    assert (field.day(), field.problem(), field.text()) == (None, "", "")


def test_arrows_step_but_not_over_a_text_that_is_no_date(shown):
    field = shown(DateField(today))
    press(field, Qt.Key.Key_Up)
    assert field.day() == TODAY
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_PageUp)
    assert field.day() == date(2026, 12, 21)
    field.setText("31/02/2026")
    press(field, Qt.Key.Key_Up)
    assert field.text() == "31/02/2026"


def test_the_calendar_begins_on_monday_and_hands_over_its_day(shown):
    field = shown(DateField(today))
    press(field, Qt.Key.Key_F4)
    calendar = field.open_calendar()
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.selectedDate() == QDate(2026, 11, 22)
    calendar.clicked.emit(QDate(2026, 12, 1))
    assert field.day() == date(2026, 12, 1)


def test_a_birth_of_which_only_the_year_is_known(shown):
    field = shown(BirthField(today))
    send(field, "1990")
    field.commit()
    assert (field.value(), field.problem(), field.day()) == ("1990", "", None)
