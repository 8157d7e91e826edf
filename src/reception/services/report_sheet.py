"""A report's paper as a spreadsheet: the same head, figures and notes, the figures as numbers."""

from __future__ import annotations

from pathlib import Path

from reception.domain.paper import Paper, Sentence, Table
from reception.services import workbook
from reception.services.workbook import Sheet


def save(form: Paper, name: str, file: Path) -> None:
    """Write the first table of a form, with what stands above and below it.

    Raises:
        Trouble: ``file-unwritable``.
    """
    table = next(block for block in form.blocks if isinstance(block, Table))
    lines = [block.text for block in form.blocks if isinstance(block, Sentence)]
    workbook.save(
        Sheet(
            name=name,
            above=workbook.heading(
                form, form.number, f"Đơn vị báo cáo: {form.unit_name}", form.title, lines[0]
            ),
            heads=[(*column.groups, column.title) for column in table.columns],
            rows=[_cells(table, row) for row in (*table.rows, table.totals) if row],
            below=lines[1:],
        ),
        file,
    )


def _cells(table: Table, row: tuple[str, ...]) -> list[str | int]:
    """The cells of a row; a heading across all columns stands in the second."""
    if len(row) == 1:
        return ["", row[0], *[""] * (len(table.columns) - 2)]
    return [
        _number(cell) if column.figures else cell
        for column, cell in zip(table.columns, row, strict=True)
    ]


def _number(cell: str) -> str | int:
    plain = cell.replace(".", "")
    return int(plain) if plain.isdecimal() else cell
