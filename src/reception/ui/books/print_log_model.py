"""The lines of the print log, as many as were read; more are read when the last is in sight."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from html import escape

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reception.domain.moments import short_moment
from reception.services.print_log import Printing
from reception.ui.dossiers.two_lines import BELOW_ROLE
from reception.ui.dossiers.words import form_words

_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    BELOW_ROLE,
)


class LogColumn(IntEnum):
    """The columns, from the left; each tells two things, one below the other."""

    AT = 0
    PAPER = 1
    TIMES = 2
    REFERENCE = 3


class PrintLogModel(QAbstractTableModel):
    """``more_wanted`` asks for the lines after the last one."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printings: list[Printing] = []
        self._total = 0

    @property
    def total(self) -> int:
        """How many printings there are, read or not."""
        return self._total

    @property
    def last(self) -> Printing | None:
        """The oldest that was read."""
        return self._printings[-1] if self._printings else None

    def printing(self, row: int) -> Printing | None:
        """The printing of a row."""
        return self._printings[row] if 0 <= row < len(self._printings) else None

    def row_of(self, n: int) -> int:
        """Where a printing stands, or -1."""
        return next((row for row, one in enumerate(self._printings) if one.n == n), -1)

    def show_printings(self, printings: Sequence[Printing], total: int) -> None:
        """Begin anew with the newest ones."""
        self.beginResetModel()
        self._printings = list(printings)
        self._total = total
        self.endResetModel()

    def add_printings(self, printings: Sequence[Printing], total: int) -> None:
        """Add older ones below; where there are none after all, that was the last."""
        self._total = total if printings else len(self._printings)
        if printings:
            first = len(self._printings)
            self.beginInsertRows(_ROOT, first, first + len(printings) - 1)
            self._printings += printings
            self.endInsertRows()

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """So many lines were read."""
        return 0 if parent.isValid() else len(self._printings)

    def columnCount(self, parent: _AnyIndex = _ROOT) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(LogColumn)

    def canFetchMore(self, parent: _AnyIndex) -> bool:  # noqa: N802 - as above
        """Whether there are older ones."""
        return not parent.isValid() and len(self._printings) < self._total

    def fetchMore(self, parent: _AnyIndex) -> None:  # noqa: N802 - as above
        """The view has come to the end."""
        if self.canFetchMore(parent):
            self.more_wanted.emit()

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, what stands below it, or both for a tooltip and a screen reader."""
        if not index.isValid() or role not in _ROLES:
            return None
        text, below = self._cell(self._printings[index.row()], index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case _ if role == BELOW_ROLE:
                return (below,)
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape(text)}<br>{escape(below)}</p>"
            case _:
                return f"{text}, {below}" if below else text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Lúc in, người in"),
            self.tr("Giấy"),
            self.tr("Lần in, giá trị"),
            self.tr("Mã, chủ hồ sơ"),
        )[section]

    def _cell(self, printing: Printing, column: int) -> tuple[str, str]:
        match column:
            case LogColumn.AT:
                return short_moment(printing.at), printing.name
            case LogColumn.PAPER:
                paper = form_words(printing.form)
                return paper[:1].upper() + paper[1:], ""
            case LogColumn.TIMES:
                again = self.tr("In lại lần {times}").format(times=printing.times - 1)
                times = again if printing.times > 1 else self.tr("Lần đầu")
                return times, self.tr("không còn giá trị") if printing.void else ""
            case _:
                return printing.reference, printing.owner
