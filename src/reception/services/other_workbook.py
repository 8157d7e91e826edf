"""Workbooks that openpyxl does not read: Excel's of until 2003, and LibreOffice's."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date, time, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

from reception.domain.old_columns import Row
from reception.domain.old_dates import Cell
from reception.services.table_file import (
    BROKEN_WORKBOOK,
    MOST_COLUMNS,
    broken,
    check_archive,
    too_large,
)

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

# What the reader raises where it has lost its way in a damaged file; nothing exports its name.
_LOST = "PanicException"
# The reader lays a sheet out whole, and half a line of XML can say that a cell stands a million
# times. Real registers end long before.
_MOST_CELLS = 3_000_000
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SHEET, _ROW = f"{_TABLE}table", f"{_TABLE}table-row"
_CELL, _COVERED = f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"


@contextmanager
def other_workbook(file: Path, content: bytes) -> Generator[CalamineWorkbook]:
    """The workbook, as long as it is being read.

    Raises:
        RuleViolation: ``file-broken`` or ``file-too-large``.
    """
    if file.suffix.casefold() == ".ods":
        _check_spread(file, content)
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


def _check_spread(file: Path, content: bytes) -> None:
    """Look how far the sheets reach before anything lays them out."""
    check_archive(file, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("content.xml") as told:
            if _reaches_too_far(told):
                raise too_large(file, "quá lớn khi mở ra")
    except BROKEN_WORKBOOK as error:
        raise broken(file) from error


def _reaches_too_far(told: IO[bytes]) -> bool:
    """Whether a sheet's last row times its last column are more cells than any register has."""
    from defusedxml.ElementTree import iterparse

    row = width = reached = last_row = last_column = 0
    for _end, element in iterparse(told, ("end",)):
        if element.tag in (_CELL, _COVERED):
            width += int(element.get(f"{_TABLE}number-columns-repeated", "1"))
            if len(element) or f"{_OFFICE}value-type" in element.attrib:
                reached = width
        elif element.tag == _ROW:
            row += int(element.get(f"{_TABLE}number-rows-repeated", "1"))
            if reached:
                last_row, last_column = row, max(last_column, reached)
            width = reached = 0
            element.clear()
            if last_row * last_column > _MOST_CELLS:
                return True
        elif element.tag == _SHEET:
            row = last_row = last_column = 0
    return False


def _cell(cell: object) -> Cell:
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell  # every number is a fraction there
    if isinstance(cell, bool | timedelta):
        return str(cell)
    return cell if isinstance(cell, str | int | date | time) else None
