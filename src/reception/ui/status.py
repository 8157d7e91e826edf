"""The line at the bottom: what is safe, since when, and what was said last."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QStatusBar

from reception.ui.labels import DataLabel

MESSAGE_SHOWN_MS = 12_000


class StatusLine(QStatusBar):
    """A permanent sentence on the right, passing messages on the left."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.state = DataLabel()
        self.setContentsMargins(8, 0, 12, 0)
        self.addPermanentWidget(self.state)

    def show_saved(self, at: datetime) -> None:
        """Say that everything up to a moment, in the office's zone, is on disk."""
        self.state.setText(
            self.tr("Mọi hồ sơ đã lưu trên máy này · {time} · chưa nối máy chủ").format(
                time=f"{at:%H:%M}"
            )
        )
        self.state.setAccessibleName(self.state.text())

    def say(self, text: str) -> None:
        """Show a message for some seconds."""
        self.showMessage(text, MESSAGE_SHOWN_MS)
