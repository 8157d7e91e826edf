"""A report of a period: the form as paper and as spreadsheet, from the same figures."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest

from at_the_counter import BY, asking
from pdf_reading import text_of
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.timeliness import Rule
from reception.services import (
    behind,
    books,
    closed_papers,
    closing_periods,
    finishing,
    intake,
    mending,
    reports,
)
from reception.services import clock as clocks
from reception.services.behind import Figure
from reception.services.drawing_up import Volume

THREE_DAYS = "1.004873"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def march(desk, clock):
    """Three received on the 10th: one done the day after, one late, one open."""
    three = [
        intake.register(desk, asking(owner, THREE_DAYS), by=BY) for owner in ("An", "Bình", "Chi")
    ]
    clock.set_to("2026-03-11T09:00")
    finishing.record_result(desk, three[0].dossier_id, by=BY)
    clock.set_to("2026-03-20T09:00")
    finishing.record_result(desk, three[1].dossier_id, by=BY)
    clock.set_to("2026-04-02T09:00")
    return three


def test_what_is_counted_adds_up_and_is_the_same_next_year(desk, march, clock):
    made = reports.handling_report(desk, MARCH, Choices())
    row = made.told.total
    assert (row.received, row.settled, row.early, row.overdue, row.open) == (3, 2, 1, 1, 1)
    assert row.open_overdue == 1
    finishing.record_result(desk, march[2].dossier_id, by=BY)
    clock.set_to("2027-04-02T09:00")
    assert reports.handling_report(desk, MARCH, Choices()).told == made.told


def test_a_reasoned_correction_shows_beside_what_was_taken_down(desk, march):
    earlier = datetime(2026, 3, 11, 9, tzinfo=march[1].opened_at.tzinfo)
    mending.correct_time(
        desk, march[1].dossier_id, mending.Moment.RESULT, earlier, reason="ghi muộn", by=BY
    )
    made = reports.handling_report(desk, MARCH, Choices())
    assert made.told.total.overdue == 0
    text = text_of(books.pdf([Volume(reports.paper(desk, made), ())]))
    assert "chưa tính các lần đính chính có lý do" in text
    assert "quá hạn 1; đang giải quyết 1" in text


def test_the_form_says_how_it_was_counted(desk, march):
    made = reports.handling_report(desk, MARCH, Choices(Rule.MINUTE))
    form = reports.paper(desk, made, receiver="UBND tỉnh Điện Biên")
    text = text_of(books.pdf([Volume(form, ())]))
    for words in (
        "Biểu số II.06a/VPCP/KSTT", "UBND tỉnh Điện Biên", "Trực tiếp,", "(13)",
        "50,00 % trên số đã giải quyết", "33,33 % trên số tiếp nhận", "tính đến từng phút",
    ):  # fmt: skip
        assert words in text, words


def test_the_spreadsheet_has_the_same_figures_as_numbers(desk, march, tmp_path):
    made = reports.handling_report(desk, MARCH, Choices())
    file = tmp_path / "ii06a.xlsx"
    closed_papers.save_today(desk, made, "ii06a", file)
    sheet = openpyxl.load_workbook(file).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    whole = next(row for row in cells if row[1] == "Tổng số")
    assert whole[2:13] == list(made.told.total.columns().values())
    assert "Số lượng hồ sơ tiếp nhận" in {cell for row in cells for cell in row}
    assert [file] == list(tmp_path.glob("ii06a*"))


def test_a_spreadsheet_that_cannot_be_written_is_told_in_one_sentence(desk, march, tmp_path):
    made = reports.handling_report(desk, MARCH, Choices())
    with pytest.raises(Trouble, match="Không ghi được tệp “ii06a"):
        closed_papers.save_today(desk, made, "ii06a", tmp_path / "chua-co" / "ii06a.xlsx")


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2026, 3, 31), date(2026, 3, 1), "days-reversed"),
        (date(2026, 5, 1), date(2026, 5, 31), "period-to-come"),
    ],
)
def test_a_period_that_cannot_be_is_refused(desk, march, first, last, code):
    with pytest.raises(RuleViolation) as refused:
        reports.handling_report(desk, Period(first, last), Choices())
    assert refused.value.code == code


def test_figures_that_do_not_add_up_make_no_report(desk, march):
    with desk.database.writing():
        desk.database.run("UPDATE dossier SET ended_at = '2026-02-11T00:00:00Z', kept = 'eeor'")
    with pytest.raises(Trouble) as refused:
        reports.handling_report(desk, MARCH, Choices())
    assert refused.value.code == "figures-do-not-add-up"


def test_while_its_clock_stands_no_date_is_missed(desk, clock):
    one = intake.register(desk, asking("An", THREE_DAYS), by=BY)
    clock.set_to("2026-03-12T09:00")
    clocks.request_supplement(desk, one.dossier_id, wanted=["Tờ khai"], reason="thiếu", by=BY)
    clock.set_to("2026-04-03T09:00")
    standing = reports.handling_report(desk, MARCH, Choices()).told
    assert (standing.total.open_in_time, standing.total.open_overdue) == (1, 0)
    assert not behind.dossiers_behind(desk, Figure("ii06a", "c13"), MARCH, Choices())
    closing_periods.counted_twice(desk, MARCH, Choices(), by="quantri")
    clocks.receive_supplement(desk, one.dossier_id, by=BY)
    assert reports.handling_report(desk, MARCH, Choices()).told == standing
