"""Workbooks as Excel wrote them until 2003 (``.xls``), which openpyxl does not read."""

from __future__ import annotations

import io
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from reception.domain.old_columns import Row
from reception.domain.old_dates import Cell
from reception.services.table_file import MOST_COLUMNS, broken

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

# What the reader raises where it has lost its way in a damaged file; nothing exports its name.
_LOST = "PanicException"


@contextmanager
def older_workbook(file: Path, content: bytes) -> Generator[CalamineWorkbook]:
    """The workbook, as long as it is being read.

    Raises:
        RuleViolation: ``file-broken``.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # only this rare act needs it

    try:
        yield CalamineWorkbook.from_filelike(io.BytesIO(content))
    except CalamineError as error:
        raise broken(file) from error
    except BaseException as error:
        if type(error).__name__ == _LOST:
            raise broken(file) from error
        raise


def sheet_names(book: CalamineWorkbook) -> tuple[str, ...]:
    """The sheets that have cells, in their order."""
    from python_calamine import SheetTypeEnum

    return tuple(
        sheet.name for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet
    )


def sheet_rows(book: CalamineWorkbook, name: str, most: int) -> list[Row]:
    """A sheet's rows from the first on, one more than ``most`` where there are more."""
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=most + 1)
    return [[_cell(cell) for cell in row[:MOST_COLUMNS]] for row in rows]


def _cell(cell: object) -> Cell:
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell  # every number is a fraction there
    if isinstance(cell, bool | timedelta):
        return str(cell)
    return cell if isinstance(cell, str | int | date | time) else None
