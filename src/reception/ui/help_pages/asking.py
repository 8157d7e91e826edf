"""Asking for help: which page belongs to where the keyboard is, and opening it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from reception.ui.help_pages.window import HelpWindow

_TOPIC = "helpTopic"


def helped_by(widget: QWidget, topic: str) -> None:
    """Say which page of the help tells of a widget and all that is in it."""
    widget.setProperty(_TOPIC, topic)


def topic_at(widget: QWidget | None) -> str:
    """The page that tells of a place in the window: of it, or of what it lies in."""
    while widget is not None:
        topic = widget.property(_TOPIC)
        if topic:
            return str(topic)
        widget = widget.parentWidget()
    return ""


def offer_help(screen: QWidget, topic: str) -> None:
    """Let F1 open a page of the help wherever in a screen or dialog the keyboard is."""
    helped_by(screen, topic)
    key = QShortcut(QKeySequence("F1"), screen)
    key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    key.activated.connect(partial(_help, screen, topic))


def _help(screen: QWidget, topic: str) -> None:
    # Before a locked desk nothing else may be seen.
    if screen.window().windowModality() is not Qt.WindowModality.ApplicationModal:
        show_help(screen, topic_at(QApplication.focusWidget()) or topic)


def show_help(owner: QWidget, topic: str) -> HelpWindow:
    """Open the help at a page, or turn to it where the help is open already."""
    from reception.ui.help_pages.window import HelpWindow  # not before somebody asks

    window = owner.window()
    shown = window.findChild(HelpWindow)
    if shown is None or not shown.isVisible():
        shown = HelpWindow(window, topic)
    else:
        shown.show_topic(topic)
    shown.show()
    shown.activateWindow()
    return shown
