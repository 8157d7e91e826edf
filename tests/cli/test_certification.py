"""Certifying from the command line: numbers and fees, the books, and what is refused."""

from __future__ import annotations

import json

import openpyxl
import pytest

from reception.services.certification import rules
from refusing import assert_refused

NAME = "Đỗ Thị Ưởng"
DOCUMENT = {
    "code": str, "dossier_id": str, "certified_at": str, "kind": str, "book": str, "items": list,
    "copies": int, "fee_vnd": int, "free_because": str, "slip": (str, type(None)),
}  # fmt: skip


@pytest.fixture
def certify(run, folder):
    def certify_it(*arguments: object):
        return run("certify", "--name", NAME, *arguments, "--data", folder)

    return certify_it


@pytest.fixture
def book(run, folder):
    def book_of(*arguments: object):
        period = ("--from", "2026-01-01", "--to", "2030-12-31")
        return run("certification-book", *period, *arguments, "--data", folder)

    return book_of


def test_sixty_copies_in_one_act(certify):
    document = certify(
        "--identity", "012190001234", "--item", "Bằng tốt nghiệp:2:60", "--item", "Học bạ: 5 : 3",
        "--json",
    ).json  # fmt: skip

    assert document.keys() == DOCUMENT.keys()
    for key, kind in DOCUMENT.items():
        assert isinstance(document[key], kind), key
    assert document["kind"] == "copy"
    assert document["book"].endswith("-SCT/BS")
    assert document["items"] == [
        {"number": 1, "paper": "Bằng tốt nghiệp", "pages": 2, "copies": 60, "fee_vnd": 240_000},
        {"number": 2, "paper": "Học bạ", "pages": 5, "copies": 3, "fee_vnd": 21_000},
    ]
    assert (document["copies"], document["fee_vnd"], document["slip"]) == (63, 261_000, None)


def test_a_number_that_no_paper_has_is_refused(certify, book):
    ran = certify("--identity", "01219000123", "--item", "Bằng")

    assert_refused(ran, "số căn cước có 12 chữ số", status=1)
    assert book("--json").json["rows"] == []


def test_an_organisation_certifies_under_its_own_number(certify, run, folder):
    code = certify("--identity", "5600123456", "--item", "Giấy phép", "--json").json["code"]

    owner = run("show", code, "--data", folder, "--json").json["intake"]["owner"]
    assert (owner["identity"], owner["kind"]) == ("5600123456", "other")


def test_a_dossier_like_any_other(certify, run, folder):
    code = certify("--item", "Thẻ căn cước", "--json").json["code"]

    shown = run("show", code, "--data", folder, "--json").json
    assert shown["state"] == "handed-over"
    assert [event["kind"] for event in shown["history"]] == ["dossier.certified"]
    assert run("verify", "--data", folder, "--json").json["whole"] is True
    assert run("rebuild", "--data", folder, "--json").json == {"dossiers": 1}
    assert run("verify", "--data", folder, "--json").json["whole"] is True


@pytest.mark.parametrize("kind", list(rules().procedures))
def test_every_kind_is_certified(certify, kind):
    document = certify("--kind", kind.value, "--item", "Văn bản:4:2", "--json").json

    assert document["kind"] == kind.kind.value
    assert document["items"][0]["number"] == 1


def test_a_free_one_with_its_slip_for_people(certify, tmp_path):
    out = tmp_path / "phiếu.pdf"
    ran = certify("--item", "Giấy khai sinh:1:2", "--free", "người có công", "--out", out)

    assert (ran.status, ran.err) == (0, "")
    assert "số 01, quyển 01/" in ran.out
    assert "0 đồng (Không đồng)" in ran.out
    assert out.read_bytes().startswith(b"%PDF")


def test_the_book_of_a_period(certify, book, tmp_path):
    certify("--item", "Giấy khai sinh:1:2", "--signer", "Vi Văn Thoong")
    certify("--item", "Thẻ căn cước:1:3", "--free", "người có công")
    certify("--kind", "signature", "--item", "Giấy ủy quyền")
    out = tmp_path / "so.pdf"

    document = book("--out", out, "--json").json
    assert document.keys() == {"kind", "from", "to", "rows", "copies", "fee_vnd", "out"}
    first, second = document["rows"]
    assert first.keys() == {
        "number", "certified_on", "applicant", "paper", "pages", "copies", "fee_vnd", "signer",
        "notes",
    }  # fmt: skip
    assert (first["number"], first["applicant"], first["signer"]) == ("01", NAME, "Vi Văn Thoong")
    assert second["notes"] == "Miễn phí: người có công"
    assert (document["copies"], document["fee_vnd"]) == (5, 4_000)
    assert out.read_bytes().startswith(b"%PDF")
    assert len(book("--kind", "signature", "--json").json["rows"]) == 1
    assert "Giấy khai sinh  1 trang, 2 bản, 4.000 đồng" in book().out
    assert "không có việc chứng thực nào" in book("--kind", "contract").out


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("Bằng:2:0", "Số bản của “Bằng”"),
        ("Bằng:10000:1", "Số trang của “Bằng”"),
        ("Bằng:hai:1", "Bằng tốt nghiệp:2:60"),
        ("Bằng:2", "Bằng tốt nghiệp:2:60"),
        ("Bằng:-1:1", "Bằng tốt nghiệp:2:60"),
        ("Bằng:1:99999999", "Bằng tốt nghiệp:2:60"),
        (":1:1", "chưa ghi tên giấy tờ"),
    ],
)
def test_an_item_that_cannot_be_is_one_sentence(certify, book, item, said):
    ran = certify("--item", "Thẻ căn cước", "--item", item)

    assert (ran.status, ran.out) == (1, "")
    [sentence] = ran.err.splitlines()
    assert said in sentence
    assert book("--json").json["rows"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--item"),
        (("--item", "A", "--kind", "marriage"), "--kind"),
        (("--item", "A", "--size", "A3"), "--size"),
        (("--item", "A", "--clerk", "ai-đó"), "Không có tài khoản"),
    ],
)
def test_wrong_usage_is_told(certify, arguments, said):
    ran = certify(*arguments)

    assert ran.status in {1, 2}
    assert said in ran.err


def test_the_book_goes_out_as_a_workbook_and_that_is_noted(run, certify, book, folder, tmp_path):
    certify("--item", "Bằng tốt nghiệp:2:5")
    file = tmp_path / "so.xlsx"
    assert f"Đã ghi {file}." in book("--xlsx", file).out
    cells = {
        cell
        for row in openpyxl.load_workbook(file).active.iter_rows(values_only=True)
        for cell in row
    }
    assert {NAME, "Bằng tốt nghiệp"} <= cells
    seen = run("audit", "--from", "2026-01-01", "--to", "2030-12-31", "--data", folder, "--json")
    assert "Sổ chứng thực (chứng thực bản sao từ bản chính)" in seen.out


def test_a_book_that_leaves_by_one_file_of_two_is_noted(run, certify, book, folder, tmp_path):
    certify("--item", "Bằng tốt nghiệp:1:1")
    pdf = tmp_path / "so.pdf"
    assert "Không ghi được" in book("--out", pdf, "--xlsx", tmp_path / "chua-co" / "so.xlsx").err
    assert pdf.exists()
    days = "--from", "2026-01-01", "--to", "2030-12-31"
    told = run("audit", "--did", "saw", *days, "--data", folder, "--json").json
    assert [one["what"] for one in told if "Sổ chứng thực" in one["what"]]


def test_an_empty_name_and_a_period_backwards_are_refused(run, folder):
    ran = run("certify", "--name", " ", "--item", "A", "--data", folder)
    assert (ran.status, "Chưa có họ tên" in ran.err) == (1, True)
    ran = run("certification-book", "--from", "2026-03-02", "--to", "2026-03-01", "--data", folder)
    assert (ran.status, "Ngày cuối" in ran.err) == (1, True)
    ran = run("certification-book", "--from", "hôm qua", "--to", "2026-03-01", "--data", folder)
    assert (ran.status, "“hôm qua”" in ran.err) == (1, True)


def test_a_slip_that_cannot_be_saved_is_told_and_the_certification_stands(certify, book, tmp_path):
    blocked = tmp_path / "tệp"
    blocked.write_text("", encoding="utf-8")
    ran = certify("--item", "A", "--out", blocked / "phiếu.pdf")

    assert (ran.status, ran.out) == (1, "")
    assert len(json.loads(book("--json").out)["rows"]) == 1
