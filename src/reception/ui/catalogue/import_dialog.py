"""What a catalogue file would change, to be looked at before it is imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from reception.domain.procedure import Procedure
from reception.services import catalogue
from reception.services.catalogue import Comparison
from reception.services.catalogue_file import CatalogueReading
from reception.ui.catalogue.procedure_table import limits_words
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import DataLabel, Heading
from reception.ui.progress import ProgressDialog
from reception.ui.tables import dress_table
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace


class ImportDialog(QDialog):
    """The rows of a file in words: new, changed, faulty; then the import itself."""

    imported = Signal()

    def __init__(
        self, workplace: Workplace, path: Path, comparison: Comparison, parent: QWidget
    ) -> None:
        super().__init__(parent)
        offer_help(self, "catalogue")
        self.setWindowTitle(self.tr("Nhập danh mục"))
        self._workplace = workplace
        self._path = path
        faults = [fault for fault in comparison.faults if not fault.warning]
        self.heading = Heading(path.name, 2)
        self.summary = DataLabel(
            self.tr(
                "{new} thủ tục mới, {changed} thay đổi, {same} không đổi, {faults} lỗi."
            ).format(
                new=len(comparison.new),
                changed=len(comparison.changed),
                same=comparison.unchanged,
                faults=len(faults),
            )
        )
        self.problem = DataLabel(
            self.tr("Tệp còn lỗi nên chưa nhập được; hãy sửa các dòng bị lỗi rồi nhập lại.")
            if faults
            else ""
        )
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.setVisible(bool(faults))
        self.table = _table(self._lines(comparison))
        self.table.setAccessibleName(self.tr("Những gì sẽ đổi trong danh mục"))
        self.whole_line = DataLabel()
        self.whole_line.setWordWrap(True)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.import_button = QPushButton(self.tr("Nhập vào danh mục"))
        self.import_button.setProperty("kind", "main")
        self.import_button.setEnabled(not faults and bool(comparison.new or comparison.changed))
        self.import_button.clicked.connect(self.import_now)
        self._lay_out(parent)
        self.table.selectRow(0)

    def import_now(self) -> None:
        """Import the file with progress; nothing of it is taken when something fails."""
        self.import_button.setEnabled(False)
        desk, path, account = self._workplace.desk, self._path, self._workplace.account
        task = self._workplace.tasks.run_long(
            lambda _progress: catalogue.import_file(desk, path, by=account),
            self._done,
            self._failed,
            owner=self,
        )
        ProgressDialog(self, self.tr("Đang nhập danh mục…")).follow(task)

    def _show_line(self, current: QModelIndex) -> None:
        """The chosen line in full, since a table's cell may cut it."""
        self.whole_line.setText(str(current.siblingAtColumn(1).data() or ""))

    def _done(self, result: tuple[list[Procedure], CatalogueReading]) -> None:
        self._workplace.rules.reload()
        self._workplace.changes.catalogue_changed.emit()
        self._workplace.messages.toast(
            self.tr("Đã nhập {count} thủ tục vào danh mục.").format(count=len(result[0]))
        )
        self.imported.emit()
        self.accept()

    def _failed(self, failure: Failure) -> None:
        self.problem.setText(failure.text)
        self.problem.show()

    def _lines(self, comparison: Comparison) -> list[tuple[str, str]]:
        fault, warning = self.tr("Lỗi"), self.tr("Cần xem")
        lines = [(fault if not f.warning else warning, f.text) for f in comparison.faults]
        for words, procedures in (
            (self.tr("Mới"), comparison.new),
            (self.tr("Thay đổi"), comparison.changed),
        ):
            lines += [(words, f"{p.code}  ·  {p.name}  ·  {limits_words(p)}") for p in procedures]
        return lines

    def _lay_out(self, parent: QWidget) -> None:
        close = QPushButton(self.tr("Đóng (Esc)"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        for part in (self.heading, self.summary, self.problem):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.whole_line)
        layout.addLayout(buttons)
        window = parent.window()
        self.resize(round(window.width() * 0.8), round(window.height() * 0.8))


def _table(lines: list[tuple[str, str]]) -> QTableView:
    model = QStandardItemModel(len(lines), 2)
    for row, texts in enumerate(lines):
        for column, text in enumerate(texts):
            model.setItem(row, column, QStandardItem(text))
    table = QTableView()
    model.setParent(table)
    table.setModel(model)
    dress_table(table)
    table.horizontalHeader().hide()
    table.setColumnWidth(0, table.fontMetrics().averageCharWidth() * 12)
    return table
