"""A due date asked for as text: the table of worked cases, the answer's shape, and its refusals."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from reception.domain.errors import RuleViolation
from reception.domain.moments import parse_moment
from reception.services.calendars import shipped_calendar
from reception.services.due_date import DueQuestion, answer, as_json, as_text

CASES_FILE = Path(__file__).parents[1] / "domain" / "deadline_cases.csv"
CASES = list(csv.DictReader(CASES_FILE.read_text(encoding="utf-8").splitlines()))
SEPARATOR = {"stages": "|", "pauses": ","}
FLAGS = {"parallel", "cutoff_starts_next_day", "month_as_30_days"}


def question_of(case: dict[str, str]) -> DueQuestion:
    options: dict[str, object] = {}
    for option in filter(None, case["options"].split(";")):
        name, _, value = option.partition("=")
        if name in FLAGS:
            options[name] = value == "yes"
        else:
            options[name] = tuple(value.split(SEPARATOR[name])) if name in SEPARATOR else value
    return DueQuestion(
        case["received"], limit=case["limit"] or None, unit=case["unit"] or None, **options
    )


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_worked_case(case):
    deadline = answer(question_of(case))

    assert deadline.due_at == parse_moment(case["due"])


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_explanation_covers_every_day_once_and_ends_on_the_due_day(case):
    document = as_json(answer(question_of(case)))
    days = document["days"]

    first, last = parse_moment(case["received"]).date(), parse_moment(case["due"]).date()
    assert len(days) == (last - first).days + 1
    assert [day["on"] for day in days] == sorted({day["on"] for day in days})
    assert (days[0]["on"], days[-1]["on"]) == (first.isoformat(), last.isoformat())
    assert all(day["reason"] and day["basis"] for day in days)
    json.dumps(document, ensure_ascii=False)


def test_the_answer_as_a_document():
    document = as_json(answer(DueQuestion("2026-02-13T14:00", limit="3", unit="working-day")))

    assert document["due_at"] == "2026-02-25T17:30:00+07:00"
    assert document["starts_at"] == "2026-02-13T14:00:00+07:00"
    assert document["provisional"] is False
    assert document["days"][0] == {
        "on": "2026-02-13",
        "counted": False,
        "reason": "Ngày bắt đầu tính thời hạn, không đếm ngày này",
        "basis": "Bộ luật Dân sự 91/2015/QH13, Điều 147 khoản 2",
    }
    assert [day["on"] for day in document["days"] if day["counted"]] == [
        "2026-02-23",
        "2026-02-24",
        "2026-02-25",
    ]
    assert document["summary"] == (
        "Nhận 14:00 thứ Sáu 13/02/2026, 3 ngày làm việc, nghỉ 16–20/02 (Tết Nguyên đán Bính Ngọ)"
        " → trước 17 giờ 30 thứ Tư 25/02/2026"
    )
    assert any("118/2025" in text for text in document["law"])


def test_stages_are_told_with_their_own_dates():
    question = DueQuestion("2026-10-05T09:00", stages=("5 working-day UBND xã", "12 day"))
    document = as_json(answer(question))

    assert document["stages"] == [
        {
            "office": "UBND xã",
            "limit": "5",
            "unit": "working-day",
            "starts_at": "2026-10-05T09:00:00+07:00",
            "due_at": "2026-10-12T17:30:00+07:00",
        },
        {
            "office": "Bước 2",
            "limit": "12",
            "unit": "day",
            "starts_at": "2026-10-12T17:30:00+07:00",
            "due_at": "2026-10-26T17:30:00+07:00",
        },
    ]


def test_the_answer_for_people():
    deadline = answer(DueQuestion("2026-12-30T10:00", limit="3", unit="working-day"))

    assert as_text(deadline).endswith("trước 17 giờ 30 thứ Ba 05/01/2027 (tạm tính)")
    explained = as_text(deadline, explain=True)
    assert "+ Thứ Năm 31/12/2026: Ngày làm việc thứ 1" in explained
    assert "  Thứ Sáu 01/01/2027: Nghỉ lễ Tết Dương lịch" in explained
    assert "chưa có lịch nghỉ chính thức năm 2027" in explained


def test_a_calendar_of_ones_own_is_asked(tmp_path):
    file = tmp_path / "lich.csv"
    file.write_text("date,kind\n2026-10-06,holiday\n2026-10-10,makeup_workday\n", encoding="utf-8")
    question = DueQuestion("2026-10-05T09:00", limit="4", unit="working-day", calendar=str(file))

    assert answer(question).due_at == parse_moment("2026-10-10T17:30")


def test_saturday_reception_keeps_the_offices_own_hours():
    office = shipped_calendar()
    question = DueQuestion(
        "2026-10-10T09:00", limit="1", unit="working-day", saturday_reception="07:30-11:30"
    )

    assert answer(question, office).due_at == parse_moment("2026-10-12T17:30")


BASE = {"received": "2026-10-05T09:00", "limit": "3", "unit": "working-day"}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"received": "2026-02-30T09:00"}, "impossible-moment"),
        ({"received": "hôm nay"}, "impossible-moment"),
        ({"received": "0001-01-01T00:00+14:00"}, "impossible-moment"),
        ({"received": "1990-01-01T09:00"}, "beyond-horizon"),
        ({"received": "2049-12-30T09:00"}, "beyond-horizon"),
        ({"limit": "0"}, "impossible-limit"),
        ({"limit": "-3"}, "impossible-limit"),
        ({"limit": "1000000"}, "impossible-limit"),
        ({"limit": "1e999999"}, "impossible-limit"),
        ({"limit": "NaN"}, "impossible-limit"),
        ({"limit": "ba"}, "impossible-limit"),
        ({"limit": ""}, "impossible-limit"),
        ({"limit": "2.5", "unit": "day"}, "impossible-limit"),
        ({"limit": None}, "usage"),
        ({"unit": None}, "usage"),
        ({"unit": "tuần"}, "unknown-unit"),
        ({"channel": "bồ câu"}, "unknown-channel"),
        ({"cutoff": "15:00"}, "usage"),
        ({"cutoff": "25:00", "cutoff_starts_next_day": True}, "impossible-hours"),
        ({"hours": "sáng"}, "impossible-hours"),
        ({"saturday_reception": "11:30-07:30"}, "impossible-hours"),
        ({"stages": ("3",)}, "impossible-stage"),
        ({"stages": ("",)}, "impossible-stage"),
        ({"stages": ("x day",)}, "impossible-limit"),
        ({"pauses": ("2026-10-06T09:00",)}, "impossible-pause"),
        ({"pauses": ("2026-10-08T09:00/2026-10-06T09:00",)}, "impossible-pause"),
        ({"pauses": ("2026-10-08T09:00/mai",)}, "impossible-moment"),
        ({"extra_working_days": "hai"}, "impossible-extension"),
        ({"extra_working_days": -2}, "impossible-extension"),
        ({"restart": "2026-10-01T09:00"}, "impossible-start"),
        ({"calendar": "/không/có.csv"}, "calendar-unreadable"),
    ],
)
def test_an_impossible_question_gets_one_sentence(options, code):
    with pytest.raises(RuleViolation) as refused:
        answer(DueQuestion(**BASE | options))

    assert refused.value.code == code
    assert refused.value.text.endswith(".")
    assert "\n" not in refused.value.text
