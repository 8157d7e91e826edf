"""Books and lists on paper: the register, calls, the day's cash; handing over; the print log."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from reception.services.books import BOOK_WORDS
from reception.ui.books.book_panel import BookPanel
from reception.ui.books.handing_panel import HandingPanel
from reception.ui.books.print_log_panel import PrintLogPanel
from reception.ui.listed_page import ListedPage
from reception.ui.workplace import Workplace

HANDING = "handing"
PRINT_LOG = "print-log"
_LIST_LETTERS = 31


class BooksPage(ListedPage):
    """The papers of many rows at the left, what the chosen one asks at the right."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(_LIST_LETTERS, parent)
        self.list.setAccessibleName(self.tr("Sổ, danh sách"))
        self.add(HANDING, self.tr("Bàn giao bằng quét mã"))
        for name, words in BOOK_WORDS.items():
            self.add(name, words)
        self.add(PRINT_LOG, self.tr("Nhật ký in giấy"))
        self.book = BookPanel(workplace)
        self.handing = HandingPanel(workplace)
        self.print_log = PrintLogPanel(workplace)
        for panel in (self.handing, self.book, self.print_log):
            self.stack.addWidget(panel)
        self.lay_out(self.tr("Sổ và danh sách"))
        self.list.currentItemChanged.connect(self._chosen)
        self.list.setCurrentRow(1)

    def choose(self, name: str) -> None:
        """Show a book, the handing over, or the print log."""
        self.go_to(name)

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
