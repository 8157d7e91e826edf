"""What became of each row of work done at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reception.ui.dossiers.chips import STANDING_ROLE, ChipDelegate
from reception.ui.dossiers.words import Standing
from reception.ui.labels import DataLabel
from reception.ui.scans import gives_way
from reception.ui.tables import dress_table, wrap_text


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """A dossier, how it went in one word, and what to know of it."""

    reference: str
    standing: Standing
    words: str


class OutcomeDialog(QDialog):
    """The outcomes row by row; Enter or Esc leaves."""

    def __init__(
        self, title: str, summary: str, rows: Sequence[RowOutcome], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        gives_way(self)
        self.summary = DataLabel(summary)
        self.summary.setWordWrap(True)
        self.table = QTableWidget(len(rows), 3)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Mã hồ sơ"), self.tr("Kết quả"), self.tr("Ghi chú")]
        )
        self.table.setAccessibleName(title)
        dress_table(self.table)
        wrap_text(self.table)
        self.table.setItemDelegateForColumn(1, ChipDelegate(self.table))
        for n, row in enumerate(rows):
            self._put(n, row)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Đó&ng"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        for part in (self.summary, self.table, buttons):
            column.addWidget(part)
        self._fit(parent)

    def _put(self, n: int, row: RowOutcome) -> None:
        state = QTableWidgetItem()
        state.setData(STANDING_ROLE, row.standing)
        state.setData(Qt.ItemDataRole.AccessibleTextRole, row.standing.words)
        self.table.setItem(n, 0, QTableWidgetItem(row.reference))
        self.table.setItem(n, 1, state)
        self.table.setItem(n, 2, QTableWidgetItem(row.words))

    def _fit(self, parent: QWidget) -> None:
        letter = self.fontMetrics().averageCharWidth()
        columns = self.table.horizontalHeader()
        for place, letters in enumerate((24, 18)):
            columns.resizeSection(place, letter * letters)
        columns.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        rows = self.table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.resize(min(letter * 95, parent.width() - 40), min(letter * 50, parent.height() - 60))
