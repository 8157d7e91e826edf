"""The periods that were closed: who froze which figures when, and the check that proves them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from reception.storage.closed_rows import Closing
from reception.ui.labels import Heading, plain_tip
from reception.ui.row_list import RowList

_SHOWN = 3
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A closing, who did it when, and in how many figures today differs, where that was asked."""

    closing: Closing
    who: str
    at: str
    changed: int | None = None


class ClosedList(QWidget):
    """``wanted`` carries the :class:`ClosedLine` to be looked at; not there without any."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Các kỳ đã chốt"))
        self.list.itemActivated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(self.tr("Các kỳ đã chốt (Enter để xem)"), level=2))
        column.addWidget(self.list)
        self.hide()

    def show_lines(self, lines: Sequence[ClosedLine]) -> None:
        """Show these closings."""
        row = self.list.currentRow()
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(self._words(line))
            item.setToolTip(plain_tip(f"SHA-256 {line.closing.closed.sha256}"))
            item.setData(Qt.ItemDataRole.UserRole, line)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), len(lines) - 1))
        self.setVisible(bool(lines))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The height follows the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "list"):
            self._fit()

    def _words(self, line: ClosedLine) -> str:
        closed = line.closing.closed
        words = self.tr("{period}: {who} chốt lúc {at}, mã {digits}…").format(
            period=f"{closed.from_on:%d/%m/%Y}–{closed.until_on:%d/%m/%Y}",
            who=line.who,
            at=line.at,
            digits=closed.sha256[:_DIGITS],
        )
        if line.changed is None:
            return words
        same = self.tr("vẫn đúng số hôm nay")
        other = self.tr("nay khác {count} con số").format(count=line.changed)
        return f"{words}; {other if line.changed else same}"

    def _chosen(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _fit(self) -> None:
        self.list.setFixedHeight(self.list.height_for(min(max(self.list.count(), 1), _SHOWN)))
