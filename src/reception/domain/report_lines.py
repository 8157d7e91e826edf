"""A report's lines: figures by the form's columns, under a field or whatever they are told by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reception.domain.list_frame import Rows, numbered
from reception.domain.money import figures
from reception.domain.text import fold

Figure = int | None
"""A number, or ``None`` where the register cannot know it: on paper that place stays blank."""
NO_FIELD = "(chưa rõ lĩnh vực)"
"""What the line of those is called that are of no field; a sum has no name."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, and its figures."""

    field: str
    figures: Mapping[str, Figure]

    def columns(self) -> Mapping[str, Figure]:
        """The figures under the form's column numbers."""
        return self.figures


def lines_of(
    sums: Mapping[str, Counter[str]], columns: Sequence[str], blank: frozenset[str] = frozenset()
) -> tuple[Line, ...]:
    """A line for each field, in the order of their names, with every column of the form."""
    return tuple(
        Line(field, {c: None if c in blank else sums[field][c] for c in columns})
        for field in sorted(sums, key=fold)
    )


def whole(lines: Iterable[Line], columns: Sequence[str], blank: frozenset[str]) -> Line:
    """All lines together."""
    told = list(lines)
    return Line(
        "", {c: None if c in blank else sum(line.figures[c] or 0 for line in told) for c in columns}
    )


def cells(line: Line) -> dict[str, str]:
    """A line's figures as a paper writes them."""
    return {name: figure_words(number) for name, number in line.figures.items()}


def figure_words(number: Figure) -> str:
    """A figure as a paper writes it; blank where the register cannot know it."""
    return "" if number is None else figures(number)


def numbered_lines(lines: Iterable[Line]) -> Rows:
    """Lines as the rows of a form."""
    return numbered({"field": line.field, **cells(line)} for line in lines)
