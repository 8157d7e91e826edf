"""One dressed application for all tests of the window, without a screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from reception.ui.theme import ThemeName, apply_theme
from reception.ui.translation import Language, install_language


def pytest_configure(config: pytest.Config) -> None:
    """Without a screen nothing can be raised or grabbed, and Qt warns of each attempt."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    """The application as a clerk has it: Vietnamese, light, text at 100 %."""
    install_language(qapp, Language.VIETNAMESE)
    apply_theme(qapp, ThemeName.LIGHT)
    return qapp


@pytest.fixture
def shown(app, qtbot) -> Callable[[QWidget], QWidget]:
    """Shows a widget with the keyboard in it, and puts it away after the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is widget.window())
        return widget

    return show
