"""The sheets for a desk's devices: their codes are read by a scanner as they are known."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from pdf_reading import pages_of, text_of
from reception.domain.citizen_card import card_warnings, parse_card
from reception.domain.numbering import find_code
from reception.printing.instructions import instructions_pdf
from reception.printing.raster import render_pages
from reception.services import desk_sheets
from reception.services.desk_sheets import TRIAL_CARD, TRIAL_LETTERS, TRIAL_RECEIPT, SheetName


@pytest.mark.parametrize("name", SheetName)
def test_a_sheet_is_one_page_and_says_all_that_is_written(name):
    sheet = desk_sheets.sheet(name)
    pdf = desk_sheets.sheet_pdf(name)

    assert pages_of(pdf) == 1
    said = re.sub(r"\W+", "", text_of(pdf))
    for section in sheet.sections:
        texts = (
            section.heading,
            *section.items,
            *(words for pair in section.keys for words in pair),
        )
        for text in texts:
            assert re.sub(r"\W+", "", text) in said


def test_a_scanner_reads_the_three_codes_as_they_are_known():
    (page,) = render_pages(desk_sheets.sheet_pdf(SheetName.SCANNER), 200)
    picture = Image.frombuffer(
        "L", (page.width, page.height), page.grey, "raw", "L", page.stride, 1
    )

    read = {found.text for found in zxingcpp.read_barcodes(picture)}

    assert read == {TRIAL_LETTERS, TRIAL_RECEIPT, TRIAL_CARD}


def test_the_trial_codes_are_what_they_pretend_to_be():
    card = parse_card(TRIAL_CARD)
    assert card is not None
    assert card_warnings(card) == []
    assert find_code(TRIAL_RECEIPT) == TRIAL_RECEIPT
    assert TRIAL_LETTERS.isascii()


def test_a_longer_sheet_goes_on_to_a_second_page():
    sheet = desk_sheets.sheet(SheetName.SCANNER)
    assert pages_of(instructions_pdf(replace(sheet, sections=sheet.sections * 2))) == 2
