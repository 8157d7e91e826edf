"""What every section of the settings is: a column that scrolls, and who may change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reception.ui.labels import Heading
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.settings.contents import title_of

_WIDEST_LETTERS = 90


class Section(QWidget):
    """A heading, an explanation, fields in ``column``, and one sentence when something is wrong.

    Args:
        name: Which section this is, by its name in :data:`CONTENTS`.
        explanation: What it changes, and for whom.
        allowed: Whether this person may change it; if not, the page says so and is disabled.
        refusal: Who may, where it is not the administrator alone.
    """

    def __init__(
        self, name: str, explanation: str, *, allowed: bool = True, refusal: str = ""
    ) -> None:
        super().__init__()
        self.title = title_of(name)
        self.allowed = allowed
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.problem = Problem()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(Heading(self.title, 2))
        whole.addWidget(Note(explanation))
        if not allowed:
            usual = self.tr("Chỉ người quản trị đổi được; hãy nhờ quản trị đăng nhập.")
            whole.addWidget(Note(refusal or usual))
            self.body.setEnabled(False)
        whole.addWidget(self.body)
        whole.addWidget(self.problem)
        whole.addStretch(1)

    def add_button(self, text: str, *, main: bool = True) -> QPushButton:
        """Add a button of natural width at the left of the column."""
        button = QPushButton(text)
        button.setAutoDefault(True)
        if main:
            button.setProperty("kind", "main")
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        return button


def scrolling(section: Section) -> QScrollArea:
    """The section in a frame that scrolls when the text is large and the screen small."""
    section.setMaximumWidth(section.fontMetrics().averageCharWidth() * _WIDEST_LETTERS)
    area = scrolled(section)
    area.setObjectName("plain")
    area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return area
