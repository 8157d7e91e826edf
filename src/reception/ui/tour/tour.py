"""Leading a new person over the home page, step by step, as long as they like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from reception.ui.home.page import HomePage
from reception.ui.tour.bubble import Bubble, Ring


@dataclass(frozen=True, slots=True)
class Step:
    """What is pointed at, and what is said of it."""

    thing: QWidget
    words: str


class Tour(QObject):
    """Goes over the steps; while another page is in front it waits, and nothing is ever blocked.

    Args:
        home: The page that it leads over.
        steps: What to point at, in order; what cannot be seen is passed over.
    """

    ended = Signal()

    def __init__(self, home: HomePage, steps: Sequence[Step]) -> None:
        super().__init__(home)
        self._home = home
        self._steps = [step for step in steps if step.thing.isEnabled()]
        self._at = -1
        window = home.window()
        self.ring, self.bubble = Ring(window), Bubble(window)
        self.bubble.next.clicked.connect(self.go_on)
        self.bubble.skip.clicked.connect(self.end)
        for watched in (window, home):
            watched.installEventFilter(self)
        home.area.verticalScrollBar().valueChanged.connect(self._place)
        self.go_on()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._steps[self._at]

    def go_on(self) -> None:
        """The next step that can be seen; after the last the tour is over."""
        self._at += 1
        while self._at < len(self._steps) and not self.step.thing.isVisibleTo(self._home.window()):
            self._at += 1
        if self._at >= len(self._steps):
            self.end()
            return
        left = self._steps[self._at :]
        self.bubble.show_step(self.step.words, self._at + 1, self._at + len(left))
        if self._home.isAncestorOf(self.step.thing):
            self._home.area.ensureWidgetVisible(self.step.thing)
        self._show()

    def end(self) -> None:
        """Go, for good."""
        for part in (self.ring, self.bubble):
            part.hide()
            part.deleteLater()
        for watched in (self._home.window(), self._home):
            watched.removeEventFilter(self)
        self._home.area.verticalScrollBar().valueChanged.disconnect(self._place)
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window, and stand back while the home page is not in front."""
        if watched is self._home and event.type() == QEvent.Type.Hide:
            self.ring.hide()
            self.bubble.hide()
        elif watched is self._home and event.type() == QEvent.Type.Show:
            self._show()
        elif event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            self._place()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if not self._home.isVisible():
            return
        self._place()
        for part in (self.ring, self.bubble):
            part.show()
            part.raise_()

    def _place(self) -> None:
        thing = self._rect()
        self.ring.put_around(thing)
        self.bubble.put_beside(thing)

    def _rect(self) -> QRect:
        """Where the thing is in the window, as far as it is in sight."""
        thing, window = self.step.thing, self._home.window()
        place = QRect(thing.mapTo(window, QPoint(0, 0)), thing.size())
        if self._home.isAncestorOf(thing):
            area = self._home.area.viewport()
            seen = QRect(area.mapTo(window, QPoint(0, 0)), area.size())
            place = place.intersected(seen) if place.intersects(seen) else place
        return place
