"""The papers of a dossier in a table that is filled in with digits and the space bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from reception.domain.procedure import Procedure
from reception.ui.intake.form_state import PaperLine, Standing, papers_of
from reception.ui.labels import plain_tip

MOST_OF_ONE = 999

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the papers' table."""

    NAME = 0
    ORIGINALS = 1
    COPIES = 2
    STANDING = 3


class PapersModel(QAbstractTableModel):
    """The rows and what may be done to them; ``changed`` tells of every change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PaperLine] = []
        self._heads = (
            self.tr("Giấy tờ"),
            self.tr("Bản\nchính"),
            self.tr("Bản\nsao"),
            self.tr("Tình\ntrạng"),
        )
        self._words = {
            Standing.GIVEN: self.tr("đủ"),
            Standing.MISSING: self.tr("THIẾU"),
            Standing.LEFT_OUT: self.tr("không nộp"),
        }

    def lines(self) -> tuple[PaperLine, ...]:
        """The rows as they stand."""
        return tuple(self._lines)

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Put other rows in place of these."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()
        self.changed.emit()

    def ask_for(self, procedure: Procedure) -> None:
        """The papers of a procedure; what the clerk added by hand stays below them."""
        added = [line for line in self._lines if line.demanded_because]
        self.show_lines([*papers_of(procedure), *added])

    def set_count(self, row: int, column: Column, count: int) -> None:
        """Set how many originals or copies there are; none of either means it is not there."""
        line = self._lines[row]
        changed = (
            replace(line, copies=min(count, MOST_OF_ONE))
            if column is Column.COPIES
            else replace(line, originals=min(count, MOST_OF_ONE))
        )
        absent = Standing.LEFT_OUT if line.optional else Standing.MISSING
        there = bool(changed.originals or changed.copies)
        self._put(row, replace(changed, standing=Standing.GIVEN if there else absent))

    def toggle(self, row: int) -> None:
        """Mark as missing or as there; an optional paper may also be left out."""
        line = self._lines[row]
        following = {
            Standing.LEFT_OUT: Standing.GIVEN,
            Standing.GIVEN: Standing.MISSING,
            Standing.MISSING: Standing.LEFT_OUT if line.optional else Standing.GIVEN,
        }[line.standing]
        counts_needed = following is Standing.GIVEN and not (line.originals or line.copies)
        originals = 1 if counts_needed else line.originals
        self._put(row, replace(line, standing=following, originals=originals))

    def add(self, name: str, because: str) -> int:
        """Add a paper that the catalogue does not ask for; answers its row."""
        row = len(self._lines)
        self.beginInsertRows(_NOWHERE, row, row)
        self._lines.append(PaperLine(name, demanded_because=because))
        self.endInsertRows()
        self.changed.emit()
        return row

    def remove(self, row: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(_NOWHERE, row, row)
        del self._lines[row]
        self.endRemoveRows()
        self.changed.emit()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """One row for each paper."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """The fixed columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The column titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A mouse may tick the box before a name."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_name = index.column() == Column.NAME
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_name else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, tick and weight of a cell."""
        line, column = self._lines[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(line, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._cell(line, Column.NAME)}: {self._words[line.standing]}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{self._cell(line, Column.NAME)}: {self._words[line.standing]}")
            case Qt.ItemDataRole.CheckStateRole if column is Column.NAME:
                there = line.standing is Standing.GIVEN
                return Qt.CheckState.Checked if there else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole if column in {Column.ORIGINALS, Column.COPIES}:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.FontRole if line.standing is Standing.MISSING:
                bold = QFont()
                bold.setBold(True)
                return bold
            case _:
                return None

    def setData(self, index: _Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A click on the box marks the row as the space bar does."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def _put(self, row: int, line: PaperLine) -> None:
        self._lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, Column.STANDING))
        self.changed.emit()

    def _cell(self, line: PaperLine, column: Column) -> str:
        if column is Column.NAME:
            if line.demanded_because:
                return self.tr("{name} (yêu cầu thêm: {reason})").format(
                    name=line.name, reason=line.demanded_because
                )
            return self.tr("{name} (nếu có)").format(name=line.name) if line.optional else line.name
        if column is Column.STANDING:
            return self._words[line.standing]
        if line.standing is not Standing.GIVEN:
            return "–"
        return str(line.copies if column is Column.COPIES else line.originals)
