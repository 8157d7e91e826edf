"""The fonts of the papers: how wide a text is, and whether every character has a glyph."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from reception import paths
from reception.domain.errors import RuleViolation


class Face(StrEnum):
    """The three faces, by the names under which reportlab knows them."""

    REGULAR = "Tinos-Regular"
    BOLD = "Tinos-Bold"
    ITALIC = "Tinos-Italic"


@lru_cache(maxsize=8192)
def advance(text: str, face: Face) -> float:
    """The width of ``text`` in thousandths of the font's size.

    Raises:
        RuleViolation: ``no-glyph`` when the font lacks a character; it is never printed as a box.
    """
    widths = _widths(face)
    try:
        return sum([widths[char] for char in text])
    except KeyError as error:
        raise _no_glyph(str(error.args[0])) from None


@cache
def _widths(face: Face) -> dict[str, float]:
    """Widths by character, in thousandths of the size; makes the face known to reportlab."""
    # Here, because the first window must not wait for it.
    from reportlab.pdfbase import ttfonts

    library: Any = ttfonts  # it carries no types
    file = str(paths.resource("fonts") / f"{face.value}.ttf")
    # Not "readable": that would embed all of ASCII in every paper, used or not.
    font = library.TTFont(face.value, file, asciiReadable=0)
    library.pdfmetrics.registerFont(font)
    widths: dict[int, float] = font.face.charWidths
    return {chr(code): wide for code, wide in widths.items()}


def _no_glyph(char: str) -> RuleViolation:
    return RuleViolation(
        "no-glyph",
        f"Phông chữ in không có ký tự “{char}” (U+{ord(char):04X});"
        " hãy thay ký tự này trong hồ sơ rồi in lại.",
    )
