"""A quiet screen while something is made ready."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from reception.ui.labels import Heading
from reception.ui.notes import Note


class WaitingScreen(QWidget):
    """A heading, a sentence, and a bar that moves."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        heading = Heading(title)
        words = Note(text)
        words.setWordWrap(True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(80, 0, 80, 0)
        column.setSpacing(16)
        column.addStretch(2)
        for part in (heading, words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addWidget(bar)
        column.addStretch(3)
