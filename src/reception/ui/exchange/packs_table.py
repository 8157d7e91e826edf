"""The packs and messages of the server above: which rule, which wait, which are broken and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableWidget, QTableWidgetItem

from reception.domain.moments import in_office_zone, short_moment
from reception.ui.tables import dress_table, wrap_text
from reception.ui.theme import theme_of

if TYPE_CHECKING:
    from reception.services.received_packs import PackHere

_SENT, _STANDING, _WORDS = range(3)
_LETTERS = {_SENT: 19, _STANDING: 22}


class PacksTable(QTableWidget):
    """Rows that take as many lines as their words need; a broken pack stands out in words, too."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(self.tr("Gói cập nhật và lời nhắn của máy chủ"))
        self.setHorizontalHeaderLabels(
            [self.tr("Gửi lúc"), self.tr("Tình trạng"), self.tr("Nội dung")]
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress()

    def show_packs(self, packs: Sequence[PackHere]) -> None:
        """Show these, the latest first; the chosen row stays."""
        chosen = max(self.currentRow(), 0)
        self.setRowCount(len(packs))
        for n, pack in enumerate(packs):
            sent = short_moment(in_office_zone(pack.row.released_at))
            for column, text in enumerate((sent, pack.standing_words, pack.told)):
                self.setItem(n, column, QTableWidgetItem(text))
            if pack.is_broken:
                self._mark(n)
        if packs:
            self.setCurrentCell(min(chosen, len(packs) - 1), 0)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words otherwise."""
        super().resizeEvent(event)
        # On a tab that was not shown yet, the last column takes its width only after this.
        QTimer.singleShot(0, self, self.resizeRowsToContents)

    def changeEvent(self, event: QEvent) -> None:
        """Large letters take more room, another theme other inks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _mark(self, row: int) -> None:
        item = self.item(row, _STANDING)
        app = QApplication.instance()
        if item and isinstance(app, QApplication):
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            item.setForeground(QColor(theme_of(app).problem))

    def _dress(self) -> None:
        dress_table(self)
        wrap_text(self)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in _LETTERS.items():
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, letters * letter)
        self.resizeRowsToContents()
