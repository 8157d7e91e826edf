"""A chart on the screen: painted in the theme's colours, walked through by keys, told in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from reception.domain.chart import Chart
from reception.domain.chart_drawing import Area, Drawn, Spot, Stroke, Words, draw, narrowest
from reception.domain.chart_palette import ON_DARK, ON_PAPER
from reception.domain.listing import ListQuery
from reception.ui.theme import Theme, ThemeName, theme_of

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FRAME_PX = 2


def inks_of(theme: Theme) -> Mapping[str, str]:
    """The picture's colours on a theme's own ground."""
    palette = ON_PAPER if theme.name is ThemeName.LIGHT else ON_DARK
    own = {"text": theme.text, "muted": theme.muted, "line": theme.line, "ground": theme.surface}
    return {**palette, **own}


class ChartView(QWidget):
    """Arrow keys go from label to label; Enter asks for the list behind one (``wanted``)."""

    wanted = Signal(ListQuery)
    # The words of the label that is now current, and where it stands.
    moved = Signal(str, object)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self.place = 0
        self._drawn = Drawn(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name_place()
        self._draw_anew()

    @property
    def query(self) -> ListQuery | None:
        """The list behind the current label, if there is one."""
        return self.chart.lists[self.place] if self.place < len(self.chart.lists) else None

    def go_to(self, place: int) -> None:
        """Make a label the current one."""
        self.place = max(0, min(place, len(self.chart.labels) - 1))
        self._name_place()
        self.update()
        if self.place < len(self._drawn.spots):
            spot = _rect(self._drawn.spots[self.place]).toRect()
            self.moved.emit(self.chart.told(self.place), spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the labels, and open the list behind one."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go_to(self.place + _STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self.chart.labels) - 1)
        elif key in _ENTER and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at a label."""
        for place, spot in enumerate(self._drawn.spots):
            if _rect(spot).contains(event.position()):
                self.go_to(place)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open the list behind the label pointed at."""
        self._open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is; the height follows."""
        super().resizeEvent(event)
        self._draw_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters take other room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._draw_anew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Put the marks down, and a frame around the current label."""
        theme = theme_of(_application())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.surface))
        _put_marks(painter, self._drawn, inks_of(theme), self._font())
        if self.hasFocus() and self.place < len(self._drawn.spots):
            painter.setPen(QPen(QColor(theme.accent), _FRAME_PX))
            painter.drawRect(_rect(self._drawn.spots[self.place]).adjusted(1, 1, -1, -1))
        painter.end()

    def _open(self) -> None:
        if self.query is not None:
            self.wanted.emit(self.query)

    def _name_place(self) -> None:
        """A screen reader reads the name anew whenever it changes."""
        told = self.chart.told(self.place) if self.chart.labels else ""
        self.setAccessibleName(f"{self.chart.title}. {told}")
        self.setAccessibleDescription(self.chart.foot)

    def _draw_anew(self) -> None:
        size = float(QFontInfo(self.font()).pixelSize())
        metrics = QFontMetricsF(self._font())

        def measure(text: str, _size: float) -> float:
            return metrics.horizontalAdvance(text)

        self.setMinimumWidth(round(narrowest(self.chart, size, measure)))
        width = max(self.width(), self.minimumWidth())
        self._drawn = draw(self.chart, width, size, measure)
        self.setFixedHeight(round(self._drawn.height) + 2)
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(QFontInfo(self.font()).pixelSize())
        return font


def _put_marks(painter: QPainter, drawn: Drawn, inks: Mapping[str, str], font: QFont) -> None:
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for mark in drawn.marks:
        match mark:
            case Area(points, ink):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(inks[ink]))
                painter.drawPolygon(_polygon(points))
            case Stroke(points, ink, width):
                painter.setPen(QPen(QColor(inks[ink]), width))
                painter.drawPolyline(_polygon(points))
            case Words(x, y, text, _size, anchor, ink):
                wide = metrics.horizontalAdvance(text)
                shift = {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
                painter.setPen(QColor(inks[ink]))
                painter.drawText(QPointF(x - shift, y), text)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _rect(spot: Spot) -> QRectF:
    return QRectF(spot.x, spot.y, spot.width, spot.height)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - a widget lives in one
    return application
