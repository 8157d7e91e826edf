"""The columns of a table: wide enough for so many letters, or as wide as this PC remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from reception.ui.window_memory import WindowMemory


class Columns(QObject):
    """Keeps a table's columns under a name, for each size of the text apart.

    Args:
        memory: This PC's memory.
        name: The table's name in it.
        table: The table, its model set.
        letters: How many letters each column is to hold at first.
        dress: Gives the table its looks for the present size of the text.
    """

    def __init__(
        self,
        memory: WindowMemory,
        name: str,
        table: QTableView,
        letters: Mapping[int, int],
        dress: Callable[[], object],
    ) -> None:
        super().__init__(table)
        self._memory = memory
        self._name = name
        self._table = table
        self._letters = letters
        self._dress = dress
        self._fitting = False
        columns = table.horizontalHeader()
        columns.setSectionsMovable(True)
        columns.sectionResized.connect(self._keep)
        columns.sectionMoved.connect(self._keep)
        table.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the text."""
        if event.type() == QEvent.Type.FontChange:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Set heights and widths for the present size of the text."""
        self._dress()
        self._fitting = True
        columns = self._table.horizontalHeader()
        letter = self._table.fontMetrics().averageCharWidth()
        if not self._memory.put_back_columns(self._key(), columns):
            for column, letters in self._letters.items():
                columns.resizeSection(column, letter * letters)
        self._fitting = False

    def _keep(self) -> None:
        if not self._fitting:
            self._memory.keep_columns(self._key(), self._table.horizontalHeader())

    def _key(self) -> str:
        return f"{self._name}-{self._table.fontMetrics().height()}"
