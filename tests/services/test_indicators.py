"""Indices, review and targets out of what was done at the desk, and their papers."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from at_the_counter import BIRTH, BY, SINGLE_STATUS, asking
from handed_in import picture
from pdf_reading import text_of
from reception.domain.dossier_events import PaidBy
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, ReturnBy, SubmittedPaper
from reception.domain.list_frame import Period
from reception.domain.survey_events import SurveyWay
from reception.services import (
    books,
    feedback,
    finishing,
    indicators,
    intake,
    procedure_review,
    scans,
    surveys,
    targets,
)
from reception.services.clock import request_supplement
from reception.services.drawing_up import Volume
from reception.services.feedback import FeedbackRequest

ONLINE = {"channel": Channel.ONLINE_FULL, "return_by": ReturnBy.ONLINE}
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def march(desk, clock):
    """Three of the 10th: one digitised and done, one late, one online, paid online and open."""
    three = [
        intake.register(desk, asking("An", SINGLE_STATUS, fee_vnd=15_000), by=BY),
        intake.register(desk, asking("Bình", SINGLE_STATUS, fee_vnd=15_000), by=BY),
        intake.register(desk, asking("Chi", BIRTH, fee_vnd=8_000, **ONLINE), by=BY),
    ]  # fmt: skip
    finishing.settle_fee(desk, three[0].dossier_id, by=BY)
    finishing.settle_fee(desk, three[2].dossier_id, paid_by=PaidBy.ONLINE, by=BY)
    clock.set_to("2026-03-11T09:00")
    scans.attach(desk, three[0].dossier_id, picture(10), "to-khai.png", by=BY)
    scans.attach(desk, three[0].dossier_id, picture(20), "ket-qua.png", about="result", by=BY)
    finishing.record_result(desk, three[0].dossier_id, by=BY)
    finishing.hand_over(desk, three[0].dossier_id, by=BY)
    clock.set_to("2026-03-20T09:00")
    finishing.record_result(desk, three[1].dossier_id, by=BY)
    clock.set_to("2026-04-02T09:00")
    return three


def shares(desk) -> dict[str, tuple[int, int] | None]:
    made = indicators.indicators(desk, MARCH)
    return {
        one.index.code: (one.share.part, one.share.whole) if one.share else None
        for one in made.told
    }


def test_each_index_has_its_numerator_and_denominator(desk, march):
    told = shares(desk)
    procedures = len({one.code for one in desk.procedures})
    assert told["2.1"] == (1, 3)  # one late, one open and overdue
    assert told["3.2"][0] == 2
    assert told["3.2"][1] <= procedures
    assert told["3.3"] == (0, 3)
    assert told["3.3a"] == (1, 3)
    assert told["3.5"] == (1, 2)
    assert told["3.6"] == (1, 3)
    assert told["4.1"] == told["4.2"] == (1, 2)


def test_what_cannot_be_counted_says_why(desk, march):
    made = indicators.indicators(desk, MARCH)
    unknown = {one.index.code: one.unknown for one in made.told if one.share is None}
    assert set(unknown) == {"1.1–1.3", "1.4", "3.1", "4.3", "4.4", "4.5", "5.4"}
    assert all(unknown.values())
    with pytest.raises(RuleViolation, match="chưa có số liệu: máy này chưa nối") as refused:
        indicators.opened(desk, MARCH, "1.4")
    assert refused.value.code == "index-unknown"


def test_an_index_opens_its_dossiers_and_the_rest(desk, march):
    late = indicators.opened(desk, MARCH, "2.1", rest=True)
    assert {one.code for one in late} == {march[1].code, march[2].code}
    [online] = indicators.opened(desk, MARCH, "3.3a")
    assert (online.code, online.dossier_id) == (march[2].code, march[2].dossier_id)
    assert {one.code for one in indicators.opened(desk, MARCH, "3.2")} == {BIRTH, SINGLE_STATUS}
    assert BIRTH not in {one.code for one in indicators.opened(desk, MARCH, "3.2", rest=True)}
    assert [one.code for one in indicators.opened(desk, MARCH, "3.5")] == [BIRTH]
    assert len(indicators.opened(desk, MARCH, "2.2")) == 2
    with pytest.raises(RuleViolation, match=r"hãy chọn một trong: 1\.1–1\.3, 1\.4"):
        indicators.opened(desk, MARCH, "9.9")


def test_the_indices_are_the_same_next_year(desk, march, clock):
    before = indicators.indicators(desk, MARCH)
    clock.set_to("2027-04-02T09:00")
    assert indicators.indicators(desk, MARCH) == before


def test_the_sheet_of_indices_tells_figures_and_definitions(desk, march, tmp_path):
    made = indicators.indicators(desk, MARCH)
    text = text_of(books.pdf([Volume(indicators.paper(desk, made), ())]))
    for words in ("33,33 %", "Chưa có số liệu:", "Mẫu số", "Ước tính", "Đối chiếu"):
        assert words in text, words
    file = tmp_path / "chi-so.xlsx"
    indicators.save_workbook(desk, made, file)
    rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
    on_time = next(row for row in rows if row[0] == "2.1")
    assert on_time[3:5] == (1, 3)


# --- the review -----------------------------------------------------------------------------------


@pytest.fixture
def asked(desk, march, clock):
    """One more of March who was asked for papers, one of them of the catalogue."""
    clock.set_to("2026-03-23T09:00")
    listed = desk.procedure(SINGLE_STATUS, date(2026, 3, 23)).papers[0].name
    more = SubmittedPaper("Giấy xác nhận của trưởng bản", demanded_because="mới chuyển đến")
    papers = (SubmittedPaper(listed), more)
    dossier = intake.register(desk, asking("Dung", SINGLE_STATUS, papers=papers), by=BY)
    request_supplement(
        desk, dossier.dossier_id, wanted=[listed, "Sổ hộ khẩu"], reason="đối chiếu", by=BY
    )
    clock.set_to("2026-04-02T09:00")
    return dossier


def test_papers_beyond_the_catalogue_are_told_with_their_reason(desk, asked):
    made = procedure_review.review(desk, MARCH)
    assert [(one.paper, one.occasion_words, one.times, one.reasons) for one in made.extra] == [
        ("Giấy xác nhận của trưởng bản", "nộp thêm khi tiếp nhận", 1, ("mới chuyển đến",)),
        ("Sổ hộ khẩu", "phiếu yêu cầu bổ sung", 1, ("đối chiếu",)),
    ]
    row = next(row for row in made.rows if row.code == SINGLE_STATUS)
    assert (row.received, row.supplemented, row.extra, row.online) == (3, 1, 2, 0)
    assert all(one.references == (asked.code,) for one in made.extra)


def test_trips_and_unused_procedures_are_told(desk, march):
    made = procedure_review.review(desk, MARCH)
    row = next(row for row in made.rows if row.code == SINGLE_STATUS)
    assert (row.trips, row.mean_trips_words, row.spread_words) == ({2: 1}, "2,00", "0 / 0 / 1 / 0")
    assert [road.words for road in made.roads] == ["trực tiếp tại quầy 2,00"]
    assert made.used.part == 2
    assert len(made.unused) == made.used.whole - 2
    assert {BIRTH, SINGLE_STATUS}.isdisjoint(code for code, _name in made.unused)


def test_who_was_sent_home_came_in_vain(desk, march, clock):
    clock.set_to("2026-03-24T09:00")
    with_slip = asking("Em", BIRTH)
    intake.guide(desk, with_slip, wanted=["Giấy chứng sinh"], reason="thiếu", by=BY)
    made = procedure_review.review(desk, MARCH)
    assert made.total.in_vain == 1


def test_the_review_is_a_paper_and_a_workbook_of_two_sheets(desk, asked, tmp_path):
    made = procedure_review.review(desk, MARCH)
    text = text_of(books.pdf([Volume(procedure_review.paper(desk, made, MARCH), ())]))
    for words in ("PHIẾU RÀ SOÁT", "Sổ hộ khẩu", "Bình quân người dân đến 2,00 lượt"):
        assert words in text, words
    file = tmp_path / "ra-soat.xlsx"
    procedure_review.save_workbook(desk, made, MARCH, file)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["Rà soát thủ tục", "Giấy tờ thêm"]
    papers = [row[2] for row in book["Giấy tờ thêm"].iter_rows(values_only=True)]
    assert "Sổ hộ khẩu" in papers


# --- targets --------------------------------------------------------------------------------------


def test_a_target_stands_beside_what_was_reached(desk, march):
    made = targets.set_target(desk, 2026, "on-time", 9800, basis="NQ 5/HĐND", by=BY)
    [told] = made.progress
    assert (told.share.part, told.share.whole, told.met, told.needed) == (1, 3, False, 97)
    assert told.basis == "NQ 5/HĐND"
    assert "on-time" not in [one.kind.name for one in made.unset]
    assert targets.set_target(desk, 2026, "on-time", None, by=BY).progress == ()


def test_a_target_of_what_is_not_counted_says_why(desk, march):
    [told] = targets.set_target(desk, 2026, "satisfied", 9000, by=BY).progress
    assert told.share is None
    assert "khảo sát" in told.unknown
    [later] = targets.set_target(desk, 2027, "online", 5000, by=BY).progress
    assert later.unknown == "năm này chưa bắt đầu"


@pytest.mark.parametrize(
    ("year", "name", "percent", "code"),
    [
        (2026, "fast", 9800, "no-such-target"),
        (2026, "online", 0, "target-impossible"),
        (2017, "online", 5000, "year-impossible"),
        (2030, "online", 5000, "year-impossible"),
    ],
)
def test_a_target_that_cannot_be_is_refused(desk, year, name, percent, code):
    with pytest.raises(RuleViolation) as refused:
        targets.set_target(desk, year, name, percent, by=BY)
    assert refused.value.code == code


# --- what citizens say ----------------------------------------------------------------------------


def test_feedback_handled_in_time_is_an_index_and_opens_by_its_numbers(desk, march, clock):
    asked = FeedbackRequest("Bảng treo cao quá")
    late, _open, in_time = (feedback.receive(desk, asked, by=BY) for _ in range(3))
    feedback.answer(desk, in_time.feedback_id, "đã hạ", by=BY)
    clock.set_to("2026-06-01T09:00")
    feedback.answer(desk, late.feedback_id, "đã hạ", by=BY)
    spring = Period(date(2026, 3, 1), date(2026, 6, 30))
    made = indicators.indicators(desk, spring).of("5.1–5.3")
    assert (made.share.part, made.share.whole, made.share.unit) == (1, 3, "phản ánh")
    codes = [one.code for one in indicators.opened(desk, spring, "5.1-5.3")]
    rest = indicators.opened(desk, spring, "5.1-5.3", rest=True)
    assert codes == [in_time.received.code]
    assert len(rest) == 2


def test_sheets_of_the_survey_tell_how_many_are_satisfied(desk, march, clock):
    for dossier, digits in ((march[0], "11111"), (march[1], "11113")):
        surveys.answer(desk, dossier.dossier_id, digits, SurveyWay.COUNTER, by=BY)
    told = indicators.indicators(desk, Period(date(2026, 3, 1), date(2026, 4, 30))).of("5.4")
    assert (told.share.part, told.share.whole, told.share.unit) == (1, 2, "phiếu")
    with pytest.raises(RuleViolation, match="giữ kín") as refused:
        indicators.opened(desk, Period(date(2026, 3, 1), date(2026, 4, 30)), "5.4")
    assert refused.value.code == "survey-unopened"
