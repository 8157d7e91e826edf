"""Small pictures side by side, in as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PictureList(QListWidget):
    """The arrows move between the pictures; Enter or a double click opens one (``opened``)."""

    opened = Signal(int)

    def __init__(self, side_px: int) -> None:
        super().__init__()
        self._side_px = side_px
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setIconSize(QSize(side_px, side_px))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open_clicked)

    def fit(self) -> None:
        """Take the height of all lines, so that only the page scrolls."""
        cell = self._cell()
        self.setGridSize(cell)
        across = max(self.viewport().width() // cell.width(), 1)
        lines = -(-self.count() // across)
        self.setFixedHeight(max(lines, 1) * cell.height() + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another number of lines."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; what the list has no use for goes on to the page."""
        if event.key() in _ENTER and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _cell(self) -> QSize:
        return QSize(self._side_px + 28, self._side_px + self.fontMetrics().height() + 14)
