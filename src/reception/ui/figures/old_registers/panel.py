"""The imports of which anything stands: beginning another one, taking one back."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.moments import short_moment
from reception.services.desk import Desk
from reception.storage.imported_rows import ImportRun, runs
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.words import grouped
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.figures.old_registers.dialog import OldRegisterDialog
from reception.ui.figures.old_registers.undo_dialog import UndoDialog
from reception.ui.labels import Heading, plain_tip
from reception.ui.notes import Note
from reception.ui.tables import dress_table
from reception.ui.workplace import Workplace

_WHEN, _FILE, _ENTRIES, _OPEN = range(4)


class OldRegistersPanel(QWidget):
    """A list of imports and two buttons."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._runs: list[ImportRun] = []
        self.import_button = QPushButton(self.tr("Nhập &sổ cũ…"))
        self.import_button.setProperty("kind", "main")
        self.import_button.clicked.connect(self.begin)
        self.undo_button = QPushButton(self.tr("&Huỷ lần nhập này…"))
        self.undo_button.clicked.connect(self.take_back)
        self.nothing = Note(self.tr("Chưa nhập sổ nào."))
        self.refusal = Note(
            self.tr("Chỉ lãnh đạo và quản trị nhập được sổ cũ; hãy nhờ họ đăng nhập.")
        )
        self.table = QTableWidget(0, 4)
        self.export_button = ExportButton(workplace, self, "cac-lan-nhap-so-cu", self._out)
        self._set_up_table()
        self._lay_out()
        allowed = workplace.account.may(Right.APPROVE)
        self.refusal.setVisible(not allowed)
        self.import_button.setEnabled(allowed)
        self.setFocusProxy(self.import_button if allowed else self.table)
        self.table.itemSelectionChanged.connect(self._offer)
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was imported meanwhile."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew."""
        self._workplace.in_lane(_runs, self._show, owner=self)

    def begin(self) -> None:
        """Open the steps by which a register is taken over."""
        dialog = OldRegisterDialog(self._workplace, self)
        dialog.imported.connect(self.refresh)
        dialog.open()

    def take_back(self) -> None:
        """Ask why, and take the chosen import back."""
        if (run := self._chosen()) is None:
            return
        dialog = UndoDialog(self._workplace, run, self)
        dialog.undone.connect(self.refresh)
        dialog.open()

    def _out(self) -> Make:
        return shown_rows(self.table, self.tr("Các lần nhập sổ cũ"))

    def _chosen(self) -> ImportRun | None:
        row = self.table.currentRow()
        return self._runs[row] if 0 <= row < len(self._runs) else None

    def _show(self, found: list[ImportRun]) -> None:
        self._runs = found
        self.table.setRowCount(len(found))
        for row, run in enumerate(found):
            cells = (
                short_moment(run.imported_at), run.file, grouped(run.entries), grouped(run.open),
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(row, column, item)
        if found:
            self.table.setCurrentCell(0, 0)
        self.nothing.setVisible(not found)
        for part in (self.table, self.export_button):
            part.setVisible(bool(found))
        self._offer()

    def _offer(self) -> None:
        allowed = self._workplace.account.may(Right.APPROVE)
        self.undo_button.setEnabled(allowed and self._chosen() is not None)

    def _set_up_table(self) -> None:
        self.table.setHorizontalHeaderLabels(
            [self.tr("Lúc nhập"), self.tr("Tệp"), self.tr("Hồ sơ"), self.tr("Chưa xong")]
        )
        self.table.setAccessibleName(self.tr("Các lần nhập sổ cũ"))
        dress_table(self.table)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_FILE, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.import_button, self.undo_button, self.export_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Nhập sổ cũ"), level=2))
        column.addWidget(
            Note(
                self.tr(
                    "Sổ cũ trên Excel (.xlsx, .xls) hoặc CSV trở thành hồ sơ tra cứu, đếm được,"
                    " giữ ngày và số như sổ cũ. Chỗ sai được chỉ ra từng dòng trước khi nhập; nhập"
                    " nhầm thì huỷ được cả lần nhập."
                )
            )
        )
        column.addWidget(self.refusal)
        column.addLayout(buttons)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addStretch(0)


def _runs(desk: Desk) -> list[ImportRun]:
    return runs(desk.database)
