"""A table over any number of dossiers that reads only what is looked at.

The first 256 row numbers come at once, the whole array of them (8 bytes a row) follows by the
database's lane; rows are read by number in pages of 128, and 24 pages are kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reception.domain.listing import DossierRow, ListQuery
from reception.services.desk import Desk
from reception.storage import lists
from reception.ui.dossiers.chips import STANDING_ROLE
from reception.ui.dossiers.list_cells import Column, headings, two_lines
from reception.ui.dossiers.two_lines import BELOW_ROLE
from reception.ui.dossiers.words import Standing, standing
from reception.ui.workplace import Workplace

FIRST_ROWS = 256
PAGE_ROWS = 128
PAGES_KEPT = 24
# A screen can lie across two pages; what was scrolled past by then is not read any more.
_PAGES_AT_ONCE = 2

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    STANDING_ROLE,
    BELOW_ROLE,
)
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Line:
    row: DossierRow
    standing: Standing


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the lane read: row numbers, whether they are all, and some pages of rows."""

    numbers: array[int]
    complete: bool
    pages: dict[int, list[DossierRow]]


class DossierListModel(QAbstractTableModel):
    """The dossiers of one query.

    ``listed`` is emitted when the list has been read anew; ``counted`` when all of it is known.
    """

    listed = Signal()
    counted = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._query = ListQuery()
        self._numbers: array[int] = array("q")
        self._complete = True
        self._pages: dict[int, dict[int, _Line]] = {}
        self._asked = 0
        self._wanted: dict[int, None] = {}
        self._fetching = False
        self._bare = False

    @property
    def complete(self) -> bool:
        """Whether all rows are known, and not only the first ones."""
        return self._complete

    def show_query(self, query: ListQuery) -> None:
        """List the dossiers of a query from its beginning."""
        self._query = query
        self._ask((0,), FIRST_ROWS)

    def refresh(self, first_row: int = 0, last_row: int = 0) -> None:
        """Read the present query anew; the rows in sight come with it, so nothing flickers."""
        self._ask(range(first_row // PAGE_ROWS, last_row // PAGE_ROWS + 1), None)

    def show_numbers(self, *, bare: bool) -> None:
        """Show identity and phone numbers whole, or hide them again."""
        self._bare = bare
        if self._numbers:
            last = self.index(len(self._numbers) - 1, Column.OWNER)
            self.dataChanged.emit(self.index(0, Column.OWNER), last)

    def number_at(self, row: int) -> int | None:
        """The register's number of the dossier in a row."""
        return self._numbers[row] if 0 <= row < len(self._numbers) else None

    def numbers_between(self, first_row: int, last_row: int) -> Sequence[int]:
        """The register's numbers of neighbouring rows, both ends included."""
        return self._numbers[first_row : last_row + 1]

    def row_of_number(self, number: int) -> int:
        """Where a dossier stands in the list, or -1."""
        try:
            return self._numbers.index(number)
        except ValueError:
            return -1

    def rows_of_numbers(self, numbers: Collection[int]) -> list[int]:
        """Where some dossiers stand in the list, those that are gone left out."""
        return [row for row, number in enumerate(self._numbers) if number in numbers]

    def row_at(self, row: int) -> DossierRow | None:
        """The dossier in a row, if it has been read."""
        line = self._line(row)
        return line.row if line else None

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """As many rows as are known so far."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: _AnyIndex = _ROOT) -> int:
        """The columns of :class:`Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return headings()[section]
        return None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text and what stands below it; a row not read yet is empty and asked for."""
        if not index.isValid() or role not in _ROLES:
            return None
        line = self._line(index.row())
        if line is None:
            self._want(index.row() // PAGE_ROWS)
            return None
        if role == STANDING_ROLE:
            return line.standing if index.column() == Column.STANDING else None
        cell = two_lines(line.row, line.standing, index.column(), bare=self._bare)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(cell.whole)
            case Qt.ItemDataRole.ToolTipRole:
                # A tooltip takes “<” for markup.
                return f"<p>{'<br>'.join(map(escape, cell.whole))}</p>"
            case _:
                return cell.below

    def _line(self, row: int) -> _Line | None:
        number = self.number_at(row)
        return self._pages.get(row // PAGE_ROWS, {}).get(number) if number else None

    def _ask(self, pages: Iterable[int], most: int | None) -> None:
        self._asked += 1
        self._workplace.in_lane(
            partial(_read, query=self._query, pages=tuple(pages), most=most),
            partial(self._take, self._asked),
            owner=self,
        )

    def _take(self, asked: int, reading: _Reading) -> None:
        if asked != self._asked:
            return
        if not reading.pages and reading.numbers[: len(self._numbers)] == self._numbers:
            self._append(reading.numbers)
        else:
            self._begin_anew(reading)
        self._complete = reading.complete
        self.listed.emit()
        if self._complete:
            self.counted.emit()
        else:
            self._ask((), None)

    def _begin_anew(self, reading: _Reading) -> None:
        self.beginResetModel()
        self._numbers = reading.numbers
        self._pages.clear()
        self._wanted.clear()
        for page, rows in reading.pages.items():
            self._keep(page, rows)
        self.endResetModel()

    def _append(self, numbers: array[int]) -> None:
        if len(numbers) > len(self._numbers):
            self.beginInsertRows(_ROOT, len(self._numbers), len(numbers) - 1)
            self._numbers = numbers
            self.endInsertRows()

    def _want(self, page: int) -> None:
        if page in self._pages:
            return  # a row that is gone since the list was read; the next refresh leaves it out
        self._wanted.pop(page, None)
        self._wanted[page] = None
        if not self._fetching:
            self._fetch()

    def _fetch(self) -> None:
        pages = list(self._wanted)[-_PAGES_AT_ONCE:]
        self._wanted.clear()
        self._fetching = True
        numbers = {page: self._numbers_of(page) for page in pages}
        self._workplace.tasks.run(
            partial(_read_pages, self._workplace.desk, numbers),
            partial(self._take_pages, self._asked),
            on_ended=self._fetched,
            owner=self,
        )

    def _numbers_of(self, page: int) -> array[int]:
        return self._numbers[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]

    def _take_pages(self, asked: int, pages: dict[int, list[DossierRow]]) -> None:
        if asked != self._asked:
            return
        for page, rows in pages.items():
            self._keep(page, rows)
            first = page * PAGE_ROWS
            last = min(first + PAGE_ROWS, len(self._numbers)) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _fetched(self) -> None:
        self._fetching = False
        if self._wanted:
            self._fetch()

    def _keep(self, page: int, rows: Iterable[DossierRow]) -> None:
        rules = self._workplace.rules
        now, soon_until = rules.now(), rules.soon_until()
        self._pages.pop(page, None)
        self._pages[page] = {row.n: _Line(row, standing(row, now, soon_until)) for row in rows}
        while len(self._pages) > PAGES_KEPT:
            del self._pages[next(iter(self._pages))]


def _read(desk: Desk, *, query: ListQuery, pages: Sequence[int], most: int | None) -> _Reading:
    numbers = lists.numbers(desk.database, query, desk.horizon(query.days), most)
    wanted = {page: numbers[page * PAGE_ROWS : (page + 1) * PAGE_ROWS] for page in pages}
    complete = most is None or len(numbers) < most
    return _Reading(numbers, complete, _read_pages(desk, wanted))


def _read_pages(desk: Desk, numbers: dict[int, array[int]]) -> dict[int, list[DossierRow]]:
    return {page: lists.page(desk.database, wanted) for page, wanted in numbers.items()}
