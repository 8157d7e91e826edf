"""The line at the bottom: what is safe, since when, and what was said last."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar

from reception.ui.labels import DataLabel, ElidedLabel
from reception.ui.line_words import LineWords
from reception.ui.theme import Tone

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
        self.line = LineWords()
        self._has_server = False
        self._saved_at: datetime | None = None
        self.setContentsMargins(12, 0, 12, 0)
        self.addWidget(self.message, 1)
        self.addPermanentWidget(self.state)
        self.addPermanentWidget(self.line)
        self._screens_left = 0
        self._passing = QTimer(self, singleShot=True, interval=MESSAGE_SHOWN_MS)
        self._passing.timeout.connect(self.hush)

    def show_saved(self, at: datetime) -> None:
        """Say that everything up to a moment, in the office's zone, is on disk."""
        self._saved_at = at
        said = (
            self.tr("Đã lưu lúc {time}")
            if self._has_server
            else self.tr("Mọi hồ sơ trên máy này đã lưu lúc {time}")
        )
        self.state.setText(said.format(time=f"{at:%H:%M}"))
        self.state.setAccessibleName(self.state.text())

    def show_line(self, words: str, tone: Tone, *, has_server: bool) -> None:
        """Say what is at the server above, and what is not yet."""
        self._has_server = has_server
        self.line.show_words(words, tone)
        if self._saved_at:
            self.show_saved(self._saved_at)

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
