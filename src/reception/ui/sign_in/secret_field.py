"""The input of a PIN or password: never shown, never tidied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reception.ui.text_fields import is_plain_enter


class SecretField(QLineEdit):
    """A PIN or password; ``entered`` comes with Enter, which also moves on."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; it never presses a default button."""
        super().keyPressEvent(event)
        if is_plain_enter(event):
            event.accept()
            self.focusNextChild()
            self.entered.emit()
