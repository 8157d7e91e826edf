"""The panel of the survey: its results, and keying in what came on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from reception.domain.accounts import Right
from reception.ui.figures.survey.keying import KeyingTab
from reception.ui.figures.survey.results_tab import ResultsTab
from reception.ui.workplace import Workplace


class SurveyPanel(QWidget):
    """Two tabs; whoever may not receive has the results alone."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultsTab(workplace)
        self.keying = KeyingTab(workplace)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.results, self.tr("&Kết quả"))
        if workplace.account.may(Right.RECEIVE):
            self.tabs.addTab(self.keying, self.tr("&Nhập phiếu giấy"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setFocusProxy(self.tabs)
        self.tabs.currentChanged.connect(self._changed)

    def take_code(self, code: str) -> bool:
        """A scanned sheet's code, while sheets are keyed in."""
        takes = self.tabs.currentWidget() is self.keying
        if takes:
            self.keying.take_code(code)
        return takes

    def _changed(self) -> None:
        tab = self.tabs.currentWidget()
        if tab is self.keying:
            self.keying.begin()
