"""Typing Vietnamese as UniKey and its kin do: Backspace and new letters, faster than any hand.

``QTest.keyClicks`` aborts the process on a character beyond ASCII, so each key is an event.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

SHAPES = "\u0302\u0306\u031b"


def press(widget: QWidget, key: int, text: str = "", *, repeat: bool = False) -> None:
    """One key down and up, sent as the platform sends it."""
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = QApplication.activePopupWidget() or widget
        QApplication.sendEvent(target, QKeyEvent(kind, key, none, text, repeat))


def send(widget: QWidget, text: str) -> None:
    """The characters of ``text``, one key each."""
    for character in text:
        press(widget, 0, character)


def backspace(widget: QWidget) -> None:
    press(widget, Qt.Key.Key_Backspace, "\b")


def unikey_type(widget: QWidget, text: str, method: str = "telex") -> None:
    """Type ``text`` with the typing tool on.

    VNI here sets each mark right after its letter; Telex sets the shapes (ê, ơ, đ) at once and the
    tone at the end of the word, so that the tool rewrites everything from the vowel on.
    """
    on_screen = ""
    for word, gap in _words(text):
        for stage in _stages(word, method):
            on_screen = _become(widget, on_screen, stage)
        on_screen = ""
        send(widget, gap)


def _become(widget: QWidget, on_screen: str, wanted: str) -> str:
    same = 0
    while same < min(len(on_screen), len(wanted)) and on_screen[same] == wanted[same]:
        same += 1
    for _ in on_screen[same:]:
        backspace(widget)
    send(widget, wanted[same:])
    return wanted


def _stages(word: str, method: str) -> list[str]:
    """What stands on screen after each key of the word."""
    stages: list[str] = []
    done = ""
    for letter in unicodedata.normalize("NFC", word):
        base, *marks = unicodedata.normalize("NFD", letter)
        base = {"đ": "d", "Đ": "D"}.get(base, base)
        shape = _joined(base, [mark for mark in marks if mark in SHAPES])
        steps = [base, "đ" if letter == "đ" else "Đ" if letter == "Đ" else shape]
        if method == "vni":
            steps.append(letter)
        stages += [done + step for step in dict.fromkeys(steps)]
        done += steps[-1]
    if method == "telex":
        stages.append(unicodedata.normalize("NFC", word))
    return stages


def _joined(base: str, marks: list[str]) -> str:
    return unicodedata.normalize("NFC", base + "".join(marks))


def _words(text: str) -> list[tuple[str, str]]:
    words = text.split(" ")
    return [(word, " " if place < len(words) - 1 else "") for place, word in enumerate(words)]
