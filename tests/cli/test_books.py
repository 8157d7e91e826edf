"""Books and lists on the command line: rows, JSON, a PDF, and refusals."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from at_the_counter import BIRTH
from pdf_reading import text_of
from reception.cli.books import NAMES

DAY = "2026-03-02"


@pytest.fixture
def code(run, folder, written):
    """A dossier received on a Monday."""
    asked = {
        "procedure": BIRTH,
        "owner": {"name": "H'Hen Niê", "phone": "0912345678", "address": {"line": "Buôn Ƀă"}},
        "received_at": f"{DAY}T08:00",
    }
    [told] = run("register", "--from", written([asked]), "--data", folder, "--json").json
    return told["code"]


def book(run, folder, name, *more):
    return run("book", name, "--from", DAY, "--data", folder, *more)


def test_the_register_as_json(run, folder, code):
    document = book(run, folder, "register", "--to", "2026-03-03", "--json").json

    assert (document["from"], document["to"], document["out"]) == (DAY, "2026-03-03", None)
    [paper] = document["papers"]
    [row] = paper["rows"]
    assert row["code"] == code
    assert row["applicant"] == "H'Hen Niê"
    received = datetime.fromisoformat(row["received_at"])
    assert received.utcoffset() == timedelta(hours=7)
    assert row["handed_over_at"] is None


def test_the_register_for_people_and_as_pdf(run, folder, code, tmp_path):
    told = book(run, folder, "register").out
    assert "Sổ theo dõi hồ sơ (ngày 02/03/2026):" in told
    assert code in told
    assert "1 dòng" in told

    out = tmp_path / "so.pdf"
    ran = book(run, folder, "register", "--out", out)
    assert ran.out.endswith(f"Đã ghi {out}.\n")
    assert code in text_of(out.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_every_book_can_be_empty_and_is_a_paper_all_the_same(run, folder, name, tmp_path):
    out = tmp_path / "trong.pdf"
    document = book(run, folder, name, "--days", 0, "--out", out, "--json").json
    assert [paper["rows"] for paper in document["papers"]] == [[]]
    assert "(Không có)" in text_of(out.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("nothing",), 2, "register"),
        (("register", "--from", "2026-13-01"), 1, "không phải là một ngày có thật"),
        (("register", "--from", "2026-03-02", "--to", "2026-03-01"), 1, "Ngày cuối"),
        (("register", "--from", "2020-01-01", "--to", "2026-03-01"), 1, "hai năm"),
        (("register", "--clerk", "nobody"), 1, "nobody"),
        (("cash-count", "--taker", "nobody"), 1, "chưa ai thu tiền"),
        (("call-list", "--days", "-1"), 2, "--days"),
        ((), 2, "thiếu"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(run, folder, arguments, status, said):
    ran = run("book", *arguments, "--data", folder)
    assert ran.status == status
    assert ran.out == ""
    [sentence] = ran.err.splitlines()
    assert said in sentence


def test_a_taker_whom_nobody_knows_is_refused_with_those_who_took_money(run, folder):
    certify = ("certify", "--name", "Lò Văn Hặc", "--item", "Bằng tốt nghiệp:2:1")
    assert run(*certify, "--data", folder).status == 0

    ran = run("book", "cash-count", "--taker", "nobody", "--data", folder)

    assert (ran.status, ran.out) == (1, "")
    [sentence] = ran.err.splitlines()
    assert sentence.endswith("đã thu: dòng lệnh.")
    told = run("book", "cash-count", "--taker", "dòng lệnh", "--data", folder, "--json").json
    assert [row["cash_vnd"] for row in told["papers"][0]["rows"]] == [4000]


def test_a_file_that_cannot_be_written_is_told(run, folder, code, tmp_path):
    ran = book(run, folder, "register", "--out", tmp_path / "so-ho-so" / "reception.db" / "x.pdf")
    assert ran.status == 1
    assert "Không ghi được" in ran.err
