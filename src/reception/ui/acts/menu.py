"""Menus of the dossier's page that a single letter presses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget


class LetterMenu(QMenu):
    """Lines with a letter or digit each, which presses them; arrows and Enter do as well.

    The foot says in words why there are these lines and no others.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters: dict[str, QAction] = {}

    def start(self) -> None:
        """Begin anew, without lines."""
        self.clear()
        self._letters.clear()

    def add(self, words: str, letter: str, act: Callable[[], object]) -> None:
        """One more line."""
        # Two ampersands are one: the letter at the right is the key, not one within the words.
        line = self.addAction(f"{words.replace('&', '&&')}\t{letter}")
        line.triggered.connect(partial(_press, act))
        self._letters[letter] = line

    def say(self, *lines: str) -> None:
        """Lines that only tell."""
        self.addSeparator()
        for words in lines:
            self.addAction(words.replace("&", "&&")).setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter presses its line, with or without Alt."""
        key = event.key()
        letter = chr(key) if Qt.Key.Key_0 <= key <= Qt.Key.Key_Z else ""
        line = self._letters.get(letter)
        if line is None:
            super().keyPressEvent(event)
            return
        self.close()
        line.trigger()


def _press(act: Callable[[], object]) -> None:
    # A triggered action hands its checked state over; none of these wants it.
    act()
