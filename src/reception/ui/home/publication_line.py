"""Which month's results are to be made public, by when, and which was last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reception.domain.publication import Standing
from reception.ui.labels import DataLabel

if TYPE_CHECKING:
    from reception.services.publication import Overview

_LOUD = {Standing.OVERDUE: "problem", Standing.DUE_TODAY: "problem", Standing.REMINDER: "notice"}


class PublicationLine(QWidget):
    """There only once a month is there to be told of; its button leads to the work (``wanted``)."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = DataLabel()
        self.words.setWordWrap(True)
        self.button = QPushButton(self.tr("Công bố tháng"))
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.wanted)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.words, 1)
        across.addWidget(self.button)
        self.hide()

    def tell(self, told: Overview | None) -> None:
        """Tell how it stands: quietly, as a notice, or in red."""
        self.setVisible(told is not None)
        if told is None:
            return
        self.words.setText(told.words)
        name = "problem" if told.due.changed else _LOUD.get(told.due.standing, "muted")
        if self.words.objectName() != name:
            self.words.setObjectName(name)
            self.words.style().unpolish(self.words)
            self.words.style().polish(self.words)
        self.button.setVisible(name != "muted" or told.due.standing is Standing.DRAFT)
