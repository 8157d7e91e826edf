"""Printing from the command line: every form, many at once, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from at_the_counter import BIRTH
from pdf_reading import pages_of, text_of
from reception.domain.errors import Trouble
from reception.services import forms, paperwork, samples

GOOD = {"procedure": BIRTH, "owner": {"name": "Đỗ Thị Ưởng"}, "received_at": "2026-03-02T08:00"}
LISTED = ("register", "call-list", "cash-count")


@pytest.fixture
def codes(run, folder, written):
    """Three dossiers of one person and one of another."""
    other = GOOD | {"owner": {"name": "Lò Văn Hặc"}}
    told = run("register", "--from", written([GOOD, GOOD, GOOD, other]), "--data", folder, "--json")
    return [item["code"] for item in told.json]


@pytest.mark.parametrize("regime", ["2018", "2025"])
@pytest.mark.parametrize("form", [*forms.FORMS, *forms.OTHER_FORMS, *LISTED])
def test_every_form_prints_as_a_sample(run, tmp_path, form, regime):
    paper = tmp_path / "mau.pdf"

    assert run("print", "--sample", form, "--regime", regime, "--out", paper).status == 0

    assert samples.sample_paper(form, regime).title.replace("\u00a0", " ") in text_of(
        paper.read_bytes()
    )


def test_a_sample_has_its_further_edition_and_no_unknown_one(run, tmp_path):
    paper = tmp_path / "mau.pdf"
    table = run("print", "--sample", "receipt", "--template", "table", "--out", paper)
    assert table.status == 0
    assert "Tên giấy tờ" in text_of(paper.read_bytes())
    paper.unlink()

    for form in ("receipt", "stop-notice"):
        ran = run("print", "--sample", form, "--template", "lạ", "--out", paper)
        assert ran.status == 1
        assert "không có bản “lạ”" in ran.err
        assert not paper.exists()


@pytest.mark.parametrize("form", ["receipt", "control-sheet", "large-letter-slip"])
def test_a_paper_of_a_dossier(run, folder, codes, form):
    paper = folder / "giay.pdf"

    told = run("print", form, codes[0], "--data", folder, "--out", paper, "--json").json

    assert told == {"out": str(paper), "bytes": len(paper.read_bytes())}
    assert codes[0] in text_of(paper.read_bytes())


def test_a_paper_that_cannot_be_saved_is_not_issued(run, folder, codes):
    assert run("print", "receipt", codes[0], "--data", folder, "--out", folder).status == 1

    paper = folder / "giay.pdf"
    run("print", "receipt", codes[0], "--data", folder, "--out", paper)
    assert "IN LẠI" not in text_of(paper.read_bytes())


def test_a_preview_is_not_issued(run, folder, codes):
    paper = folder / "giay.pdf"
    for _ in range(2):
        run("print", "receipt", codes[0], "--data", folder, "--out", paper, "--preview")
    run("print", "receipt", codes[0], "--data", folder, "--out", paper)
    assert "IN LẠI" not in text_of(paper.read_bytes())


def test_several_codes_make_one_document_with_an_outcome_each(run, folder, codes):
    paper = folder / "giay.pdf"

    told = run("print", "receipt", *codes, "--data", folder, "--out", paper, "--json").json

    assert [item["code"] for item in told["papers"]] == codes
    assert {(item["form"], item["times"], item["refused"]) for item in told["papers"]} == {
        ("receipt", 1, None)
    }
    assert pages_of(paper.read_bytes()) == 4


def test_an_unknown_code_among_several_keeps_none_of_the_others_back(run, folder, codes):
    paper = folder / "giay.pdf"
    asked = (codes[0], "H40.16-990101-0001", codes[3])

    ran = run("print", "receipt", *asked, "--data", folder, "--out", paper)

    assert ran.status == 1
    assert ran.out == f"Đã ghi {paper}.\n"
    [sentence] = ran.err.splitlines()
    assert "H40.16-990101-0001" in sentence
    assert pages_of(paper.read_bytes()) == 2
    text = text_of(paper.read_bytes())
    assert codes[0] in text
    assert codes[3] in text

    ran = run("print", "receipt", *asked, "--data", folder, "--out", paper, "--json")
    told = json.loads(ran.out)
    assert [item["code"] for item in told["papers"]] == list(asked)
    assert [bool(item["refused"]) for item in told["papers"]] == [False, True, False]


def test_only_unknown_codes_write_no_file(run, folder, codes):
    paper = folder / "giay.pdf"
    ran = run("print", "receipt", "a", "b", "--data", folder, "--out", paper)
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert not paper.exists()


def test_the_help_names_every_form(run):
    said = run("print", "--help").out
    assert all(f"  {form} " in said for form in (*forms.FORMS, *forms.OTHER_FORMS))
    assert all(f"  {form} " in said for form in forms.LIST_FORMS)


def test_a_pdf_that_cannot_be_written_leaves_what_was_there(tmp_path, monkeypatch):
    paper = tmp_path / "giay.pdf"
    paper.write_bytes(b"earlier")

    def full(path: Path, content: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Trouble):
        paperwork.save(b"later", paper)

    assert [file.name for file in tmp_path.iterdir()] == ["giay.pdf"]
    assert paper.read_bytes() == b"earlier"


def test_a_batch_of_which_none_can_be_issued_writes_no_file(run, folder, codes):
    paper = folder / "giay.pdf"
    ran = run("print", "stop-notice", *codes, "--data", folder, "--out", paper)
    assert (ran.status, ran.out) == (1, "")
    assert "thông báo dừng" in ran.err
    assert not paper.exists()


def test_one_receipt_for_several_dossiers_of_one_person(run, folder, codes):
    paper = folder / "giay.pdf"
    assert run("print", "receipt-list", *codes[:3], "--data", folder, "--out", paper).status == 0
    text = text_of(paper.read_bytes())
    assert all(code in text for code in codes[:3])

    ran = run("print", "receipt-list", *codes, "--data", folder, "--out", paper)
    assert ran.status == 1
    assert "không cùng một người nộp" in ran.err


def test_guidance_from_the_catalogue(run, folder):
    paper = folder / "huong-dan.pdf"
    ran = run("print", "guidance-slip", "--procedure", BIRTH, "--data", folder, "--out", paper)
    assert ran.status == 0
    assert "khai sinh" in text_of(paper.read_bytes())


def test_blank_receipts_are_numbered_and_can_be_printed_again(run, folder):
    paper = folder / "in-san.pdf"
    first = ("print", "blank-slip", "--data", folder, "--out", paper)
    assert run(*first, "--count", 2).status == 0
    text = text_of(paper.read_bytes())
    numbers = [word for word in text.split() if word.endswith("/PTG")]
    assert pages_of(paper.read_bytes()) == 2

    assert run(*first, numbers[0]).status == 0
    assert run(*first, "9999/2026/PTG").status == 1


@pytest.mark.parametrize(
    "words",
    [
        ("receipt",),
        (),
        ("guidance-slip",),
        ("blank-slip",),
        ("receipt", "1", "2", "--preview"),
        ("receipt-list", "1", "2", "--template", "table"),
        ("blank-slip", "--count", "3", "--preview"),
        ("receipt", "--sample", "receipt"),
    ],
)
def test_what_is_not_enough_to_print(run, folder, codes, words):
    words = [codes[int(word)] if word in {"1", "2"} else word for word in words]
    ran = run("print", *words, "--data", folder, "--out", folder / "giay.pdf")
    assert ran.status == 2
    assert "Lệnh gõ chưa đúng" in ran.err
    assert not (folder / "giay.pdf").exists()


def test_an_unknown_form_is_refused_before_the_dossier_is_looked_for(run, folder):
    ran = run("print", "vé", "x", "--data", folder, "--out", folder / "giay.pdf")
    assert ran.status == 1
    assert "Không có mẫu giấy “vé”" in ran.err


def test_a_template_goes_out_and_comes_back(run, folder, tmp_path):
    file = tmp_path / "mau.toml"
    assert run("template", "stop-notice", "--export", file, "--data", folder).status == 0
    text = file.read_text("utf-8").replace("THÔNG BÁO DỪNG", "VĂN BẢN DỪNG")
    file.write_text(text, encoding="utf-8")

    told = run("template", "--import", file, "--data", folder, "--json").json

    assert (told["form"], told["regime"]) == ("stop-notice", "office")
    assert f"valid_from = {told['valid_from']}\n" in text
    assert run("verify", "--data", folder).status == 0
    for words in ((), ("stop-notice",), ("stop-notice", "--import", file)):
        assert run("template", *words, "--data", folder).status == 2
    file.write_text("x", encoding="utf-8")
    ran = run("template", "--import", file, "--data", folder)
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)
