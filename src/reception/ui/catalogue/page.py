"""The catalogue: procedures to be found, edited into new versions, read from and put into files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.procedure import Procedure
from reception.domain.text import fold
from reception.services import catalogue
from reception.services.catalogue import Comparison
from reception.services.catalogue_file import write_catalogue
from reception.services.desk import Desk
from reception.ui import exporting
from reception.ui.catalogue.import_dialog import ImportDialog
from reception.ui.catalogue.procedure_editor import ProcedureEditor
from reception.ui.catalogue.procedure_table import Column, ProcedureModel, as_of
from reception.ui.completer import Choice, finder
from reception.ui.dossiers.columns import Columns
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.labels import DataLabel, Heading
from reception.ui.progress import ProgressDialog
from reception.ui.tables import dress_table
from reception.ui.text_fields import TextField
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

_LETTERS: dict[int, int] = {
    Column.NAME: 30,
    Column.LIMIT: 29,
    Column.FIELD: 17,
    Column.CODE: 10,
    Column.VERSION: 17,
    Column.CONFIDENCE: 24,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProcedureTable(QTableView):
    """The table; Enter opens the procedure."""

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is ours."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class CataloguePage(QWidget):
    """The list of procedures, and the editor in its place."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.search = TextField()
        self.search.setPlaceholderText(self.tr("Tìm thủ tục: vài chữ, chữ đầu, hoặc mã"))
        self.search.setAccessibleName(self.tr("Tìm thủ tục"))
        self.field = QComboBox()
        self.field.setAccessibleName(self.tr("Lĩnh vực"))
        self.field.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.field.setMinimumContentsLength(20)
        self.count = DataLabel()
        self.count.setObjectName("muted")
        self.model = ProcedureModel(self)
        self.table = ProcedureTable()
        self.editor = ProcedureEditor(workplace)
        self._make_buttons()
        self._set_up_table()
        self._lay_out()
        self.refresh()
        self.search.textChanged.connect(self._find)
        self.field.currentIndexChanged.connect(self._find)
        self.table.opened.connect(self.open_row)
        self.table.doubleClicked.connect(self._open_clicked)
        self.editor.left.connect(self._show_list)
        self.editor.saved.connect(self._saved)
        workplace.changes.catalogue_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the catalogue as it is now."""
        rules = self._workplace.rules
        today = rules.now().date()
        known = as_of(rules.procedures, today)
        idle = [procedure for procedure in known if not procedure.in_force_on(today)]
        self._find_idle = finder([Choice(p.name, p, f"{p.code} {p.field}") for p in idle])
        kept = self.field.currentData()
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.field.clear()
        self.field.addItem(self.tr("Mọi lĩnh vực"), "")
        for name in sorted({p.field for p in known if p.field}, key=fold):
            self.field.addItem(name, name)
        self.field.setCurrentIndex(max(self.field.findData(kept), 0))
        self.field.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._find()

    def open_row(self, row: int) -> None:
        """Open the procedure of a row in the editor."""
        procedure = self.model.procedure(row)
        if procedure:
            self._stack.setCurrentWidget(self.editor)
            self.editor.open(procedure)

    def new_procedure(self) -> None:
        """Open an empty procedure in the editor."""
        today = self._workplace.rules.now().date()
        empty = Procedure("", 0, "", self.field.currentData() or "", "", None, today)
        self._stack.setCurrentWidget(self.editor)
        self.editor.open(empty, is_new=True)

    def compare_file(self, path: Path) -> None:
        """Read a CSV or XLSX file beside the catalogue and show what it would change."""
        desk = self._workplace.desk
        task = self._workplace.tasks.run_long(
            lambda _progress: catalogue.compare(desk, path),
            partial(self._show_comparison, path),
            owner=self,
        )
        ProgressDialog(self, self.tr("Đang đọc tệp…")).follow(task)

    def export_to(self, path: Path) -> None:
        """Write every version of every procedure into a file that can be imported again."""
        self._workplace.in_lane(
            partial(_export, path=path),
            lambda count: self._workplace.messages.toast(
                self.tr("Đã xuất {count} phiên bản thủ tục ra {name}.").format(
                    count=count, name=path.name
                )
            ),
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F5 shows the catalogue anew."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)

    def _make_buttons(self) -> None:
        self.new_button = QPushButton(self.tr("Thêm thủ tục"))
        self.new_button.clicked.connect(self.new_procedure)
        self.import_button = QPushButton(self.tr("Nhập từ tệp…"))
        self.import_button.clicked.connect(self._choose_import)
        self.export_button = QPushButton(exporting.words())
        self.export_button.clicked.connect(self._choose_export)
        exporting.add_key(self, self._choose_export)
        allowed = self._workplace.account.may(Right.EDIT_CATALOGUE)
        for button in (self.new_button, self.import_button):
            button.setEnabled(allowed)
            if not allowed:
                button.setToolTip(self.tr("Chỉ lãnh đạo và quản trị được sửa danh mục."))

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Danh mục thủ tục"))
        memory = self._workplace.memory
        self._columns = Columns(
            memory, "catalogue", self.table, _LETTERS, partial(dress_table, self.table),
            stretching=Column.NAME, first_to_go=(Column.CONFIDENCE, Column.VERSION),
        )  # fmt: skip

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(Heading(self.tr("Danh mục thủ tục")))
        top.addStretch(1)
        top.addWidget(self.count)
        filters = FlowLayout()
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        for part in (
            self.search,
            self.field,
            self.new_button,
            self.import_button,
            self.export_button,
        ):
            filters.addWidget(part)
        self._list = QWidget()
        layout = QVBoxLayout(self._list)
        layout.setContentsMargins(*PAGE_MARGINS_PX)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.editor)
        self.setFocusProxy(self.search)

    def _find(self) -> None:
        field, text = self.field.currentData(), self.search.text()
        rules = self._workplace.rules
        found: list[object] = [*rules.find_procedures(text, len(rules.procedures))]
        # What rules no more, or not yet, can be looked up too, below what rules today.
        found += [choice.data for choice in self._find_idle(text)]
        shown = [p for p in found if isinstance(p, Procedure) and field in ("", p.field)]
        self.model.show_procedures(shown)
        self.count.setText(self.tr("{count} thủ tục").format(count=len(shown)))
        if shown:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _open_clicked(self, index: QModelIndex) -> None:
        self.open_row(index.row())

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self.table.setFocus()

    def _saved(self, code: str) -> None:
        self._show_list()
        row = self.model.row_of(code)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _show_comparison(self, path: Path, comparison: Comparison) -> None:
        dialog = ImportDialog(self._workplace, path, comparison, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose_import(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Nhập danh mục từ tệp"), "", self.tr("Bảng tính (*.csv *.xlsx)")
        )
        if chosen:
            self.compare_file(Path(chosen))

    def _choose_export(self) -> None:
        if file := exporting.ask_where(self, "danh-muc-thu-tuc"):
            self.export_to(file)


def _export(desk: Desk, *, path: Path) -> int:
    if path.suffix.casefold() == ".csv":
        write_catalogue(desk.procedures, path)
        return len(desk.procedures)
    from reception.services import desk_lists_out, list_out  # not before it is asked for

    return list_out.write(desk_lists_out.catalogue(desk), path)
