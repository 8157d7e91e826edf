"""Garbage is collected on the UI thread, never in a lane.

Python collects cycles on whichever thread happens to allocate, and widgets die with the cycles that
hold them; Qt does not survive a widget that another thread destroys.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1_000


class Collector(QObject):
    """Does by a timer what Python would do by itself; make it and close it on the UI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds, if any is."""
        due = [
            generation
            for generation, (count, most) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > most
        ]
        if due:
            gc.collect(due[-1])

    def close(self) -> None:
        """Give the collecting back to Python, once no lane is working any more."""
        self._timer.stop()
        gc.enable()
