"""What stands where on a sheet, and breaking text into lines: points from the top left."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reception.printing.fonts import Face, advance


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
    """One side of paper, ``width`` by ``height`` points."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list[Run])
    rules: list[Rule] = field(default_factory=list[Rule])
    patches: list[Patch] = field(default_factory=list[Patch])


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
    lines: list[TextLine] = []
    line: list[Stretch] = []
    x = 0.0
    for text, face in pieces:
        space = advance(" ", face) * size / 1000
        for word in _words(text, face, size, width):
            wide = advance(word, face) * size / 1000
            gap = space if line else 0.0
            if line and x + gap + wide > width:
                lines.append(TextLine(tuple(line), x))
                line, x, gap = [], 0.0, 0.0
            if line and line[-1].face is face:
                line[-1] = line[-1]._replace(text=f"{line[-1].text} {word}")
            else:
                line.append(Stretch(x + gap, face, word))
            x += gap + wide
    if line:
        lines.append(TextLine(tuple(line), x))
    return lines


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


def _words(text: str, face: Face, size: float, width: float) -> Iterator[str]:
    for word in unicodedata.normalize("NFC", text).split():
        rest = word
        while advance(rest, face) * size / 1000 > width:
            fitting = 1
            while advance(rest[: fitting + 1], face) * size / 1000 <= width:
                fitting += 1
            seam = max(rest.rfind(sign, 0, fitting) for sign in "-/") + 1
            yield rest[: seam or fitting]
            rest = rest[seam or fitting :]
        yield rest
