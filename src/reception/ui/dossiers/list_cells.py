"""What the list says of a dossier: in five cells of two lines, and as a line of single texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from reception.domain.access import masked
from reception.domain.listing import DossierRow
from reception.domain.moments import date_words, short_moment
from reception.ui.dossiers.words import Standing, due_words

translate = QCoreApplication.translate

_SAID_BY_THE_HEADING = "Thủ tục "


class Column(IntEnum):
    """The columns, from the left."""

    REFERENCE = 0
    OWNER = 1
    PROCEDURE = 2
    STANDING = 3
    HOLDER = 4


@dataclass(frozen=True, slots=True)
class TwoLines:
    """A cell: its text, what may stand below it, and the whole of both for a tooltip.

    ``below`` begins with the longest; the first that the column has room for is shown.
    """

    text: str
    below: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def whole(self) -> list[str]:
        """Everything there is to say, line by line."""
        return [part for part in (self.text, *(self.more or self.below[:1])) if part]


def headings() -> list[str]:
    """The headings of the columns."""
    return [
        translate("dossiers", "Mã, lúc nhận"),
        translate("dossiers", "Người nộp"),
        translate("dossiers", "Thủ tục"),
        translate("dossiers", "Tình trạng, hẹn trả"),
        translate("dossiers", "Đang ở"),
    ]


def two_lines(row: DossierRow, stands: Standing, column: int, *, bare: bool = False) -> TwoLines:
    """One cell of a row; numbers are hidden but for their end, unless it is ``bare``."""
    match column:
        case Column.REFERENCE:
            return TwoLines(row.reference, (short_moment(row.opened_at),))
        case Column.OWNER:
            return _owner(row, bare=bare)
        case Column.PROCEDURE:
            return TwoLines(brief_name(row.procedure_name), more=(row.procedure_code,))
        case Column.STANDING:
            return TwoLines(stands.words, _due(row))
        case _:
            since = translate("dossiers", "từ {day}")
            held = row.held_since
            return TwoLines(row.holder, (since.format(day=date_words(held)),) if held else ())


def brief_name(name: str) -> str:
    """A procedure's name without the words that the column's heading says already."""
    bare = name.removeprefix(_SAID_BY_THE_HEADING)
    return bare[:1].upper() + bare[1:]


def single_headings() -> list[str]:
    """The headings of :func:`single_cells`."""
    return [
        translate("dossiers", "Mã hồ sơ"),
        translate("dossiers", "Người nộp"),
        translate("dossiers", "Thủ tục"),
        translate("dossiers", "Nhận lúc"),
        translate("dossiers", "Hẹn trả"),
        translate("dossiers", "Tình trạng"),
        translate("dossiers", "Đang ở"),
        translate("dossiers", "Từ ngày"),
        translate("dossiers", "Số định danh"),
        translate("dossiers", "Điện thoại"),
    ]


def single_cells(row: DossierRow, stands: Standing, *, bare: bool = False) -> list[str]:
    """A row for another program's sheet: each fact by itself."""
    return [
        row.reference,
        row.owner,
        row.procedure_name,
        short_moment(row.opened_at),
        due_words(row) or _no_due(),
        stands.words,
        row.holder,
        date_words(row.held_since) if row.held_since else "",
        *_numbers(row, bare=bare),
    ]


def _numbers(row: DossierRow, *, bare: bool) -> tuple[str, str]:
    """Identity and phone as a list may show them."""
    return (row.identity, row.phone) if bare else (masked(row.identity), masked(row.phone))


def _owner(row: DossierRow, *, bare: bool) -> TwoLines:
    identity, phone = _numbers(row, bare=bare)
    known = [part for part in (phone, identity) if part]
    both = " · ".join(known)
    return TwoLines(row.owner, tuple(dict.fromkeys((both, *known[:1]))) if known else ())


def _due(row: DossierRow) -> tuple[str, ...]:
    if row.due_at is None:
        return (_no_due(),)
    if not row.provisional:
        return (due_words(row),)
    expected = translate("dossiers", "{day} (dự kiến)")
    return (due_words(row), expected.format(day=date_words(row.due_at)))


def _no_due() -> str:
    return translate("dossiers", "không có hạn")
