"""The whole program on a real register, for tests that sit before its window."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from unikey import press, send

from reception.domain.accounts import Account, Role
from reception.services.desk import open_desk
from reception.services.sign_in import put_account
from reception.ui.main_window import MainWindow
from reception.ui.program import Program
from reception.ui.workspace import Workspace

ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
CLERK = Account("maylt", "Lường Thị May", Role.CLERK)
SPECIALIST = Account("son", "Quàng Văn Sơn", Role.SPECIALIST)
PIN = "2468"
# What lies within what lies within a scrolled area finds its height one pass after the other.
_PASSES = 4


class Sitting:
    """A person before the window."""

    def __init__(self, program: Program, qtbot):
        self.program = program
        self.window = program.window
        self.qtbot = qtbot

    @property
    def workspace(self) -> Workspace:
        assert self.program.workspace is not None
        return self.program.workspace

    @property
    def screen(self) -> QWidget:
        curtain = self.program.curtain
        return curtain.page if curtain.drawn else self.window.screens.currentWidget()

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def settle(self) -> None:
        """Wait until the register has answered and the screens have taken it."""
        self.qtbot.waitUntil(lambda: not self.program.tasks.busy)
        for _ in range(_PASSES):
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Put a text into the focused line, as pasting does."""
        line = self.focus()
        assert isinstance(line, QLineEdit)
        line.selectAll()
        line.insert(text)

    def type(self, text: str) -> None:
        """Type letter by letter."""
        for letter in text:
            send(self.focus(), letter)

    def key(self, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, held)

    def enter(self) -> None:
        press(self.focus(), Qt.Key.Key_Return, "\r")

    def sign_in(self, account: Account = ADMINISTRATOR, pin: str = PIN) -> Workspace:
        self.qtbot.waitUntil(self.screen.secret.hasFocus)
        self.screen.choose(account.login)
        self.write(pin)
        self.enter()
        self.qtbot.waitUntil(lambda: self.screen is self.program.workspace)
        self.qtbot.waitUntil(lambda: bool(self.workspace.home.title.text()))
        self.settle()
        return self.workspace


def add_people(folder: Path, clock) -> None:
    """A clerk and a specialist beside the administrator."""
    desk = open_desk(folder, clock)
    for account in (CLERK, SPECIALIST):
        put_account(desk, account, PIN, by=ADMINISTRATOR)
    desk.close()


@contextmanager
def sitting_down(app, folder: Path, clock, qtbot, plan=None) -> Generator[Sitting]:
    """The program running on a folder, its window active."""
    window = MainWindow(app, folder)
    program = Program(app, window, folder, clock, plan)
    try:
        program.begin()
        with qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        yield Sitting(program, qtbot)
    finally:
        window.close()
        program.end()
        let_go(window, program)


def let_go(*objects: QObject) -> None:
    """Delete at once: what outlives its test would hear and keep back the keys of the next."""
    for each in objects:
        each.deleteLater()
        QCoreApplication.sendPostedEvents(each, QEvent.Type.DeferredDelete)
