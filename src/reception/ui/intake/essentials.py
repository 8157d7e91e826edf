"""Three fields in a row; with large letters in a narrow form the last stands under the first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

_SHARES = (3, 5, 3)
_IN_A_NARROW_ROW = 2


class Essentials(QWidget):
    """Fields side by side, and below them what is told about them."""

    def __init__(self, fields: Sequence[QWidget], told: Sequence[QWidget]) -> None:
        super().__init__()
        self._fields = fields
        self._in_a_row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        below = QVBoxLayout()
        for label in told:
            below.addWidget(label)
        self._grid.addLayout(below, 2, 0, 1, len(fields))
        self._arrange(len(fields))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the shorter row."""
        return QSize(self._needed(_IN_A_NARROW_ROW), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        all_of_them = len(self._fields)
        fits = self.width() >= self._needed(all_of_them)
        self._arrange(all_of_them if fits else _IN_A_NARROW_ROW)

    def _needed(self, in_a_row: int) -> int:
        gaps = (in_a_row - 1) * self._grid.horizontalSpacing()
        return sum(field.minimumSizeHint().width() for field in self._fields[:in_a_row]) + gaps

    def _arrange(self, in_a_row: int) -> None:
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for place, field in enumerate(self._fields):
            # At the top: what is wrong with one must not push its neighbours down.
            row, column = divmod(place, in_a_row)
            self._grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share if column < in_a_row else 0)
