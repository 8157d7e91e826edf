"""A form of tables as a spreadsheet: the same head, rows and notes as its paper."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from reception.domain.paper import Paper, Sentence, Table
from reception.services import workbook
from reception.services.workbook import Sheet

_WHOLE = re.compile(r"-?\d{1,3}(\.\d{3})*")
_HUNDREDTHS = re.compile(r"-?\d+,\d\d")


def save(form: Paper, file: Path, *names: str) -> None:
    """Write a form as a workbook with a sheet of that name for each of its tables.

    Raises:
        Trouble: ``file-unwritable``.
    """
    places = [n for n, block in enumerate(form.blocks) if isinstance(block, Table)]
    ends = [*places[1:], len(form.blocks)]
    sheets = [
        _sheet(form, name, place, end) for name, place, end in zip(names, places, ends, strict=True)
    ]
    workbook.save(sheets[0], file, *sheets[1:])


def _sheet(form: Paper, name: str, place: int, end: int) -> Sheet:
    """One table with what stands before the first one, and what follows it."""
    table = form.blocks[place]
    assert isinstance(table, Table)  # noqa: S101 - its place was found so
    first = next(n for n, block in enumerate(form.blocks) if isinstance(block, Table))
    rows = [_cells(table, row) for row in table.rows]
    return Sheet(
        name=name,
        above=workbook.heading(
            form, form.unit_name, form.number, form.title, *_sentences(form, 0, first)
        ),
        heads=[(*column.groups, column.title) for column in table.columns],
        rows=[*rows, *([_cells(table, table.totals)] if table.totals else [])],
        below=_sentences(form, place, end),
    )


def _sentences(form: Paper, first: int, last: int) -> list[str]:
    return [block.text for block in form.blocks[first:last] if isinstance(block, Sentence)]


def _cells(table: Table, row: tuple[str, ...]) -> list[str | int | Decimal]:
    """A row's cells, figures as numbers; a heading stands in the first column."""
    if len(row) == 1:
        return [row[0], *[""] * (len(table.columns) - 1)]
    return [
        _figure(cell) if column.figures else cell
        for column, cell in zip(table.columns, row, strict=True)
    ]


def _figure(cell: str) -> str | int | Decimal:
    if _WHOLE.fullmatch(cell):
        return int(cell.replace(".", ""))
    return Decimal(cell.replace(",", ".")) if _HUNDREDTHS.fullmatch(cell) else cell
