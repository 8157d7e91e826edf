"""The periods that were closed: who froze which figures when, and where to see and print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from reception.storage.closed_rows import Closing
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.labels import Heading, plain_tip
from reception.ui.row_list import RowList

_SHOWN = 3
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A closed report, who closed it when, and in how many figures today differs, where asked.

    ``aside`` says of one that does not hold why, and where it differs from the one that does;
    ``changed`` then counts these figures.
    """

    closing: Closing
    report: str
    who: str
    at: str
    changed: int | None = None
    aside: str = ""


class ClosedList(QWidget):
    """Not there without any. Each signal carries the :class:`ClosedLine` that is meant.

    ``wanted``: its period is to be looked at; the others: its form is to be seen, or taken out.
    """

    wanted = Signal(object)
    form_wanted = Signal(object)
    workbook_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList(lines=2.7)
        self.list.setAccessibleName(self.tr("Các kỳ đã chốt"))
        self.list.itemActivated.connect(self._chosen)
        self.form_button = QPushButton(self.tr("&Xem, in bản đã chốt"))
        self.form_button.clicked.connect(lambda: self._ask(self.form_wanted.emit))
        self.workbook_button = QPushButton(self.tr("Lưu Excel &bản đã chốt…"))
        self.workbook_button.clicked.connect(lambda: self._ask(self.workbook_wanted.emit))
        buttons = FlowLayout()
        for button in (self.form_button, self.workbook_button):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(self.tr("Các kỳ đã chốt (Enter để xem)"), level=2))
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.hide()

    def show_lines(self, lines: Sequence[ClosedLine]) -> None:
        """Show these closings."""
        row = self.list.currentRow()
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(self._words(line))
            item.setToolTip(plain_tip(line.aside or f"SHA-256 {line.closing.closed.sha256}"))
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
        which = f"{line.report}, {closed.from_on:%d/%m/%Y}–{closed.until_on:%d/%m/%Y}"
        by = self.tr("{who} chốt lúc {at}, mã {digits}…").format(
            who=line.who, at=line.at, digits=closed.sha256[:_DIGITS]
        )
        standing = self._standing(line)
        return f"{which}: {standing}\n{by}" if standing else f"{which}\n{by}"

    def _standing(self, line: ClosedLine) -> str:
        if line.aside:
            words = self.tr("KHÔNG CÓ HIỆU LỰC, máy khác đã chốt trước; khác {count} con số")
            return words.format(count=line.changed or 0)
        if line.changed is None:
            return ""
        if line.changed:
            return self.tr("nay khác {count} con số").format(count=line.changed)
        return self.tr("vẫn đúng số hôm nay")

    def _chosen(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _ask(self, emit: Callable[[object], object]) -> None:
        for item in self.list.selectedItems():
            emit(item.data(Qt.ItemDataRole.UserRole))

    def _fit(self) -> None:
        self.list.setFixedHeight(self.list.height_for(min(max(self.list.count(), 1), _SHOWN)))
