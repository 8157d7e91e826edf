"""The program's own line icons, drawn in the colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reception import paths

_SIZES = (16, 24, 48)


def icon(name: str, colour: str = "") -> QIcon:
    """The icon ``resources/icons/NAME.svg`` in ``colour``, by default that of button text.

    Icons do not follow a change of theme by themselves; a window draws them anew after it.
    """
    ink = colour or QGuiApplication.palette().color(QPalette.ColorRole.ButtonText).name()
    svg = paths.resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", ink)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    drawn = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn
