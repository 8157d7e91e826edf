"""Nobody at the desk: after some minutes without a key or the mouse, and when the PC slept.

It looks at the clock every few seconds, also while a dialog, a dialog upon a dialog or a menu
stands open: those run loops of their own, in which timers go on.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reception.ui.windows_session import listen

FEWEST_MINUTES, MOST_MINUTES, USUAL_MINUTES = 1, 15, 5

_LOOK_EVERY_MS = 5_000
# A beat that comes so much later than the one before: the PC slept in between.
_SLEPT_S = 30.0
_SIGNS_OF_LIFE = frozenset({
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
})  # fmt: skip


class IdleLock(QObject):
    """Emits ``due`` when the desk should be locked; again and again until somebody is there.

    Args:
        app: The application to watch.
        window: Its main window, which Windows tells of the session.
        minutes: After how many minutes; asked anew each time.
        seconds: A count that only runs forward; it need not run while the PC sleeps.
        wall_s: The seconds of the wall clock, which do.
    """

    due = Signal()

    def __init__(
        self,
        app: QApplication,
        window: QWidget,
        minutes: Callable[[], int],
        wall_s: Callable[[], float],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(window)
        self._minutes, self._wall_s, self._seconds = minutes, wall_s, seconds
        self._last_s = self._beat_s = seconds()
        self._beat_wall_s = wall_s()
        self._pointer = (0.0, 0.0)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._app = app
        app.installEventFilter(self)
        self._heard = listen(app, window, self.due.emit)

    def look(self) -> None:
        """See whether somebody was here lately."""
        now_s, wall_s = self._seconds(), self._wall_s()
        slept = max(now_s - self._beat_s, wall_s - self._beat_wall_s) > _SLEPT_S
        self._beat_s, self._beat_wall_s = now_s, wall_s
        idle_s = now_s - self._last_s
        if slept or (idle_s >= 60 * FEWEST_MINUTES and idle_s >= 60 * self._allowed()):
            self.due.emit()

    def idle_s(self) -> float:
        """For how many seconds nobody has touched the PC."""
        return self._seconds() - self._last_s

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take every key and every move of the mouse for a sign of life; nothing is kept back."""
        kind = event.type()
        if kind in _SIGNS_OF_LIFE or (kind == QEvent.Type.MouseMove and self._has_moved(event)):
            self._last_s = self._seconds()
        return False

    def _has_moved(self, event: QEvent) -> bool:
        """Whether the mouse moved; Qt tells a window that moves under a mouse at rest, too."""
        if not isinstance(event, QMouseEvent):
            return False
        before, place = self._pointer, event.globalPosition()
        self._pointer = (place.x(), place.y())
        return self._pointer != before

    def _allowed(self) -> int:
        return min(MOST_MINUTES, max(FEWEST_MINUTES, self._minutes()))
