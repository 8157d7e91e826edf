"""Sheets as PDF: reportlab's bare canvas, fonts embedded and cut to the characters in use."""

from __future__ import annotations

import io
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from reception.printing.fonts import Face, advance
from reception.printing.page import Step, no_step
from reception.printing.sheet import Patch, Rule, Run, Sheet, Tint

_BREVE = "\u0306"
_PALE = 0.87
_WITH_BREVE = re.compile(f"(.{_BREVE})", re.DOTALL)


def to_pdf(sheets: Sequence[Sheet], *, title: str, author: str, step: Step = no_step) -> bytes:
    """The sheets as one document; the same sheets give the same bytes.

    ``step`` is called after each sheet; what it raises leaves nothing behind.
    """
    # Here, because the first window must not wait for it.
    from reportlab.pdfgen import canvas as reportlab

    library: Any = reportlab  # it carries no types
    # ASCII armour would take a third of the time, for mail servers of another century.
    library.rl_config.useA85 = 0
    file = io.BytesIO()
    advance(" ", Face.REGULAR)  # makes the face known: a page begins with it, not with Helvetica
    canvas = library.Canvas(
        file, pageCompression=1, invariant=1, lang="vi", initialFontName=Face.REGULAR.value
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for sheet in sheets:
        height = sheet.height
        canvas.setPageSize((sheet.width, height))
        if sheet.watermark:
            _draw_watermark(canvas, sheet)
        if sheet.tints:
            canvas.addLiteral("\n".join(_tint(tint, height) for tint in sheet.tints))
        text = canvas.beginText()
        font = None
        for run in sheet.runs:
            if font != (run.face, run.size):
                font = (run.face, run.size)
                text.setFont(*font)
            if run in sheet.pale:
                text.setFillGray(1)
            for x, y, part in _placed(run):
                text.setTextOrigin(x, height - y)
                text.textOut(part)
            if run in sheet.pale:
                text.setFillGray(0)
        canvas.drawText(text)
        canvas.addLiteral("\n".join(_rule(rule, height) for rule in sheet.rules))
        canvas.addLiteral("\n".join(_patch(patch, height) for patch in sheet.patches))
        canvas.showPage()
        step()
    canvas.save()
    return file.getvalue()


def _draw_watermark(canvas: Any, sheet: Sheet) -> None:  # noqa: ANN401 - reportlab has no types
    """Pale letters from corner to corner, under everything else: no part of the sheet is free."""
    words = unicodedata.normalize("NFC", sheet.watermark)
    diagonal = math.hypot(sheet.width, sheet.height)
    size = min(sheet.width, sheet.height) / 11
    size = min(size, 850 * diagonal / advance(words, Face.BOLD))
    canvas.saveState()
    canvas.setFillGray(_PALE)
    canvas.setFont(Face.BOLD.value, size)
    canvas.translate(sheet.width / 2, sheet.height / 2)
    canvas.rotate(math.degrees(math.atan2(sheet.height, sheet.width)))
    for line in (-1, 0, 1):
        canvas.drawCentredString(0, line * min(sheet.width, sheet.height) / 3, words)
    canvas.restoreState()


def _placed(run: Run) -> Iterator[tuple[float, float, str]]:
    """The run's pieces at their places: ê̆ ô̆ ơ̆ ư̆ of the highlands have no glyph of their own."""
    if _BREVE not in run.text:
        yield run.x, run.y, run.text
        return
    x, scale = run.x, run.size / 1000
    for piece in _WITH_BREVE.split(run.text):
        letter = piece.removesuffix(_BREVE)
        if letter:
            yield x, run.y, letter
        if letter != piece:
            over = x + _breve_shift(letter, run.face) * scale
            yield over, run.y - _breve_rise(letter) * scale, _BREVE
        x += advance(letter, run.face) * scale


def _breve_shift(letter: str, face: Face) -> float:
    """From the letter's left edge, so that the mark stands over its body, the horn left aside."""
    body = unicodedata.normalize("NFD", letter)[0]
    # The upright faces draw the mark around its origin, the italic one to the right of it.
    return advance(body, face) / 2 - (210 if face is Face.ITALIC else 0)


def _breve_rise(letter: str) -> float:
    """Above a small letter's place: over a capital, over a circumflex."""
    circumflex = "\u0302" in unicodedata.normalize("NFD", letter)
    return (195 if letter.isupper() else 0) + (200 if circumflex else 0)


def _rule(rule: Rule, height: float) -> str:
    dash = f"[0 {4 * rule.weight:.2f}] 0 d 1 J" if rule.dotted else "[] 0 d 0 J"
    ends = f"{rule.x0:.2f} {height - rule.y0:.2f} m {rule.x1:.2f} {height - rule.y1:.2f} l"
    return f"{rule.weight:.2f} w {dash} {ends} S"


def _tint(tint: Tint, height: float) -> str:
    red, green, blue = (int(tint.colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    steps = " ".join(
        f"{x:.2f} {height - y:.2f} {'l' if n else 'm'}" for n, (x, y) in enumerate(tint.points)
    )
    colour = f"{red:.3f} {green:.3f} {blue:.3f}"
    if tint.weight:
        return f"q {colour} RG {tint.weight:.2f} w {steps} S Q"
    return f"q {colour} rg {steps} h f Q"


def _patch(patch: Patch, height: float) -> str:
    """All rectangles as one path, so that no hairlines show between them."""
    place = f"{patch.unit_x:.4f} 0 0 {-patch.unit_y:.4f} {patch.x:.2f} {height - patch.y:.2f} cm"
    path = " ".join([f"{x} {y} {width} 1 re" for x, y, width in patch.rectangles])
    return f"q {place} {path} f Q"
