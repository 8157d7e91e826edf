"""The one door to printers: choosing one, and putting a PDF's pages on its paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from reception.domain.errors import Trouble
from reception.printing.raster import HIGHEST_DPI, PageImage, each_page

Told = Callable[[int, int | None], object]

_SIZES = {"A4": QPageSize.PageSizeId.A4, "A5": QPageSize.PageSizeId.A5}


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """On what to print: a printer (empty: the system's own choice), ``A4`` or ``A5``, copies."""

    printer: str
    paper: str
    copies: int


def _untold(_sent: int, _total: int | None) -> None:
    """Progress that nobody watches."""


def printer_names() -> list[str]:
    """The printers that this PC knows."""
    return QPrinterInfo.availablePrinterNames()


def choose_printer(name: str) -> QPrinter | None:
    """The printer of this name, or the system's own; ``None`` where there is none.

    Tests put a printer to a PDF file in its place.
    """
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    return None if info.isNull() else QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_pages(pdf: bytes, choice: PrintChoice, progress: Told = _untold) -> None:
    """Print the very bytes that are kept, page by page at 300 dots per inch, each as it lies.

    The copies are pages of the PDF, since each carries its own mark. ``progress`` is told the
    number of pages sent and may raise to stop there.

    Raises:
        Trouble: ``no-printer`` or ``print-failed``.
    """
    printer = choose_printer(choice.printer)
    if printer is None:
        raise Trouble(
            "no-printer",
            QCoreApplication.translate(
                "printing", "Không tìm thấy máy in; hãy bật máy in hoặc chọn máy in khác."
            ),
        )
    painter = QPainter()
    try:
        for number, page in enumerate(each_page(pdf, HIGHEST_DPI)):
            progress(number, None)
            if number:
                _turn(printer, page)
            else:
                _set_paper(printer, choice.paper, page)
                _begin(painter, printer)
            painter.drawImage(printer.paperRect(QPrinter.Unit.DevicePixel), image_of(page))
    finally:
        if painter.isActive():
            painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise _failed()


def _begin(painter: QPainter, printer: QPrinter) -> None:
    if not painter.begin(printer):
        raise _failed()


def _turn(printer: QPrinter, page: PageImage) -> None:
    """Go on to the next sheet, turned as its page lies."""
    printer.setPageOrientation(_lies(page))
    if not printer.newPage():
        raise _failed()


def image_of(page: PageImage) -> QImage:
    """A picture over the page's own bytes; it must not outlive them."""
    return QImage(page.grey, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8)


def _set_paper(printer: QPrinter, paper: str, first: PageImage) -> None:
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(_lies(first))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _lies(page: PageImage) -> QPageLayout.Orientation:
    upright = page.height >= page.width
    return QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape


def _failed() -> Trouble:
    return Trouble(
        "print-failed",
        QCoreApplication.translate(
            "printing", "Máy in không nhận; hãy kiểm tra giấy, dây cắm rồi in lại."
        ),
    )
