"""The report by command: the figures, how they were counted, and files of them."""

from __future__ import annotations

import openpyxl
import pytest

from pdf_reading import text_of


@pytest.fixture
def march(run, folder, written):
    for name in ("An", "Bình"):
        file = written({"procedure": "1.004873", "owner": {"name": name}})
        assert run("register", "--from", file, "--data", folder).status == 0
    return "--from", "2026-01-01", "--to", "2026-12-31", "--data", folder


def test_the_figures_are_told_with_their_definition(run, march):
    told = run("report", "ii06a", *march)
    assert told.status == 0
    assert "Biểu số II.06a/VPCP/KSTT" in told.out
    assert "Ghi chú cách tính: Tính theo ngày." in told.out


def test_the_json_has_every_column_and_both_rates(run, march):
    document = run("report", "ii06a", "--rule", "minute", "--strict", *march, "--json").json
    assert document["rule"] == "minute"
    assert document["definition"].startswith("Trước hạn")
    assert list(document["total"]) == ["field", *(f"c{n}" for n in range(3, 14)), "rates"]
    assert document["total"]["c3"] == document["total"]["c7"] + document["total"]["c11"] == 2
    assert document["total"]["rates"] == {"of_settled": None, "of_received": 0.0}
    assert document["recorded"] == document["total"]


def test_the_form_is_written_as_pdf_and_as_spreadsheet(run, march, tmp_path):
    pdf, xlsx = tmp_path / "ii06a.pdf", tmp_path / "ii06a.xlsx"
    assert run("report", "ii06a", *march, "--pdf", pdf, "--xlsx", xlsx).status == 0
    assert "Biểu số II.06a/VPCP/KSTT" in text_of(pdf.read_bytes())
    assert openpyxl.load_workbook(xlsx).active["A1"].value == "Biểu số II.06a/VPCP/KSTT"


def test_days_the_wrong_way_round_are_refused(run, folder):
    days = ("--from", "2026-03-31", "--to", "2026-03-01")
    told = run("report", "ii06a", *days, "--data", folder)
    assert told.status == 1
    assert "hãy ghi lại hai ngày" in told.err


def test_a_period_is_written_short_and_may_end_on_the_14th(run, folder):
    place = ("--data", folder, "--json")
    calendar = run("report", "ii06a", "--period", "2026-Q1", *place).json
    framed = run("report", "ii06a", "--period", "2026-Q1", "--statutory", *place).json
    assert (calendar["from"], calendar["to"]) == ("2026-01-01", "2026-03-31")
    assert (framed["from"], framed["to"]) == ("2025-12-15", "2026-03-14")


@pytest.mark.parametrize(
    "days",
    [
        (),
        ("--from", "2026-03-01"),
        ("--period", "2026-03", "--to", "2026-03-31"),
        ("--statutory", "--from", "2026-03-01", "--to", "2026-03-31"),
    ],
)
def test_half_a_period_is_asked_for_again(run, folder, days):
    told = run("report", "ii06a", *days, "--data", folder)
    assert told.status == 1
    assert "Hãy ghi hoặc --period" in told.err


def test_the_ministry_s_form_leaves_blank_what_the_register_cannot_know(run, march):
    document = run("report", "07a", *march, "--json").json
    total = document["total"]
    assert list(total) == ["field", *(f"c{n}" for n in range(3, 27))]
    assert total["c3"] == total["c14"] + total["c19"] == 2
    assert [name for name, number in total.items() if number is None] == ["c8", "c12", "c13"]
    told = run("report", "07a", *march).out
    assert "Cột 8 để trống" in told
    assert "Cột 12, 13 để trống" in told


@pytest.mark.parametrize(
    ("name", "sections"),
    [("overdue-reasons", {"causes", "fields", "holders"}), ("certification", {"kinds"})],
)
def test_the_other_reports_are_told_and_written(run, march, tmp_path, name, sections):
    document = run("report", name, *march, "--json").json
    assert sections <= set(document)
    pdf, xlsx = tmp_path / "bao-cao.pdf", tmp_path / "bao-cao.xlsx"
    assert run("report", name, *march, "--pdf", pdf, "--xlsx", xlsx).status == 0
    assert "Đơn vị nhận báo cáo" in text_of(pdf.read_bytes())
    assert openpyxl.load_workbook(xlsx).active.max_row > 4


def test_a_figure_opens_to_its_codes(run, march):
    told = run("report", "ii06a", *march, "--open", "c3", "--json").json
    assert len(told["dossiers"]) == 2
    assert all(one["code"].startswith("H40.16-") for one in told["dossiers"])
    field = told["dossiers"][0]["field"]
    words = run("report", "ii06a", *march, "--open", "c3", "--field", field).out
    assert f"Cột 3 của báo cáo ii06a, {field}" in words
    refused = run("report", "ii06a", *march, "--open", "c99")
    assert refused.status == 1
    assert "Không mở được cột “c99”" in refused.err


def test_what_was_certified_opens_to_the_lines_of_its_books(run, march):
    certified = (
        "certify",
        "--name",
        "Chi",
        "--item",
        "Bằng tốt nghiệp:2:5",
        "--item",
        "Học bạ:4:1",
    )
    assert run(*certified, "--data", march[-1]).status == 0
    told = run("report", "certification", *march, "--open", "c5", "--json").json
    assert told["count"] == 6
    assert [one["paper"] for one in told["entries"]] == ["Bằng tốt nghiệp", "Học bạ"]
    kind = ("--field", "Chứng thực bản sao từ bản chính")
    words = run("report", "certification", *march, "--open", "c3", *kind).out
    assert "từ ngày 01/01/2026 đến hết ngày 31/12/2026: 1, từ 2 dòng sổ chứng thực." in words
    assert "-SCT/BS  số 1  " in words
    assert "Chi" not in words


def test_a_figure_beside_the_dossiers_opens_or_says_why_not(run, march):
    told = run("report", "07a", *march, "--open", "c24", "--json").json
    assert (told["count"], told["dossiers"]) == (0, [])
    refused = run("report", "07a", *march, "--open", "c12")
    assert refused.status == 1
    assert "để trống vì sổ không biết" in refused.err


def test_a_month_is_closed_told_and_counted_again(run, march):
    folder = march[-2:]
    october = ("--period", "2026-10", *folder)
    closed = run("report", "ii06a", *october, "--close", "--clerk", "quantri", "--json").json
    assert closed["closed_by"] == "Lò Văn Hặc (máy này)"
    assert len(closed["sha256"]) == 64
    assert run("report", "ii06a", *october, "--closed", "--json").json["differences"] == []
    assert run("report", "ii06a", *october, "--recompute", "--json").json["same"] is True
    assert "đúng từng byte" in run("report", "ii06a", *october, "--recompute").out
    assert "vẫn đúng như số đã chốt" in run("report", "ii06a", *october, "--closed").out
    every = run("report", "ii06a", "--closed", *folder, "--json").json["closed"]
    assert [one["sha256"] for one in every] == [closed["sha256"]]
    again = run("report", "ii06a", *october, "--close")
    assert again.status == 1
    assert "đã được Lò Văn Hặc (máy này) chốt" in again.err
