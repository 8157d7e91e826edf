"""Changing the look of the whole program, and remembering it on this PC."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reception.ui.theme import STEP_PERCENT, ThemeName, apply_theme, text_percent
from reception.ui.window_memory import WindowMemory

USUAL_PERCENT = 100


class Looks(QObject):
    """The theme and the text size; ``changed`` comes after every change."""

    changed = Signal()

    def __init__(self, app: QApplication, memory: WindowMemory) -> None:
        super().__init__(app)
        self._app = app
        self._memory = memory

    @property
    def theme(self) -> ThemeName:
        """The theme in use."""
        return self._memory.theme

    @property
    def percent(self) -> int:
        """The text size in use."""
        return self._memory.percent

    def apply(self) -> None:
        """Dress the program as remembered."""
        apply_theme(self._app, self.theme, self.percent)

    def set_theme(self, theme: ThemeName) -> None:
        """Wear another theme."""
        self._memory.theme = theme
        self._renew()

    def set_percent(self, percent: int) -> None:
        """Take another text size, the nearest that is offered."""
        self._memory.percent = text_percent(percent)
        self._renew()

    def next_theme(self) -> None:
        """Light, dark, high contrast, and light again."""
        themes = list(ThemeName)
        self.set_theme(themes[(themes.index(self.theme) + 1) % len(themes)])

    def larger(self) -> None:
        """One step larger."""
        self.set_percent(self.percent + STEP_PERCENT)

    def smaller(self) -> None:
        """One step smaller."""
        self.set_percent(self.percent - STEP_PERCENT)

    def usual(self) -> None:
        """The usual size."""
        self.set_percent(USUAL_PERCENT)

    def _renew(self) -> None:
        self.apply()
        self.changed.emit()
