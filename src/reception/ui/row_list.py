"""A short list with roomy rows that follow the size of the text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Roomy(QStyledItemDelegate):
    def __init__(self, owner: QListWidget, lines: float) -> None:
        super().__init__(owner)
        self._owner = owner
        self._lines = lines

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's own signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's own signature
    ) -> QSize:
        return QSize(0, round(self._owner.fontMetrics().height() * self._lines))


class RowList(QListWidget):
    """A list whose rows are ``lines`` lines of text high, whenever its style arrives."""

    def __init__(self, lines: float = 1.9, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setItemDelegate(_Roomy(self, lines))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a line; with Ctrl it is the page's, and opens none."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def height_for(self, rows: int) -> int:
        """The height, in pixels, that shows so many rows."""
        return round(self.fontMetrics().height() * self._lines * rows) + 16
