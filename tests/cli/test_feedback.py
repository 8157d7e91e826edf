"""Feedback on the command line: rows, JSON, papers, and refusals."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest

from pdf_reading import text_of
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.services import closing_periods
from reception.services.feedback import FeedbackRequest, receive
from reception.services.set_up import office_named, set_up

SAID = ("--text", "Bảng treo cao", "--name", "Giàng Thị Dợ", "--phone", "0398765432")


@pytest.fixture
def feedback(run, folder):
    def ask(*arguments: object):
        return run("feedback", *arguments, "--data", folder)

    return ask


def test_from_intake_to_publication_as_json(feedback, tmp_path):
    slip, letter = tmp_path / "phieu.pdf", tmp_path / "tra-loi.pdf"
    taken = feedback("receive", *SAID, "--out", slip, "--json").json
    code = taken["code"]
    feedback("route", code, "--to", "Phòng Văn hóa", "--json")
    feedback("ask", code, "--wanted", "bảng nào", "--json")
    feedback("complete", code, "--text", "bảng đất đai", "--json")
    feedback("answer", code, "--text", "Đã hạ bảng", "--out", letter, "--json")
    done = feedback("publish", code, "--subject", "Bảng cao", "--text", "Đã hạ", "--json").json

    assert taken["state"] == "received"
    assert taken["allowed"] == ["route", "ask-more", "answer", "refuse"]
    assert done["published"] == {"subject": "Bảng cao", "answer": "Đã hạ"}
    assert done["in_time"]
    assert code in text_of(slip.read_bytes())
    assert "Đã hạ bảng" in text_of(letter.read_bytes())
    assert [row["code"] for row in feedback("list", "--json").json] == [code]
    assert feedback("list", "--open", "--json").json == []


def test_people_read_sentences(feedback):
    told = feedback("receive", "--text", "Sân lầy lội", "--kind", "other").out

    assert "Không nêu danh tính, tại quầy: Sân lầy lội" in told
    assert "15 ngày làm việc" in told
    assert "Điều 5" in told
    assert "mới tiếp nhận" in feedback("list").out
    assert "(không có phản ánh, kiến nghị nào)" in feedback("list", "--text", "xyz").out


def test_the_report_as_json_pdf_and_workbook(feedback, tmp_path):
    taken = feedback("receive", *SAID, "--json").json
    day, pdf, xlsx = taken["received_at"][:10], tmp_path / "b.pdf", tmp_path / "b.xlsx"
    names, public = tmp_path / "so.pdf", tmp_path / "cong-khai.pdf"
    files = ("--pdf", pdf, "--xlsx", xlsx, "--list-pdf", names, "--public-pdf", public)

    told = feedback("report", "--from", day, "--to", day, *files, "--json").json

    assert (told["total"]["c3"], told["total"]["c11"]) == (1, 1)
    assert "II.05" in text_of(pdf.read_bytes())
    assert "Giàng Thị Dợ" in text_of(names.read_bytes())
    assert "Giàng Thị Dợ" not in text_of(public.read_bytes())
    last = list(openpyxl.load_workbook(xlsx)["II.05"].iter_rows(values_only=True))
    assert any(row[1] == "Tổng số" and row[2] == 1 for row in last)
    opened = feedback("report", "--from", day, "--to", day, "--open", "c12", "--json").json
    assert (opened["count"], opened["feedback"][0]["code"]) == (1, taken["code"])
    assert "Giàng" not in feedback("report", "--from", day, "--to", day, "--open", "c3").out
    in_time = feedback("report", "--from", day, "--to", day, "--open", "in_time").out
    assert in_time.startswith("Trong hạn của báo cáo ii05, mọi dòng")
    assert "Tiếp nhận 1 (kỳ trước 0)" in feedback("report", "--from", day, "--to", day).out


def test_the_form_says_that_its_period_was_closed_with_other_figures(run, tmp_path):
    folder, pdf = tmp_path / "so", tmp_path / "ii05.pdf"
    now = datetime(2026, 3, 10, 9, 30, tzinfo=OFFICE_ZONE)
    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    desk = set_up(folder, office_named("Xã Mường Lay", "H40.16"), lambda: now)
    receive(desk, FeedbackRequest("Bảng treo cao"), by="lan")
    now = datetime(2026, 4, 10, 9, 30, tzinfo=OFFICE_ZONE)
    closing_periods.close(desk, march, Choices(), by="lan", names=("ii05",))
    now = datetime(2026, 3, 11, 9, 30, tzinfo=OFFICE_ZONE)
    receive(desk, FeedbackRequest("Hẹn lại ba lần"), by="lan")
    desk.close()
    run("feedback", "report", "--period", "2026-03", "--pdf", pdf, "--data", folder)
    assert "Kỳ này đã chốt lúc 09:30 10/04/2026" in text_of(pdf.read_bytes())


def test_how_long_it_is_kept_is_set_and_nothing_goes_by_itself(feedback):
    code = feedback("receive", *SAID, "--json").json["code"]
    feedback("answer", code, "--text", "Đã hạ bảng")
    assert "chưa đặt thời hạn" in feedback("retention").out
    assert feedback("retention", "--on", "2099-01-01", "--json").json["due"] == []

    told = feedback("retention", "--keep-years", 5, "--decision", "QĐ 7/2026", "--json").json

    assert (told["years"], told["source"], told["confidence"]) == (5, "QĐ 7/2026", "office")
    assert told["due"] == []
    [due] = feedback("retention", "--on", "2099-01-01", "--json").json["due"]
    assert due["code"] == code
    assert code in feedback("retention", "--on", "2099-01-01").out
    assert "Giàng Thị Dợ" in feedback("list").out


def test_opening_one_is_written_down(feedback, run, folder):
    code = feedback("receive", *SAID, "--json").json["code"]
    feedback("show", code)

    [seen] = run("audit", "--did", "saw", "--dossier", code, "--data", folder, "--json").json
    assert (seen["what"], seen["code"]) == ("Mở xem phản ánh, kiến nghị", code)
    assert seen["dossier_id"] is None


def test_a_dossier_that_nobody_knows_is_kept_where_that_is_said(feedback):
    about = (*SAID, "--dossier", "H40.16-260301-0001")
    assert "không rõ hồ sơ" in feedback("receive", *about).err

    code = feedback("receive", *about, "--unknown-dossier", "--json").json["code"]

    assert "Hồ sơ: H40.16-260301-0001 (không rõ hồ sơ)" in feedback("show", code).out
    told = feedback("show", code, "--json").json
    assert (told["dossier"], told["dossier_known"]) == ("H40.16-260301-0001", False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "0009/2026/PAKN"), "Không tìm thấy phản ánh số “0009/2026/PAKN”"),
        (("receive", "--text", "a", "--phone", "0398765432"), "chưa có họ tên"),
        (("answer", "x", "--text", " "), "Không tìm thấy phản ánh số “X”"),
        (("report",), "Hãy ghi hoặc --period"),
        (("retention", "--decision", "QĐ 7"), "chưa có số năm"),
        (("retention", "--keep-years", "5"), "Chưa ghi văn bản quyết định"),
    ],
)
def test_a_refusal_is_one_sentence(feedback, arguments, said):
    ran = feedback(*arguments)

    assert ran.status == 1
    assert said in ran.err
    assert ran.err.count("\n") == 1
