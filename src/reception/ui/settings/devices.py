"""The code scanner and the keyboard: trying the one, and sheets to lie beside both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from reception.services.desk_sheets import SheetName, sheet_pdf
from reception.ui.help_pages.asking import helped_by
from reception.ui.settings.section import Section
from reception.ui.tasks import Lane
from reception.ui.workplace import Workplace

_FILES = {SheetName.KEYBOARD: "ban-phim.pdf", SheetName.SCANNER: "may-quet-ma.pdf"}


class DevicesSection(Section):
    """Buttons only: what is set here is set in the devices themselves."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            "devices",
            QCoreApplication.translate(
                "DevicesSection",
                "Máy quét mã (QR, mã vạch) gõ chữ như một bàn phím. Thử ở đây để biết nó gửi đúng"
                " chưa; hai tờ hướng dẫn in ra để cạnh máy.",
            ),
        )
        self._workplace = workplace
        self.try_scanner = self.add_button(self.tr("&Thử máy quét…"))
        self.print_scanner = self.add_button(
            self.tr("In tờ cài đặt máy quét và &mã thử…"), main=False
        )
        self.print_keyboard = self.add_button(self.tr("In tờ &bộ gõ và các phím…"), main=False)
        self.try_scanner.clicked.connect(self._try)
        self.print_scanner.clicked.connect(partial(self._print, SheetName.SCANNER))
        self.print_keyboard.clicked.connect(partial(self._print, SheetName.KEYBOARD))
        self.setFocusProxy(self.try_scanner)
        helped_by(self, "scanning")

    def _try(self) -> None:
        from reception.ui.scanner_test.dialog import ScannerTest  # seldom wanted

        dialog = ScannerTest(self)
        dialog.sheet_wanted.connect(partial(self._print, SheetName.SCANNER))
        dialog.open()

    def _print(self, name: SheetName) -> None:
        from reception.ui.books.list_print import ListPreview, PrintedList  # printing is heavy

        def drawn(pdf: bytes) -> None:
            ListPreview(self._workplace, self.window(), PrintedList(pdf, _FILES[name]))

        self._workplace.tasks.run(partial(sheet_pdf, name), drawn, lane=Lane.OUTSIDE, owner=self)
