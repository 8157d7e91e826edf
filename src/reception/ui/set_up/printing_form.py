"""Which printer and paper this PC uses, with a page to try them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.settings import Settings
from reception.ui.dossiers.printer_box import PrinterBox
from reception.ui.labels import FormField
from reception.ui.tasks import Tasks

_PAPERS = ("A5", "A4")


class PrintingForm(QWidget):
    """Printer, paper, copies, and whether a receipt prints without being shown first."""

    sample_wanted = Signal(object)
    """Carries the :class:`Settings` to print an invented receipt with."""

    def __init__(self, tasks: Tasks, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.printer = PrinterBox(settings.printer)
        self.printer.fill(tasks)
        self.paper = QComboBox()
        for size in _PAPERS:
            self.paper.addItem(self.tr("Khổ {size}").format(size=size), size)
        self.paper.setCurrentIndex(max(0, self.paper.findData(settings.paper)))
        self.copies = QComboBox()
        self.copies.addItem(self.tr("1 bản"), 1)
        self.copies.addItem(self.tr("2 bản (một bản lưu)"), 2)
        self.copies.setCurrentIndex(max(0, self.copies.findData(settings.copies)))
        self.at_once = QCheckBox(self.tr("&In ngay khi tiếp nhận, không xem trước"))
        self.at_once.setChecked(settings.print_at_once)
        self.sample = QPushButton(self.tr("In &thử một trang"))
        self.sample.clicked.connect(lambda: self.sample_wanted.emit(self.settings()))
        self._lay_out()

    def settings(self) -> Settings:
        """This PC's settings with what is chosen here."""
        return replace(
            self._settings,
            printer=self.printer.currentData(),
            paper=self.paper.currentData(),
            copies=self.copies.currentData(),
            print_at_once=self.at_once.isChecked(),
        )

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(FormField(self.tr("&Khổ giấy hẹn"), self.paper))
        pair.addWidget(FormField(self.tr("&Số bản"), self.copies))
        trying = QHBoxLayout()
        trying.addWidget(self.sample)
        trying.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(FormField(self.tr("&Máy in"), self.printer))
        column.addLayout(pair)
        column.addWidget(self.at_once)
        column.addLayout(trying)
        self.setFocusProxy(self.printer)
