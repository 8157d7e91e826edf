"""07a/BTP, the reasons of delay, certifications: counted out of a register that was worked in."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from at_the_counter import BY, asking
from pdf_reading import text_of
from reception.domain.applicant import Party
from reception.domain.certification import CertificationKind, Matter
from reception.domain.delay import Cause, Ground
from reception.domain.dossier_events import PaidBy
from reception.domain.handling_report import Choices
from reception.domain.intake import Channel
from reception.domain.list_frame import Period
from reception.services import (
    apologies,
    books,
    certification,
    certification_book,
    closed_papers,
    finishing,
    intake,
    reports,
)
from reception.services import clock as clocks
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.drawing_up import Volume

THREE_DAYS = "1.004873"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


def received(desk, owner, **more):
    return intake.register(desk, asking(owner, THREE_DAYS, **more), by=BY)


def made(desk, name, period=MARCH):
    return reports.make(desk, name, period, Choices())


def test_each_road_and_each_end_has_its_column(desk, clock):
    received(
        desk,
        "An",
        channel=Channel.ONLINE_FULL,
        non_territorial=True,
        competent_authority="UBND xã Thanh Nưa",
    )
    paused = received(desk, "Bình", channel=Channel.POST)
    late = received(desk, "Chi", channel=Channel.OTHER)
    stopped = received(desk, "Dung")
    clock.set_to("2026-03-11T09:00")
    clocks.suspend(desk, paused.dossier_id, Ground.COURT, by=BY)
    finishing.stop(desk, stopped.dossier_id, requested_by="đơn", reason="đổi ý", by=BY)
    clock.set_to("2026-03-20T09:00")
    finishing.settle_fee(desk, late.dossier_id, amount_vnd=5000, paid_by=PaidBy.ONLINE, by=BY)
    finishing.record_result(desk, late.dossier_id, by=BY)
    clock.set_to("2026-04-02T09:00")
    clocks.resume(desk, paused.dossier_id, by=BY)

    told = made(desk, reports.JUSTICE).total.figures
    assert {c: n for c, n in told.items() if n} == {
        "c3": 4, "c4": 2, "c5": 1, "c7": 1, "c9": 1,
        "c14": 1, "c18": 1, "c19": 3, "c21": 1, "c22": 1, "c23": 1, "c24": 1, "c25": 1,
    }  # fmt: skip
    text = text_of(books.pdf([Volume(reports.paper(desk, made(desk, "07a"), "07a"), ())]))
    for words in ("Biểu số 07a/BTP", "Cột 8 để trống", "Cột 4 gồm 1 hồ sơ nộp bằng cách khác"):
        assert words in text, words


def test_who_was_turned_away_is_counted_though_never_received(desk, clock):
    intake.refuse(desk, asking("An", THREE_DAYS), reason="không thuộc thẩm quyền", by=BY)
    told = made(desk, reports.JUSTICE).total.figures
    assert (told["c3"], told["c11"]) == (0, 1)


def test_the_spreadsheet_leaves_blank_what_the_paper_leaves_blank(desk, clock, tmp_path):
    received(desk, "An")
    file = tmp_path / "07a.xlsx"
    closed_papers.save_today(desk, made(desk, "07a"), "07a", file)
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(file).active.iter_rows()]
    whole = next(row for row in rows if row[1] == "Tổng số")
    assert whole[2:7] == [1, 1, 0, 0, 0]
    assert whole[7] in (None, "")
    assert whole[8] == 0


def test_the_late_are_told_by_reason_by_field_and_by_whose_delay_it_is(desk, clock):
    explained, silent, in_time = (received(desk, name) for name in ("An", "Bình", "Chi"))
    apologies.explain_delay(
        desk, explained.dossier_id, Cause.VERIFICATION, owner="Phòng Kinh tế", by=BY
    )
    finishing.record_result(desk, in_time.dossier_id, by=BY)
    clock.set_to("2026-03-20T09:00")
    finishing.record_result(desk, silent.dossier_id, by=BY)
    clock.set_to("2026-04-02T09:00")

    told = made(desk, reports.LATENESS)
    assert list(told.total.figures.values()) == [2, 1, 1, 0, 2]
    causes = {line.field: line.figures["c3"] for line in told.sections["causes"]}
    assert causes == {"Cần thêm thời gian thẩm tra, xác minh": 1, "Chưa ghi nguyên nhân": 1}
    holders = {line.field: line.figures["c3"] for line in told.sections["holders"]}
    assert holders == {"Phòng Kinh tế": 1, "Bộ phận Một cửa": 1}
    handling = made(desk, reports.HANDLING).total.figures
    assert told.total.figures["c4"] == handling["c10"]
    assert told.total.figures["c5"] == handling["c13"]


def test_certifications_agree_with_their_books(desk, clock):
    for name, copies, free in (("An", 5, ""), ("Bình", 1, "hộ nghèo")):
        request = CertificationRequest(
            Matter.COPY,
            Party(name),
            (WantedItem("Bằng tốt nghiệp", pages=2, copies=copies), WantedItem("Học bạ", pages=4)),
            free_because=free,
        )
        certification.certify(desk, request, by=BY)
    told = made(desk, reports.CERTIFIED)
    copy, signature, _contract = told.sections["kinds"]
    book = certification_book.book_rows(desk, CertificationKind.COPY, MARCH.from_on, MARCH.until_on)
    assert list(copy.figures.values()) == [
        2, len(book), sum(r.copies for r in book), sum(r.pages for r in book), 1,
        sum(r.fee_vnd for r in book),
    ]  # fmt: skip
    assert set(signature.figures.values()) == {0}
    assert told.total.figures == copy.figures


@pytest.mark.parametrize("name", reports.KINDS)
def test_a_period_without_anything_makes_a_paper_all_the_same(desk, name):
    form = reports.paper(desk, made(desk, name), name)
    assert "từ ngày 01/03/2026" in text_of(books.pdf([Volume(form, ())]))
