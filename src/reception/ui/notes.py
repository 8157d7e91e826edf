"""Quiet explanations, and what is wrong with a screen as a whole."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reception.ui.labels import DataLabel


class Note(DataLabel):
    """A quiet explanation that wraps."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("muted")
        self.setWordWrap(True)


class Problem(DataLabel):
    """One sentence on what is wrong; there only while something is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("problem")
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; empty takes it away."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
