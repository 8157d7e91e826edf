"""A dialog through whose fields Enter leads."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton

from reception.ui.text_fields import is_plain_enter


class EnteringDialog(QDialog):
    """Enter goes on to the next field, and presses the button that it comes to."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on; a field of several lines keeps Enter for itself."""
        if not is_plain_enter(event):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        else:
            self.focusNextChild()
