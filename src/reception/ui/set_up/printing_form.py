"""Which printer and paper this PC uses, with a page to try them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.settings import Settings
from reception.ui.labels import FormField

_PAPERS = ("A5", "A4")


class PrintingForm(QWidget):
    """Printer, paper, copies, and whether a receipt prints without being shown first."""

    sample_wanted = Signal(object)
    """Carries the :class:`Settings` to print an invented receipt with."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.printer = QComboBox()
        self.printer.addItem(self.tr("Máy in mặc định của máy tính"), "")
        for name in _printers(settings.printer):
            self.printer.addItem(name, name)
        self.printer.setCurrentIndex(max(0, self.printer.findData(settings.printer)))
        self.printer.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.printer.setMinimumContentsLength(24)
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


def _printers(kept: str) -> list[str]:
    """The printers of this PC; one that is unplugged now stays to be chosen."""
    names = QPrinterInfo.availablePrinterNames()
    return [*names, kept] if kept and kept not in names else names
