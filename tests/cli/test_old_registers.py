"""Old registers by command: tried, taken over, listed, taken back; lists as spreadsheets."""

from __future__ import annotations

import openpyxl
import pytest

ROWS = (
    ("Số hồ sơ", "Họ tên", "Thủ tục", "Ngày nhận", "Ngày trả"),
    ("125", "Lò Thị Mây", "Đăng ký khai sinh", "05/03/2019", "06/03/2019"),
    ("126", "", "Đăng ký khai sinh", "05/03/2019", "06/03/2019"),
)


@pytest.fixture
def register(tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "so.xlsx")
    return tmp_path / "so.xlsx"


def test_it_is_tried_then_taken_over_then_taken_back(run, folder, register, tmp_path):
    place, faults = ("--data", folder), tmp_path / "loi.xlsx"
    tried = run("import-register", register, "--dry-run", "--faults", faults, *place)
    assert "2 dòng: 1 nhập được, 1 có lỗi." in tried.out
    assert "Dòng 3, cột Họ và tên: chưa có họ tên" in tried.out
    assert faults.exists()
    assert run("import-register", "--list", *place).out == "Chưa nhập sổ cũ nào.\n"

    taken = run("import-register", register, *place, "--json").json
    assert (taken["imported"], taken["known"], taken["faulty"]) == (1, 0, 1)
    assert taken["faults"][0]["column"] == "owner"
    [listed] = run("import-register", "--list", *place, "--json").json["imports"]
    assert (listed["import"], listed["entries"], listed["open"]) == (taken["import"], 1, 0)
    assert "số cũ 125" in run("show", "125", *place).out

    back = ("import-register", "--undo", taken["import"], "--reason", "nhầm sổ", *place)
    assert run(*back).out == "Đã huỷ 1 hồ sơ của lần nhập này.\n"
    assert run(*back).status == 1


def test_columns_are_told_by_their_heads(run, folder, register):
    place = ("--dry-run", "--data", folder, "--json")
    told = run("import-register", register, "--map", "-=number", *place).json
    assert "number" not in told["columns"]
    wrong = run("import-register", register, "--map", "Tên=owner", "--data", folder)
    assert wrong.status == 1
    assert "các cột là: Số hồ sơ, Họ tên, Thủ tục" in wrong.err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("so.doc", "lưu lại thành một trong các loại đó"),
        ("so.ods", "bị hỏng hoặc không phải bảng tính"),
        ("so.xls", "bị hỏng hoặc không phải bảng tính"),
        ("khong-co.xlsx", "Không đọc được tệp"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(run, folder, tmp_path, name, words):
    for broken in ("so.doc", "so.ods", "so.xls"):
        (tmp_path / broken).write_bytes(b"\xd0\xcf\x11\xe0")
    refused = run("import-register", tmp_path / name, "--data", folder)
    assert refused.status == 1
    assert words in refused.err


def test_it_is_either_a_file_or_a_way_back_or_the_list(run, folder, register):
    assert run("import-register", "--data", folder).status == 2
    assert run("import-register", register, "--list", "--data", folder).status == 2


def test_any_list_leaves_as_a_spreadsheet_and_that_is_noted(run, folder, register, tmp_path):
    place = ("--data", folder)
    run("import-register", register, *place)
    files = {
        "ds.xlsx": ("worklist", "all"),
        "tim.csv": ("search", "may"),
        "in.xlsx": ("print-log",),
        "nhat-ky.xlsx": ("audit",),
        "xin-loi.xlsx": ("worklist", "apologies"),
    }
    for name, command in files.items():
        assert run(*command, "--out", tmp_path / name, *place).status == 0, name
    [head, row] = openpyxl.load_workbook(tmp_path / "ds.xlsx").active.iter_rows(values_only=True)
    told = dict(zip(head, row, strict=True))
    assert told["Người nộp"] == "Lò Thị Mây"
    assert told["Nhập từ sổ cũ, số cũ"] == "125"
    assert "Lò Thị Mây" in (tmp_path / "tim.csv").read_text("utf-8-sig")
    assert "Tất cả hồ sơ (1 dòng)" in run("audit", *place).out


def test_a_book_leaves_as_a_workbook_too(run, folder, register, tmp_path):
    place = ("--data", folder)
    run("import-register", register, *place)
    days = ("--from", "2019-03-01", "--to", "2019-03-31")
    told = run("book", "register", *days, "--xlsx", tmp_path / "so.xlsx", *place)
    assert told.status == 0
    cells = [
        str(cell)
        for row in openpyxl.load_workbook(tmp_path / "so.xlsx").active.iter_rows(values_only=True)
        for cell in row
    ]
    assert any("Lò Thị Mây" in cell for cell in cells)


def test_a_list_of_another_kind_of_file_is_refused(run, folder, tmp_path):
    refused = run("worklist", "all", "--out", tmp_path / "ds.doc", "--data", folder)
    assert refused.status == 1
    assert "phải kết thúc bằng .xlsx hoặc .csv" in refused.err
