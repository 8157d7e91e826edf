"""The columns of an old register: where its head is, and what each column tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.old_dates import Cell
from reception.domain.text import clean, fold

_SEARCHED_ROWS = 30
_DEEPEST_HEAD = 3
_NUMBERING = re.compile(r"\(?\d{1,2}\)?")


class Column(StrEnum):
    """What a column of an old register tells."""

    NUMBER = "number"
    OWNER = "owner"
    IDENTITY = "identity"
    PHONE = "phone"
    ADDRESS = "address"
    PROCEDURE_CODE = "procedure-code"
    PROCEDURE = "procedure"
    FIELD = "field"
    RECEIVED = "received"
    DUE = "due"
    RESULT_ON = "result-on"
    RETURNED = "returned"
    STATE = "state"
    NOTE = "note"


COLUMN_WORDS = {
    Column.NUMBER: "Số hồ sơ cũ",
    Column.OWNER: "Họ và tên",
    Column.IDENTITY: "Số CCCD, CMND",
    Column.PHONE: "Số điện thoại",
    Column.ADDRESS: "Địa chỉ",
    Column.PROCEDURE_CODE: "Mã thủ tục",
    Column.PROCEDURE: "Tên thủ tục",
    Column.FIELD: "Lĩnh vực",
    Column.RECEIVED: "Ngày nhận",
    Column.DUE: "Ngày hẹn trả",
    Column.RESULT_ON: "Ngày có kết quả",
    Column.RETURNED: "Ngày trả kết quả",
    Column.STATE: "Kết quả, tình trạng",
    Column.NOTE: "Ghi chú",
}
NEEDED = (Column.OWNER, Column.RECEIVED)

Row = Sequence[Cell]
ColumnMap = Mapping[Column, int]


@dataclass(frozen=True, slots=True)
class Heads:
    """The folded heads by which each column is known.

    A head that has one of the ``other`` words in it tells of something else than a head without.
    """

    of: Mapping[Column, Sequence[str]]
    other: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """Where a register's head is: the names of its columns, and the first row of entries.

    Rows are told from 0. ``names`` has the levels of a merged head in one line.
    """

    names: tuple[str, ...]
    row: int
    first_entry: int

    @property
    def layout(self) -> str:
        """By which a register of the same columns is known again."""
        return "|".join(fold(name) for name in self.names)


def find_head(rows: Sequence[Row], heads: Heads) -> Head:
    """The likeliest head among the first rows: the one in which most columns are known."""
    best, best_sure = head_at(rows, 0), 0
    for top in range(min(len(rows), _SEARCHED_ROWS)):
        for depth in range(1, _DEEPEST_HEAD + 1):
            head = head_at(rows, top, depth)
            sure = sum(_guessed(head.names, heads).values())
            if sure > best_sure:
                best, best_sure = head, sure
    return best


def head_at(rows: Sequence[Row], top: int, depth: int = 1) -> Head:
    """The head that begins at a row; a line that only numbers the columns is passed over."""
    levels = [[clean(_text(cell)) for cell in row] for row in rows[top : top + depth]]
    width = max(map(len, levels), default=0)
    names = tuple(_name(levels, column) for column in range(width))
    first = top + len(levels)
    while first < len(rows) and _only_numbers(rows[first]):
        first += 1
    return Head(names, top, first)


def guess(names: Sequence[str], heads: Heads) -> dict[Column, int]:
    """What each column tells, the surest first; no column tells two things."""
    return dict(_guessed(names, heads).keys())


def _guessed(names: Sequence[str], heads: Heads) -> dict[tuple[Column, int], int]:
    """What each column tells, with how sure that is."""
    folded = [fold(name) for name in names]
    fits = sorted(
        (
            (_fit(name, synonym, column), column, place)
            for place, name in enumerate(folded)
            for column, synonyms in heads.of.items()
            for synonym in synonyms
            if name and not _is_other(name, synonym, heads.other)
        ),
        key=lambda fit: (-fit[0], fit[2]),
    )
    found: dict[tuple[Column, int], int] = {}
    columns, places = set[Column](), set[int]()
    for fit, column, place in fits:
        if fit and column not in columns and place not in places:
            found[column, place] = fit
            columns.add(column)
            places.add(place)
    return found


def _fit(name: str, synonym: str, column: Column) -> int:
    """How well a head answers a synonym: whole, at its end or beginning, or somewhere in it.

    Under a merged head the end tells what a column is. A person at the end says whose it is, if the
    beginning tells what: “Điện thoại người nộp”.
    """
    if name == synonym:
        return 1000
    if name.endswith(f" {synonym}"):
        return (300 if column is Column.OWNER else 500) + len(synonym)
    if name.startswith(f"{synonym} "):
        return 400 + len(synonym)
    return len(synonym) if f" {synonym} " in f" {name} " else 0


def _is_other(name: str, synonym: str, other: Sequence[str]) -> bool:
    """Whether a head says something that a synonym does not: “Người nhận kết quả”, “Kết quả”."""
    return any(f" {word} " in f" {name} " and word not in synonym for word in other)


def _name(levels: Sequence[Sequence[str]], column: int) -> str:
    """A column's head from the top down; a merged one stands in its first column alone."""
    parts: list[str] = []
    for depth, level in enumerate(levels):
        part = level[column] if column < len(level) else ""
        lower = levels[depth + 1] if depth + 1 < len(levels) else ()
        if not part and column < len(lower) and lower[column]:
            part = next(
                (level[k] for k in range(min(column, len(level)) - 1, -1, -1) if level[k]), ""
            )
        if part and part not in parts:
            parts.append(part)
    return " ".join(parts)


def _only_numbers(row: Row) -> bool:
    """Whether a row counts the columns, as the forms do below their heads: (1) (2) (3)."""
    told = [_text(cell).strip() for cell in row if _text(cell).strip()]
    return len(told) > 2 and all(_NUMBERING.fullmatch(text) for text in told)


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
