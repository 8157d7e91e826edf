"""The third step: what would come in and what would not, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reception.services.old_check import Checked, RowFinding, summary
from reception.ui.dossiers.words import grouped
from reception.ui.exporting import add_key
from reception.ui.figures.old_registers.columns_step import column_words
from reception.ui.labels import DataLabel, plain_tip
from reception.ui.notes import Note
from reception.ui.tables import dress_table

MOST_SHOWN = 1_000
_SAYS_LETTERS = 14
_ROW, _LEVEL, _COLUMN, _SAYS, _WORDS = range(5)


class CheckStep(QWidget):
    """The outcome in sentences, the findings as a table, and their way into a spreadsheet."""

    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = self.tr("Đọc thử")
        self._found: list[RowFinding] = []
        self.outcome = DataLabel()
        self.outcome.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Lưu các dòng lỗi để sửa… (Ctrl+E)"))
        self.save_button.setAutoDefault(True)
        self.save_button.clicked.connect(self.save_wanted)
        add_key(self, self._save)
        self.more = Note()
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(self.tr("Chỗ sai, chỗ đáng ngờ"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Dòng"),
                self.tr("Mức"),
                self.tr("Cột"),
                self.tr("Ô ghi"),
                self.tr("Sai ở đâu, cần làm gì"),
            ]
        )
        self.whole = DataLabel()
        self.whole.setWordWrap(True)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._show_whole)

    def show_checked(self, checked: Checked) -> None:
        """Show what a dry run found: faults first, then doubts."""
        self.outcome.setText("\n".join(summary(checked)))
        found = [*checked.faults, *checked.doubts]
        self.save_button.setEnabled(bool(found))
        self.table.setVisible(bool(found))
        self.more.setText(
            self.tr("Bảng có {shown} dòng đầu trong {all}; tệp lưu ra có đủ.").format(
                shown=grouped(MOST_SHOWN), all=grouped(len(found))
            )
        )
        self.more.setVisible(len(found) > MOST_SHOWN)
        self._found = found[:MOST_SHOWN]
        self._fill(self._found)
        self._show_whole()

    def _fill(self, found: Sequence[RowFinding]) -> None:
        fault, doubt = self.tr("lỗi, không nhập"), self.tr("đáng ngờ")
        self.table.setRowCount(len(found))
        for row, one in enumerate(found):
            told = one.finding
            cells = (
                str(one.row), doubt if told.doubt else fault, column_words(told.column),
                told.value, told.words,
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(row, column, item)
        self._dress()
        if found:
            self.table.setCurrentCell(0, 0)

    def _show_whole(self) -> None:
        """The chosen finding in full, since a table's cell may cut it."""
        row = self.table.currentRow()
        self.whole.setText(self._found[row].words() if 0 <= row < len(self._found) else "")

    def _save(self) -> None:
        if self.save_button.isEnabled():
            self.save_wanted.emit()

    def _dress(self) -> None:
        dress_table(self.table)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        for column in (_ROW, _LEVEL, _COLUMN):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.resizeSection(_SAYS, self.fontMetrics().averageCharWidth() * _SAYS_LETTERS)
        head.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.more, 1)
        buttons.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.outcome)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addLayout(buttons)
        column.addStretch(0)
