"""One step of the tour: words in a bubble beside the thing, and a ring around it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.ui.labels import DataLabel
from reception.ui.notes import Note
from reception.ui.theme import theme_of

_LETTERS_WIDE = 46
_AWAY_PX, _EDGE_PX = 14, 8


class Ring(QWidget):
    """A frame around a thing; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def put_around(self, thing: QRect) -> None:
        """Stand a little outside a thing, as far as the window goes."""
        window = cast("QWidget", self.parentWidget()).rect()
        self.setGeometry(thing.adjusted(-5, -5, 5, 5).intersected(window))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring alone."""
        theme = theme_of(cast("QApplication", QApplication.instance()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 10, 10)
        painter.end()


class Bubble(QFrame):
    """Takes no keyboard by itself; its buttons have their Alt letters and are reached by Tab."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("bubble")
        self.words = DataLabel()
        self.words.setWordWrap(True)
        self.count = Note()
        self.skip = QPushButton(self.tr("&Bỏ qua"))
        self.next = QPushButton()
        self.next.setProperty("kind", "main")
        for button in (self.skip, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.skip)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(foot)
        self.hide()

    def show_step(self, words: str, number: int, of: int) -> None:
        """Say a step's words; the last one says so on its button."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.count.setText(self.tr("{number} trên {of}").format(number=number, of=of))
        last = number == of
        self.next.setText(self.tr("&Xong") if last else self.tr("&Tiếp theo"))
        self.skip.setVisible(not last)

    def put_beside(self, thing: QRect) -> None:
        """Stand where there is room: below the thing, above it, at its right, at its left."""
        window = cast("QWidget", self.parentWidget()).rect()
        width = min(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE, window.width() - 40)
        self.setFixedWidth(width)
        self.resize(width, self.heightForWidth(width))
        self.move(_place_for(self.size(), thing, window))


def _place_for(size: QSize, thing: QRect, window: QRect) -> QPoint:
    below = thing.bottom() + _AWAY_PX
    above = thing.top() - _AWAY_PX - size.height()
    right = thing.right() + _AWAY_PX
    left = thing.left() - _AWAY_PX - size.width()
    if below + size.height() <= window.bottom():
        place = QPoint(thing.left(), below)
    elif above >= window.top():
        place = QPoint(thing.left(), above)
    elif right + size.width() <= window.right():
        place = QPoint(right, thing.top())
    else:
        place = QPoint(left, thing.top())
    furthest_x = window.right() - size.width() - _EDGE_PX
    furthest_y = window.bottom() - size.height() - _EDGE_PX
    return QPoint(
        max(_EDGE_PX, min(place.x(), furthest_x)), max(_EDGE_PX, min(place.y(), furthest_y))
    )
