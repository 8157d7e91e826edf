"""The last exchanges: when, by which road, how much went and came, what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from reception.domain.moments import short_moment
from reception.storage.line_rows import ExchangeRow
from reception.ui.dossiers.words import grouped
from reception.ui.tables import dress_table, wrap_text

_WHEN, _ROAD, _SENT, _RECEIVED, _BYTES, _OUTCOME = range(6)
_FIGURES = (_SENT, _RECEIVED, _BYTES)
_LETTERS = (19, 10, 9, 9, 13)
_KIB = 1024
_LOWEST_LINES = 9


class LogTable(QTableWidget):
    """Rows that take as many lines as their words need."""

    def __init__(self) -> None:
        super().__init__(0, 6)
        self.setAccessibleName(self.tr("Các lần trao đổi gần nhất"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Lúc"),
                self.tr("Đường"),
                self.tr("Gửi"),
                self.tr("Nhận"),
                self.tr("Dung lượng"),
                self.tr("Kết quả"),
            ]
        )
        self._dress()

    def show_rows(self, rows: Sequence[ExchangeRow]) -> None:
        """Show these exchanges, the latest first."""
        self.setRowCount(len(rows))
        for n, row in enumerate(rows):
            by_line = row.road == "line"
            told = (
                short_moment(row.ended_at),
                self.tr("mạng") if by_line else "USB",
                grouped(row.sent),
                grouped(row.received),
                bytes_words(row.bytes_up + row.bytes_down),
                row.words,
            )
            for column, text in enumerate(told):
                item = QTableWidgetItem(text)
                if column in _FIGURES:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.setItem(n, column, item)
        if rows and self.currentRow() < 0:
            self.setCurrentCell(0, 0)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words otherwise."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def changeEvent(self, event: QEvent) -> None:
        """Large letters take more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        dress_table(self)
        self.setMinimumHeight(_LOWEST_LINES * self.fontMetrics().height())
        wrap_text(self)
        columns = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate(_LETTERS):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, letters * letter)
        self.resizeRowsToContents()


def bytes_words(number: int) -> str:
    """So many bytes as people read them."""
    if number < _KIB:
        return f"{number} B"
    if number < _KIB * _KIB:
        return f"{number / _KIB:.0f} KB"
    return f"{number / _KIB / _KIB:.1f} MB".replace(".", ",")
