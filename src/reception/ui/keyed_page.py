"""A page whose keys hold wherever on it the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyedPage(QWidget):
    """Set ``key_acts`` for keys alone, and ``finish`` for Ctrl+Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key_acts: dict[int, Callable[[], None]] = {}
        self.finish: Callable[[], None] | None = None

    def event(self, event: QEvent) -> bool:
        """Claim the page's keys before a menu of the window, which may show the same ones."""
        if event.type() == QEvent.Type.ShortcutOverride and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key is for, wherever on the page the keyboard is."""
        if act := self._act_of(event):
            act()
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QEvent) -> Callable[[], None] | None:
        if not isinstance(event, QKeyEvent):
            return None
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.NoModifier:
            return self.key_acts.get(event.key())
        is_finish = held == Qt.KeyboardModifier.ControlModifier and event.key() in _ENTER
        return self.finish if is_finish else None
