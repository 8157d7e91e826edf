"""What the lists say; the wording itself is the shipped one of ``resources/forms``."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta

import pytest

from reception.domain import books, call_lists, cash_count, list_papers
from reception.domain.books import CertificationRow, RegisterRow
from reception.domain.call_lists import ApologyCallRow, ApologyRow, CallRow
from reception.domain.cash_count import TakingRow
from reception.domain.list_frame import Drawing, Period
from reception.domain.list_papers import HandoverRow, Hands, PostalRow, ResultRow
from reception.domain.moments import OFFICE_ZONE
from reception.domain.office import Office
from reception.domain.paper import Layout, Paper, Sentence, Table
from reception.services import forms

AT = datetime(2026, 3, 9, 16, 45, tzinfo=OFFICE_ZONE)
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
OFFICE = Office(
    name="Trung tâm Phục vụ hành chính công xã Mường Lay",
    agency_code="H12.34",
    governing_body="Ủy ban nhân dân xã Mường Lay",
    unit_name="Trung tâm Phục vụ hành chính công",
    place="Mường Lay",
    phone="0215 3852 001",
)
HANDS = Hands("Hoàng Thị Yến", "Quầy 1", "Lò Văn Hặc", "Phòng Kinh tế")
ROW = RegisterRow(
    code="H12.34-260309-0001",
    procedure="Thủ tục đăng ký khai sinh",
    applicant="H'Hen Niê",
    address="Bản Ten",
    phone="0912345678",
    authority="Ủy ban nhân dân xã Mường Lay",
    received_at=AT,
)


def drawing(form: str, regime: str = "2025", **options: str) -> Drawing:
    return Drawing(OFFICE, forms.wording(form, regime), AT, **options)


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def rows(paper: Paper) -> tuple[tuple[str, ...], ...]:
    return tables(paper)[0].rows


def sentences(paper: Paper) -> str:
    return " ".join(block.text for block in paper.blocks if isinstance(block, Sentence))


def apology(reason: str) -> ApologyRow:
    return ApologyRow(
        code="H12.34-260302-0007",
        procedure="Đăng ký hộ kinh doanh",
        received_at=AT - timedelta(days=7),
        due_at=AT - timedelta(days=3),
        new_due_at=AT + timedelta(days=4),
        unit="Phòng Kinh tế",
        reason=reason,
    )


def test_the_register_of_2025_tells_a_dossier_in_its_columns():
    row = RegisterRow(
        **{name.name: getattr(ROW, name.name) for name in fields(ROW)}
        | {"due_at": AT + timedelta(days=3), "handed_over_at": AT, "return_by": "Bưu chính"}
    )
    paper = books.register(drawing(forms.REGISTER, number="02"), [row], MARCH, field="Hộ tịch")

    assert rows(paper) == (
        (
            "1",
            "H12.34-260309-0001",
            "Thủ tục đăng ký khai sinh",
            "H'Hen Niê",
            "Bản Ten, 0912345678",
            "UBND xã Mường Lay",
            "16:45 09/03/2026",
            "16:45 12/03/2026",
            "09/03/2026",
            "Bưu chính",
            "",
        ),
    )
    assert paper.number == "Số: 02/STD-TTPVHCC (BPTNTKQ)"
    assert "từ ngày 01/03/2026 đến hết ngày 31/03/2026; lĩnh vực: Hộ tịch." in sentences(paper)
    assert "Cộng: 1 hồ sơ (bằng chữ: một hồ sơ)." in sentences(paper)


def test_the_register_of_2018_counts_sets_and_follows_the_dossier_to_the_authority():
    paper = books.register(drawing(forms.REGISTER, "2018"), [ROW], MARCH)

    assert rows(paper)[0][3] == "01"
    assert rows(paper)[0][7:] == ("16:45 09/03/2026", "", "", "", "", "", "", "")
    assert paper.number == "Quyển số: ......"


def test_a_second_volume_goes_on_with_the_numbers_of_the_first():
    paper = books.register(drawing(forms.REGISTER), [ROW] * 3, MARCH, first_ordinal=1200)

    assert [row[0] for row in rows(paper)] == ["1200", "1201", "1202"]
    assert "từ số thứ tự 1.200 đến số thứ tự 1.202" in sentences(paper)


def test_a_period_without_dossiers_gives_a_register_that_says_so():
    paper = books.register(drawing(forms.REGISTER), [], Period(AT.date(), AT.date()))

    assert rows(paper) == (("(Không có)",),)
    assert "đã tiếp nhận ngày 09/03/2026;" in sentences(paper)
    assert "Cộng: 0 hồ sơ (bằng chữ: không hồ sơ)." in sentences(paper)
    assert "số thứ tự" not in sentences(paper)


def test_dossiers_go_from_hand_to_hand_with_their_papers_in_two_copies():
    row = HandoverRow(
        "H12.34-260309-0001", "H'Hen Niê", "Khai sinh", AT, None, ("Tờ khai", "Giấy chứng sinh")
    )
    paper = list_papers.handover_list(drawing(forms.HANDOVER_LIST), [row], HANDS)

    assert rows(paper)[0][4:] == ("16:45 09/03/2026", "", "Tờ khai; Giấy chứng sinh", "")
    assert [(s.title, s.name) for s in paper.signatures] == [
        ("BÊN GIAO", "Hoàng Thị Yến"),
        ("BÊN NHẬN", "Lò Văn Hặc"),
    ]
    assert len(paper.copy_marks) == 2


def test_results_come_back_with_their_fees_and_are_added_up():
    results = [
        ResultRow("M1", "Khai sinh", "Giấy khai sinh", "Y Ka", "Bản Ten", 8_000, by_post=True),
        ResultRow("M2", "Kết hôn", "Giấy chứng nhận", "Vừ A Sử", "Bản Xôm"),
        ResultRow("M3", "Hộ kinh doanh", "Giấy chứng nhận", "Lò Thị Ẩn", "Bản Xôm", 100_000),
    ]
    paper = list_papers.result_handover_list(drawing(forms.RESULT_HANDOVER_LIST), results, HANDS)

    assert [row[6:] for row in rows(paper)] == [("8.000", "Có"), ("", ""), ("100.000", "")]
    assert tables(paper)[0].totals == ("", "", "Cộng: 3 kết quả", "", "", "", "108.000", "1")


def test_the_post_office_has_its_columns_to_fill_in():
    row = PostalRow("RH1VN", "M1", "Y Ka", "Bản Ten", "0912345678", "Giấy khai sinh")
    paper = list_papers.postal_list(drawing(forms.POSTAL_LIST), [row], HANDS)

    (table,) = tables(paper)
    assert [c.title for c in table.columns if c.group == "Bưu điện đối soát"] == [
        "Đã nhận",
        "Ngày phát, người nhận hoặc lý do chuyển hoàn",
    ]
    assert table.rows[0][1:] == (
        "RH1VN", "M1", "Y Ka", "Bản Ten", "0912345678", "Giấy khai sinh", "", "",
    )  # fmt: skip


def test_results_not_fetched_stand_hamlet_by_hamlet_in_the_order_of_names():
    people = [
        CallRow("Lò Văn Ước", "01", "Bản Xôm", "M1", "Khai sinh", AT),
        CallRow("Vừ A Sử", "02", "", "M2", "Khai sinh", AT),
        CallRow("Lò Thị Ẩn", "03", "bản xôm", "M3", "Khai sinh", AT),
        CallRow("Y Ka", "04", "Bản Ten", "M4", "Khai sinh", AT),
    ]
    paper = call_lists.call_list(drawing(forms.CALL_LIST), people)

    assert [row[:2] for row in rows(paper)] == [
        ("Bản Ten (1 hồ sơ)",),
        ("1", "Y Ka"),
        ("bản xôm (2 hồ sơ)",),
        ("2", "Lò Thị Ẩn"),
        ("3", "Lò Văn Ước"),
        ("Chưa rõ thôn, bản (1 hồ sơ)",),
        ("4", "Vừ A Sử"),
    ]


def test_people_to_be_told_of_a_delay_have_room_for_their_answer():
    row = ApologyCallRow("Y Ka", "0912345678", "M1", AT, AT + timedelta(days=7), "Chờ xác minh")
    paper = call_lists.apology_call_list(drawing(forms.APOLOGY_CALL_LIST), [row])

    assert rows(paper)[0] == (
        "1", "Y Ka", "0912345678", "M1", "09/03/2026", "16/03/2026", "Chờ xác minh", "", "",
    )  # fmt: skip


def test_the_public_list_has_no_place_for_a_person():
    known = {field.name for field in fields(ApologyRow)}
    paper = call_lists.apology_list(drawing(forms.APOLOGY_LIST), [apology("Chờ xác minh.")])

    assert known == {"code", "procedure", "received_at", "due_at", "new_due_at", "unit", "reason"}
    assert rows(paper)[0] == (
        "1",
        "H12.34-260302-0007",
        "Đăng ký hộ kinh doanh",
        "02/03/2026",
        "06/03/2026",
        "13/03/2026",
        "Phòng Kinh tế",
        "Chờ xác minh.",
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Gọi 0912345678 không được", "Gọi (số đã ẩn) không được"),
        ("Gọi 0912 345 678, +84912.345.678", "Gọi (số đã ẩn), (số đã ẩn)"),
        ("Thiếu căn cước 066199012345.", "Thiếu căn cước (số đã ẩn)."),
        ("Chờ văn bản 123/UBND ngày 02/03/2026", "Chờ văn bản 123/UBND ngày 02/03/2026"),
        ("Trùng hồ sơ H12.34-260302-0007", "Trùng hồ sơ H12.34-260302-0007"),
    ],
)
def test_a_persons_number_in_a_reason_is_hidden_from_the_public(written, shown):
    paper = call_lists.apology_list(drawing(forms.APOLOGY_LIST), [apology(written)])

    assert rows(paper)[0][-1] == shown


def test_the_certification_book_adds_up_pages_copies_and_fees():
    entry = CertificationRow("0118", date(2026, 3, 2), "Y Ka", "Bản sao", 2, 5, 20_000, "Vi Thoong")
    other = CertificationRow("0119", date(2026, 3, 2), "Y Ly", "Chữ ký", 1, 1, 995_000, "Vi Thoong")
    paper = books.certification_book(drawing(forms.CERTIFICATION_BOOK), [entry, other], MARCH)

    assert rows(paper)[0] == (
        "0118", "02/03/2026", "Y Ka", "Bản sao", "2", "5", "20.000", "Vi Thoong", "",
    )  # fmt: skip
    assert tables(paper)[0].totals[2:7] == ("Cộng: 2 việc", "", "3", "6", "1.015.000")
    assert "(bằng chữ: Một triệu không trăm mười lăm nghìn đồng)" in sentences(paper)


def test_the_cash_to_be_counted_is_what_lay_there_and_what_was_taken_in_cash():
    takings = [
        TakingRow("Chứng thực", 31, cash_vnd=612_000, transfer_vnd=157_000),
        TakingRow("Hộ tịch", 2, cash_vnd=16_000),
    ]
    paper = cash_count.cash_count(
        drawing(forms.CASH_COUNT, in_charge="Vi Văn Thoong"),
        takings,
        AT.date(),
        opening_vnd=200_000,
    )

    taken, counted = tables(paper)
    assert taken.totals[2:] == ("33", "628.000", "157.000", "785.000")
    assert "Tổng số đã thu: 785.000 đồng" in sentences(paper)
    assert "Tiền mặt phải có trong quỹ: 828.000 đồng" in sentences(paper)
    assert "Tám trăm hai mươi tám nghìn đồng" in sentences(paper)
    assert [row[0] for row in counted.rows][:2] == ["500.000", "200.000"]
    assert all(row[1:] == ("", "") for row in counted.rows)
    assert paper.layout is Layout.A4
    assert paper.signatures[1].name == "Vi Văn Thoong"


def test_a_list_has_neither_code_nor_bars_and_says_where_and_when():
    paper = call_lists.call_list(drawing(forms.CALL_LIST, clerk="Hoàng Thị Yến"), [])

    assert (paper.qr, paper.code128, paper.number) == ("", "", "")
    assert paper.place_and_date == "Mường Lay, ngày 09 tháng 03 năm 2026"
    assert paper.reference == "ngày 09/03/2026"
    assert paper.signatures[0].name == "Hoàng Thị Yến"
    assert "Tính đến 16:45 09/03/2026" in sentences(paper)
