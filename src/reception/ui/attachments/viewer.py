"""A scan in full size, page by page; it is drawn here and never leaves the program as a file.

A page of a PDF is drawn when somebody turns to it: others may have sent hundreds, of any size.
"""

from __future__ import annotations

from functools import partial

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
from reception.printing.apart import Picture, page_of
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import DataLabel
from reception.ui.scans import gives_way
from reception.ui.tasks import Failure, Lane, Tasks

_DPI = 130
_MOST_KEPT = 12  # pages drawn already


class ScanViewer(QDialog):
    """Shows one scan; PageUp and PageDown turn the pages, Esc closes.

    Args:
        scan: The scan, judged already.
        name: What its file is called.
        tasks: The lanes, where pages are drawn.
        parent: The window that it stands before.
    """

    def __init__(self, scan: CheckedScan, name: str, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        offer_help(self, "attachments")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        gives_way(self)
        self._scan, self._name, self._tasks = scan, name, tasks
        self._pages: dict[int, QPixmap] = {}
        if scan.media is not Media.PDF:
            self._pages[0] = QPixmap.fromImage(QImage.fromData(scan.data))
        self._shown = 0
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.picture.setWordWrap(True)
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
        self._shown = max(0, min(self._shown + by, self._scan.pages - 1))
        self.earlier.setEnabled(self._shown > 0)
        self.later.setEnabled(self._shown < self._scan.pages - 1)
        self.place.setText(
            self.tr("Trang {page}/{pages}").format(page=self._shown + 1, pages=self._scan.pages)
        )
        if self._shown in self._pages:
            self._draw()
        else:
            self._ask_for(self._shown)

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

    def _ask_for(self, number: int) -> None:
        self.picture.setText(self.tr("Đang mở trang…"))
        self._tasks.run(
            partial(page_of, self._scan.data, self._name, number, _DPI),
            partial(self._arrived, number),
            self._refused,
            lane=Lane.OUTSIDE,
            owner=self,
        )

    def _arrived(self, number: int, page: Picture) -> None:
        image = QImage(
            page.rgb, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888
        )
        if len(self._pages) >= _MOST_KEPT:
            self._pages.pop(next(iter(self._pages)))
        self._pages[number] = QPixmap.fromImage(image.copy())
        if number == self._shown:
            self._draw()

    def _refused(self, failure: Failure) -> None:
        self.picture.setText(failure.text)

    def _draw(self) -> None:
        page = self._pages.get(self._shown)
        if page is None:
            return
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
