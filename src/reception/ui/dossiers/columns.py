"""The columns of a table: as wide as they need or as this PC remembers, none of them cut off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QTableView

from reception.ui.window_memory import WindowMemory


class Columns(QObject):
    """Keeps a table's columns under a name, for each size of the text apart.

    One column takes the room that the others leave. Where that would be too little, columns that
    can be done without are hidden, so that none is cut off at the window's edge.

    Args:
        memory: This PC's memory.
        name: The table's name in it.
        table: The table, its model set.
        letters: How many letters each column is to hold at first; for the one that stretches,
            at least.
        stretching: The column that takes the rest.
        first_to_go: Columns to do without in a narrow window, the least important first.
        dress: Gives the table its looks for the present size of the text.
    """

    def __init__(
        self,
        memory: WindowMemory,
        name: str,
        table: QTableView,
        letters: Mapping[int, float],
        dress: Callable[[], object],
        *,
        stretching: int,
        first_to_go: Sequence[int] = (),
    ) -> None:
        super().__init__(table)
        self._memory = memory
        self._name = name
        self._table = table
        self._letters = letters
        self._dress = dress
        self._stretching = stretching
        self._first_to_go = first_to_go
        self._fitting = False
        columns = table.horizontalHeader()
        columns.setSectionsMovable(True)
        columns.sectionResized.connect(self._resized)
        columns.sectionMoved.connect(self._keep)
        table.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the text and of the window."""
        if event.type() == QEvent.Type.FontChange:
            self.fit()
        elif event.type() == QEvent.Type.Resize:
            self._make_room()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Set heights and widths for the present size of the text."""
        self._fitting = True
        self._dress()
        columns = self._table.horizontalHeader()
        letter = self._letter()
        if not self._memory.put_back_columns(self._key(), columns):
            for column, letters in self._letters.items():
                columns.resizeSection(column, round(letter * letters))
        columns.setStretchLastSection(False)
        columns.setMinimumSectionSize(round(letter * 4))
        columns.setSectionResizeMode(self._stretching, QHeaderView.ResizeMode.Stretch)
        self._fitting = False
        self._make_room()

    def _make_room(self) -> None:
        """Hide as few columns as leave the stretching one its letters."""
        self._fitting = True
        columns = self._table.horizontalHeader()
        for column in self._first_to_go:
            columns.showSection(column)
        # The bar's room is kept free: it comes and goes with the number of rows.
        room = (
            self._table.contentsRect().width() - self._table.verticalScrollBar().sizeHint().width()
        )
        others = [n for n in range(columns.count()) if n != self._stretching]
        wanted = round(self._letter() * self._letters[self._stretching])
        wanted += sum(columns.sectionSize(column) for column in others)
        for column in self._first_to_go:
            if wanted > room:
                wanted -= columns.sectionSize(column)
                columns.hideSection(column)
        self._fitting = False

    def _letter(self) -> float:
        # In fractions of a pixel: rounded down, twenty letters would lose one at some sizes.
        return QFontMetricsF(self._table.font()).averageCharWidth()

    def _resized(self, column: int) -> None:
        # The stretching one follows the window; only what a person sets is worth keeping.
        if column != self._stretching:
            self._keep()

    def _keep(self) -> None:
        if not self._fitting:
            self._memory.keep_columns(self._key(), self._table.horizontalHeader())

    def _key(self) -> str:
        return f"{self._name}-{self._table.fontMetrics().height()}"
