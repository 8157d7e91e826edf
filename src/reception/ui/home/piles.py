"""Where the work lies: a few rows by field, or by who has it in hand; each leads to its list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QVBoxLayout, QWidget

from reception.domain.listing import ListQuery, Order, Pile, Shelf
from reception.ui.dossiers.chips import STANDING_ROLE, ChipDelegate
from reception.ui.dossiers.words import Standing, grouped
from reception.ui.exporting import Make, told_rows
from reception.ui.home.short_table import ShortTable
from reception.ui.labels import Heading, plain_tip
from reception.ui.theme import Tone

MOST_SHOWN = 6
_NAME, _LATE, _OPEN = range(3)
_LAND = "đất"


class PilesTable(ShortTable):
    """Names with their late and their open dossiers.

    Args:
        name_of_column: The heading of the names.
        query: The list that a pile opens.
    """

    wanted = Signal(object)
    """Carries a :class:`ListQuery`."""

    def __init__(self, name_of_column: str, query: Callable[[Pile], ListQuery]) -> None:
        super().__init__(3)
        self._query = query
        self.every: tuple[Pile, ...] = ()
        self._piles: list[Pile] = []
        self._headings = (name_of_column, self.tr("Quá hạn"), self.tr("Đang làm"))
        self.setHorizontalHeaderLabels(self._headings)
        self.setItemDelegateForColumn(_LATE, ChipDelegate(self))
        self.fit()

    def show_piles(self, piles: Sequence[Pile]) -> None:
        """Show the first of these piles; all of them can leave as a spreadsheet."""
        self.every = tuple(piles)
        self._piles = list(piles[:MOST_SHOWN])
        self.setRowCount(len(self._piles))
        for n, pile in enumerate(self._piles):
            name = QTableWidgetItem(pile.name or self.tr("Chưa rõ"))
            name.setToolTip(plain_tip(name.text()))
            late = QTableWidgetItem(grouped(pile.overdue))
            if pile.overdue:
                late.setData(STANDING_ROLE, Standing(late.text(), Tone.BAD))
            for column, item in ((_NAME, name), (_LATE, late)):
                self.setItem(n, column, item)
            self.setItem(n, _OPEN, QTableWidgetItem(grouped(pile.open)))
        if self._piles and self.currentRow() < 0:
            self.setCurrentCell(0, 0)
        self.fit()

    def out(self) -> Make:
        """All the piles as they leave."""
        rows = [(pile.name or self.tr("Chưa rõ"), pile.overdue, pile.open) for pile in self.every]
        return told_rows(self.accessibleName(), self._headings, rows)

    def open_row(self, row: int) -> None:
        """Open a pile's list."""
        if 0 <= row < len(self._piles):
            self.wanted.emit(self._query(self._piles[row]))

    def fit_columns(self) -> None:
        """The figures as narrow as they are, the name in the rest."""
        columns = self.horizontalHeader()
        columns.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 3)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_LATE, _OPEN):
            columns.resizeSection(column, self.width_of(self._headings[column]) + 8)


class Piles(QWidget):
    """A table of piles under its heading; not there without any."""

    def __init__(self, heading: str, table: PilesTable) -> None:
        super().__init__()
        self.table = table
        table.setAccessibleName(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = Heading(heading, 2)
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(table)
        self.hide()

    def show_piles(self, piles: Sequence[Pile]) -> None:
        """Show these piles."""
        self.setVisible(bool(piles))
        self.table.show_piles(piles)


def late_of_field(pile: Pile) -> ListQuery:
    """The late dossiers of a field; all that are under way where none is late."""
    shelf = Shelf.OVERDUE if pile.overdue else Shelf.ALL
    return ListQuery(shelf, field=pile.name, order=Order.DUE)


def of_holder(pile: Pile) -> ListQuery:
    """What a holder has in hand, the most pressing first."""
    return ListQuery(holder=pile.name, order=Order.DUE)


def worth_showing(piles: Sequence[Pile]) -> list[Pile]:
    """The fields with something late, and land whether late or not: it is pinned."""
    return [pile for pile in piles if pile.overdue or _LAND in pile.name.casefold()]
