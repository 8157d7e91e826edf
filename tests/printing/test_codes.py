"""The codes of a paper, read back by a scanner."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from reception.domain.errors import RuleViolation
from reception.printing.codes import can_be_bars, code128_widths, qr_rows

QUIET = 4
SCALE = 4


def qr_picture(rows: tuple[str, ...]) -> Image.Image:
    side = len(rows) + 2 * QUIET
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell == "1":
                picture.putpixel((x + QUIET, y + QUIET), 0)
    return picture.resize((side * SCALE, side * SCALE), Image.Resampling.NEAREST)


def bars_picture(widths: list[int]) -> Image.Image:
    picture = Image.new("L", (2 * sum(widths) + 40, 80), 255)
    x = 20
    for place, width in enumerate(widths):
        if place % 2 == 0:
            picture.paste(0, (x, 10, x + 2 * width, 70))
        x += 2 * width
    return picture


@pytest.mark.parametrize("length", [*range(2, 60, 3), *range(60, 640, 23)])
def test_a_scanner_reads_every_length_of_qr(length):
    text = ("Đỗ Thị Ưởng|H40.16-260309-0001|" * 40).encode()[:length].decode(errors="ignore")

    (read,) = zxingcpp.read_barcodes(qr_picture(qr_rows(text)))

    assert read.text == text


def test_a_qr_too_long_for_a_slip_is_refused():
    with pytest.raises(RuleViolation) as refusal:
        qr_rows("x" * 700)
    assert refusal.value.code == "qr-too-long"


@pytest.mark.parametrize(
    "code",
    [
        "H40.16-260309-0001",
        "000.00.06.H56-231027-0361",
        "H40.16.02-261122-10001",
        "G09.20-20260609-0092637",
        "0007/2026",
        "12345",
        "1234",
        "A",
        "7",
        "a~ {}",
    ],
)
def test_a_scanner_reads_the_bars(code):
    (read,) = zxingcpp.read_barcodes(bars_picture(code128_widths(code)))

    assert (read.text, read.format) == (code, zxingcpp.BarcodeFormat.Code128)


@pytest.mark.parametrize("text", ["", "Số 7", "tab\t"])
def test_what_bars_cannot_say(text):
    assert not can_be_bars(text)


def test_digits_are_packed_two_in_a_symbol():
    assert sum(code128_widths("12345678")) < sum(code128_widths("ABCDEFGH")) - 30
