"""Calendars and rules read from their files, and what a broken file is told."""

from __future__ import annotations

from datetime import date, time

import pytest

from reception.domain.errors import RuleViolation
from reception.services.calendars import (
    load_calendar,
    parse_sessions,
    read_days,
    shipped_days,
    shipped_rules,
)

HEAD = "date,kind,name_vi,source,confidence\n"


def test_every_shipped_day_has_a_name_and_a_source():
    assert all(day.name and day.source and day.confidence for day in shipped_days())


def test_every_swapped_day_off_has_its_makeup_day():
    makeups = {day.on: day for day in shipped_days() if day.kind == "makeup_workday"}
    swapped = [day for day in shipped_days() if day.name.startswith("Nghỉ hoán đổi")]

    assert len(swapped) == len(makeups)
    for day in swapped:
        made_up_on = day.name.rpartition("làm bù ")[2].removesuffix(")")
        assert any(f"{on:%d/%m/%Y}" == made_up_on for on in makeups)


def test_the_rules_know_their_figures_by_day():
    rules = shipped_rules()

    assert rules.hour("same-day", date(2026, 11, 22)) == time(15)
    assert rules.working_days("supplement-notice", date(2026, 11, 22)) == 3
    assert "60/2014" in rules.rule("same-day", date(2027, 2, 28)).article
    assert "60/2014" not in rules.rule("same-day", date(2027, 3, 1)).article
    with pytest.raises(TypeError):
        rules.working_days("same-day", date(2026, 11, 22))


def test_a_calendar_of_ones_own(tmp_path):
    file = tmp_path / "lich.csv"
    file.write_text("date,kind\n2026-11-23,holiday\n", encoding="utf-8-sig")

    calendar = load_calendar(file)

    assert not calendar.is_working(date(2026, 11, 23))
    assert calendar.is_working(date(2026, 11, 24))
    assert calendar.announced_until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "dòng đầu"),
        ("ngay;loai\n", "dòng đầu"),
        (HEAD + "2026-02-30,holiday,a,b,law\n", "dòng 2: “2026-02-30”"),
        (HEAD + "2026-01-01,feast,a,b,law\n", "“feast”"),
        (HEAD + "1899-01-01,holiday,a,b,law\n", "1899"),
        (HEAD + "2026-01-01,holiday,a,b,law\n2026-01-01,holiday,a,b,law\n", "ghi hai lần"),
        (HEAD + '2026-01-01,holiday,"a,b,law\n', "CSV"),
        (HEAD + "\n2026-01-01\n", "loại ngày"),
    ],
)
def test_a_broken_calendar_is_told_in_one_sentence(tmp_path, content, told):
    file = tmp_path / "lich.csv"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(RuleViolation) as refused:
        read_days(file)

    assert refused.value.code == "calendar-broken"
    assert told in refused.value.text
    assert "\n" not in refused.value.text


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00date"])
def test_an_unreadable_calendar_is_told_in_one_sentence(tmp_path, content):
    file = tmp_path / "lich.csv"
    if content:
        file.write_bytes(content)

    with pytest.raises(RuleViolation) as refused:
        read_days(file)

    assert refused.value.code == "calendar-unreadable"


@pytest.mark.parametrize("text", ["", "07:30", "7h30-11h30", "11:30-07:30", "07:30-11:30,13:00-x"])
def test_impossible_sessions_are_refused(text):
    with pytest.raises(RuleViolation) as refused:
        parse_sessions(text)

    assert refused.value.code == "impossible-hours"
