"""A scan in full size, page by page; it is drawn here and never leaves the program as a file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.scan import CheckedScan, Media
from reception.printing.raster import render_pages
from reception.ui.labels import DataLabel
from reception.ui.scans import gives_way

_DPI = 130


class ScanViewer(QDialog):
    """Shows one scan; PageUp and PageDown turn the pages, Esc closes."""

    def __init__(self, scan: CheckedScan, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        gives_way(self)
        self._pages = _pages_of(scan)
        self._shown = 0
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(name)
        self.area = QScrollArea()
        self.area.setWidget(self.picture)
        self.area.setWidgetResizable(True)
        self.place = DataLabel()
        self.earlier = QPushButton(self.tr("Trang &trước"))
        self.earlier.clicked.connect(lambda: self.turn(-1))
        self.later = QPushButton(self.tr("Trang &sau"))
        self.later.clicked.connect(lambda: self.turn(1))
        self._lay_out()
        self.resize(parent.size() * 0.9)
        self.turn(0)

    def turn(self, by: int) -> None:
        """Show a later or an earlier page."""
        self._shown = max(0, min(self._shown + by, len(self._pages) - 1))
        self.earlier.setEnabled(self._shown > 0)
        self.later.setEnabled(self._shown < len(self._pages) - 1)
        self.place.setText(
            self.tr("Trang {page}/{pages}").format(page=self._shown + 1, pages=len(self._pages))
        )
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that turn pages."""
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in turns:
            self.turn(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page fills the width there is."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        page = self._pages[self._shown]
        width = min(max(self.area.viewport().width() - 4, 200), page.width())
        self.picture.setPixmap(
            page.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        )

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Đó&ng"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.close)
        foot = QHBoxLayout()
        for part in (self.earlier, self.later, self.place):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addWidget(self.area, 1)
        column.addLayout(foot)


def _pages_of(scan: CheckedScan) -> list[QPixmap]:
    if scan.media is not Media.PDF:
        return [QPixmap.fromImage(QImage.fromData(scan.data))]
    pages: list[QPixmap] = []
    for page in render_pages(scan.data, _DPI):
        grey = QImage.Format.Format_Grayscale8
        image = QImage(page.grey, page.width, page.height, page.stride, grey)
        pages.append(QPixmap.fromImage(image.copy()))
    return pages
