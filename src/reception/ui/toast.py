"""Short notices at the bottom right that take no focus and go by themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStatusBar, QWidget

from reception.ui.labels import DataLabel

SHOWN_MS = 6_000
UNDO_SHOWN_MS = 10_000
MOST_AT_ONCE = 2
_MARGIN_PX = 16


class Toast(QFrame):
    """One notice, with an optional way back such as “Hoàn tác”."""

    left = Signal(object)

    def __init__(
        self, window: QWidget, text: str, undo_text: str, undo: Callable[[], object] | None
    ) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        self.label = DataLabel(text)
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(260)
        layout.addWidget(self.label, 1)
        if undo:
            self.button = QPushButton(undo_text)
            self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.button.clicked.connect(undo)
            self.button.clicked.connect(self.leave)
            layout.addWidget(self.button)
        QTimer.singleShot(UNDO_SHOWN_MS if undo else SHOWN_MS, self, self.leave)

    def leave(self) -> None:
        """Go now."""
        self.hide()
        self.left.emit(self)
        self.deleteLater()


class Toaster(QObject):
    """Keeps at most two toasts stacked in the corner of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        window.installEventFilter(self)

    def show(
        self, text: str, undo_text: str = "", undo: Callable[[], object] | None = None
    ) -> Toast:
        """Show one more; the oldest makes room, and one that says the same."""
        for same in [toast for toast in self._toasts if toast.label.text() == text]:
            same.leave()
        while len(self._toasts) >= MOST_AT_ONCE:
            self._toasts[0].leave()
        toast = Toast(self._window, text, undo_text, undo)
        self._toasts.append(toast)
        toast.left.connect(self._gone)
        toast.show()
        self._stack()
        return toast

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's corner."""
        if event.type() == QEvent.Type.Resize:
            self._stack()
        return super().eventFilter(watched, event)

    def _gone(self, toast: Toast) -> None:
        self._toasts.remove(toast)
        self._stack()

    def _stack(self) -> None:
        status_line = self._window.findChild(QStatusBar)
        covered = status_line.height() if status_line else 0
        bottom = self._window.height() - covered - _MARGIN_PX
        for toast in reversed(self._toasts):
            toast.adjustSize()
            toast.move(self._window.width() - toast.width() - _MARGIN_PX, bottom - toast.height())
            toast.raise_()
            bottom -= toast.height() + _MARGIN_PX // 2
