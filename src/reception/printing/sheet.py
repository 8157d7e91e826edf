"""What stands where on a sheet, and breaking text into lines: points from the top left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from reception.printing.fonts import Face, advance

# A no-break space keeps two words on one line; it is printed as a plain one.
_KEPT_TOGETHER = "\u00a0"
_BREAKS = re.compile(r"[^\S\u00a0]+")


class Run(NamedTuple):
    """Text of one face and size; ``y`` is its baseline."""

    x: float
    y: float
    face: Face
    size: float
    text: str


class Rule(NamedTuple):
    """A straight line, or a leader of dots to write upon."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float = 0.5
    dotted: bool = False


class Tint(NamedTuple):
    """Points of a picture in a colour (``#0072b2``): filled, or with a ``weight`` a line."""

    points: list[tuple[float, float]]
    colour: str
    weight: float


class Patch(NamedTuple):
    """Black rectangles in modules of ``unit_x`` by ``unit_y`` points from the corner ``x, y``."""

    x: float
    y: float
    unit_x: float
    unit_y: float
    rectangles: list[tuple[int, int, int]]
    """Left, top and width of each; all are one module high."""


@dataclass(slots=True)
class Sheet:
    """One side of paper, ``width`` by ``height`` points; ``watermark`` is written across it.

    ``tints`` lie under the text; of the text, what is ``pale`` is white upon them.
    """

    width: float
    height: float
    runs: list[Run] = field(default_factory=list[Run])
    rules: list[Rule] = field(default_factory=list[Rule])
    patches: list[Patch] = field(default_factory=list[Patch])
    tints: list[Tint] = field(default_factory=list[Tint])
    pale: set[Run] = field(default_factory=set[Run])
    watermark: str = ""


class Stretch(NamedTuple):
    """A part of a line in one face, ``x`` points from the line's start."""

    x: float
    face: Face
    text: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text and how wide it came out."""

    stretches: tuple[Stretch, ...]
    width: float

    def runs(self, x: float, y: float, size: float) -> Iterator[Run]:
        """The line at its place."""
        return (Run(x + s.x, y, s.face, size, s.text) for s in self.stretches)


def text_width(text: str, face: Face, size: float) -> float:
    """The width of a text in points."""
    return advance(unicodedata.normalize("NFC", text), face) * size / 1000


def wrap(pieces: Iterable[tuple[str, Face]], size: float, width: float) -> list[TextLine]:
    """Break texts that follow each other into lines of at most ``width`` points.

    A word wider than a line is broken after a hyphen or stroke, or else where it must.

    Raises:
        RuleViolation: ``no-glyph`` when a character cannot be printed.
    """
    return list(_wrapped(tuple(pieces), size, width))


# A form's own sentences come again with each paper of a batch.
@lru_cache(maxsize=512)
def _wrapped(pieces: tuple[tuple[str, Face], ...], size: float, width: float) -> list[TextLine]:
    lines: list[TextLine] = []
    line: list[Stretch] = []
    words: list[str] = []  # of the stretch that is being filled
    face, start, x = Face.REGULAR, 0.0, 0.0
    for text, next_face in pieces:
        space = advance(" ", next_face) * size / 1000
        for word, wide in _words(text, next_face, size, width):
            gap = space if words else 0.0
            if words and x + gap + wide > width:
                line.append(_stretch(start, face, words))
                lines.append(TextLine(tuple(line), x))
                line, words, x, gap = [], [], 0.0, 0.0
            if words and next_face is not face:
                line.append(_stretch(start, face, words))
                words = []
            if not words:
                face, start = next_face, x + gap
            words.append(word)
            x += gap + wide
    if words:
        line.append(_stretch(start, face, words))
        lines.append(TextLine(tuple(line), x))
    return lines


def _stretch(x: float, face: Face, words: Sequence[str]) -> Stretch:
    return Stretch(x, face, " ".join(words).replace(_KEPT_TOGETHER, " "))


def balanced(text: str, face: Face, size: float, width: float) -> list[TextLine]:
    """A heading's lines: no more than :func:`wrap` makes, and of like length."""
    lines = wrap([(text, face)], size, width)
    narrower = width
    while len(lines) > 1:
        narrower -= size
        tried = wrap([(text, face)], size, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def _words(text: str, face: Face, size: float, width: float) -> Iterator[tuple[str, float]]:
    """The words of a text with their widths; one that is too wide for a line comes in parts."""
    for word in filter(None, _BREAKS.split(unicodedata.normalize("NFC", text))):
        rest, wide = word, advance(word, face) * size / 1000
        while wide > width:
            fitting = 1
            while advance(rest[: fitting + 1], face) * size / 1000 <= width:
                fitting += 1
            seam = max(rest.rfind(sign, 0, fitting) for sign in "-/") + 1
            part, rest = rest[: seam or fitting], rest[seam or fitting :]
            yield part, advance(part, face) * size / 1000
            wide = advance(rest, face) * size / 1000
        yield rest, wide
