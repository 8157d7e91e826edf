"""Ruled tables that go on to the next sheet with their head repeated."""

from __future__ import annotations

from itertools import pairwise

from reception.domain.paper import Table
from reception.printing.fonts import Face
from reception.printing.page import Flow
from reception.printing.sheet import Rule, TextLine, wrap

_PAD = 3.0

Row = list[list[TextLine]]


def set_table(flow: Flow, table: Table) -> None:
    """Set a table over as many sheets as it needs."""
    page = flow.format
    edges = [page.left]
    for column in table.columns:
        edges.append(edges[-1] + column.share * page.measure)
    setter = _Rows(flow, edges, page.body - 0.3)
    head = setter.wrapped([column.title for column in table.columns], Face.BOLD)
    everywhere = [True] * len(table.columns)
    centred = [column.centred for column in table.columns]
    flow.y += 2
    flow.keep(setter.height(head) + 2 * page.leading(page.body))
    setter.set(head, everywhere)
    most = int((page.bottom - page.top - setter.height(head)) / page.leading(page.body))
    for cells in table.rows:
        for row in _cut(setter.wrapped(list(cells), Face.REGULAR), most):
            if setter.height(row) > flow.room:
                flow.keep(page.height)
                setter.set(head, everywhere)
            setter.set(row, centred)
    flow.y += 3


class _Rows:
    """Sets rows between the same vertical rules."""

    def __init__(self, flow: Flow, edges: list[float], size: float) -> None:
        self._flow = flow
        self._edges = edges
        self._size = size
        self._leading = flow.format.leading(size)

    def wrapped(self, cells: list[str], face: Face) -> Row:
        widths = [right - left - 2 * _PAD for left, right in pairwise(self._edges)]
        pairs = zip(cells, widths, strict=True)
        return [wrap([(cell, face)], self._size, width) for cell, width in pairs]

    def height(self, row: Row) -> float:
        return max(1, *(len(cell) for cell in row)) * self._leading + _PAD

    def set(self, row: Row, centred: list[bool]) -> None:
        top, bottom = self._flow.y, self._flow.y + self.height(row)
        sheet = self._flow.sheet
        for (left, right), cell, middled in zip(pairwise(self._edges), row, centred, strict=True):
            for n, line in enumerate(cell):
                x = (left + right - line.width) / 2 if middled else left + _PAD
                upper = top + _PAD / 2 + n * self._leading
                y = self._flow.format.baseline(upper, self._size)
                sheet.runs.extend(line.runs(x, y, self._size))
        sheet.rules += [Rule(self._edges[0], y, self._edges[-1], y) for y in (top, bottom)]
        sheet.rules += [Rule(x, top, x, bottom) for x in self._edges]
        self._flow.y = bottom


def _cut(row: Row, most: int) -> list[Row]:
    """A row that no sheet could hold, in pieces of at most ``most`` lines."""
    tallest = max(1, *(len(cell) for cell in row))
    return [[cell[start : start + most] for cell in row] for start in range(0, tallest, most)]
