"""Papers as PDF: read back as text, and looked at as pictures."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from dataclasses import replace
from itertools import combinations

import pypdf
import pytest
import zxingcpp
from PIL import Image

from reception.domain.applicant import Address, Party
from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import Issue
from reception.domain.errors import RuleViolation
from reception.domain.intake import SubmittedPaper
from reception.domain.paper import Line, Paper
from reception.printing import papers
from reception.printing.fonts import Face
from reception.printing.page import PaperSize
from reception.printing.papers import render
from reception.printing.raster import render_pages
from reception.printing.sheet import balanced, text_width
from reception.services import forms, sample_dossiers, samples

FORMS = [
    (form, regime)
    for regime in ("2018", "2025")
    for form in samples.SAMPLES
    if (form, regime) != (samples.RECEIPT_TABLE, "2018")
]
SIZES = list(PaperSize)


def receipt_of(dossier: Dossier, *, template: str = "", times: int = 1) -> Paper:
    office = sample_dossiers.sample_office(dossier.regime)
    wording = forms.ruling_for(forms.RECEIPT, dossier, dossier.opened_at, template=template)
    issue = Issue(office, wording, dossier.opened_at, sample_dossiers.CLERK, times=times)
    return forms.paper(forms.RECEIPT, dossier, issue)


def of_owner(**changes: object) -> Dossier:
    dossier = sample_dossiers.sample_dossier(forms.RECEIPT, "2025")
    owner = replace(dossier.intake.owner, **changes)
    return replace(dossier, intake=replace(dossier.intake, owner=owner))


def with_papers(*names: str) -> Dossier:
    dossier = sample_dossiers.sample_dossier(forms.RECEIPT, "2025")
    handed_in = tuple(SubmittedPaper(name) for name in names)
    return replace(dossier, intake=replace(dossier.intake, papers=handed_in))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("form", "regime"), FORMS)
def test_every_form_stands_on_one_page_and_can_be_read_back(form, regime, size, text_of, pages_of):
    paper = samples.sample_paper(form, regime)

    pdf = render([paper], size)

    text = text_of(pdf)
    assert pages_of(pdf) == 1
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc" in text
    assert paper.title.replace("\u00a0", " ") in text
    assert paper.number in text
    assert all(f"- {whom}" in text for whom in paper.sent_to)
    assert paper.place_and_date in text
    for line in (block for block in paper.blocks if isinstance(block, Line)):
        for part in line.parts:
            assert f"{part.label} {part.value}".strip() in text
    for signature in paper.signatures:
        assert f"{signature.title} {signature.hint} {signature.name}".strip() in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("form", "regime"), FORMS)
def test_a_scanner_reads_the_codes_from_the_page(form, regime, size):
    paper = samples.sample_paper(form, regime)

    (page,) = render_pages(render([paper], size), 300)

    picture = Image.frombytes("L", (page.width, page.height), page.grey, "raw", "L", page.stride)
    read = {code.format: code for code in zxingcpp.read_barcodes(picture)}
    bars = read.get(zxingcpp.BarcodeFormat.Code128)
    assert (bars.text if bars else "") == paper.code128
    if not paper.qr:
        assert zxingcpp.BarcodeFormat.QRCode not in read
        return
    assert read[zxingcpp.BarcodeFormat.QRCode].text == paper.qr
    corner = read[zxingcpp.BarcodeFormat.QRCode].position.bottom_right
    assert corner.x < page.width / 4
    assert corner.y < page.height / 5


@pytest.mark.parametrize(
    "name",
    [
        "H'Hen Niê",
        "H’Hen Niê",
        "K’Dung",
        "Y Ka Ly",
        "Đỗ Thị Ưởng",
        "ŏ ŭ č ĕ ĭ ñ Ŏ Ŭ Č Ĕ Ĭ Ñ Ƀ ƀ",
        "<b>Ẩn</b>",
        "Công ty A & B <C>",
        "{{7*7}} {name} %s [[[1]]] &amp; \\n (a",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_print_as_they_are(name, form, text_of):
    given = of_owner(name=unicodedata.normalize(form, name))

    pdf = render([receipt_of(given)])

    assert f"Ông (Bà)/Tổ chức: {name} Số định danh" in text_of(pdf)
    assert name in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_letters_of_the_highlands_without_a_glyph_of_their_own_are_put_together(text_of):
    given = of_owner(name="Ama ê̆ ô̆ ơ̆ ư̆ Niê")

    assert "Ama ê̆ ô̆ ơ̆ ư̆ Niê" in text_of(render([receipt_of(given)]))


@pytest.mark.parametrize("char", ["字", "🙂", "☑"])
def test_a_character_without_a_glyph_is_refused_by_name(char):
    with pytest.raises(RuleViolation) as refusal:
        render([receipt_of(of_owner(name=f"Nguyễn {char} Ẩn"))])

    assert refusal.value.code == "no-glyph"
    assert f"“{char}” (U+{ord(char):04X})" in refusal.value.text


def test_a_reprint_says_so(text_of):
    dossier = sample_dossiers.sample_dossier(forms.RECEIPT, "2025")

    assert "IN LẠI" not in text_of(render([receipt_of(dossier)]))
    assert "IN LẠI LẦN 1" in text_of(render([receipt_of(dossier, times=2)]))


def test_the_form_of_2018_tells_its_two_copies_apart(text_of, pages_of):
    pdf = render([samples.sample_paper(forms.RECEIPT, "2018")], copies=2)

    assert pages_of(pdf) == 2
    text = text_of(pdf)
    assert text.count("(Liên: Giao khách hàng)") == 1
    assert text.count("(Liên: Lưu)") == 1


def test_the_form_of_2025_has_two_like_copies(pages_of):
    paper = samples.sample_paper(forms.RECEIPT, "2025")
    once = render_pages(render([paper]), 50)
    twice = render_pages(render([paper], copies=2), 50)
    assert twice == once * 2


@pytest.mark.parametrize("template", ["", "table"])
@pytest.mark.parametrize("size", SIZES)
def test_forty_papers_go_on_to_further_pages_that_name_the_dossier(
    template, size, text_of, pages_of
):
    names = [f"Giấy tờ thứ {n:02d} " + "của người sử dụng đất " * 3 for n in range(40)]
    dossier = with_papers(*names)

    pdf = render([receipt_of(dossier, template=template)], size)

    text, pages = text_of(pdf), pages_of(pdf)
    assert pages > 1
    assert all(f"{dossier.code} – Trang {n}/{pages}" in text for n in range(1, pages + 1))
    assert all(f"Giấy tờ thứ {n:02d}" in text for n in range(40))


def overfull() -> Dossier:
    dossier = with_papers("x" * 3000, "Thủ tục " * 40, "Giấy tờ")
    owner = Party(name="Nguyễn " * 25, identity="9" * 60, address=Address(as_written="thôn " * 150))
    procedure = replace(dossier.intake.procedure, name="Thủ tục rất dài " * 19)
    return replace(
        dossier,
        code="000.00.06.H56.ABCDEFGHIJKLMNOPQRSTUVWXYZ-231027-000000000361",
        intake=replace(dossier.intake, owner=owner, procedure=procedure),
    )


@pytest.mark.parametrize("template", ["", "table"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_page(template, size):
    pages = render_pages(render([receipt_of(overfull(), template=template)], size), 72)

    for page in pages:
        rows = [
            page.grey[y * page.stride : y * page.stride + page.width] for y in range(page.height)
        ]
        edge = 20  # points of white all around
        assert all(min(row[:edge]) == 255 and min(row[-edge:]) == 255 for row in rows)
        assert all(min(row) == 255 for row in (*rows[:edge], *rows[-6:]))


@pytest.mark.parametrize("template", ["", "table"])
@pytest.mark.parametrize("size", SIZES)
def test_no_text_covers_another(template, size):
    for sheet in papers._set(receipt_of(overfull(), template=template), size, 0):
        boxes = [
            (run.x, run.x + text_width(run.text, run.face, run.size), run.y - 0.6 * run.size, run.y)
            for run in sheet.runs
        ]
        for (left, right, top, bottom), other in combinations(boxes, 2):
            apart = right <= other[0] + 0.01 or other[1] <= left + 0.01
            assert apart or bottom <= other[2] or other[3] <= top


def test_a_heading_does_not_part_what_a_no_break_space_holds_together():
    title = samples.sample_paper("apology-letter", "2025").title

    lines = balanced(title, Face.BOLD, 13, 300)

    assert [line.stretches[0].text for line in lines] == [
        "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ",
        "GIA HẠN THỜI GIAN GIẢI QUYẾT",
    ]


def test_the_same_paper_gives_the_same_bytes():
    paper = samples.sample_paper(forms.RECEIPT, "2025")
    assert render([paper]) == render([paper])


def test_a_receipt_is_small_and_carries_its_own_fonts_cut_down():
    pdf = render([samples.sample_paper(forms.RECEIPT, "2025")])

    fonts = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values()
    assert len(pdf) <= 60_000
    for font in (font.get_object() for font in fonts):
        assert "+Tinos" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]
    assert len(fonts) >= 3
    assert b"Helvetica" not in pdf


LOADED_BY_PRINTING = """
import sys, reception.printing.papers, reception.printing.raster
print([name for name in ("reportlab", "pypdfium2") if name in sys.modules])
"""


def test_the_window_does_not_wait_for_reportlab():
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            LOADED_BY_PRINTING,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == "[]"
