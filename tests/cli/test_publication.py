"""Pictures and a month's publication by command."""

from __future__ import annotations

from datetime import date

import pytest

from at_the_counter import BY, asking, clock_at
from pdf_reading import text_of
from reception.services import finishing, intake
from reception.services.desk import open_desk


@pytest.fixture
def march(folder):
    """One dossier of March 2026, done the day after."""
    clock = clock_at()
    desk = open_desk(folder, clock)
    made = intake.register(desk, asking(procedure="1.004873"), by=BY)
    clock.set_to("2026-03-11T09:00")
    finishing.record_result(desk, made.dossier_id, by=BY)
    desk.close()
    return "--data", folder


@pytest.mark.parametrize("kind", ["trend", "fields", "holders", "hours", "ahead"])
def test_a_picture_is_told_in_numbers_and_written_as_paper_and_page(run, march, tmp_path, kind):
    pdf, html = tmp_path / "hinh.pdf", tmp_path / "hinh.html"
    words = ("picture", kind, "--period", "2026-03", *march)
    told = run(*words, "--pdf", pdf, "--html", html)
    assert told.status == 0
    assert "(n = " in told.out
    document = run(*words, "--json").json
    assert document["kind"] == kind
    title = document["pictures"][0]["title"]
    assert title[:20] in text_of(pdf.read_bytes())
    assert title in html.read_text("utf-8")


def test_a_month_is_drafted_confirmed_and_listed(run, march, tmp_path):
    month = ("--month", "2026-03", "--out", tmp_path, *march)
    drafted = run("publish", "draft", *month)
    assert drafted.status == 0
    assert "loa-2026-03.txt" in drafted.out
    confirmed = run("publish", "confirm", *month, "--json").json
    assert len(confirmed["files"]) == 5
    document = run("publish", "list", *march, "--json").json
    (published,) = document["published"]
    assert (published["month"], published["changed"]) == ("2026-03", "")
    assert published["figures"] == confirmed["figures"]
    assert published["due_on"] == date(2026, 4, 6).isoformat()
    assert "tháng 03/2026 đã công bố ngày" in run("publish", "list", *march).out


def test_without_a_draft_nothing_is_confirmed(run, march, tmp_path):
    told = run("publish", "confirm", "--month", "2026-03", *march)
    assert told.status == 1
    assert "hãy lập bản nháp" in told.err


def test_a_month_written_otherwise_is_refused(run, march):
    told = run("publish", "draft", "--month", "03/2026", *march)
    assert told.status == 1
    assert "hãy ghi như 2026-10" in told.err
