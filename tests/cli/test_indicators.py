"""Indices, review, self-score and targets by command."""

from __future__ import annotations

import openpyxl
import pytest

from pdf_reading import text_of


@pytest.fixture
def place(run, folder, written):
    for name in ("An", "Bình"):
        file = written({"procedure": "1.004873", "owner": {"name": name}, "channel": "online-full"})
        assert run("register", "--from", file, "--data", folder).status == 0
    return "--data", folder


def test_indices_are_told_with_their_figures_or_why_there_are_none(run, place):
    told = run("indicators", *place)
    assert told.status == 0
    assert "3.3a     Hồ sơ nộp trực tuyến (chưa xét kết quả điện tử): 100,00 % (2/2" in told.out
    assert "5.4      Mức độ hài lòng: chưa có số liệu: chưa có số liệu khảo sát" in told.out


def test_indices_as_json(run, place):
    told = run("indicators", *place, "--json").json
    by_code = {one["code"]: one for one in told["indices"]}
    assert by_code["3.3a"]["share"] == {"part": 2, "whole": 2, "unit": "hồ sơ", "percent": 100.0}
    assert by_code["4.3"]["share"] is None
    assert by_code["4.3"]["unknown"]
    assert {group["group"] for group in told["groups"]} >= {"online", "progress"}


def test_an_index_is_opened(run, place):
    told = run("indicators", "--open", "3.3a", *place, "--json").json
    assert len(told) == 2
    assert run("indicators", "--open", "3.3a", "--rest", *place).out.strip() == "Tất cả 0."
    refused = run("indicators", "--open", "7.7", *place)
    assert (refused.status, "Không có chỉ số “7.7”" in refused.err) == (1, True)


@pytest.mark.parametrize("command", ["indicators", "review-procedures"])
def test_the_sheets_are_written(run, place, tmp_path, command):
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    assert run(command, *place, "--pdf", pdf, "--xlsx", xlsx).status == 0
    assert "THỦ TRƯỞNG ĐƠN VỊ" in text_of(pdf.read_bytes())
    assert openpyxl.load_workbook(xlsx).sheetnames


def test_the_review_counts_procedures_with_dossiers(run, place):
    told = run("review-procedures", *place, "--json").json
    assert told["used"]["part"] == 1
    assert len(told["unused"]) == told["used"]["whole"] - 1
    [row] = told["procedures"]
    assert (row["code"], row["received"], row["online"]) == ("1.004873", 2, 2)
    assert "1/" in run("review-procedures", *place).out


def test_a_score_from_the_sheet_to_the_sum(run, folder, tmp_path):
    sheet, place = tmp_path / "bang.csv", ("--data", folder)
    lines = "Mã,Phần,Tiêu chí,Điểm tối đa\nA1,A,Kế hoạch,60\nB1,B,Khảo sát,10\nC1,C,Kết quả,30\n"
    sheet.write_text(lines, encoding="utf-8")
    assert run("self-score", "sheet", "--from", sheet, *place).status == 0
    proof = ("--evidence", "text", "KH 12", "--note", "đủ")
    assert run("self-score", "set", "A1", "--points", "55,46", *proof, *place).status == 0
    assert run("self-score", "set", "B1", "--points", "6.67", *place).status == 0
    told = run("self-score", "set", "C1", "--points", "26,28", *place)
    assert "55,46/60 + 6,67/10 + 26,28/30 = 88,41, xếp loại Tốt." in told.out
    document = run("self-score", "show", *place, "--json").json
    assert (document["points"], document["lacking"]) == (88.41, 0)
    assert document["criteria"][0]["evidence"] == [{"kind": "text", "text": "KH 12"}]
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    assert run("self-score", "print", "--pdf", pdf, "--xlsx", xlsx, *place).status == 0
    assert "88,41" in text_of(pdf.read_bytes())
    cleared = run("self-score", "set", "C1", "--clear", *place)
    assert "còn 1 tiêu chí chưa chấm" in cleared.out


def test_what_is_typed_wrongly_is_told(run, folder):
    place = ("--data", folder)
    run("self-score", "sheet", *place)
    for arguments, words in (
        (("self-score", "set", "A1", "--points", "chín"), "không phải số điểm"),
        (("self-score", "set", "A1", "--points", "9"), "tối đa 4,00 điểm"),
        (("self-score", "set", "Z1", "--points", "1"), "không có tiêu chí"),
        (("self-score", "set", "A1"), "không gắn với chỉ số nào"),
        (("self-score", "print"), "hãy ghi --pdf hoặc --xlsx"),
        (("self-score", "set", "A1", "--points", "1", "--clear"), "hoặc --clear"),
        (("targets", "set", "on-time", "120"), "không quá 100 %"),
        (("targets", "set", "on-time"), "hãy ghi số phần trăm"),
    ):
        told = run(*arguments, *place)
        assert told.status in {1, 2}
        assert words in told.err, arguments


def test_a_target_beside_its_actual(run, place):
    told = run("targets", "set", "online", "50", "--basis", "QĐ 766", *place)
    assert "Hồ sơ nộp trực tuyến: từ 50 % trở lên; đạt 100,00 % (2/2 hồ sơ)." in told.out
    assert "còn được 2 hồ sơ không đạt nữa" in told.out
    document = run("targets", "show", *place, "--json").json
    [target] = document["targets"]
    assert (target["met"], target["spare"], target["percent"]) == (True, 2, 50.0)
    assert "on-time" in document["unset"]
    assert [one["target"] for one in document["actuals"]] == document["unset"]
    assert run("targets", "set", "online", "--clear", *place, "--json").json["targets"] == []
    told = run("targets", "show", *place).out
    assert "Hồ sơ nộp trực tuyến (online): chưa đặt; đạt 100,00 % (2/2 hồ sơ)." in told
