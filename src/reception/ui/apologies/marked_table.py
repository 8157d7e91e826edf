"""A table whose rows can be marked, some or all, to do one thing with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from reception.ui.dossiers.chips import STANDING_ROLE, ChipDelegate
from reception.ui.dossiers.words import Standing
from reception.ui.labels import plain_tip
from reception.ui.tables import EndDelegate, dress_table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MARK = 0


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row: whose it is, and its cells from the second column on."""

    dossier_id: str
    cells: tuple[str | Standing, ...]


class MarkedTable(QTableWidget):
    """Space marks a row and goes on to the next, Ctrl+A all or none; Enter opens the present one.

    Args:
        headings: The headings from the second column on; the first holds the marks.
        codes: The column of codes, of which the end is shown.
        chips: The columns that hold standings.
    """

    opened = Signal(str)
    """Carries a dossier's id."""

    marked = Signal(int)
    """Carries how many rows are marked."""

    def __init__(self, headings: Sequence[str], *, codes: int, chips: Sequence[int]) -> None:
        super().__init__(0, len(headings) + 1)
        self._ids: list[str] = []
        self._marked: set[str] = set()
        self._filling = False
        self.setHorizontalHeaderLabels(["", *headings])
        self.setItemDelegateForColumn(codes, EndDelegate(self))
        for column in chips:
            self.setItemDelegateForColumn(column, ChipDelegate(self))
        self.itemChanged.connect(self._clicked)
        self.cellDoubleClicked.connect(self._open)
        self.dress()

    def dress(self) -> None:
        """Looks for the present size of the text."""
        dress_table(self)

    def show_rows(self, rows: Sequence[MarkedRow]) -> None:
        """Show these rows; marks and the present row stay with their dossiers."""
        present = self.current_id()
        place = max(self.currentRow(), 0)
        self._ids = [row.dossier_id for row in rows]
        self._marked &= set(self._ids)
        self._filling = True
        self.setRowCount(len(rows))
        for n, row in enumerate(rows):
            self.setItem(n, _MARK, self._mark_item(row.dossier_id))
            for column, cell in enumerate(row.cells, 1):
                self.setItem(n, column, _item(cell))
        self._filling = False
        if rows:
            row = self._ids.index(present) if present in self._ids else min(place, len(rows) - 1)
            self.setCurrentCell(row, 1)
        self.marked.emit(len(self._marked))

    def current_id(self) -> str:
        """The dossier of the present row, or an empty text."""
        row = self.currentRow()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def chosen(self) -> list[str]:
        """The marked dossiers in the table's order; without marks the present one."""
        marked = [dossier_id for dossier_id in self._ids if dossier_id in self._marked]
        present = self.current_id()
        return marked or ([present] if present else [])

    def mark_present(self) -> None:
        """Mark the present row, or take its mark away, and go on to the next."""
        row = self.currentRow()
        if self.current_id():
            self._put_mark(row, on=self.current_id() not in self._marked)
            self.setCurrentCell(min(row + 1, self.rowCount() - 1), 1)

    def mark_all(self) -> None:
        """Mark all rows, or none where all are."""
        on = len(self._marked) < len(self._ids)
        for row in range(len(self._ids)):
            self._put_mark(row, on=on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter and Ctrl+A are ours; other keys with Ctrl belong to the page."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space:
            self.mark_present()
        elif control and event.key() == Qt.Key.Key_A:
            self.mark_all()
        elif event.key() in _ENTER and not control:
            self._open()
        elif control:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _put_mark(self, row: int, *, on: bool) -> None:
        item = self.item(row, _MARK)
        if item:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _mark_item(self, dossier_id: str) -> QTableWidgetItem:
        item = QTableWidgetItem()
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        on = dossier_id in self._marked
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setToolTip(self.tr("Dấu cách: đánh dấu dòng này"))
        return item

    def _clicked(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != _MARK:
            return
        dossier_id = self._ids[item.row()]
        if item.checkState() is Qt.CheckState.Checked:
            self._marked.add(dossier_id)
        else:
            self._marked.discard(dossier_id)
        self.marked.emit(len(self._marked))

    def _open(self) -> None:
        if dossier_id := self.current_id():
            self.opened.emit(dossier_id)


def _item(cell: str | Standing) -> QTableWidgetItem:
    if isinstance(cell, str):
        item = QTableWidgetItem(cell)
        item.setToolTip(plain_tip(cell))
        return item
    item = QTableWidgetItem()
    item.setData(STANDING_ROLE, cell)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, cell.words)
    item.setToolTip(plain_tip(cell.words))
    return item
