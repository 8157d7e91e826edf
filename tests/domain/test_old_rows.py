"""Rows of old registers: heads found, cells read, faults told with what to do."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reception.domain.applicant import PartyKind
from reception.domain.moments import OFFICE_ZONE
from reception.domain.old_book import OldState
from reception.domain.old_columns import Column, find_head, guess
from reception.domain.old_rows import RowReader
from reception.services.old_registers import book_rules

RULES = book_rules()
STATUTORY = [
    ["UBND XÃ MƯỜNG LAY"],
    ["SỔ THEO DÕI HỒ SƠ"],
    ["TT", "Mã hồ sơ", "Tên TTHC", "Tên cá nhân, tổ chức", "Ngày, tháng, năm", None, None],
    [None, None, None, None, "Nhận hồ sơ", "Hẹn trả kết quả", "Trả kết quả"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
    [1, "125", "Khai sinh", "Lò A", "05/03/2019", "06/03/2019", "06/03/2019"],
]
PLACES = {column: place for place, column in enumerate(Column)}
READER = RowReader(RULES, PLACES, date(2026, 3, 10))


def read(**told):
    """A good row but for what a test says, by the names of its columns."""
    row = {
        Column.OWNER: "Lò Thị Mây",
        Column.RECEIVED: "05/03/2019",
        Column.RETURNED: "06/03/2019",
    } | {Column(name.replace("_", "-")): cell for name, cell in told.items()}
    return READER.read([row.get(column) for column in Column])


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=OFFICE_ZONE)


def test_a_merged_head_below_titles_is_found_and_its_numbering_passed_over():
    head = find_head(STATUTORY, RULES.heads)
    assert (head.row, head.first_entry) == (2, 5)
    assert head.names[4:] == (
        "Ngày, tháng, năm Nhận hồ sơ",
        "Ngày, tháng, năm Hẹn trả kết quả",
        "Ngày, tháng, năm Trả kết quả",
    )
    assert guess(head.names, RULES.heads) == {
        Column.NUMBER: 1,
        Column.PROCEDURE: 2,
        Column.OWNER: 3,
        Column.RECEIVED: 4,
        Column.DUE: 5,
        Column.RETURNED: 6,
    }


def test_days_alone_are_dated_so_that_the_due_day_is_kept():
    entry = read(due="06/03/2019").entry
    assert entry.received_at == moment(2019, 3, 5, 8)
    assert entry.due_at == moment(2019, 3, 6, 17)
    assert entry.ended_at == entry.handed_over_at == moment(2019, 3, 6, 16)


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        ({}, OldState.HANDED_OVER),
        ({"returned": None}, OldState.OPEN),
        ({"returned": None, "result_on": "06/03/2019"}, OldState.READY),
        ({"state": "Từ chối: thiếu giấy"}, OldState.REFUSED),
        ({"state": "công dân xin rút"}, OldState.STOPPED),
        ({"state": "đang giải quyết"}, OldState.HANDED_OVER),
        ({"state": "đang giải quyết", "returned": None}, OldState.OPEN),
        ({"state": "Giấy khai sinh số 12"}, OldState.HANDED_OVER),
    ],
)
def test_where_it_stands_is_told_by_words_and_days(told, standing):
    assert read(**told).entry.standing is standing


def test_what_only_says_that_it_is_done_is_no_result():
    assert read(state="Đã trả").entry.result == ""
    assert read(state="Giấy khai sinh số 12").entry.result == "Giấy khai sinh số 12"


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        (912345678, "0912345678"),
        (912345678.0, "0912345678"),
        ("0912 345 678", "0912345678"),
        ("+84 912345678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84.912.345.678", "0912345678"),
        ("0912345678 - 0987654321", "0912345678"),
        (2153812345, "02153812345"),
        ("không có", ""),
    ],
)
def test_a_phone_gets_its_zero_back(cell, phone):
    assert read(phone=cell).entry.owner.phone == phone


def test_what_of_a_phone_is_no_number_stays_in_the_note():
    read_row = read(phone="gọi anh Tủa", note="bản xa")
    assert read_row.entry.note == "bản xa; điện thoại theo sổ cũ: gọi anh Tủa"
    assert [finding.doubt for finding in read_row.findings] == [True]


@pytest.mark.parametrize(
    ("cell", "identity"),
    [
        ("012345678901", "012345678901"),
        ("012345678", "012345678"),
        (12345678901, "012345678901"),
        (12345678, "012345678"),
        (1099012345, "001099012345"),
        (8190004321.0, "008190004321"),
        ("C1234567", "C1234567"),
    ],
)
def test_a_personal_number_keeps_its_digits(cell, identity):
    assert read(identity=cell).entry.owner.identity == identity


def test_a_zero_put_back_is_told():
    [finding] = read(identity=12345678901).findings
    assert finding.doubt
    assert "hãy đối chiếu giấy tờ" in finding.words


def test_a_number_that_may_be_a_persons_of_ha_noi_makes_no_organisation_of_them():
    read_row = read(owner="Lò Thị Mây", identity=1099012345)
    assert read_row.entry.owner.kind is PartyKind.PERSON
    assert [finding.doubt for finding in read_row.findings] == [True]
    tax = read(owner="Công ty An Bình", identity=2600123456)
    assert (tax.entry.owner.identity, tax.findings) == ("2600123456", ())


@pytest.mark.parametrize("cell", ["1.23E+11", "1,09901E+11", 10990123.5])
def test_a_number_that_a_spreadsheet_rounded_stays_out(cell):
    read_row = read(identity=cell)
    assert read_row.entry is None
    assert [(f.column, f.doubt) for f in read_row.findings] == [(Column.IDENTITY, False)]
    assert "hãy ghi lại đủ số" in read_row.findings[0].words


@pytest.mark.parametrize(
    "name",
    [
        "Trương Thị Ba",
        "Đoàn Văn Hậu",
        "Nguyễn Văn Hợi",
        "Lê Trung Tâm",
        "Lò Thị Trâm",
        "Sùng A Chua",
    ],
)
def test_people_whose_names_sound_like_organisations_are_people(name):
    for written in (name, name.upper()):
        owner = read(owner=written, identity="012345678901").entry.owner
        assert (owner.name, owner.kind) == (name, PartyKind.PERSON)


@pytest.mark.parametrize(
    "name",
    ["Trường TH&THCS Mường Lay", "Đoàn Thanh niên xã", "Hội Nông dân", "UBND xã", "Trạm Y tế",
     "Trung tâm Dịch vụ", "Chùa Linh Sơn"],
)  # fmt: skip
def test_organisations_are_known_by_how_their_names_begin(name):
    assert read(owner=name).entry.owner.kind is PartyKind.OTHER


def test_names_in_capitals_are_written_as_on_papers_and_organisations_are_known():
    assert read(owner="LÒ THỊ MÂY").entry.owner.name == "Lò Thị Mây"
    assert read(owner="H'HEN NIÊ").entry.owner.name == "H'Hen Niê"
    company = read(owner="CÔNG TY TNHH AN BÌNH", identity="5600123456").entry.owner
    assert (company.name, company.kind) == ("CÔNG TY TNHH AN BÌNH", PartyKind.OTHER)


@pytest.mark.parametrize(
    ("told", "column", "words"),
    [
        ({"owner": ""}, Column.OWNER, "hãy ghi tên"),
        ({"received": None}, Column.RECEIVED, "chưa có ngày nhận"),
        ({"received": "31/02/2019"}, Column.RECEIVED, "không phải ngày có thật"),
        ({"received": "05/03/2091"}, Column.RECEIVED, "không thể có"),
        ({"returned": "01/03/2019"}, Column.RETURNED, "trước ngày nhận 05/03/2019"),
        ({"identity": "12345"}, Column.IDENTITY, "số căn cước có 12 chữ số"),
        ({"state": "đã trả", "returned": None}, Column.STATE, "hãy ghi ngày"),
    ],
)
def test_a_fault_names_its_column_and_what_to_do(told, column, words):
    read_row = read(**told)
    assert read_row.entry is None
    assert words in next(f.words for f in read_row.findings if f.column is column)


def test_every_fault_of_a_row_is_told_at_once():
    columns = [f.column for f in read(owner="", received="xx", identity="1").findings]
    assert columns == [Column.OWNER, Column.RECEIVED]


@pytest.mark.parametrize(
    "told", [{"due": "01/03/2019"}, {"returned": None}], ids=["due first", "long open"]
)
def test_what_is_doubtful_comes_in_all_the_same(told):
    read_row = read(**told)
    assert read_row.entry
    assert [finding.doubt for finding in read_row.findings] == [True]
