"""The head of a ruled table: titles in one row, or in more where columns share a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from reception.domain.paper import Column
from reception.printing.fonts import Face
from reception.printing.page import Flow, Format
from reception.printing.sheet import Rule, Sheet, TextLine, wrap

_Path = tuple[int, tuple[str, ...]]
"""A column's place and its headings from the top down, its own title last."""


class _Cell(NamedTuple):
    """A title between two edges, in the rows from ``first`` until before ``until``."""

    left: float
    right: float
    lines: list[TextLine]
    first: int
    until: int


class Head:
    """A table's head, set again on each sheet."""

    def __init__(
        self, columns: Sequence[Column], edges: Sequence[float], size: float, page: Format
    ) -> None:
        self._size = size
        self._page = page
        self._edges = edges
        paths = [(n, (*column.groups, column.title)) for n, column in enumerate(columns)]
        self._depth = max(len(path) for _n, path in paths)
        self._cells = list(self._arranged(paths, 0))
        self._levels = list(accumulate(self._heights(), initial=0.0))
        self.height = self._levels[-1]

    def set(self, flow: Flow) -> None:
        """Set the head at the present height, and go below it."""
        for cell in self._cells:
            top, bottom = (flow.y + self._levels[level] for level in (cell.first, cell.until))
            self._set(flow.sheet, cell, top, bottom)
        flow.y += self.height

    def _arranged(self, paths: Sequence[_Path], level: int) -> Iterator[_Cell]:
        """The cells of neighbours with the same headings above, from one row of the head down."""
        for is_title, members in groupby(paths, key=lambda path: len(path[1]) == level + 1):
            if is_title:
                yield from (self._cell(path[-1], n, n, level, self._depth) for n, path in members)
                continue
            for heading, below in groupby(members, key=lambda path: path[1][level]):
                shared = list(below)
                first, last = shared[0][0], shared[-1][0]
                yield self._cell(heading, first, last, level, level + 1)
                yield from self._arranged(shared, level + 1)

    def _cell(self, title: str, first: int, last: int, level: int, until: int) -> _Cell:
        left, right = self._edges[first], self._edges[last + 1]
        lines = wrap([(title, Face.BOLD)], self._size, right - left - 2 * self._page.pad)
        return _Cell(left, right, lines, level, until)

    def _heights(self) -> list[float]:
        """How high each row is; what stands in several may make the last of them higher."""
        heights = [0.0] * self._depth
        for cell in sorted(self._cells, key=lambda one: one.until - one.first):
            wanted = len(cell.lines) * self._page.leading(self._size) + self._page.pad
            lacking = wanted - sum(heights[cell.first : cell.until])
            heights[cell.until - 1] += max(0.0, lacking)
        return heights

    def _set(self, sheet: Sheet, cell: _Cell, top: float, bottom: float) -> None:
        leading = self._page.leading(self._size)
        upper = (top + bottom - len(cell.lines) * leading) / 2
        for n, line in enumerate(cell.lines):
            x = (cell.left + cell.right - line.width) / 2
            y = self._page.baseline(upper + n * leading, self._size)
            sheet.runs.extend(line.runs(x, y, self._size))
        sheet.rules += [Rule(cell.left, y, cell.right, y) for y in (top, bottom)]
        sheet.rules += [Rule(x, top, x, bottom) for x in (cell.left, cell.right)]
