"""The line at the bottom: what is safe, since when, and what was said last."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar

from reception.ui.labels import DataLabel, ElidedLabel

MESSAGE_SHOWN_MS = 12_000


class StatusLine(QStatusBar):
    """A permanent sentence on the right, passing messages in what room there is on the left.

    Qt's own messages are drawn under the permanent words as soon as they are too long.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.message = ElidedLabel()
        self.state = DataLabel()
        self.setContentsMargins(12, 0, 12, 0)
        self.addWidget(self.message, 1)
        self.addPermanentWidget(self.state)
        self._screens_left = 0
        self._passing = QTimer(self, singleShot=True, interval=MESSAGE_SHOWN_MS)
        self._passing.timeout.connect(self.hush)

    def show_saved(self, at: datetime) -> None:
        """Say that everything up to a moment, in the office's zone, is on disk."""
        self.state.setText(
            self.tr("Mọi hồ sơ trên máy này đã lưu lúc {time} · chưa nối máy chủ").format(
                time=f"{at:%H:%M}"
            )
        )
        self.state.setAccessibleName(self.state.text())

    def say(self, text: str) -> None:
        """Show a message for some seconds."""
        self.message.setText(text)
        self._screens_left = 0
        self._passing.start()

    def leave_screen(self) -> None:
        """Take away what was said before the last screen; what was said in going to it stays."""
        self._screens_left += 1
        if self._screens_left > 1:
            self.hush()

    def hush(self) -> None:
        """Take the message away."""
        self._passing.stop()
        self.message.setText("")
