"""A form's tables as a spreadsheet: the same heads, rows and notes as its paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from reception.domain.paper import Block, Paper, Sentence, Table
from reception.services import workbook
from reception.services.workbook import Sheet

_WHOLE = re.compile(r"-?\d{1,3}(\.\d{3})*")
_HUNDREDTHS = re.compile(r"-?\d+,\d\d")
_Cell = str | int | Decimal


def save(form: Paper, file: Path, *names: str) -> None:
    """Write a form as a workbook with a sheet of that name for each of its tables.

    Each has what stands before the first table, and what follows its own.

    Raises:
        Trouble: ``file-unwritable``.
    """
    tables = [(n, block) for n, block in enumerate(form.blocks) if isinstance(block, Table)]
    places = [place for place, _table in tables]
    ends = [*places[1:], len(form.blocks)]
    before = sentences(form.blocks[: places[0]])
    above = workbook.heading(form, form.unit_name, form.number, form.title, *before)
    first, *further = [
        sheet_of(table, name, above, sentences(form.blocks[place:end]))
        for name, (place, table), end in zip(names, tables, ends, strict=True)
    ]
    workbook.save(first, file, *further)


def save_report(form: Paper, name: str, file: Path) -> None:
    """Write a statutory report, as :func:`report_sheet` has it.

    Raises:
        Trouble: ``file-unwritable``.
    """
    workbook.save(report_sheet(form, name), file)


def report_sheet(form: Paper, name: str) -> Sheet:
    """The first table of a statutory report, with what stands above and below it."""
    table = next(block for block in form.blocks if isinstance(block, Table))
    period, *notes = sentences(form.blocks)
    above = workbook.heading(
        form, form.number, f"Đơn vị báo cáo: {form.unit_name}", form.title, period
    )
    return sheet_of(table, name, above, notes, heading_at=1)


def sheet_of(
    table: Table,
    name: str,
    above: Sequence[str],
    below: Sequence[str],
    *,
    heading_at: int = 0,
    counted: bool = True,
) -> Sheet:
    """One table as a sheet.

    Args:
        table: The paper's table.
        name: What the sheet is called.
        above: The lines above the table.
        below: The lines below it.
        heading_at: In which column a heading stands that goes across all on paper.
        counted: Whether figures become numbers; else they are text as on paper.
    """
    rows = (*table.rows, table.totals) if table.totals else table.rows
    return Sheet(
        name=name,
        above=above,
        heads=[(*column.groups, column.title) for column in table.columns],
        rows=[_cells(table, row, heading_at, counted=counted) for row in rows],
        below=below,
    )


def sentences(blocks: Iterable[Block]) -> list[str]:
    """What a paper says around its tables."""
    return [block.text for block in blocks if isinstance(block, Sentence)]


def _cells(table: Table, row: tuple[str, ...], heading_at: int, *, counted: bool) -> list[_Cell]:
    if len(row) == 1:
        cells: list[_Cell] = [""] * len(table.columns)
        cells[heading_at] = row[0]
        return cells
    return [
        _figure(cell) if counted and column.figures else cell
        for column, cell in zip(table.columns, row, strict=True)
    ]


def _figure(cell: str) -> _Cell:
    if _WHOLE.fullmatch(cell):
        return int(cell.replace(".", ""))
    return Decimal(cell.replace(",", ".")) if _HUNDREDTHS.fullmatch(cell) else cell
