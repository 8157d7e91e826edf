"""A table of figures that are read whole: rows of text, some of them headings across it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTableView, QWidget

from reception.ui.dossiers.columns import Columns
from reception.ui.labels import plain_tip
from reception.ui.tables import dress_table
from reception.ui.window_memory import WindowMemory

_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """Cells under what they are of; a row without ``key`` is a heading and has one cell."""

    cells: tuple[str, ...]
    key: str = ""


class RowModel(QAbstractTableModel):
    """The rows as they were given, under ``heads``; ``figures`` are set from the right."""

    def __init__(
        self, heads: Sequence[str], figures: Collection[int] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._figures = frozenset(figures)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """So many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _AnyIndex = _ROOT) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text and how it is set."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        text = row.cells[index.column()] if index.column() < len(row.cells) else ""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(text)
            case Qt.ItemDataRole.TextAlignmentRole if row.key and index.column() in self._figures:
                return _RIGHT
            case Qt.ItemDataRole.FontRole if not row.key:
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The columns' names, over figures at the right as these are."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._figures:
            return _RIGHT
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class RowTable(QTableView):
    """A table of such rows; its widths are kept under ``name``."""

    def __init__(
        self,
        memory: WindowMemory,
        name: str,
        heads: Sequence[str],
        letters: Mapping[int, float],
        *,
        stretching: int,
        figures: Collection[int] = (),
        first_to_go: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = RowModel(heads, figures, self)
        self.setModel(self.rows)
        self._columns = Columns(
            memory, name, self, letters, lambda: dress_table(self), stretching=stretching,
            first_to_go=first_to_go,
        )  # fmt: skip

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, staying at what was chosen."""
        was = self.chosen()
        self.clearSpans()
        self.rows.show_rows(rows)
        for place, row in enumerate(rows):
            if not row.key:
                self.setSpan(place, 0, 1, self.rows.columnCount())
        self.choose(was)

    def chosen(self) -> str:
        """What the present row is of; empty for none and for a heading."""
        place = self.currentIndex().row()
        return self.rows.rows[place].key if 0 <= place < len(self.rows.rows) else ""

    def choose(self, key: str) -> None:
        """Go to a row, or to the first that is no heading."""
        keys = [row.key for row in self.rows.rows]
        place = (
            keys.index(key)
            if key in keys and key
            else next((n for n, one in enumerate(keys) if one), -1)
        )
        self.setCurrentIndex(self.rows.index(place, 0))
