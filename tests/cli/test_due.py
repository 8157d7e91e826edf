"""What ``reception due`` answers: one document for programs, a few lines for people."""

from __future__ import annotations

import json

import pytest

from due_cases import CASES, question_of
from reception.cli.due import due_as_json, due_as_text
from reception.domain.moments import parse_moment
from reception.services.due_date import DueQuestion, answer


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_explanation_covers_every_day_once_and_ends_on_the_due_day(case):
    document = due_as_json(answer(question_of(case)))
    days = document["days"]

    first, last = parse_moment(case["received"]).date(), parse_moment(case["due"]).date()
    assert len(days) == (last - first).days + 1
    assert [day["on"] for day in days] == sorted({day["on"] for day in days})
    assert (days[0]["on"], days[-1]["on"]) == (first.isoformat(), last.isoformat())
    assert all(day["reason"] and day["basis"] for day in days)
    json.dumps(document, ensure_ascii=False)


def test_the_answer_as_a_document():
    document = due_as_json(answer(DueQuestion("2026-02-13T14:00", limit="3", unit="working-day")))

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
    document = due_as_json(answer(question))

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

    assert due_as_text(deadline).endswith("trước 17 giờ 30 thứ Ba 05/01/2027 (tạm tính)")
    explained = due_as_text(deadline, explain=True)
    assert "+ Thứ Năm 31/12/2026: Ngày làm việc thứ 1" in explained
    assert "  Thứ Sáu 01/01/2027: Nghỉ lễ Tết Dương lịch" in explained
    assert "chưa có lịch nghỉ chính thức năm 2027" in explained
