"""A small table of figures, as high as its rows: the page scrolls, not the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reception.ui.tables import dress_table, wrap_text

_FIGURE_LETTERS, _DIGIT_LETTERS = 11, 6


class ResultTable(QTableWidget):
    """Columns named in ``wide`` hold words and share the room; the others hold figures."""

    def __init__(
        self, name: str, heads: Sequence[str], wide: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(heads), parent)
        self._heads, self._wide = tuple(heads), frozenset(wide)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress()
        self.currentCellChanged.connect(self._bring_into_sight)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Put these rows in the place of the old ones."""
        self.setRowCount(len(rows))
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if column not in self._wide:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.setItem(line, column, item)
        self._fit()

    def words(self) -> str:
        """Everything that stands in it."""
        return "\n".join(
            " | ".join(item.text() for column in range(self.columnCount())
                       if (item := self.item(row, column)))
            for row in range(self.rowCount())
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the words anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_wide"):
            self._dress()
            self._fit()

    def _bring_into_sight(self, row: int) -> None:
        """The page follows the arrows from row to row."""
        area, item = self._area(), self.item(row, 0)
        page = area.widget() if area else None
        if area and page and item:
            place = self.viewport().mapTo(page, self.visualItemRect(item).center())
            area.ensureVisible(0, place.y(), 0, self.rowHeight(row))

    def _area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _dress(self) -> None:
        dress_table(self)
        wrap_text(self)
        head, letters = self.horizontalHeader(), self.fontMetrics()
        head.setStretchLastSection(False)
        head.setMinimumHeight(round(letters.height() * (3.0 if self._has_long_heads() else 1.8)))
        for column, title in enumerate(self._heads):
            if column in self._wide:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
                continue
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self._centre(column)
            least = _DIGIT_LETTERS if len(title) == 1 else _FIGURE_LETTERS
            self.setColumnWidth(column, least * letters.averageCharWidth())

    def _has_long_heads(self) -> bool:
        """Whether a heading needs two lines."""
        figures = (t for n, t in enumerate(self._heads) if n not in self._wide)
        return any(len(title) >= _FIGURE_LETTERS for title in figures)

    def _centre(self, column: int) -> None:
        self.model().setHeaderData(
            column,
            Qt.Orientation.Horizontal,
            int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap),
            Qt.ItemDataRole.TextAlignmentRole,
        )

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        head = self.horizontalHeader()
        self.setFixedHeight(rows + max(head.sizeHint().height(), head.minimumHeight()) + 4)
