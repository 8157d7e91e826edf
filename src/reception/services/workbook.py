"""A paper's table as a spreadsheet: figures stay figures, text stays text, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from reception.domain.errors import Trouble
from reception.domain.paper import Paper

_MOST_PLACES = 2
_TEXT_CHARACTERS, _FIGURE_CHARACTERS, _LIST_CHARACTERS = 42, 13, 24
Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: what stands above the table, its head, its rows, what stands below.

    ``heads`` has for each column its headings from the top down; neighbours share equal ones.
    Figures are ``grouped`` by thousands; numbers that are names are not.
    """

    name: str
    above: Sequence[str]
    heads: Sequence[tuple[str, ...]]
    rows: Sequence[Sequence[str | int | Decimal]]
    below: Sequence[str] = ()
    grouped: bool = True


def heading(form: Paper, *lines: str) -> list[str]:
    """What stands above a form's table: that it is for practice if it is, then what is not empty.

    What is only practised must not pass for figures of an office, on no road.
    """
    return [line for line in (form.watermark, *lines) if line]


def save(sheet: Sheet, file: Path, *further: Sheet) -> None:
    """Write a workbook of a sheet, perhaps of several.

    One that is there already is replaced only by a whole one.

    Raises:
        Trouble: ``file-unwritable``.
    """
    import xlsxwriter  # only whoever takes a table out needs it
    from xlsxwriter.exceptions import FileCreateError

    part = file.with_name(file.name + ".part")
    book = xlsxwriter.Workbook(str(part), {"constant_memory": False, "strings_to_formulas": False})
    for one in (sheet, *further):
        _write(book, one)
    try:
        book.close()
        part.replace(file)
    except (FileCreateError, OSError) as error:
        part.unlink(missing_ok=True)
        raise Trouble(
            "file-unwritable",
            f"Không ghi được tệp “{file.name}”; nếu tệp đang mở thì đóng lại, hoặc chọn nơi khác.",
        ) from error


def write_rows(head: Sequence[str], rows: Iterable[Sequence[Cell]], file: Path) -> None:
    """A table of any length, each row written away before the next; its head stays in sight.

    Raises:
        OSError: The disk does not take it.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book: Any = xlsxwriter.Workbook(str(file), {"constant_memory": True})
    try:
        try:
            _write_rows(book, head, rows)
        finally:
            book.close()  # or it would write itself once nobody waits for it any more
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _write_rows(book: Any, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:  # noqa: ANN401 - the library tells no types
    page = book.add_worksheet()
    _dress(book, page, head)
    write_string, write_number = page.write_string, page.write_number
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    write_string(last, column, cell)
            elif cell is not None:
                write_number(last, column, cell)
    page.autofilter(0, 0, max(last, 1), len(head) - 1)


def _dress(book: Any, page: Any, head: Sequence[str]) -> None:  # noqa: ANN401 - as above
    """Widths cannot wait for the rows."""
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    page.set_column(0, len(head) - 1, _LIST_CHARACTERS)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for column, words in enumerate(head):
        page.write_string(0, column, words, bold)


def _write(book: Any, sheet: Sheet) -> None:  # noqa: ANN401 - as above
    page = book.add_worksheet(sheet.name)
    head = book.add_format(
        {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
    )
    text = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    digits = "#,##0" if sheet.grouped else "0"
    number = book.add_format({"border": 1, "num_format": digits, "valign": "top"})
    decimals = [
        book.add_format(
            {"border": 1, "num_format": f"#,##0.{'0' * places}".rstrip("."), "valign": "top"}
        )
        for places in range(_MOST_PLACES + 1)
    ]
    strong = book.add_format({"bold": True})
    for line, words in enumerate(sheet.above):
        page.write_string(line, 0, words, strong)
    top = len(sheet.above) + bool(sheet.above)
    below = top + _write_head(page, sheet.heads, top, head)
    for line, row in enumerate(sheet.rows, below):
        for column, cell in enumerate(row):
            if isinstance(cell, int | Decimal):
                how = number if isinstance(cell, int) else decimals[_places(cell)]
                page.write_number(line, column, cell, how)
            else:
                page.write_string(line, column, cell, text)
    for line, words in enumerate(sheet.below, below + len(sheet.rows) + 1):
        page.write_string(line, 0, words)
    for column in range(len(sheet.heads)):
        texts = any(isinstance(row[column], str) and row[column] for row in sheet.rows)
        page.set_column(column, column, _TEXT_CHARACTERS if texts else _FIGURE_CHARACTERS)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(top, below - 1)


def _places(figure: Decimal) -> int:
    """How many digits a figure is told with behind the comma."""
    exponent = figure.as_tuple().exponent
    return min(_MOST_PLACES, max(0, -exponent)) if isinstance(exponent, int) else 0


def _write_head(page: Any, heads: Sequence[tuple[str, ...]], top: int, how: Any) -> int:  # noqa: ANN401 - as above
    """Write the head with what neighbours share as one cell; answers how many rows it takes."""
    depth = max(map(len, heads))
    for level in range(depth):
        column = 0
        while column < len(heads):
            path = heads[column]
            last = column
            if level < len(path) - 1:
                while last + 1 < len(heads) and heads[last + 1][: level + 1] == path[: level + 1]:
                    last += 1
            if level < len(path):
                bottom = depth - 1 if level == len(path) - 1 else level
                _write_cell(page, (top + level, column, top + bottom, last), path[level], how)
            column = last + 1
    return depth


def _write_cell(page: Any, place: tuple[int, int, int, int], words: str, how: Any) -> None:  # noqa: ANN401 - as above
    first_row, first, last_row, last = place
    if (first_row, first) == (last_row, last):
        page.write_string(first_row, first, words, how)
    else:
        page.merge_range(first_row, first, last_row, last, words, how)
