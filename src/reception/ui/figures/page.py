"""The office's figures: what can be asked at the left, the answer at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reception.ui.figures.panels import PANELS, TakesCodes
from reception.ui.help_pages.asking import helped_by
from reception.ui.listed_page import ListedPage
from reception.ui.workplace import Workplace

_LIST_LETTERS = 27


class FiguresPage(ListedPage):
    """A list of panels; each is made when it is first chosen, and kept."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(_LIST_LETTERS, parent)
        self._workplace = workplace
        self._made: dict[str, QWidget] = {}
        self.list.setAccessibleName(self.tr("Số liệu"))
        for panel in PANELS:
            self.add(panel.name, panel.title())
        self.lay_out(self.tr("Số liệu"))
        self.list.currentRowChanged.connect(self._chosen)
        self.list.setCurrentRow(0)

    def choose(self, name: str) -> QWidget:
        """Show a panel by its name, and return it."""
        self.go_to(name)
        return self._made[name]

    def take_code(self, code: str) -> bool:
        """Take a scanned dossier's code, if the panel in front has a use for it."""
        panel = self.stack.currentWidget()
        return isinstance(panel, TakesCodes) and panel.take_code(code)

    def _chosen(self, row: int) -> None:
        panel = PANELS[row]
        if panel.name not in self._made:
            made = self._made[panel.name] = panel.make(self._workplace)
            helped_by(made, panel.topic)
            self.stack.addWidget(made)
        self.stack.setCurrentWidget(self._made[panel.name])
