"""Reports of the server from the command line."""

from __future__ import annotations

import openpyxl
import pytest

from at_the_counter import clock_at
from ledger_pen import AGENCY, Pen, received
from pdf_reading import text_of
from reception.domain.moments import parse_moment
from reception.services import folding
from reception.storage.ledger.ledger import Ledger
from refusing import assert_refused

AT = "2026-03-02T08:00"


@pytest.fixture
def report(run, tmp_path):
    """Run the report on a server where one commune received two and another nothing."""
    place = ("--data", tmp_path / "máy chủ")
    run("server", "init", "--name", "Máy chủ tỉnh Điện Biên", *place)
    for code, name in ((AGENCY, "Xã Mường Lay"), ("H40.17", "Xã Khác")):
        run("server", "commune", "add", code, name, *place)
    ledger = Ledger.open(str(tmp_path / "máy chủ" / "server.db"))
    pen = Pen(ledger).enrol(parse_moment(AT))
    for n in (1, 2):
        pen.write(f"d{n}", received(n, AT), parse_moment(AT))
    folding.fold_all(ledger, clock_at("2026-03-16T10:00"))
    ledger.close()

    def run_it(*arguments: object):
        return run("server", "report", *arguments, *place)

    return run_it


def test_the_figures_of_all_are_told_commune_by_commune(report):
    told = report("--period", "2026-03")
    assert told.status == 0
    for words in (
        "Tất cả xã, phường",
        "Xã Mường Lay",
        "Xã Khác",
        "Từng xã, phường:",
        "Ghi chú cách tính: Tính theo ngày.",
    ):
        assert words in told.out


def test_the_json_has_the_form_and_each_commune(report):
    document = report("--period", "2026-03", "--strict", "--rule", "minute", "--json").json
    assert (document["total"]["c3"], document["total"]["c13"]) == (2, 2)
    assert {code: one["c3"] for code, one in document["communes"].items()} == {
        AGENCY: 2, "H40.17": 0
    }  # fmt: skip
    one = report("--period", "2026-03", "--agency", "H40.17", "--json").json
    assert (one["agency"], one["total"]["c3"], one["unfolded"]) == ("H40.17", 0, 0)


def test_the_form_is_written_as_pdf_and_as_spreadsheet(report, tmp_path):
    pdf, xlsx = tmp_path / "ii06a.pdf", tmp_path / "ii06a.xlsx"
    files = ("--pdf", pdf, "--xlsx", xlsx)
    told = report("--period", "2026-03", "--receiver", "Bộ Nội vụ", *files)
    assert told.status == 0
    text = text_of(pdf.read_bytes())
    assert "Máy chủ tỉnh Điện Biên" in text
    assert "Bộ Nội vụ" in text
    assert openpyxl.load_workbook(xlsx).active["A1"].value == "Biểu số II.06a/VPCP/KSTT"


def test_a_period_may_end_on_the_14th(report):
    document = report("--period", "2026-Q1", "--statutory", "--json").json
    assert (document["from"], document["to"]) == ("2025-12-15", "2026-03-14")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--period", "tháng 3"), "không phải kỳ báo cáo"),
        (("--period", "2099"), "chưa tới"),
        (("--period", "2026-03", "--agency", "H99"), "Không có xã, phường này"),
    ],
)
def test_what_cannot_be_told_is_refused_in_a_sentence(report, asked, words):
    told = report(*asked)
    assert_refused(told)
    assert words in told.err


@pytest.mark.parametrize(
    ("name", "late", "words"),
    [("07a", "c21", "Biểu số 07a/BTP"), ("overdue-reasons", "c5", "Bộ phận Một cửa")],
)
def test_the_other_reports_are_told_by_their_names(report, name, late, words):
    assert words in report("--period", "2026-03", "--name", name).out
    document = report("--period", "2026-03", "--name", name, "--json").json
    assert (document["name"], document["total"][late]) == (name, 2)
    assert document["communes"]["H40.17"][late] == 0
