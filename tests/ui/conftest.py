"""One dressed application for all tests of the window, without a screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test sees the printers of the machine that it runs on.
os.environ["CUPS_SERVER"] = "localhost:9"

from collections.abc import Callable, Generator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception.ui.program import Program
from reception.ui.scanner import Scanner
from reception.ui.theme import ThemeName, apply_theme
from reception.ui.translation import Language, install_language


def pytest_configure(config: pytest.Config) -> None:
    """Without a screen nothing can be raised or grabbed, and Qt warns of each attempt."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


_PATIENCE_MS = 60_000
"""A loaded machine may stand still for seconds; only what never comes fails a test."""


class PatientBot(QtBot):
    """Waits as long as it takes."""

    def waitUntil(self, callback, *, timeout=_PATIENCE_MS):  # noqa: N802 - pytest-qt's own name
        return super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=_PATIENCE_MS, **how):  # noqa: N802 - pytest-qt's own name
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitExposed(self, widget, *, timeout=_PATIENCE_MS):  # noqa: N802 - pytest-qt's own name
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _nobody_stays_to_listen(qapp: QApplication) -> Generator[None]:
    """What outlives its test would take the keys of the next ones."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [one for one in qapp.children() if isinstance(one, (Program, Scanner))]
    for one in left:
        qapp.removeEventFilter(one)
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert left == []


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
