"""Asking before anything typed is replaced: what was typed beside what a card or the register says.

It stands in the form, not in a dialog: Enter takes the other values, Esc keeps the typed ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.domain.citizen_card import Difference
from reception.ui.labels import DataLabel, Heading

Answer = Callable[[bool], object]


class Offer(QFrame):
    """Hidden until there is something to ask; a newer question takes an older one's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._answer: Answer | None = None
        self._title = Heading(level=2)
        self._title.setWordWrap(True)
        self._rows = QWidget()
        self.accept = QPushButton()
        self.keep = QPushButton()
        self.accept.setProperty("kind", "main")
        for button, taken in ((self.accept, True), (self.keep, False)):
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
            button.clicked.connect(self._answering(taken=taken))
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._rows)
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept)
        buttons.addWidget(self.keep)
        buttons.addStretch()
        self._layout.addLayout(buttons)
        self.hide()

    def ask(
        self,
        title: str,
        source: str,
        rows: Sequence[Difference],
        *,
        accept: str,
        keep: str,
        answer: Answer,
    ) -> None:
        """Show the question; ``answer`` is called once with whether the other values are taken."""
        self._answer = answer
        self._title.setText(title)
        self.accept.setText(accept)
        self.keep.setText(keep)
        shown = _table(rows, self.tr("Đã nhập"), source)
        self._layout.replaceWidget(self._rows, shown)
        self._rows.deleteLater()
        self._rows = shown
        self.show()

    def withdraw(self) -> None:
        """Take the question away unanswered."""
        self._answer = None
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the question as long as the keyboard is in it."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps what was typed."""
        if _is_escape(event):
            self.keep.click()
        else:
            super().keyPressEvent(event)

    def _answering(self, *, taken: bool) -> Callable[[], None]:
        def respond() -> None:
            answer = self._answer
            self.withdraw()
            if answer:
                answer(taken)

        return respond


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _table(rows: Sequence[Difference], typed: str, source: str) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    has_typed = any(row.typed for row in rows)
    heads = ("", typed, source) if has_typed else ("", source)
    for column, words in enumerate(heads):
        head = DataLabel(words)
        head.setObjectName("muted")
        grid.addWidget(head, 0, column)
        grid.setColumnStretch(column, min(column, 1))
    for place, row in enumerate(rows, 1):
        for column, words in enumerate(row if has_typed else (row.label, row.scanned)):
            cell = DataLabel(words)
            cell.setWordWrap(column > 0)
            grid.addWidget(cell, place, column)
    return table
