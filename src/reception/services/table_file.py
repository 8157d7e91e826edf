"""Rows of a CSV or Excel file that somebody else made, read with care."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from reception.domain.errors import RuleViolation, Trouble

LARGEST_FILE = 50_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 10_000

_MOST_ENTRIES = 2_000
_LARGEST_UNPACKED = 300_000_000
# Real sheets compress about tenfold; only a file made to burst goes beyond this.
_STEEPEST_RATIO = 100
_RATIO_MATTERS_FROM = 1_000_000

# What openpyxl stumbles over in a file that only looks like a workbook; it has no error of its own.
BROKEN_WORKBOOK = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
    ArithmeticError,
    SyntaxError,  # XML's parse errors
    NotImplementedError,
)


def read_table(path: Path) -> list[list[str]]:
    """All rows of a file as text, empty ones included, so that places tell the row's number.

    Dates become ``2026-02-13`` and whole numbers lose their ``.0``.

    Args:
        path: A ``.csv`` in UTF-8, parted by comma or semicolon, or an ``.xlsx`` (first sheet).

    Raises:
        RuleViolation: ``file-unknown-kind``, ``file-too-large``, ``file-broken`` or
            ``file-cell-too-long``.
        Trouble: ``file-unreadable`` when the disk does not give the file.
    """
    kind, content = file_content(path)
    rows = csv_rows(path, content) if kind == ".csv" else _workbook_rows(path, content)
    check_size(path, rows)
    return rows


def file_content(path: Path, kinds: Sequence[str] = (".csv", ".xlsx")) -> tuple[str, bytes]:
    """The kind of a file by its name, one of ``kinds``, and its bytes.

    Raises:
        RuleViolation: ``file-unknown-kind`` or ``file-too-large``.
        Trouble: ``file-unreadable``.
    """
    kind = path.suffix.casefold()
    if kind not in kinds:
        raise RuleViolation(
            "file-unknown-kind",
            f"Tệp “{path.name}” không phải tệp {' hay '.join(kinds)};"
            " hãy mở bằng Excel rồi lưu lại thành một trong các loại đó.",
        )
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise too_large(path, f"quá {LARGEST_FILE // 1_000_000} MB")
        return kind, path.read_bytes()
    except OSError as error:
        raise Trouble(
            "file-unreadable",
            f"Không đọc được tệp “{path.name}”; hãy kiểm tra tệp còn ở đó và không bị khóa.",
        ) from error


def csv_rows(
    path: Path, content: bytes, most: int = MOST_ROWS, *, old_letters: bool = False
) -> list[list[str]]:
    """All rows of a CSV, one more than ``most`` where there are more.

    ``old_letters`` takes what is not UTF-8 for the Western letters that old fonts showed.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if old_letters:
            return csv_rows(path, content.decode("cp1252", "replace").encode(), most)
        raise RuleViolation(
            "file-broken",
            f"Tệp “{path.name}” không ở dạng UTF-8;"
            " hãy mở bằng Excel và lưu lại với loại “CSV UTF-8”.",
        ) from None
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    rows: list[list[str]] = []
    try:
        # Strict, so that a quote left open is told and does not swallow the rows after it.
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)
            if len(rows) > most:
                break
    except csv.Error:
        raise RuleViolation(
            "file-broken",
            f"Tệp “{path.name}” sai dấu ngoặc kép ở quanh dòng {len(rows) + 1};"
            " hãy mở bằng Excel, sửa dòng đó và lưu lại.",
        ) from None
    return rows


@contextmanager
def workbook_in(path: Path, content: bytes) -> Generator[Any]:
    """An openpyxl workbook whose values can be read; the one place where foreign XML is read.

    Raises:
        RuleViolation: ``file-broken`` or ``file-too-large``, also while it is being read.
    """
    check_archive(path, content)
    # A third of a second to import, and only this rare act needs it. With defusedxml installed
    # openpyxl refuses entities and outside references.
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it remarks on styling that it will not keep
            yield openpyxl.load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
    except BROKEN_WORKBOOK as error:
        raise broken(path) from error


def _workbook_rows(path: Path, content: bytes) -> list[list[str]]:
    with workbook_in(path, content) as book:
        cells = book.worksheets[0].iter_rows(
            max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True
        )
        return [_trimmed([_cell_text(cell) for cell in row]) for row in cells]


def check_archive(path: Path, content: bytes) -> None:
    """Look at what the archive says of itself before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except BROKEN_WORKBOOK as error:
        raise broken(path) from error
    if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _LARGEST_UNPACKED:
        raise too_large(path, "quá lớn khi mở ra")
    for entry in entries:
        steep = entry.file_size > _STEEPEST_RATIO * max(entry.compress_size, 1)
        if steep and entry.file_size > _RATIO_MATTERS_FROM:
            raise too_large(path, "quá lớn khi mở ra")


def check_size(path: Path, rows: list[list[str]], most: int = MOST_ROWS) -> None:
    """Refuse a table with more rows, columns or letters than any real one has."""
    if len(rows) > most:
        raise too_large(path, f"quá {most} dòng")
    for number, row in enumerate(rows, start=1):
        if len(row) > MOST_COLUMNS:
            raise too_large(path, f"quá {MOST_COLUMNS} cột")
        longest = max(map(len, row), default=0)
        if longest > LONGEST_CELL:
            raise RuleViolation(
                "file-cell-too-long",
                f"Dòng {number} có ô dài {longest} ký tự, quá {LONGEST_CELL} ký tự cho phép;"
                " hãy rút ngắn rồi nhập lại.",
            )


def _cell_text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def too_large(path: Path, how: str) -> RuleViolation:
    """A file that is larger than any real one."""
    return RuleViolation(
        "file-too-large",
        f"Tệp “{path.name}” {how}; hãy bỏ bớt phần thừa hoặc chia thành nhiều tệp.",
    )


def broken(path: Path) -> RuleViolation:
    """A file that is not what its name says."""
    return RuleViolation(
        "file-broken",
        f"Tệp “{path.name}” bị hỏng hoặc không phải bảng tính;"
        " hãy mở lại bằng Excel hay LibreOffice và lưu thành .xlsx.",
    )
