"""Certifying on a real register: numbers without gaps, the day's totals, books, and proof."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from at_the_counter import BY, asking
from reception.domain.applicant import Party
from reception.domain.certification import CertificationKind, Matter, Totals
from reception.domain.dossier import State
from reception.domain.errors import RuleViolation
from reception.services import (
    certification,
    certification_book,
    certification_slip,
    intake,
    lookup,
    safekeeping,
)
from reception.services.certification import (
    MOST_COPIES,
    MOST_PAGES,
    MOST_PAPERS,
    CertificationRequest,
    WantedItem,
)
from reception.services.certification_book import Signer
from reception.services.set_up import office_named, set_up

DIPLOMA = WantedItem("Bằng tốt nghiệp", 2, 60)
CARD = WantedItem("Thẻ căn cước", 1, 3)
MARCH = (date(2026, 3, 1), date(2026, 3, 31))
TODAY = date(2026, 3, 10)


def request(*items: WantedItem, matter: Matter = Matter.COPY, **more) -> CertificationRequest:
    return CertificationRequest(matter, Party("Đỗ Thị Ưởng"), items or (DIPLOMA,), **more)


def certify(desk, *items: WantedItem, by: str = BY, **more):
    return certification.certify(desk, request(*items, **more), by=by)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_one_act_receives_certifies_and_hands_over(desk):
    dossier = certify(desk, DIPLOMA, CARD)

    kept = lookup.show(desk, dossier.code)
    assert dossier.code == "H40.16-260310-0001"
    assert kept.dossier == dossier
    assert dossier.state is State.HANDED_OVER
    assert dossier.opened_at == dossier.result_at == dossier.handed_over_at == desk.now()
    assert [entry.kind for entry in kept.history] == ["dossier.certified"]
    assert dossier.intake.procedure.code == "2.000815"
    assert dossier.intake.fee_vnd == 240_000 + 6_000
    assert dossier.due_at is None


def test_a_paper_has_one_number_whatever_its_copies(desk):
    first, second = certify(desk, DIPLOMA, CARD), certify(desk, CARD)

    assert [item.number for item in first.certification.items] == [1, 2]
    assert [item.number for item in second.certification.items] == [3]
    assert first.certification.copies == 63
    assert first.certification.book == second.certification.book == "01/2026-SCT/BS"


def test_each_kind_is_numbered_in_its_own_book(desk):
    certify(desk, CARD)
    by_kind = {
        matter: certify(desk, WantedItem("Giấy"), matter=matter).certification for matter in Matter
    }

    assert {matter: (done.book, done.numbers()) for matter, done in by_kind.items()} == {
        Matter.COPY: ("01/2026-SCT/BS", "02"),
        Matter.SIGNATURE: ("01/2026-SCT/CK,ĐC", "01"),
        Matter.CONTRACT: ("01/2026-SCT/HĐ,GD", "01"),
        Matter.AMENDMENT: ("01/2026-SCT/HĐ,GD", "02"),
        Matter.MISTAKE: ("01/2026-SCT/HĐ,GD", "03"),
    }
    assert [done.fee_vnd for done in by_kind.values()] == [2_000, 10_000, 50_000, 30_000, 25_000]


def test_the_code_goes_on_among_the_days_other_dossiers(desk):
    intake.register(desk, asking(), by=BY)

    assert certify(desk).code == "H40.16-260310-0002"


def test_a_new_year_begins_a_new_book_at_number_one(desk, clock):
    clock.set_to("2026-12-31T16:59")
    certify(desk, CARD, CARD)
    clock.set_to("2027-01-04T07:30")
    dossier = certify(desk)

    assert (dossier.certification.book, dossier.certification.numbers()) == (
        "01/2027-SCT/BS",
        "01",
    )
    assert certify(desk).certification.numbers() == "02"


def test_two_desks_write_two_volumes(desk, clock, tmp_path):
    office = office_named("Xã Mường Lay", "H40.16")
    other = set_up(tmp_path / "quay-2", office, clock, slot=1)
    try:
        ours, theirs = certify(desk), certify(other)
        assert ours.certification.book == "01/2026-SCT/BS"
        assert theirs.certification.book == "02/2026-SCT/BS"
        assert ours.certification.numbers() == theirs.certification.numbers() == "01"
        assert ours.code != theirs.code
        assert safekeeping.verify(other).faults == ()
    finally:
        other.close()


def test_the_register_is_whole_afterwards_and_is_rebuilt_the_same(desk, clock):
    for moment in ("2026-03-10T09:00", "2026-03-10T15:30", "2027-01-04T08:00"):
        clock.set_to(moment)
        certify(desk, DIPLOMA, CARD)
        certify(desk, WantedItem("Giấy ủy quyền"), matter=Matter.SIGNATURE)
    rows = certification_book.book_rows(desk, CertificationKind.COPY, *MARCH)

    assert safekeeping.verify(desk).faults == ()
    safekeeping.rebuild(desk)
    assert safekeeping.verify(desk).faults == ()
    assert certification_book.book_rows(desk, CertificationKind.COPY, *MARCH) == rows
    assert certify(desk).certification.numbers() == "03"


def test_a_certification_after_three_is_done_at_once_all_the_same(desk, clock):
    clock.set_to("2026-03-10T16:30")

    assert certify(desk).state is State.HANDED_OVER


def test_a_reason_takes_no_fee_and_stays_with_it(desk):
    dossier = certify(desk, DIPLOMA, free_because="  người có công ")

    assert dossier.certification.free_because == "người có công"
    assert dossier.certification.fee_vnd == dossier.intake.fee_vnd == 0
    [row] = certification_book.book_rows(desk, CertificationKind.COPY, TODAY, TODAY)
    assert (row.fee_vnd, row.notes) == (0, "Miễn phí: người có công")


# --- what cannot be -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("items", "code", "field"),
    [
        ((WantedItem("A", 1, 0),), "copies-impossible", "items.0.copies"),
        ((WantedItem("A", 1, -1),), "copies-impossible", "items.0.copies"),
        ((WantedItem("A", 1, MOST_COPIES + 1),), "copies-impossible", "items.0.copies"),
        ((WantedItem("A", 0, 1),), "pages-impossible", "items.0.pages"),
        ((CARD, WantedItem("A", 10_000, 1)), "pages-impossible", "items.1.pages"),
        ((WantedItem("  "),), "paper-unnamed", "items.0.paper"),
        ((CARD, WantedItem("")), "paper-unnamed", "items.1.paper"),
        ((WantedItem("A" * 1_001),), "text-too-long", "items.0.paper"),
        ((WantedItem("Bằng 🎓"),), "no-glyph", "items.0.paper"),
        ((CARD,) * (MOST_PAPERS + 1), "items-too-many", "items"),
    ],
)
def test_papers_that_cannot_be_are_refused_and_leave_no_trace(desk, items, code, field):
    with pytest.raises(RuleViolation) as refused:
        certify(desk, *items)

    assert (refused.value.code, refused.value.field) == (code, field)
    assert refused.value.text.endswith(".")
    assert lookup.search(desk, "uong") == []
    assert certify(desk, CARD).certification.numbers() == "01"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"items": ()}, "nothing-to-certify"),
        ({"owner": Party("  ")}, "name-missing"),
        ({"owner": Party("Lò", phone="12")}, "phone-impossible"),
        ({"signer": "🎓"}, "no-glyph"),
        ({"free_because": "vì " * 600}, "text-too-long"),
    ],
)
def test_requests_that_cannot_be_are_refused(desk, change, code):
    with pytest.raises(RuleViolation) as refused:
        certification.certify(desk, replace(request(), **change), by=BY)

    assert refused.value.code == code
    assert certification_book.totals(desk, TODAY) == Totals()


def test_the_largest_that_may_be_is_certified(desk):
    largest = WantedItem("Hồ sơ", MOST_PAGES, MOST_COPIES)
    dossier = certify(desk, *[largest] * MOST_PAPERS)

    assert dossier.certification.fee_vnd == 200_000 * MOST_COPIES * MOST_PAPERS


# --- looking back ---------------------------------------------------------------------------------


def test_totals_of_a_day_of_all_and_of_one(desk, clock):
    clock.set_to("2026-03-09T17:00")
    certify(desk)
    clock.set_to("2026-03-10T00:00")
    certify(desk, DIPLOMA, CARD)
    clock.set_to("2026-03-10T23:59")
    certify(desk, CARD, by="lan")

    assert certification_book.totals(desk, TODAY) == Totals(2, 3, 66, 4, 252_000)
    assert certification_book.totals(desk, TODAY, BY) == Totals(1, 2, 63, 3, 246_000)
    assert certification_book.totals(desk, TODAY, "lan") == Totals(1, 1, 3, 1, 6_000)
    assert certification_book.totals(desk, TODAY, "ai") == Totals()


def test_the_latest_come_first_and_the_last_signer_is_remembered(desk, clock):
    assert certification_book.latest(desk) == []
    assert certification_book.last_signer(desk) == Signer()
    codes = []
    for minute in range(7):
        clock.set_to(f"2026-03-10T09:0{minute}")
        codes.append(certify(desk, CARD, signer=f"Lãnh đạo {minute}", signer_title="CT").code)

    assert [dossier.code for dossier in certification_book.latest(desk)] == codes[:1:-1]
    assert certification_book.last_signer(desk) == Signer("Lãnh đạo 6", "CT")


def test_usual_papers_are_the_desks_own_first_then_the_shipped_ones(desk):
    shipped = [paper.name for paper in certification_book.usual_papers(desk)[Matter.COPY]]
    certify(desk, WantedItem("Giấy báo nhập học"))
    certify(desk, WantedItem("Hộ chiếu"), WantedItem("Giấy báo nhập học"))
    usual = certification_book.usual_papers(desk)[Matter.COPY]

    assert "Thẻ căn cước" in shipped
    assert [paper.name for paper in usual][:2] == ["Giấy báo nhập học", "Hộ chiếu"]
    assert len(usual) == len(shipped) + 1
    signed = [paper.name for paper in certification_book.usual_papers(desk)[Matter.SIGNATURE]]
    assert "Giấy báo nhập học" not in signed


def test_a_book_goes_by_volume_and_number_and_keeps_to_its_days(desk, clock):
    for moment in ("2026-02-27T09:00", "2026-03-02T09:00", "2026-03-31T16:00"):
        clock.set_to(moment)
        certify(desk, CARD, signer="Vi Văn Thoong")
        certify(desk, WantedItem("Giấy ủy quyền"), matter=Matter.SIGNATURE)

    rows = certification_book.book_rows(desk, CertificationKind.COPY, *MARCH)
    assert [(row.number, row.certified_on) for row in rows] == [
        ("02", date(2026, 3, 2)),
        ("03", date(2026, 3, 31)),
    ]
    assert rows[0].applicant == "Đỗ Thị Ưởng"
    assert (rows[0].kind, rows[0].pages, rows[0].copies) == ("Thẻ căn cước", 1, 3)
    assert (rows[0].fee_vnd, rows[0].signer, rows[0].notes) == (6_000, "Vi Văn Thoong", "")
    with pytest.raises(RuleViolation, match="Ngày cuối"):
        certification_book.book_rows(desk, CertificationKind.COPY, *reversed(MARCH))


def test_a_period_over_new_year_prints_a_paper_for_each_book(desk, clock):
    for moment in ("2026-12-31T09:00", "2027-01-04T09:00"):
        clock.set_to(moment)
        certify(desk, CARD)
    period = (date(2026, 12, 1), date(2027, 1, 31))

    papers = certification_book.book_papers(desk, CertificationKind.COPY, *period)
    assert [paper.number for paper in papers] == [
        "Quyển số: 01/2026-SCT/BS",
        "Quyển số: 01/2027-SCT/BS",
    ]
    pdf = certification_book.book_pdf(desk, CertificationKind.COPY, *period)
    assert "01/2027-SCT/BS" in text_of(pdf)


def test_a_book_without_entries_says_so(desk):
    [paper] = certification_book.book_papers(desk, CertificationKind.CONTRACT, *MARCH)

    assert paper.number == "Quyển số: 01/2026-SCT/HĐ,GD"
    pdf = certification_book.book_pdf(desk, CertificationKind.CONTRACT, *MARCH)
    assert "Không có" in text_of(pdf)


# --- the slip -------------------------------------------------------------------------------------


def test_the_slip_tells_numbers_book_copies_and_the_fee_in_words(desk):
    dossier = certify(
        desk, DIPLOMA, CARD, signer="Vi Văn Thoong", signer_title="Phó Chủ tịch", by="quantri"
    )
    said = text_of(certification_slip.issue(desk, dossier.dossier_id, by="quantri"))

    for words in (
        "PHIẾU CHỨNG THỰC",
        "Số chứng thực: 01–02",
        "01/2026-SCT/BS",
        "Đỗ Thị Ưởng",
        "Bằng tốt nghiệp",
        "240.000",
        "246.000 đồng (bằng chữ: Hai trăm bốn mươi sáu nghìn đồng)",
        "Vi Văn Thoong, Phó Chủ tịch",
        "09 giờ 00 phút, ngày 10 tháng 03 năm 2026",
        "Lò Văn Hặc",
        dossier.code,
        "không thay cho biên lai",
    ):
        assert words in said
    assert "Miễn phí" not in said


def test_a_slip_is_counted_and_a_second_one_says_so(desk):
    dossier = certify(desk, free_because="hộ nghèo")
    first = certification_slip.issue(desk, dossier.dossier_id, by=BY)
    second = certification_slip.issue(desk, dossier.dossier_id, by=BY)

    assert "IN LẠI" not in text_of(first)
    assert "IN LẠI LẦN 1" in text_of(second)
    assert "Miễn phí vì: hộ nghèo" in text_of(first)
    kept = lookup.open_dossier(desk, dossier.dossier_id).dossier
    assert kept.papers_issued == {certification_slip.FORM: 2}


def test_a_dossier_that_was_only_received_has_no_such_slip(desk):
    dossier = intake.register(desk, asking(), by=BY)

    with pytest.raises(RuleViolation, match="không phải việc chứng thực"):
        certification_slip.issue(desk, dossier.dossier_id, by=BY)
    assert lookup.open_dossier(desk, dossier.dossier_id).dossier.papers_issued == {}


@pytest.mark.parametrize("papers", [1, 12, MOST_PAPERS])
def test_a_slip_of_many_papers_is_set_whole(desk, papers):
    items = [WantedItem(f"Giấy tờ thứ {n}", n, n) for n in range(1, papers + 1)]
    dossier = certify(desk, *items)
    said = text_of(certification_slip.preview(desk, dossier.dossier_id))

    assert all(item.paper in said for item in items)
