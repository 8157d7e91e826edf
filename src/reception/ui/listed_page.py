"""A page of a list at the left, and at the right what is chosen in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from reception.ui.labels import Heading
from reception.ui.row_list import RowList
from reception.ui.theme import PAGE_MARGINS_PX


class ListedPage(QWidget):
    """Enter goes from the list, which is ``letters`` wide, to what it shows."""

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        self.list = RowList()
        self.list.itemActivated.connect(self._go_right)
        self.stack = QStackedWidget()
        self.setFocusProxy(self.list)

    def add(self, name: str, words: str) -> None:
        """Add a line to the list."""
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.addItem(item)

    def go_to(self, name: str) -> None:
        """Choose a line by its name."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)

    def lay_out(self, title: str) -> None:
        """Put the list beside the rest, below the page's title."""
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addWidget(self.list)
        across.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.addWidget(Heading(title))
        column.addLayout(across, 1)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The list's width follows the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "list"):
            self._fit()

    def _go_right(self) -> None:
        chosen = self.stack.currentWidget()
        if chosen is not None:
            chosen.setFocus()

    def _fit(self) -> None:
        self.list.setFixedWidth(self.fontMetrics().averageCharWidth() * self._letters)
