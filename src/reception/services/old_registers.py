"""An old register opened to be taken over: its sheet, its head, and what its columns tell."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import time
from functools import cache
from itertools import islice
from pathlib import Path

import msgspec

from reception import paths
from reception.domain.errors import RuleViolation
from reception.domain.old_book import OldState
from reception.domain.old_columns import (
    COLUMN_WORDS,
    NEEDED,
    Column,
    Head,
    Heads,
    Row,
    find_head,
    guess,
    head_at,
)
from reception.domain.old_entries import BookRules, Finding, OldEntry, ReadRow
from reception.domain.old_letters import Letters, in_unicode, letters_of
from reception.domain.old_rows import RowReader, without_stop
from reception.domain.text import fold
from reception.services.desk import Desk
from reception.services.old_file import SheetCells, read_sheet
from reception.services.printable import check_printable
from reception.storage import imported_rows

_ENOUGH_ROWS = 300


class _Named(msgspec.Struct):
    name: str
    heads: list[str] = []
    words: list[str] = []


class _Hours(msgspec.Struct):
    received: time
    ended: time
    due: time


class _Words(msgspec.Struct):
    words: list[str]


class _File(msgspec.Struct):
    hours: _Hours
    column: list[_Named]
    other: _Words
    standing: list[_Named]
    organisation: _Words


@cache
def book_rules() -> BookRules:
    """How registers are read."""
    file = paths.resource("import") / "old-registers.toml"
    told = msgspec.toml.decode(file.read_bytes(), type=_File)
    return BookRules(
        heads=Heads(
            {Column(one.name): tuple(map(fold, one.heads)) for one in told.column},
            tuple(map(fold, told.other.words)),
        ),
        standings={OldState(one.name): tuple(map(fold, one.words)) for one in told.standing},
        organisations=tuple(map(fold, told.organisation.words)),
        received=told.hours.received,
        ended=told.hours.ended,
        due=told.hours.due,
    )


@dataclass(frozen=True, slots=True)
class OldRegister:
    """A register's sheet, with its head and what each column is taken to tell.

    ``remembered`` says that the columns are as a person set them for a register of this layout.
    """

    cells: SheetCells
    head: Head
    columns: Mapping[Column, int]
    letters: Letters
    remembered: bool = False

    @property
    def entries(self) -> int:
        """How many rows stand below the head."""
        return max(0, len(self.cells.rows) - self.head.first_entry)

    def first_rows(self, most: int) -> list[Row]:
        """The first rows below the head."""
        first = self.head.first_entry
        return self.cells.rows[first : first + most]


@dataclass(frozen=True, slots=True)
class NumberedRow:
    """A row with its number as the spreadsheet shows it, and the hash by which it is known."""

    number: int
    cells: Row
    sha256: str
    read: ReadRow


def open_register(desk: Desk, file: Path, sheet: str = "", head_row: int = 0) -> OldRegister:
    """Read a file and propose how it is to be read; ``head_row`` counts from 1, 0 looks for it.

    Raises:
        RuleViolation: As for :func:`.old_file.read_sheet`.
        Trouble: ``file-unreadable``.
    """
    return proposed(desk, read_sheet(file, sheet), head_row)


def proposed(desk: Desk, cells: SheetCells, head_row: int = 0) -> OldRegister:
    """The sheet with its likeliest head and columns, or those of the last register like it."""
    heads = book_rules().heads
    letters = letters_of(
        cell for row in cells.rows[:_ENOUGH_ROWS] for cell in row if isinstance(cell, str)
    )
    rows = cells.rows
    if letters is not Letters.UNICODE:
        rows = [_in_unicode(row, letters) for row in islice(rows, _ENOUGH_ROWS)]
    head = head_at(rows, head_row - 1) if head_row else find_head(rows, heads)
    kept = imported_rows.mapping_of(desk.database, head.layout)
    if kept:
        columns = msgspec.json.decode(kept, type=dict[Column, int])
        return OldRegister(cells, head, columns, letters, remembered=True)
    return OldRegister(cells, head, guess(head.names, heads), letters)


def with_columns(register: OldRegister, told: Mapping[str, str]) -> OldRegister:
    """The register with columns set by their heads: ``{"owner": "Họ tên"}``; “-” takes one away.

    Raises:
        RuleViolation: ``no-such-column`` or ``no-such-head``.
    """
    columns = dict(register.columns)
    names = [fold(name) for name in register.head.names]
    for name, head in told.items():
        if name not in {column.value for column in Column}:
            raise RuleViolation(
                "no-such-column",
                f"Không có loại cột “{name}”; hãy chọn một trong: {', '.join(Column)}.",
                field="map",
            )
        column = Column(name)
        if head == "-":
            columns.pop(column, None)
        elif fold(head) in names:
            columns[column] = names.index(fold(head))
        else:
            there = ", ".join(filter(None, register.head.names))
            raise RuleViolation(
                "no-such-head",
                f"Sổ không có cột “{head}”; các cột là: {there}.",
                field="map",
            )
    return replace(register, columns=columns)


def check_columns(register: OldRegister) -> None:
    """Refuse a register of which nobody has said where names and days stand.

    Raises:
        RuleViolation: ``columns-missing``.
    """
    missing = [COLUMN_WORDS[column] for column in NEEDED if column not in register.columns]
    if missing:
        raise RuleViolation(
            "columns-missing",
            f"Chưa biết cột nào là {' và '.join(f'“{one}”' for one in missing)};"
            " hãy chọn dòng tiêu đề và các cột ấy.",
            field="map",
        )


def read_rows(desk: Desk, register: OldRegister) -> Iterator[NumberedRow]:
    """The rows below the head as they are read; empty ones are passed over."""
    reader = RowReader(book_rules(), register.columns, desk.now().date(), register.letters)
    seen: Counter[bytes] = Counter()
    first = register.head.first_entry
    for number, row in enumerate(islice(register.cells.rows, first, None), start=first + 1):
        texts = reader.texts(row)
        if not any(texts):
            continue
        content = hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).digest()
        seen[content] += 1
        # Two that say the very same are two, in a file and in the next one like it.
        known_by = hashlib.sha256(content + str(seen[content]).encode()).hexdigest()
        yield NumberedRow(number, row, known_by, _fit_for_paper(reader.read(row)))


def _fit_for_paper(read: ReadRow) -> ReadRow:
    """The row, at fault where it says what no paper could show."""
    if read.entry is None:
        return read
    faults = [
        Finding(column, text, without_stop(violation.text))
        for column, text in _shown_on_paper(read.entry)
        if (violation := _unprintable(text))
    ]
    return ReadRow(None, (*faults, *read.findings)) if faults else read


def _shown_on_paper(entry: OldEntry) -> tuple[tuple[Column, str], ...]:
    return (
        (Column.NUMBER, entry.number),
        (Column.OWNER, entry.owner.name),
        (Column.ADDRESS, entry.owner.address.as_written),
        (Column.PROCEDURE, entry.procedure),
        (Column.FIELD, entry.field),
        (Column.STATE, entry.result or entry.reason),
        (Column.NOTE, entry.note),
    )


def _unprintable(text: str) -> RuleViolation | None:
    try:
        check_printable(text, "")
    except RuleViolation as violation:
        return violation
    return None


def _in_unicode(row: Row, letters: Letters) -> Row:
    return [in_unicode(cell, letters) if isinstance(cell, str) else cell for cell in row]
