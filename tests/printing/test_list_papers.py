"""Lists as PDF: their columns, heads on every sheet, rows that stay whole."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from reception.domain.paper import Column, Layout, Paper, Sentence, Table
from reception.printing import papers
from reception.printing.page import PaperSize
from reception.printing.papers import render
from reception.printing.raster import render_pages
from reception.printing.sheet import text_width
from reception.services import forms, sample_lists, samples

REGIMES = ("2018", "2025")
# Thông tư 03/2025/TT-VPCP Mẫu 07 and Thông tư 01/2018/TT-VPCP Mẫu 06: group and title.
REGISTER_COLUMNS = {
    "2025": [
        ("", "STT"),
        ("", "Mã hồ sơ"),
        ("", "Tên TTHC"),
        ("", "Tên tổ chức, cá nhân"),
        ("", "Địa chỉ/SĐT"),
        ("", "Cơ quan chủ trì giải quyết"),
        ("Nhận và trả kết quả", "Nhận hồ sơ"),
        ("Nhận và trả kết quả", "Hẹn trả kết quả"),
        ("Nhận và trả kết quả", "Trả kết quả"),
        ("Nhận và trả kết quả", "Phương thức nhận kết quả"),
        ("Nhận và trả kết quả", "Ký nhận"),
    ],
    "2018": [
        ("", "TT"),
        ("", "Mã hồ sơ"),
        ("", "Tên TTHC"),
        ("", "Số lượng hồ sơ (bộ)"),
        ("", "Tên cá nhân, tổ chức"),
        ("", "Địa chỉ, số điện thoại"),
        ("", "Cơ quan chủ trì giải quyết"),
        ("Ngày, tháng, năm", "Nhận hồ sơ"),
        ("Ngày, tháng, năm", "Hẹn trả kết quả"),
        ("Ngày, tháng, năm", "Chuyển hồ sơ đến cơ quan giải quyết"),
        ("Ngày, tháng, năm", "Nhận kết quả từ cơ quan giải quyết"),
        ("Trả kết quả", "Ngày, tháng, năm"),
        ("Trả kết quả", "Phương thức nhận kết quả"),
        ("Trả kết quả", "Ký nhận"),
        ("", "Ghi chú"),
    ],
}
COPIES = (
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt"
    " Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt"
    " Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận"
)
COLUMNS = (
    Column("STT", 0.1, centred=True),
    Column("Ngày hẹn", 0.2, centred=True, group="Thời gian"),
    Column("Ngày trả", 0.2, centred=True, group="Thời gian"),
    Column("Nội dung", 0.5),
)


def sample(form: str, regime: str = "2025") -> Paper:
    return samples.sample_paper(form, regime)


def table_of(paper: Paper) -> Table:
    return next(block for block in paper.blocks if isinstance(block, Table))


def listing(*rows: tuple[str, ...], totals: tuple[str, ...] = ()) -> Paper:
    blocks = (Table(COLUMNS, rows, totals), Sentence("Cộng sổ."))
    return replace(sample(forms.APOLOGY_LIST), blocks=blocks)


def numbered_rows(count: int, text: str = "Đăng ký khai sinh") -> list[tuple[str, ...]]:
    return [(f"{n}", "12/03/2026", "13/03/2026", f"{text} số {n}") for n in range(1, count + 1)]


def page_texts(pdf: bytes) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


@pytest.mark.parametrize("regime", REGIMES)
def test_the_register_has_the_columns_of_its_form(regime):
    table = table_of(sample(forms.REGISTER, regime))

    assert [(column.group, column.title) for column in table.columns] == REGISTER_COLUMNS[regime]


@pytest.mark.parametrize("regime", REGIMES)
def test_the_printed_register_says_its_columns_and_every_cell(regime):
    paper = sample(forms.REGISTER, regime)
    printed = "".join(page_texts(render([paper]))).replace(" ", "")

    for group, title in REGISTER_COLUMNS[regime]:
        assert group.replace(" ", "") in printed
        assert title.replace(" ", "") in printed
    for row in table_of(paper).rows:
        assert all(cell.replace(" ", "") in printed for cell in row)
    for sentence in (block.text for block in paper.blocks if isinstance(block, Sentence)):
        assert sentence.replace(" ", "") in printed


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("form", forms.LIST_FORMS)
def test_every_list_takes_its_own_sheet_whatever_the_office_prints_on(form, regime):
    paper = sample(form, regime)
    lies = paper.layout in {Layout.A4_LANDSCAPE, Layout.BOOK}
    width, height = (297, 210) if lies else (210, 297)

    for size in PaperSize:
        for page in pypdf.PdfReader(io.BytesIO(render([paper], size))).pages:
            assert float(page.mediabox.width) == pytest.approx(width * 72 / 25.4, abs=0.1)
            assert float(page.mediabox.height) == pytest.approx(height * 72 / 25.4, abs=0.1)


@pytest.mark.parametrize("form", forms.LIST_FORMS)
def test_every_list_says_its_title_its_signatures_and_its_pages(form):
    paper = sample(form)
    pages = page_texts(render([paper]))

    assert paper.title in pages[0]
    assert all(signature.title in pages[-1] for signature in paper.signatures)
    for number, page in enumerate(pages, 1):
        assert f"{paper.reference} – Trang {number}/{len(pages)}" in page


def test_the_heads_stand_on_every_sheet_and_every_row_once():
    pages = page_texts(render([listing(*numbered_rows(150))]))

    assert len(pages) > 4
    assert all("STT Thời gian Ngày hẹn Ngày trả Nội dung" in page for page in pages)
    everything = " ".join(pages)
    assert all(everything.count(f"khai sinh số {n} ") == 1 for n in range(1, 150))


def test_a_row_is_whole_on_one_sheet():
    rows = numbered_rows(60, "Đầu " + "nội dung dài của hồ sơ " * 40)
    pages = page_texts(render([listing(*rows)]))

    assert len(pages) > 3
    for page in pages:
        assert page.count("Đầu ") == page.count(" sơ số ")


def test_a_row_taller_than_a_sheet_goes_on_to_the_next(text_of):
    words = " ".join(f"chữ{n:04d}" for n in range(1500))
    pdf = render([listing(("1", "", "", words), *numbered_rows(2))])

    text = text_of(pdf)
    assert all(f"chữ{n:04d}" in text for n in range(1500))
    assert all("Nội dung" in page for page in page_texts(pdf))


@pytest.mark.parametrize("count", range(5, 60, 3))
@pytest.mark.parametrize("totals", [(), ("", "", "", "Tổng cộng tất cả")])
def test_the_signature_never_stands_on_a_sheet_without_a_row(count, totals):
    last = page_texts(render([listing(*numbered_rows(count), totals=totals)]))[-1]

    assert f"khai sinh số {count} " in last
    assert "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ" in last
    assert ("Tổng cộng tất cả" in last) == bool(totals)


def test_a_heading_across_all_columns_is_never_the_last_of_a_sheet():
    rows = [row for n in range(1, 80) for row in ((f"Bản {n:02d}.",), *numbered_rows(1))]
    pages = page_texts(render([listing(*rows)]))

    assert len(pages) > 4
    for page in pages:
        assert page.count("Bản ") == page.count("khai sinh số 1 ")


@pytest.mark.parametrize("name", ["H’Hen Niê", "Ƀă Čư Ñ ŏ ŭ", "Ama ê̆ ô̆ ơ̆ ư̆ Niê", "A & B <C>"])
def test_names_print_as_they_are(name, text_of):
    assert name in text_of(render([listing(("1", "", "", name))]))


def test_the_public_list_names_nobody(text_of):
    text = text_of(render([sample(forms.APOLOGY_LIST)]))

    for name, hamlet, phone in sample_lists._PEOPLE:
        assert name not in text
        assert not hamlet or hamlet not in text
        assert not phone or phone not in text


def test_dates_and_amounts_are_never_broken(text_of):
    for form in forms.LIST_FORMS:
        paper = sample(form, "2018")
        text = text_of(render([paper]))
        for table in (block for block in paper.blocks if isinstance(block, Table)):
            for row in table.rows:
                for column, cell in zip(table.columns, row, strict=False):
                    if column.centred or column.figures:
                        assert all(word in text for word in cell.split())


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("form", forms.LIST_FORMS)
def test_nothing_leaves_the_page_and_no_text_leaves_its_line(form, regime):
    paper = sample(form, regime)
    for page in render_pages(render([paper]), 72):
        rows = [
            page.grey[y * page.stride : y * page.stride + page.width] for y in range(page.height)
        ]
        assert all(min(row[:20]) == 255 and min(row[-20:]) == 255 for row in rows)
        assert all(min(row) == 255 for row in (*rows[:20], *rows[-8:]))
    for sheet in papers._set(paper, PaperSize.A4, 0):
        for run in sheet.runs:
            assert run.x + text_width(run.text, run.face, run.size) < sheet.width - 20


@pytest.mark.parametrize(("regime", "least"), [("2018", 8), ("2025", 10)])
def test_a_sheet_of_the_register_carries_many_dossiers_in_letters_that_can_be_read(regime, least):
    paper = sample(forms.REGISTER, regime)
    table = table_of(paper)
    long = {
        "Mã hồ sơ": "H40.16-260302-0001",
        "Tên TTHC": COPIES,
        "Địa chỉ/SĐT": "Tổ dân phố 11, xã Mường Thanh, tỉnh Điện Biên, 0926144958",
    }
    cells = [long.get(c.title, cell) for c, cell in zip(table.columns, table.rows[0], strict=True)]
    rows = tuple((str(n), *cells[1:]) for n in range(1, 101))
    blocks = tuple(replace(table, rows=rows) if b is table else b for b in paper.blocks)

    sheets = papers._set(replace(paper, blocks=blocks), PaperSize.A4, 0)

    assert len(sheets) <= 100 / least + 2
    assert min(run.size for sheet in sheets for run in sheet.runs) >= 8
    texts = {run.text for sheet in sheets for run in sheet.runs}
    dates = {word for cell in cells for word in cell.split() if word.count("/") == 2}
    assert dates <= texts


def test_a_list_and_a_receipt_go_into_one_file():
    pdf = render([sample(forms.RECEIPT), sample(forms.APOLOGY_LIST)], PaperSize.A5)

    receipt, public = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert receipt.mediabox.width < receipt.mediabox.height
    assert public.mediabox.width > public.mediabox.height


def test_the_two_copies_of_a_handover_are_told_apart(text_of):
    text = text_of(render([sample(forms.HANDOVER_LIST)], copies=2))

    assert "(Liên 1: Bên giao lưu)" in text
    assert "(Liên 2: Bên nhận lưu)" in text


@pytest.mark.parametrize("form", forms.LIST_FORMS)
def test_the_columns_of_a_list_fill_the_width(form):
    for block in sample(form).blocks:
        if isinstance(block, Table):
            assert sum(column.share for column in block.columns) == pytest.approx(1)


def test_a_hand_over_and_its_places_to_sign_stand_on_one_sheet():
    rows = tuple(
        row
        for n in range(40)
        for row in ((f"Giao {n}\nNhận {n}", "", "", ""), (f"Ký {n}\n\n", "", "", ""))
    )
    columns = tuple(replace(column, group="") for column in COLUMNS)
    table = Table(columns, rows, together=2)
    paper = replace(samples.sample_paper(forms.CONTROL_SHEET, "2025"), blocks=(table,), qr="")

    sheets = papers._set(paper, PaperSize.A4, 0)

    assert len(sheets) > 1
    for sheet in sheets:
        texts = [run.text for run in sheet.runs]
        given = {text.split()[1] for text in texts if text.startswith("Giao ")}
        assert given == {text.split()[1] for text in texts if text.startswith("Ký ")}


def test_no_heading_stays_behind_when_its_picture_goes_on_to_the_next_sheet():
    (paper,) = samples.sample_papers(forms.MONTH_RESULTS, "2025")
    sheets = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render([paper]))).pages]
    told = [n for n, words in enumerate(sheets) if "3. Biểu đồ" in words]
    assert told == [
        n for n, words in enumerate(sheets) if "Kết quả giải quyết theo lĩnh vực" in words
    ]
