"""Paper sizes, and the flow of lines down a page and on to the next. All measures in points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reception.domain.paper import Layout
from reception.printing.fonts import Face
from reception.printing.sheet import Run, Sheet, TextLine, text_width

MM = 72 / 25.4

Step = Callable[[], object]
"""Told that long work goes on; it may raise to stop it there."""


def no_step() -> None:
    """Nobody watches."""


class PaperSize(StrEnum):
    """The papers that an office prints on, upright."""

    A4 = "A4"
    A5 = "A5"


@dataclass(frozen=True, slots=True)
class Format:
    """How a paper size is laid out: edges of the text from the top left, sizes, spaces.

    ``spacing`` is the height of a line as a multiple of its size; ``signing`` the height left free
    for a signature; ``pad`` what stays free beside a table's rules.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    head: float
    body: float
    title: float
    note: float
    qr: float
    spacing: float
    signing: float
    pad: float = 3

    @property
    def measure(self) -> float:
        """The width of a full line."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Half way between the margins."""
        return (self.left + self.right) / 2

    def leading(self, size: float) -> float:
        """The height of a line of text of ``size`` points."""
        return size * self.spacing

    def baseline(self, y: float, size: float) -> float:
        """The baseline of a line whose upper edge is at ``y``: the letters stand in its middle."""
        return y + size * (self.spacing / 2 + 0.33)


_A4 = Format(
    width=210 * MM,
    height=297 * MM,
    left=24 * MM,
    right=192 * MM,
    top=16 * MM,
    bottom=280 * MM,
    head=11.5,
    body=12.5,
    title=15,
    note=10.5,
    qr=25 * MM,
    spacing=1.5,
    signing=66,
)
_A5 = Format(
    width=148 * MM,
    height=210 * MM,
    left=12 * MM,
    right=137 * MM,
    top=9 * MM,
    bottom=200 * MM,
    head=8.2,
    body=9.8,
    title=12.5,
    note=8.4,
    qr=20 * MM,
    spacing=1.4,
    signing=40,
)
# Each size as airy as it may be, then closer and closer for papers that would need a sheet more.
FORMATS = {
    PaperSize.A4: (
        _A4,
        replace(_A4, spacing=1.36, signing=58),
        replace(_A4, body=12, spacing=1.22, signing=52),
    ),
    PaperSize.A5: (
        _A5,
        replace(_A5, spacing=1.3, signing=36),
        replace(_A5, body=9.4, title=12, spacing=1.26, signing=34),
        replace(_A5, body=9.4, title=12, spacing=1.14, signing=30),
    ),
}
# Letters for weak eyes, as large as one page allows.
_LARGE = {
    size: tuple(
        replace(formats[0], body=times * formats[0].body, spacing=1.2, signing=0)
        for times in (3, 2.7, 2.4, 2.1, 1.8, 1.5)
    )
    for size, formats in FORMATS.items()
}
# Its left margin is bound into a book.
_LYING_A4 = Format(
    width=297 * MM,
    height=210 * MM,
    left=20 * MM,
    right=287 * MM,
    top=13 * MM,
    bottom=195 * MM,
    head=11.5,
    body=11.5,
    title=15,
    note=10,
    qr=22 * MM,
    spacing=1.26,
    signing=54,
)
_LANDSCAPE = (_LYING_A4, replace(_LYING_A4, body=11, spacing=1.16, signing=46))
# The names of procedures run over many lines; a year's book is to stay one that can be bound.
_BOOK = (
    replace(
        _LYING_A4,
        bottom=197 * MM,
        head=10.5,
        body=9,
        title=13,
        note=8.5,
        spacing=1.14,
        signing=42,
        pad=2.2,
    ),
)


def formats_for(layout: Layout, size: PaperSize) -> tuple[Format, ...]:
    """How a paper may be set: in the office's paper size, or on the sheet that its form takes."""
    match layout:
        case Layout.CHOSEN:
            return FORMATS[size]
        case Layout.LARGE:
            return _LARGE[size]
        case Layout.A4:
            return FORMATS[PaperSize.A4]
        case Layout.A4_LANDSCAPE:
            return _LANDSCAPE
        case Layout.BOOK:
            return _BOOK


@dataclass(slots=True)
class Flow:
    """The sheets of one paper while it is set, and how far down the last one has been filled.

    ``step`` is called after each row of a table.
    """

    format: Format
    step: Step = no_step
    sheets: list[Sheet] = field(default_factory=list[Sheet])
    y: float = 0

    def __post_init__(self) -> None:
        self.turn()

    @property
    def sheet(self) -> Sheet:
        """The sheet being filled."""
        return self.sheets[-1]

    @property
    def room(self) -> float:
        """The height still free on this sheet."""
        return self.format.bottom - self.y

    def keep(self, height: float) -> None:
        """Go on to a new sheet unless ``height`` is free on this one."""
        if height > self.room:
            self.turn()

    def turn(self) -> None:
        """Begin a new sheet."""
        self.sheets.append(Sheet(self.format.width, self.format.height))
        self.y = self.format.top

    def put(self, line: TextLine, x: float, size: float) -> None:
        """Set one line with its upper edge at the present height, which stays."""
        self.sheet.runs.extend(line.runs(x, self.format.baseline(self.y, size), size))

    def text(self, lines: Sequence[TextLine], size: float, *, indent: float = 0) -> None:
        """Set lines from the left, over as many sheets as they need."""
        for line in lines:
            self.keep(self.format.leading(size))
            self.put(line, self.format.left + indent, size)
            self.y += self.format.leading(size)

    def centred(self, lines: Sequence[TextLine], size: float, middle: float) -> None:
        """Set lines around ``middle``."""
        for line in lines:
            self.keep(self.format.leading(size))
            self.put(line, middle - line.width / 2, size)
            self.y += self.format.leading(size)

    def number_sheets(self, reference: str, title: str = "") -> None:
        """Name the paper and the page at the foot of each sheet; by its title too if it fits."""
        size = self.format.note
        for page, sheet in enumerate(self.sheets, 1):
            short = f"{reference} – Trang {page}/{len(self.sheets)}"
            full = f"{title}, {short}" if title else short
            fits = text_width(full, Face.REGULAR, size) <= self.format.measure
            foot = full if fits else short
            x = self.format.right - text_width(foot, Face.REGULAR, size)
            y = self.format.bottom + 1.8 * size
            sheet.runs.append(Run(x, y, Face.REGULAR, size, foot))
