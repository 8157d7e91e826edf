"""The survey by command: sheets, answers, corrections, ratings, and what they come to."""

from __future__ import annotations

import openpyxl
import pytest

from pdf_reading import text_of


@pytest.fixture
def code(run, folder, written) -> str:
    file = written({"procedure": "1.004873", "owner": {"name": "Đỗ Thị Ưởng"}})
    return run("register", "--from", file, "--data", folder, "--json").json[0]["code"]


@pytest.fixture
def year(code) -> str:
    return f"20{code.split('-')[1][:2]}"


def test_a_sheet_is_taken_once(run, folder, code):
    told = run("survey", "take", code, "1", "2", "1", "1", "0", "--data", folder)
    assert (told.status, told.out.strip()) == (0, f"Đã ghi phiếu khảo sát của hồ sơ {code}.")
    again = run("survey", "take", code, "11111", "--data", folder)
    assert again.status == 1
    assert "mỗi hồ sơ chỉ tính một phiếu" in again.err


def test_impossible_digits_and_unknown_codes_are_told(run, folder, code):
    few = run("survey", "take", code, "1", "1", "--data", folder)
    assert (few.status, "5 câu mà ghi 2 số" in few.err) == (1, True)
    nobody = run("survey", "take", "H40.16-260101-9999", "11111", "--data", folder)
    assert (nobody.status, "Không có hồ sơ mã" in nobody.err) == (1, True)


def test_results_in_json_have_a_number_of_sheets_beside_every_score(run, folder, code, year):
    run("survey", "take", code, "12111", "--data", folder)
    run("survey", "correct", code, "13111", "--data", folder)
    run(
        "survey", "rate", "--period", year, "--index", "6", "--points", "2",
        "--evidence", "niêm yết", "--data", folder,
    )  # fmt: skip
    told = run("survey", "results", "--period", year, "--data", folder, "--json").json
    assert told["sheets"] == 1
    assert {"index": 4, "sheets": 1, "score": 0.0} in told["indices"]
    assert {"index": 1, "sheets": 0, "score": None} in told["indices"]
    assert {"index": 6, "points": 2, "evidence": "niêm yết"} in told["rated"]
    assert (told["total"], told["grade"]) == (None, "")
    assert told["officials"][0]["withheld"]
    assert told["officials"][0]["scores"] == {}


def test_a_sheet_goes_out_with_a_receipt_once_the_office_wants_it(run, folder, code, tmp_path):
    here = ("--data", folder)
    assert "in không kèm phiếu khảo sát" in run("survey", "enclose", *here).out
    assert run("survey", "enclose", "on", *here, "--json").json == {"encloses": True}
    assert "in kèm một phiếu khảo sát" in run("survey", "enclose", *here).out
    run("print", "receipt", code, "--out", tmp_path / "a.pdf", *here)
    assert "PHIẾU KHẢO SÁT" in text_of((tmp_path / "a.pdf").read_bytes())
    assert run("survey", "enclose", "off", *here, "--json").json == {"encloses": False}


def test_results_are_told_and_written(run, folder, code, year, tmp_path):
    run("survey", "take", code, "12111", "--data", folder)
    pdf, xlsx = tmp_path / "kq.pdf", tmp_path / "kq.xlsx"
    told = run(
        "survey", "results", "--period", year, "--pdf", pdf, "--xlsx", xlsx, "--data", folder
    )
    assert "Mới có 1 phiếu: ít phiếu, chỉ để tham khảo." in told.out
    assert "chưa chấm chỉ số 5, 6, 8, 9" in told.out
    assert "KẾT QUẢ KHẢO SÁT SỰ HÀI LÒNG" in text_of(pdf.read_bytes())
    assert openpyxl.load_workbook(xlsx).active.title == "Khảo sát hài lòng"


def test_the_sheet_is_written_with_its_code(run, folder, code, tmp_path):
    out = tmp_path / "phieu.pdf"
    assert run("survey", "sheet", code, "--out", out, "--data", folder).status == 0
    assert code in text_of(out.read_bytes())
    assert "Ưởng" not in text_of(out.read_bytes())
