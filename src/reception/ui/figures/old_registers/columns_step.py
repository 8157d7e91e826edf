"""The second step: what each column of the register tells, with its first entries beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reception.domain.old_cells import cell_text
from reception.domain.old_columns import NEEDED, Column
from reception.domain.old_letters import in_unicode
from reception.services.old_registers import OldRegister
from reception.ui.labels import plain_tip
from reception.ui.notes import Note
from reception.ui.tables import dress_table

_SAMPLES = 3
_HEAD, _FIRST, _TELLS = range(3)
translate = QCoreApplication.translate


def column_words(column: Column) -> str:
    """What a column tells, in the window's language."""
    return {
        Column.NUMBER: translate("ColumnsStep", "Số hồ sơ cũ"),
        Column.OWNER: translate("ColumnsStep", "Họ và tên"),
        Column.IDENTITY: translate("ColumnsStep", "Số CCCD, CMND"),
        Column.PHONE: translate("ColumnsStep", "Số điện thoại"),
        Column.ADDRESS: translate("ColumnsStep", "Địa chỉ"),
        Column.PROCEDURE_CODE: translate("ColumnsStep", "Mã thủ tục"),
        Column.PROCEDURE: translate("ColumnsStep", "Tên thủ tục"),
        Column.FIELD: translate("ColumnsStep", "Lĩnh vực"),
        Column.RECEIVED: translate("ColumnsStep", "Ngày nhận"),
        Column.DUE: translate("ColumnsStep", "Ngày hẹn trả"),
        Column.RESULT_ON: translate("ColumnsStep", "Ngày có kết quả"),
        Column.RETURNED: translate("ColumnsStep", "Ngày trả kết quả"),
        Column.STATE: translate("ColumnsStep", "Kết quả, tình trạng"),
        Column.NOTE: translate("ColumnsStep", "Ghi chú"),
    }[column]


class ColumnsStep(QWidget):
    """One row for each column of the register; what it tells is chosen in the last one."""

    def __init__(self) -> None:
        super().__init__()
        self.title = self.tr("Cột nào là gì")
        self._register: OldRegister | None = None
        self._choices: list[QComboBox] = []
        self._places: list[int] = []
        self.note = Note()
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.title)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Cột trong sổ"), self.tr("Những ô đầu"), self.tr("Là")]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)

    def show_register(self, register: OldRegister) -> None:
        """Offer what the register's columns are likely to tell."""
        self._register = register
        needed = ", ".join(f"“{column_words(column)}”" for column in NEEDED)
        remembered = self.tr("Các cột được nhớ từ lần nhập trước.") if register.remembered else ""
        asked = self.tr("Xem lại từng cột; phải có {needed}.").format(needed=needed)
        self.note.setText(f"{asked} {remembered}".strip())
        named = [n for n, name in enumerate(register.head.names) if name]
        self._places, self._choices = named, []
        self.table.setRowCount(len(named))
        for row, place in enumerate(named):
            self._show_column(row, place, register)
        self._dress()
        if self._choices:
            self.setFocusProxy(self._choices[0])

    def register(self) -> OldRegister | None:
        """The register with its columns as they were chosen; the first choice of a kind counts."""
        if self._register is None:
            return None
        columns: dict[Column, int] = {}
        for place, choice in zip(self._places, self._choices, strict=True):
            column = choice.currentData()
            if column is not None:
                columns.setdefault(column, place)
        return replace(self._register, columns=columns)

    def _show_column(self, row: int, place: int, register: OldRegister) -> None:
        told = {at: column for column, at in register.columns.items()}
        samples = [
            in_unicode(cell_text(one[place]), register.letters)
            for one in register.first_rows(_SAMPLES)
            if place < len(one)
        ]
        for column, text in ((_HEAD, register.head.names[place]), (_FIRST, "  ·  ".join(samples))):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setToolTip(plain_tip(text))
            self.table.setItem(row, column, item)
        choice = QComboBox()
        choice.addItem(self.tr("(bỏ qua)"), None)
        for column in Column:
            choice.addItem(column_words(column), column)
        choice.setCurrentIndex(choice.findData(told[place]) if place in told else 0)
        choice.setAccessibleName(register.head.names[place])
        choice.currentIndexChanged.connect(partial(self._only, choice))
        self._choices.append(choice)
        self.table.setCellWidget(row, _TELLS, choice)

    def _only(self, chosen: QComboBox, _index: int) -> None:
        """Take what was just chosen away from any other column."""
        column = chosen.currentData()
        for other in self._choices:
            if other is not chosen and column is not None and other.currentData() == column:
                other.setCurrentIndex(0)

    def _dress(self) -> None:
        dress_table(self.table)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self._choices:
            height = self._choices[0].sizeHint().height() + 6
            self.table.verticalHeader().setDefaultSectionSize(height)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        letter = self.fontMetrics().averageCharWidth()
        head.resizeSection(_HEAD, letter * 34)
        head.resizeSection(_TELLS, letter * 28)
        head.setSectionResizeMode(_FIRST, QHeaderView.ResizeMode.Stretch)
