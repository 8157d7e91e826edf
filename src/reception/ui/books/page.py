"""Books and lists on paper: the register, calls, the day's cash; handing over; the print log."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from reception.services.books import BOOK_WORDS
from reception.ui.books.book_panel import BookPanel
from reception.ui.books.handing_panel import HandingPanel
from reception.ui.books.print_log_panel import PrintLogPanel
from reception.ui.labels import Heading
from reception.ui.row_list import RowList
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

HANDING = "handing"
PRINT_LOG = "print-log"
_LIST_LETTERS = 31


class BooksPage(QWidget):
    """The papers of many rows at the left, what the chosen one asks at the right."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Sổ, danh sách"))
        self._add(HANDING, self.tr("Bàn giao bằng quét mã"))
        for name, words in BOOK_WORDS.items():
            self._add(name, words)
        self._add(PRINT_LOG, self.tr("Nhật ký in giấy"))
        self.book = BookPanel(workplace)
        self.handing = HandingPanel(workplace)
        self.print_log = PrintLogPanel(workplace)
        self.stack = QStackedWidget()
        for panel in (self.handing, self.book, self.print_log):
            self.stack.addWidget(panel)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._go_right)
        self.list.setCurrentRow(1)

    def choose(self, name: str) -> None:
        """Show a book, the handing over, or the print log."""
        for place in range(self.list.count()):
            if self.list.item(place).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(place)

    def take_code(self, code: str) -> bool:
        """Take a scanned dossier's code, if handing over is in front."""
        takes = self.stack.currentWidget() is self.handing
        if takes:
            self.handing.take_code(code)
        return takes

    def let_go(self) -> None:
        """Somebody was blanked: what is listed here may tell of them."""
        self.print_log.refresh()
        self.handing.clear()

    def changeEvent(self, event: QEvent) -> None:
        """The list's width follows the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "list"):
            self._fit()

    def _chosen(self, item: QListWidgetItem) -> None:
        name = item.data(Qt.ItemDataRole.UserRole)
        if name == HANDING:
            self.stack.setCurrentWidget(self.handing)
            self.handing.begin()
        elif name == PRINT_LOG:
            self.stack.setCurrentWidget(self.print_log)
        else:
            self.stack.setCurrentWidget(self.book)
            self.book.show_book(name, item.text())

    def _go_right(self) -> None:
        chosen = self.stack.currentWidget()
        if chosen is not None:
            chosen.setFocus()

    def _add(self, name: str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.addItem(item)

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addWidget(self.list)
        across.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.addWidget(Heading(self.tr("Sổ và danh sách")))
        column.addLayout(across, 1)
        self._fit()

    def _fit(self) -> None:
        self.list.setFixedWidth(self.fontMetrics().averageCharWidth() * _LIST_LETTERS)
