"""The first overdue dossiers, then those due today and soon: what to begin the day with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from reception.domain.listing import DossierRow
from reception.ui.dossiers.chips import STANDING_ROLE, ChipDelegate
from reception.ui.dossiers.words import due_words, standing
from reception.ui.tables import dress_table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_A_MOMENT = "00:00 00/00/0000"


class PressingTable(QTableWidget):
    """A short table; Enter or a double click opens the dossier."""

    wanted = Signal(str)
    """Carries a dossier's id."""

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setHorizontalHeaderLabels(
            [self.tr("Tình trạng"), self.tr("Hẹn trả"), self.tr("Người nộp"), self.tr("Thủ tục")]
        )
        self.setAccessibleName(self.tr("Hồ sơ quá hạn và sắp đến hạn"))
        self.setItemDelegateForColumn(0, ChipDelegate(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cellDoubleClicked.connect(self._open)
        self._dress()

    def show_rows(self, rows: Sequence[DossierRow], now: datetime, soon_until: date) -> None:
        """Show these dossiers, the most pressing first; the chosen one stays chosen."""
        chosen = self._chosen()
        self.setRowCount(len(rows))
        for n, row in enumerate(rows):
            state = QTableWidgetItem()
            how = standing(row, now, soon_until)
            state.setData(STANDING_ROLE, how)
            state.setData(Qt.ItemDataRole.UserRole, row.dossier_id)
            state.setData(Qt.ItemDataRole.AccessibleTextRole, how.words)
            self.setItem(n, 0, state)
            for column, text in enumerate((due_words(row), row.owner, row.procedure_name), 1):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(n, column, item)
            if row.dossier_id == chosen:
                self.selectRow(n)
        if rows and self.currentRow() < 0:
            self.setCurrentCell(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen dossier."""
        if event.key() in _ENTER:
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Row heights and columns follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        dress_table(self)
        columns = self.horizontalHeader()
        metrics = self.fontMetrics()
        beside = round(metrics.height() * 1.1)
        samples = (self.tr("Đến hạn hôm nay"), _A_MOMENT, self.tr("Nguyễn Thị Thanh Hoa"))
        for column, sample in enumerate(samples):
            room = beside * 2 if column == 0 else beside
            columns.resizeSection(column, metrics.horizontalAdvance(sample) + room)
        columns.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)

    def _chosen(self) -> str:
        item = self.item(self.currentRow(), 0)
        return item.data(Qt.ItemDataRole.UserRole) if item else ""

    def _open(self, row: int) -> None:
        item = self.item(row, 0)
        if item:
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))
