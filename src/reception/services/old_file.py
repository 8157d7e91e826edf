"""The sheets of an old register's file, cell by cell: numbers stay numbers, days stay days."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reception.domain.errors import RuleViolation
from reception.domain.old_columns import Row
from reception.services.other_workbook import other_workbook, sheet_names, sheet_rows
from reception.services.table_file import (
    LONGEST_CELL,
    MOST_COLUMNS,
    check_size,
    csv_rows,
    file_content,
    too_large,
    workbook_in,
)

MOST_ROWS = 100_000
KINDS = (".xlsx", ".xls", ".ods", ".csv")
"""What an old register may be kept in."""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet of a file, the names of all its sheets, and the hash of the whole file."""

    file: Path
    sha256: str
    name: str
    names: tuple[str, ...]
    rows: list[Row]


def read_sheet(file: Path, name: str = "") -> SheetCells:
    """The cells of a sheet, by its name or the first that has any; a ``.csv`` has but one.

    Raises:
        RuleViolation: As for :func:`.table_file.read_table`; ``no-such-sheet``; ``sheet-empty``.
        Trouble: ``file-unreadable``.
    """
    kind, content = file_content(file, KINDS)
    sha256 = hashlib.sha256(content).hexdigest()
    if kind == ".csv":
        texts = csv_rows(file, content, MOST_ROWS, old_letters=True)
        check_size(file, texts, MOST_ROWS)
        return _with_entries(SheetCells(file, sha256, "", ("",), list(texts)))
    if kind in (".xls", ".ods"):
        with other_workbook(file, content) as other:
            return _chosen(
                SheetCells(file, sha256, name, sheet_names(other), []),
                lambda wanted: sheet_rows(other, wanted, MOST_ROWS),
            )
    with workbook_in(file, content) as book:
        # Charts have pages of their own, and no cells.
        sheets = {str(one.title): one for one in book.worksheets}
        return _chosen(
            SheetCells(file, sha256, name, tuple(sheets), []),
            lambda wanted: sheets[wanted].iter_rows(
                max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True
            ),
        )


def _chosen(cells: SheetCells, read: Callable[[str], Iterable[Row]]) -> SheetCells:
    """The cells of the sheet that is named, or of the first that has any."""
    if cells.name and cells.name not in cells.names:
        raise RuleViolation(
            "no-such-sheet",
            f"Tệp “{cells.file.name}” không có trang “{cells.name}”; hãy chọn một trong:"
            f" {', '.join(cells.names)}.",
            field="sheet",
        )
    for wanted in (cells.name,) if cells.name else cells.names:
        rows = _checked(cells.file, read(wanted))
        if _has_entries(rows):
            return replace(cells, name=wanted, rows=rows)
    return _with_entries(cells)


def _checked(file: Path, cells: Iterable[Row]) -> list[Row]:
    rows: list[Row] = []
    for row in cells:
        rows.append(_trimmed(row))
        if any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in row):
            raise too_large(file, f"có ô quá {LONGEST_CELL} ký tự ở dòng {len(rows)}")
    if len(rows) > MOST_ROWS:
        raise too_large(file, f"quá {MOST_ROWS} dòng")
    return rows


def _trimmed(row: Row) -> Row:
    width = len(row)
    while width and row[width - 1] in (None, ""):
        width -= 1
    return row[:width]


def _has_entries(rows: Sequence[Row]) -> bool:
    return any(cell not in (None, "") for row in rows for cell in row)


def _with_entries(cells: SheetCells) -> SheetCells:
    if _has_entries(cells.rows):
        return cells
    raise RuleViolation(
        "sheet-empty",
        f"Trang “{cells.name or cells.file.name}” không có dòng nào; hãy chọn trang khác.",
        field="sheet",
    )
