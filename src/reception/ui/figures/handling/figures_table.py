"""The form's figures as a table: one cell is one figure, and Enter opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from reception.domain.money import figures
from reception.domain.report_lines import Line
from reception.ui.labels import plain_tip
from reception.ui.tables import dress_table

COLUMNS = tuple(f"c{n}" for n in range(3, 14))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD_LETTERS = 12
_MOST_SHOWN = 7


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One row: what it is called, its figures, and whether they open to dossiers."""

    words: str
    line: Line
    opens: bool = True


class FiguresTable(QTableWidget):
    """``wanted`` carries the field and the column of the figure to be opened.

    It is as high as its rows, up to so many that its head stays in sight of them all.
    """

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS) + 1)
        self._lines: list[ShownLine] = []
        self.setObjectName("figures")
        self.setAccessibleName(self.tr("Số liệu theo lĩnh vực"))
        self._titles = (
            self.tr("Lĩnh vực"), self.tr("Tiếp\nnhận"), self.tr("Trực\ntuyến"),
            self.tr("Trực\ntiếp"), self.tr("Kỳ\ntrước"), self.tr("Đã\nxong"),
            self.tr("Trước\nhạn"), self.tr("Đúng\nhạn"), self.tr("Quá\nhạn"),
            self.tr("Đang\nlàm"), self.tr("Trong\nhạn"), self.tr("Quá\nhạn"),
        )  # fmt: skip
        self.setHorizontalHeaderLabels(
            [self._titles[0], *(f"{t}\n({n})" for n, t in enumerate(self._titles[1:], 3))]
        )
        self._dress()

    def show_lines(self, lines: Sequence[ShownLine]) -> None:
        """Show these rows, keeping the place of the keyboard."""
        row, column = max(self.currentRow(), 0), max(self.currentColumn(), 1)
        self._lines = list(lines)
        self.setRowCount(len(self._lines))
        for n, shown in enumerate(self._lines):
            name = QTableWidgetItem(shown.words)
            name.setToolTip(plain_tip(shown.words))
            self.setItem(n, 0, name)
            for place, of_form in enumerate(COLUMNS, 1):
                self.setItem(n, place, self._figure(shown, of_form))
            if not shown.line.field:
                self._make_bold(n)
        if self._lines:
            self.setCurrentCell(min(row, len(self._lines) - 1), column)
        self._fit()

    def open_current(self) -> None:
        """Open the figure at which the keyboard is."""
        row, column = self.currentRow(), self.currentColumn()
        if 0 <= row < len(self._lines) and column > 0 and self._lines[row].opens:
            self.wanted.emit(self._lines[row].line.field, COLUMNS[column - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a figure; with Ctrl it is the page's."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            self.open_current()

    def changeEvent(self, event: QEvent) -> None:
        """Heights and widths follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_titles"):
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what the figures leave."""
        super().resizeEvent(event)
        self._fit()

    def _figure(self, shown: ShownLine, column: str) -> QTableWidgetItem:
        item = QTableWidgetItem(figures(shown.line.figures[column] or 0))
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _make_bold(self, row: int) -> None:
        for column in range(self.columnCount()):
            item = self.item(row, column)
            if item:
                font = QFont(item.font())
                font.setBold(True)
                item.setFont(font)

    def _dress(self) -> None:
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        columns = self.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width()
        for column in range(1, self.columnCount()):
            self.setColumnWidth(column, self._width_of(column, letter))
            room -= self.columnWidth(column)
        self.setColumnWidth(0, max(room, letter * _FIELD_LETTERS))
        shown = min(max(self.rowCount(), 1), _MOST_SHOWN)
        rows = shown * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar)

    def _width_of(self, column: int, letter: int) -> int:
        """The room for a column's heading and for its figures, all of them bold."""
        font = QFont(self.font())
        font.setBold(True)
        wide = QFontMetrics(font).horizontalAdvance
        items = (self.item(row, column) for row in range(self.rowCount()))
        heading = max(map(wide, self._titles[column].split("\n")))
        number = max((wide(item.text()) for item in items if item), default=0)
        return max(heading + letter, number + 2 * letter)
