"""The office's figures: what can be asked at the left, the answer at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from reception.ui.figures.panels import PANELS, TakesCodes
from reception.ui.help_pages.asking import helped_by
from reception.ui.labels import Heading
from reception.ui.row_list import RowList
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

_LIST_LETTERS = 27


class FiguresPage(QWidget):
    """A list of panels; each is made when it is first chosen, and kept."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._made: dict[str, QWidget] = {}
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Số liệu"))
        for panel in PANELS:
            item = QListWidgetItem(panel.title())
            item.setData(Qt.ItemDataRole.UserRole, panel.name)
            self.list.addItem(item)
        self.stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._go_right)
        self.list.setCurrentRow(0)

    def choose(self, name: str) -> QWidget:
        """Show a panel by its name, and return it."""
        row = next(n for n, panel in enumerate(PANELS) if panel.name == name)
        self.list.setCurrentRow(row)
        return self._made[name]

    def take_code(self, code: str) -> bool:
        """Take a scanned dossier's code, if the panel in front has a use for it."""
        panel = self.stack.currentWidget()
        return isinstance(panel, TakesCodes) and panel.take_code(code)

    def changeEvent(self, event: QEvent) -> None:
        """The list's width follows the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "list"):
            self._fit()

    def _chosen(self, row: int) -> None:
        panel = PANELS[row]
        if panel.name not in self._made:
            made = self._made[panel.name] = panel.make(self._workplace)
            helped_by(made, panel.topic)
            self.stack.addWidget(made)
        self.stack.setCurrentWidget(self._made[panel.name])

    def _go_right(self) -> None:
        chosen = self.stack.currentWidget()
        if chosen is not None:
            chosen.setFocus()

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addWidget(self.list)
        across.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.addWidget(Heading(self.tr("Số liệu")))
        column.addLayout(across, 1)
        self._fit()

    def _fit(self) -> None:
        self.list.setFixedWidth(self.fontMetrics().averageCharWidth() * _LIST_LETTERS)
