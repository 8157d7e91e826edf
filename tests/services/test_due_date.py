"""A due date asked for as text: the table of worked cases, and what is refused."""

from __future__ import annotations

import pytest

from due_cases import CASES, question_of
from reception.domain.errors import RuleViolation
from reception.domain.moments import parse_moment
from reception.services.calendars import shipped_calendar
from reception.services.due_date import DueQuestion, answer


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_worked_case(case):
    deadline = answer(question_of(case))

    assert deadline.due_at == parse_moment(case["due"])


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
STAGED = {"limit": None, "unit": None}


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
        (STAGED | {"stages": ("3",)}, "impossible-stage"),
        (STAGED | {"stages": ("",)}, "impossible-stage"),
        (STAGED | {"stages": ("x day",)}, "impossible-limit"),
        ({"stages": ("3 day",)}, "usage"),
        ({"limit": "inf"}, "impossible-limit"),
        ({"parallel": True}, "usage"),
        ({"cutoff_starts_next_day": True}, "usage"),
        ({"hours": ""}, "usage"),
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
