"""Sentences that stay until somebody has read them, on a bar above whatever page is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from reception.ui.labels import DataLabel

_NARROW_LETTERS = 110


@dataclass(frozen=True, slots=True)
class StandingNote:
    """One sentence; ``act`` is what else can be done about it, ``do`` does it."""

    about: str
    text: str
    act: str = ""
    do: Callable[[], object] | None = None


class StandingNotes(QObject):
    """What is still to be read, the oldest first; whoever signs in sees it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: dict[str, StandingNote] = {}

    @property
    def first(self) -> StandingNote | None:
        """The one to be read now."""
        return next(iter(self._notes.values()), None)

    def say(self, note: StandingNote) -> None:
        """Put a note up; another about the same goes."""
        self._notes[note.about] = note
        self.changed.emit()

    def take_away(self, about: str) -> None:
        """It was read, or is no longer so."""
        if self._notes.pop(about, None):
            self.changed.emit()


class NoticeBar(QWidget):
    """Shows the first note, there only while there is one."""

    def __init__(self, notes: StandingNotes) -> None:
        super().__init__()
        self._notes = notes
        self.words = DataLabel()
        self.words.setObjectName("notice")
        self.words.setWordWrap(True)
        self.act = QPushButton()
        self.act.setAutoDefault(True)
        self.act.clicked.connect(self._do)
        self.read = QPushButton(self.tr("Đã đọc"))
        self.read.setAutoDefault(True)
        self.read.clicked.connect(self._read)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.act)
        buttons.addWidget(self.read)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(12, 8, 12, 0)
        self._across.setSpacing(8)
        self._across.addWidget(self.words, 1)
        self._across.addLayout(buttons)
        notes.changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large letters or little room the buttons stand under the words."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_LETTERS * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _show(self) -> None:
        note = self._notes.first
        self.setVisible(note is not None)
        if note:
            self.words.setText(note.text)
            self.act.setText(note.act)
            self.act.setVisible(bool(note.act))

    def _read(self) -> None:
        if note := self._notes.first:
            self._notes.take_away(note.about)

    def _do(self) -> None:
        note = self._notes.first
        if note and note.do:
            note.do()
