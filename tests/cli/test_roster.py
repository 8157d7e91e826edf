"""The duty roster on the command line."""

from __future__ import annotations

import pytest

from pdf_reading import text_of

WEEK = ("--week", "2026-03-11")


@pytest.fixture
def roster(run, folder):
    def ask(*arguments: object):
        return run("roster", *arguments, "--data", folder)

    return ask


def test_a_person_is_planned_and_the_others_stay(roster):
    roster("set", "Lò Thị Mây", "--halves", "2-6", "--title", "Chuyên viên", *WEEK)
    told = roster("set", "Vừ Thị Mỷ", "--halves", "2s 3c", *WEEK, "--json").json

    assert told["week"] == "2026-03-09"
    assert [one["name"] for one in told["people"]] == ["Lò Thị Mây", "Vừ Thị Mỷ"]
    assert told["people"][1]["halves"] == [["2026-03-09", "morning"], ["2026-03-10", "afternoon"]]
    assert "Vừ Thị Mỷ: sáng 09/03, chiều 10/03" in roster("show", *WEEK).out
    left = roster("set", "Vừ Thị Mỷ", "--halves", "-", *WEEK, "--json").json
    assert [one["name"] for one in left["people"]] == ["Lò Thị Mây"]


def test_printed_and_counted(roster, tmp_path):
    posted, notice = tmp_path / "lich.pdf", tmp_path / "tb.pdf"
    roster("set", "Lò Thị Mây", "--halves", "2", "--phone", "0912000111", *WEEK)

    assert roster("print", "--out", posted, *WEEK, "--json").json == {"out": str(posted)}
    [told] = roster(
        "presence", "--mark", "Lò Thị Mây", "--on", "2026-03-09", "--half", "afternoon",
        "--absent", "ốm", "--period", "2026-03", "--pdf", notice, "--json",
    ).json  # fmt: skip

    assert told["planned"] == 2
    assert told["absent"] == [{"on": "2026-03-09", "half": "afternoon", "reason": "ốm"}]
    assert told["open"] == [["2026-03-09", "morning"]]
    assert "0912000111" in text_of(posted.read_bytes())
    assert "ốm" in text_of(notice.read_bytes())
    assert "vắng 1" in roster("presence", "--period", "2026-03").out


def test_a_refusal_is_one_sentence(roster):
    ran = roster("set", "Lò Thị Mây", "--halves", "9z", *WEEK)

    assert ran.status == 1
    assert "Không đọc được buổi trực" in ran.err
    assert "chưa xếp lịch trực" in roster("presence", "--period", "2026-01").out
