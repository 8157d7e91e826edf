"""“Thiết lập”: this PC's looks and printer, the office, its people and wordings, backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reception.ui.labels import Heading
from reception.ui.looks import Looks
from reception.ui.row_list import RowList
from reception.ui.settings.contents import CONTENTS
from reception.ui.settings.section import scrolling
from reception.ui.settings.sections import Sections
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace


class SettingsPage(QWidget):
    """Sections on the left, the chosen one beside them; F6 or Tab goes from one to the other."""

    def __init__(self, workplace: Workplace, looks: Looks) -> None:
        super().__init__()
        self.sections = Sections(workplace, looks)
        self._frames: dict[int, QScrollArea] = {}
        self.contents = RowList()
        self.contents.setAccessibleName(self.tr("Các mục thiết lập"))
        self.stack = QStackedWidget()
        for entry in CONTENTS:
            self.contents.addItem(entry.title())
        self.contents.currentRowChanged.connect(self._chosen)
        self.contents.setCurrentRow(0)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.contents, 1)
        across.addWidget(self.stack, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Thiết lập")))
        column.addLayout(across, 1)
        self.setFocusProxy(self.contents)

    def choose(self, name: str) -> None:
        """Show a section by its name."""
        self.contents.setCurrentRow([entry.name for entry in CONTENTS].index(name))

    def show_own_secret(self) -> None:
        """Show where one's own PIN is changed, with the keyboard in its first field."""
        self.choose("own_secret")
        self.sections.own_secret.setFocus()

    def take_update(self, path: Path) -> None:
        """Show the version, and take an update pack."""
        self.choose("version")
        self.sections.version.take(path)

    def _chosen(self, row: int) -> None:
        if row not in self._frames:
            self._frames[row] = scrolling(self.sections.of(CONTENTS[row]))
            self.stack.addWidget(self._frames[row])
        self.stack.setCurrentWidget(self._frames[row])
