"""Ruled tables that go on to the next sheet with their head repeated; a row stays whole."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise

from reception.domain.paper import Column, Table
from reception.printing.fonts import Face, advance
from reception.printing.page import Flow, Format
from reception.printing.sheet import Rule, TextLine, wrap
from reception.printing.table_head import Head

_SMALLEST = 8.2
_GAP = 3.0

Row = list[list[TextLine]]


def set_table(flow: Flow, table: Table, *, tail: float = 0) -> None:
    """Set a table over as many sheets as it needs; its last row has ``tail`` points free below."""
    page = flow.format
    shares = [column.share * page.measure for column in table.columns]
    edges = list(accumulate(shares, initial=page.left))
    rows = _Rows(flow, table.columns, edges, _type_size(table, shares, page))
    flow.y += 2
    rows.begin()
    below = tail + _GAP + (rows.height_of(table.totals, Face.BOLD) if table.totals else 0)
    for n, cells in enumerate(table.rows, 1):
        wanted = below if n == len(table.rows) else 0
        if n % table.together:
            wanted += rows.height_of(table.rows[n], Face.REGULAR)
        if len(cells) == 1 < len(table.columns):
            rows.set_heading(cells[0], wanted)
        else:
            rows.set(cells, Face.REGULAR, wanted)
        flow.step()
    if table.totals:
        rows.set(table.totals, Face.BOLD, tail + _GAP)
    rows.end()
    flow.y += _GAP


class _Rows:
    """Sets rows between the same vertical rules, which are drawn when a sheet is left."""

    def __init__(
        self, flow: Flow, columns: Sequence[Column], edges: list[float], size: float
    ) -> None:
        self._flow = flow
        self._columns = columns
        self._edges = edges
        self._size = size
        self._leading = flow.format.leading(size)
        self._pad = flow.format.pad
        self._head = Head(columns, edges, size, flow.format)
        self._top = flow.y
        # The same procedures and offices come again and again.
        self._lines: dict[tuple[str, float, Face], list[TextLine]] = {}

    def begin(self) -> None:
        """Set the head, on a sheet that has room for some rows below it."""
        self._flow.keep(self._head.height + 2 * self._leading)
        self._head.set(self._flow)
        self._top = self._flow.y

    def end(self) -> None:
        """Draw the vertical rules down to here."""
        bottom = self._flow.y
        self._flow.sheet.rules += [Rule(x, self._top, x, bottom) for x in self._edges]
        self._top = bottom

    def set(self, cells: Sequence[str], face: Face, below: float) -> None:
        """Set a row; only one that no sheet could hold goes on to the next."""
        for row in self._pieces(self._wrapped(cells, face)):
            height = self._height(row)
            self._make_room(height, below)
            for n, lines in enumerate(row):
                self._set_cell(n, lines)
            self._close_row(height)

    def set_heading(self, text: str, below: float) -> None:
        """Set a heading across all columns, never alone at the foot of a sheet."""
        lines = self._wrap(text, self._edges[-1] - self._edges[0], Face.BOLD)
        self._make_room(self._height([lines]), max(below, 3 * self._leading))
        self.end()
        self._set_lines(lines, [self._edges[0] + self._pad] * len(lines))
        self._close_row(self._height([lines]))
        outer = (self._edges[0], self._edges[-1])
        self._flow.sheet.rules += [Rule(x, self._top, x, self._flow.y) for x in outer]
        self._top = self._flow.y

    def height_of(self, cells: Sequence[str], face: Face) -> float:
        """The height of a row to come."""
        return self._height(self._wrapped(cells, face))

    def _make_room(self, height: float, below: float) -> None:
        page, room = self._flow.format, self._flow.room
        whole = page.bottom - page.top - self._head.height
        if height > room or room < height + below <= whole:
            self.end()
            self._flow.turn()
            self.begin()

    def _close_row(self, height: float) -> None:
        self._flow.y += height
        y = self._flow.y
        self._flow.sheet.rules.append(Rule(self._edges[0], y, self._edges[-1], y))

    def _set_cell(self, n: int, lines: list[TextLine]) -> None:
        column = self._columns[n]
        left, right = self._edges[n] + self._pad, self._edges[n + 1] - self._pad
        if column.centred:
            starts = [(left + right - line.width) / 2 for line in lines]
        elif column.figures:
            starts = [right - line.width for line in lines]
        else:
            starts = [left] * len(lines)
        self._set_lines(lines, starts)

    def _set_lines(self, lines: list[TextLine], starts: list[float]) -> None:
        y = self._flow.format.baseline(self._flow.y + self._pad / 2, self._size)
        for n, (line, x) in enumerate(zip(lines, starts, strict=True)):
            self._flow.sheet.runs.extend(line.runs(x, y + n * self._leading, self._size))

    def _wrapped(self, cells: Sequence[str], face: Face) -> Row:
        widths = [right - left for left, right in pairwise(self._edges)]
        return [self._wrap(cell, width, face) for cell, width in zip(cells, widths, strict=True)]

    def _wrap(self, text: str, width: float, face: Face) -> list[TextLine]:
        key = (text, width, face)
        if key not in self._lines:
            inside, nothing = width - 2 * self._pad, [TextLine((), 0)]
            self._lines[key] = [
                line
                for part in text.split("\n")
                for line in wrap([(part, face)], self._size, inside) or nothing
            ]
        return self._lines[key]

    def _height(self, row: Row) -> float:
        return max([1, *(len(lines) for lines in row)]) * self._leading + self._pad

    def _pieces(self, row: Row) -> list[Row]:
        page = self._flow.format
        free = page.bottom - page.top - self._head.height - self._pad
        most = max(1, int(free / self._leading))
        tallest = max(len(lines) for lines in row)
        starts = range(0, max(1, tallest), most)
        return [[lines[start : start + most] for lines in row] for start in starts]


def _type_size(table: Table, widths: Sequence[float], page: Format) -> float:
    """The largest size that breaks no word of the head and no date, number or amount."""
    fitting = [(width - 2 * page.pad) * 1000 / _widest(table, n) for n, width in enumerate(widths)]
    # A little less, so that a word that just fits is not lost to rounding.
    return max(_SMALLEST, min(page.body - 0.3, *(size - 0.01 for size in fitting)))


def _widest(table: Table, n: int) -> float:
    column = table.columns[n]
    bold = [column.title, *([table.totals[n]] if table.totals else [])]
    plain: Iterable[str] = ()
    if column.centred or column.figures:
        plain = {row[n] for row in table.rows if len(row) > 1}
    words = chain(
        ((word, Face.BOLD) for word in _words(bold)),
        ((word, Face.REGULAR) for word in _words(plain)),
    )
    return max((advance(word, face) for word, face in words), default=1) or 1


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in unicodedata.normalize("NFC", text).split()}
