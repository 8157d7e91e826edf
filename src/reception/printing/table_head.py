"""The head of a ruled table: titles in one row, or in two where columns share a heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from reception.domain.paper import Column
from reception.printing.fonts import Face
from reception.printing.page import Flow, Format
from reception.printing.sheet import Rule, Sheet, TextLine, wrap


class _Cell(NamedTuple):
    """A title between two edges; ``upper`` and ``lower`` say in which of the two rows it is."""

    left: float
    right: float
    lines: list[TextLine]
    upper: bool
    lower: bool


class Head:
    """A table's head, set again on each sheet."""

    def __init__(
        self, columns: Sequence[Column], edges: Sequence[float], size: float, page: Format
    ) -> None:
        self._size = size
        self._page = page
        self._edges = edges
        self._cells = self._arranged(columns)
        self._upper = self._tallest(upper=True, lower=False)
        both = self._tallest(upper=True, lower=True)
        self.height = max(self._upper + self._tallest(upper=False, lower=True), both)

    def set(self, flow: Flow) -> None:
        """Set the head at the present height, and go below it."""
        top, bottom = flow.y, flow.y + self.height
        split = top + self._upper
        for cell in self._cells:
            self._set(
                flow.sheet, cell, top if cell.upper else split, bottom if cell.lower else split
            )
        flow.y = bottom

    def _arranged(self, columns: Sequence[Column]) -> list[_Cell]:
        cells: list[_Cell] = []
        for group, members in groupby(enumerate(columns), key=lambda place: place[1].group):
            numbers = [n for n, _column in members]
            if group:
                cells.append(self._cell(group, numbers[0], numbers[-1], lower=False))
            cells += [self._cell(columns[n].title, n, n, upper=not group) for n in numbers]
        return cells

    def _cell(
        self, title: str, first: int, last: int, *, upper: bool = True, lower: bool = True
    ) -> _Cell:
        left, right = self._edges[first], self._edges[last + 1]
        lines = wrap([(title, Face.BOLD)], self._size, right - left - 2 * self._page.pad)
        return _Cell(left, right, lines, upper, lower)

    def _tallest(self, *, upper: bool, lower: bool) -> float:
        counts = [len(c.lines) for c in self._cells if (c.upper, c.lower) == (upper, lower)]
        return max(counts) * self._page.leading(self._size) + self._page.pad if counts else 0

    def _set(self, sheet: Sheet, cell: _Cell, top: float, bottom: float) -> None:
        leading = self._page.leading(self._size)
        upper = (top + bottom - len(cell.lines) * leading) / 2
        for n, line in enumerate(cell.lines):
            x = (cell.left + cell.right - line.width) / 2
            y = self._page.baseline(upper + n * leading, self._size)
            sheet.runs.extend(line.runs(x, y, self._size))
        sheet.rules += [Rule(cell.left, y, cell.right, y) for y in (top, bottom)]
        sheet.rules += [Rule(x, top, x, bottom) for x in (cell.left, cell.right)]
