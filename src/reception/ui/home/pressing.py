"""The first overdue dossiers, then those due today and soon: what to begin the day with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from reception.domain.listing import DossierRow
from reception.ui.dossiers.chips import STANDING_ROLE, ChipDelegate, chip_width
from reception.ui.dossiers.list_cells import brief_name
from reception.ui.dossiers.words import Standing, due_words, standing
from reception.ui.home.short_table import ShortTable
from reception.ui.labels import plain_tip

_STANDING, _DUE, _OWNER, _PROCEDURE = range(4)
_A_MOMENT = "00:00 00/00/0000"
# Letters without which a column is not worth its room.
_LEAST_CHIP, _LEAST_OWNER, _LEAST_PROCEDURE = 7, 14, 12


class PressingTable(ShortTable):
    """A short table; Enter or a double click opens the dossier.

    The due moment is always whole: in a narrow window the procedure goes first, then the standing
    gives way.
    """

    wanted = Signal(str)
    """Carries a dossier's id."""

    def __init__(self) -> None:
        super().__init__(4)
        self.rows: tuple[DossierRow, ...] = ()
        self._standings: list[Standing] = []
        self.setHorizontalHeaderLabels(
            [self.tr("Tình trạng"), self.tr("Hẹn trả"), self.tr("Người nộp"), self.tr("Thủ tục")]
        )
        self.setAccessibleName(self.tr("Hồ sơ quá hạn và sắp đến hạn"))
        self.setItemDelegateForColumn(_STANDING, ChipDelegate(self))
        self.fit()

    def show_rows(self, rows: Sequence[DossierRow], now: datetime, soon_until: date) -> None:
        """Show these dossiers, the most pressing first; the chosen one stays chosen."""
        chosen = self._chosen()
        self.rows = tuple(rows)
        self.setRowCount(len(rows))
        self._standings = [standing(row, now, soon_until) for row in rows]
        for n, (row, how) in enumerate(zip(rows, self._standings, strict=True)):
            state = QTableWidgetItem()
            state.setData(STANDING_ROLE, how)
            state.setData(Qt.ItemDataRole.UserRole, row.dossier_id)
            state.setData(Qt.ItemDataRole.AccessibleTextRole, how.words)
            state.setToolTip(plain_tip(how.words))
            self.setItem(n, _STANDING, state)
            texts = (due_words(row), row.owner, brief_name(row.procedure_name))
            for column, text in enumerate(texts, _DUE):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(row.procedure_name if column == _PROCEDURE else text))
                self.setItem(n, column, item)
            if row.dossier_id == chosen:
                self.selectRow(n)
        if rows and self.currentRow() < 0:
            self.setCurrentCell(0, 0)
        self.fit()

    def open_row(self, row: int) -> None:
        """Open the dossier of a row."""
        item = self.item(row, _STANDING)
        if item:
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def fit_columns(self) -> None:
        """The due moment whole, then the standing, the person, and the procedure in the rest."""
        columns, metrics = self.horizontalHeader(), self.fontMetrics()
        letter = metrics.averageCharWidth()
        due = self.width_of(_A_MOMENT, self.tr("Hẹn trả"), *self._texts(_DUE))
        chip = max(
            (chip_width(metrics, how) for how in self._standings),
            default=0,
        )
        chip = max(chip + letter * 2, self.width_of(self.tr("Tình trạng")) + letter)
        room = max(self.viewport().width() - due, 0)
        owner = min(self.width_of(*self._texts(_OWNER)), letter * 24)
        with_procedure = room - chip - owner >= letter * _LEAST_PROCEDURE
        if not with_procedure:
            chip = min(chip, max(room - letter * _LEAST_OWNER, 0))
        columns.setMinimumSectionSize(letter * 3)
        self.setColumnHidden(_PROCEDURE, not with_procedure)
        self.setColumnHidden(_STANDING, chip < letter * _LEAST_CHIP)
        stretching = _PROCEDURE if with_procedure else _OWNER
        for column, width in ((_STANDING, chip), (_DUE, due), (_OWNER, owner), (_PROCEDURE, 0)):
            stretches = column == stretching
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            columns.setSectionResizeMode(column, mode)
            if not stretches and width:
                columns.resizeSection(column, width)

    def _texts(self, column: int) -> list[str]:
        items = (self.item(row, column) for row in range(self.rowCount()))
        return [item.text() for item in items if item]

    def _chosen(self) -> str:
        item = self.item(self.currentRow(), _STANDING)
        return item.data(Qt.ItemDataRole.UserRole) if item else ""
