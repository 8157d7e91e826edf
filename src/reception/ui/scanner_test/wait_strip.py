"""How long after the one before each letter came, as bars under a line that none may cross."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from reception.ui.scanner import GAP_MS
from reception.ui.theme import theme_of

_LINES_HIGH = 3.4
_SCALE_MS = GAP_MS * 1.7
_WIDEST_BAR_PX = 10.0


class WaitStrip(QWidget):
    """One bar for each wait; the line stands where a person's typing begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waits: Sequence[int] = ()
        self.show_waits(())

    def show_waits(self, waits_ms: Sequence[int]) -> None:
        """Draw other waits."""
        self._waits = waits_ms
        told = ", ".join(map(str, waits_ms))
        self.setAccessibleName(
            self.tr("Khoảng chờ giữa các chữ, mili giây: {waits}").format(waits=told)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """A few lines of text high."""
        return QSize(200, round(self.fontMetrics().height() * _LINES_HIGH))

    def minimumSizeHint(self) -> QSize:
        """As high, and as narrow as need be."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars from the ground up, those above the line in the colour of faults."""
        theme = theme_of(cast("QApplication", QApplication.instance()))
        painter = QPainter(self)
        bottom = self.height() - 1.0
        high = bottom - self.fontMetrics().height()
        step = min(self.width() / max(len(self._waits), 1), _WIDEST_BAR_PX * 1.4)
        for n, wait in enumerate(self._waits):
            bar = high * min(wait / _SCALE_MS, 1.0) or 1.0
            colour = theme.problem if wait > GAP_MS else theme.accent
            painter.fillRect(QRectF(n * step, bottom - bar, step * 0.7, bar), QColor(colour))
        painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine))
        limit = bottom - high * GAP_MS / _SCALE_MS
        painter.drawLine(0, round(limit), self.width(), round(limit))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignTop, self._legend())
        painter.end()

    def _legend(self) -> str:
        return self.tr(
            "Khoảng chờ giữa các chữ; quá vạch ({limit} mili giây) thì bị coi là người gõ"
        ).format(limit=GAP_MS)
