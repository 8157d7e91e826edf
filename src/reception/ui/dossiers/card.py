"""A card of facts: a heading, and below it names with their values or plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from reception.ui.labels import DataLabel, Heading


class Card(QFrame):
    """Facts that belong together; empty ones are left out, and values can be copied."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(Heading(title, 2))
        layout.addLayout(self._rows)
        layout.addStretch(1)

    def add_fact(self, name: str, value: str) -> None:
        """A name and its value; nothing where there is no value."""
        if not value:
            return
        row = self._rows.rowCount()
        label = faint(name)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(label, row, 0)
        self._rows.addWidget(told(value), row, 1)

    def add_line(self, text: str) -> None:
        """A line over the whole width."""
        self._rows.addWidget(told(text), self._rows.rowCount(), 0, 1, 2)

    def add_entry(self, above: str, text: str) -> None:
        """A quiet line with what it introduces close below it."""
        entry = QVBoxLayout()
        entry.setSpacing(0)
        entry.addWidget(faint(above))
        entry.addWidget(told(text))
        self._rows.addLayout(entry, self._rows.rowCount(), 0, 1, 2)

    def add_widget(self, widget: QWidget) -> None:
        """A button or the like, of its natural width, below what is told."""
        row = self._rows.rowCount()
        self._rows.addWidget(widget, row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def texts(self) -> Sequence[str]:
        """Everything the card says, for checks and for reading aloud."""
        return [label.text() for label in self.findChildren(DataLabel)]


def told(text: str) -> DataLabel:
    """A value that wraps, and can be chosen and copied."""
    label = DataLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def faint(text: str) -> DataLabel:
    """A quiet label."""
    label = DataLabel(text)
    label.setObjectName("muted")
    return label
