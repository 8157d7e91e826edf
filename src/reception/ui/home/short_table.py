"""A table of a few rows that are all in sight: the page scrolls, never the table within it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTableWidget

from reception.ui.tables import dress_table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShortTable(QTableWidget):
    """As high as its rows; Enter or a double click opens one (:meth:`open_row`)."""

    seen = Signal(object)
    """Carries the ``QRect`` of the row that the keyboard has come to."""

    def __init__(self, columns: int) -> None:
        super().__init__(0, columns)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cellDoubleClicked.connect(self.open_row)
        self.currentCellChanged.connect(self._tell_seen)

    def open_row(self, row: int) -> None:
        """Open what a row stands for."""
        raise NotImplementedError

    def fit(self) -> None:
        """Row heights, columns and the table's own height for the present text and width."""
        dress_table(self)
        self.horizontalHeader().setStretchLastSection(False)
        self.fit_columns()
        rows = self.verticalHeader().defaultSectionSize() * self.rowCount()
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows + 2 * self.frameWidth() + 4)

    def fit_columns(self) -> None:
        """Give each column its width."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen row."""
        if event.key() in _ENTER:
            self.open_row(self.currentRow())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width parts the room anew."""
        super().resizeEvent(event)
        self.fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        """The style has come by now."""
        super().showEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of the text reaches the headings a moment after the table."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self.fit)

    def width_of(self, *texts: str) -> int:
        """The room that the longest of these texts takes in a cell."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return widest + round(metrics.height() * 1.2)

    def _tell_seen(self, row: int) -> None:
        if row >= 0 and self.hasFocus():
            height = self.verticalHeader().defaultSectionSize()
            top = self.horizontalHeader().height() + self.rowViewportPosition(row)
            self.seen.emit(QRect(0, top, 1, height))
