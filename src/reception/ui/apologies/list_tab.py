"""One list with its keys as buttons, what to know of it, and how many rows are marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception.ui.apologies.marked_table import MarkedTable
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.labels import DataLabel
from reception.ui.notes import Note


class ListTab(QWidget):
    """A table under its buttons; marking is among them."""

    def __init__(self, table: MarkedTable) -> None:
        super().__init__()
        self.table = table
        self._buttons = FlowLayout()
        self._marked = DataLabel()
        self._marked.setObjectName("muted")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(6)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(self._buttons)
        column.addLayout(self._notes)
        column.addWidget(table, 1)
        table.marked.connect(self._count)
        self._marked.hide()

    def add_button(self, words: str, act: Callable[[], object]) -> QPushButton:
        """A further button; it leaves the keyboard in the table."""
        button = QPushButton(words)

        def press() -> None:
            self.table.setFocus()
            act()

        button.clicked.connect(press)
        self._buttons.addWidget(button)
        return button

    def add_marking(self) -> None:
        """The buttons that mark the present row, or all."""
        self.add_button(self.tr("Đánh dấu (Dấu cách)"), self.table.mark_present)
        self.add_button(self.tr("Đánh dấu hết (Ctrl+A)"), self.table.mark_all)

    def add_widget(self, widget: QWidget) -> None:
        """A widget beside the buttons."""
        self._buttons.addWidget(widget)

    def add_notes(self, notes: Sequence[Note]) -> None:
        """What to know of the list; each is shown or hidden by its owner. No buttons after this."""
        self._buttons.addWidget(self._marked)
        for note in notes:
            self._notes.addWidget(note)

    def open_present(self) -> None:
        """Open the present row, as Enter does."""
        if dossier_id := self.table.current_id():
            self.table.opened.emit(dossier_id)

    def _count(self, number: int) -> None:
        self._marked.setText(self.tr("{number} dòng đã đánh dấu").format(number=number))
        self._marked.setVisible(number > 0)
