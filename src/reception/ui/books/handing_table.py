"""The dossiers scanned so far; Delete takes one out again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from reception.services.handing import Line
from reception.ui.dossiers.columns import Columns
from reception.ui.labels import plain_tip
from reception.ui.tables import EndDelegate, dress_table
from reception.ui.window_memory import WindowMemory

_NUMBER, _CODE, _OWNER, _PROCEDURE, _STATE = range(5)
_LETTERS = {_NUMBER: 4, _CODE: 20, _OWNER: 18, _PROCEDURE: 15, _STATE: 18}


class HandingTable(QTableWidget):
    """The list of a handover, the last scanned on top."""

    changed = Signal()

    def __init__(self, memory: WindowMemory, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_LETTERS), parent)
        self._lines: dict[str, Line] = {}
        self._notes: dict[str, str] = {}
        self.setAccessibleName(self.tr("Hồ sơ đã quét"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("TT"),
                self.tr("Mã hồ sơ"),
                self.tr("Người nộp"),
                self.tr("Thủ tục"),
                self.tr("Tình trạng"),
            ]
        )
        self.setItemDelegateForColumn(_CODE, EndDelegate(self))
        self._columns = Columns(
            memory, "handing", self, _LETTERS, partial(dress_table, self),
            stretching=_PROCEDURE,
            first_to_go=(_NUMBER, _STATE),
        )  # fmt: skip

    def lines(self) -> tuple[Line, ...]:
        """The dossiers in the order they were scanned."""
        return tuple(self._lines.values())

    def ids(self) -> frozenset[str]:
        """Their identities."""
        return frozenset(self._lines)

    def add(self, line: Line) -> None:
        """Put a dossier on top."""
        self._lines[line.dossier_id] = line
        self._show()

    def keep_refused(self, done: Collection[str], refused: Mapping[str, str]) -> None:
        """Leave what did not go over, with the sentence that says why."""
        self._lines = {key: line for key, line in self._lines.items() if key not in done}
        self._notes = dict(refused)
        self._show()

    def clear_lines(self) -> None:
        """Begin anew."""
        self._lines.clear()
        self._notes.clear()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the present row out."""
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            place = len(self._lines) - 1 - self.currentRow()
            del self._lines[list(self._lines)[place]]
            self._show()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.setRowCount(len(self._lines))
        for place, line in enumerate(self._lines.values(), 1):
            state = self._notes.get(line.dossier_id, line.state)
            words = (
                str(place),
                line.reference,
                line.applicant,
                line.procedure,
                state[:1].upper() + state[1:],
            )
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.setItem(len(self._lines) - place, column, item)
        self.changed.emit()
