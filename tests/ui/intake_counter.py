"""A clerk at the intake screen: a real register, the page in a window, a keyboard and a scanner."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

from dossier_desk import open_workplace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from unikey import press, send

from reception.domain.accounts import Account, Role
from reception.domain.citizen_card import parse_card
from reception.services import drafting, lookup
from reception.storage import lists
from reception.ui.intake.page import IntakePage
from reception.ui.scanner import Scanner
from reception.ui.workplace import Workplace

CLERK = Account("maylt", "Lường Thị May", Role.CLERK)
CARD = "012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu, Xã Thử, Huyện Ví Dụ, Lai Châu|02102024||||"
OTHER_CARD = "012091005678||Quàng Văn Thử|07081991|Nam|Bản Khác, Xã Thử, Lai Châu|02102024||||"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Counter:
    """The page and what a clerk does at it; ``commands`` and ``typed`` count the keys."""

    def __init__(self, workplace: Workplace, window: QMainWindow, qtbot):
        self.workplace = workplace
        self.window = window
        self.qtbot = qtbot
        self.printed: list[tuple[str, str]] = []
        self.told: list[str] = []
        self.commands = 0
        self.typed = 0
        self.scan_ms = 10_000
        self.scanner = Scanner(QApplication.instance(), self._is_card, lambda: self.scan_ms)
        self.scanner.scanned.connect(lambda text: self.page.take_card(parse_card(text)))
        workplace.messages.told.connect(self.told.append)
        self.page = self.open_page()

    def open_page(self) -> IntakePage:
        """A page object of its own on the register, as after a restart."""
        self.page = IntakePage(self.workplace, lambda _place, *what: self.printed.append(what))
        self.window.setCentralWidget(self.page)
        self.page.start()
        return self.page

    @property
    def form(self):
        return self.page.form

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        """Type at a person's speed into whatever has the keyboard."""
        for letter in text:
            self.scan_ms += 200
            send(self.focus(), letter)
            self.scan_ms += 200
            self.qtbot.waitUntil(lambda: not self.scanner._held)
        self.typed += len(text)

    def key(self, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        """One command key."""
        self.commands += 1
        self.scan_ms += 200
        if key == Qt.Key.Key_Return and not held:
            press(self.focus(), key, "\r")
        else:
            QTest.keyClick(self.focus(), key, held)
        self.scan_ms += 200
        self.qtbot.waitUntil(lambda: not self.scanner._held)

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return)

    def commit(self) -> None:
        self.key(Qt.Key.Key_Return, CTRL)

    def scan(self, card: str = CARD) -> None:
        """A scanner's burst into whatever has the keyboard, with the Enter that it sends."""
        with self.qtbot.waitSignal(self.scanner.scanned):
            for letter in card:
                self.scan_ms += 2
                press(self.focus(), 0, letter)
            press(self.focus(), Qt.Key.Key_Return, "\r")
        self.settle()

    def settle(self) -> None:
        """Wait until the register has answered."""
        self.qtbot.waitUntil(lambda: not self.workplace.tasks.busy)

    def choose(self, letters: str) -> None:
        """Find a procedure by a few letters and take it."""
        self.form.procedure.setFocus()
        self.type(letters)
        self.enter()

    def received(self) -> list:
        """All dossiers in the register, newest first."""
        desk = self.workplace.rules
        numbers = [row[0] for row in desk.database.rows("SELECT n FROM dossier ORDER BY n DESC")]
        rows = lists.page(desk.database, numbers)
        return [lookup.open_dossier(desk, row.dossier_id).dossier for row in rows]

    def drafts(self) -> list:
        return drafting.of_login(self.workplace.rules, CLERK.login)

    @staticmethod
    def _is_card(text: str) -> bool:
        return parse_card(text) is not None


@contextmanager
def open_counter(folder: Path, clock, qtbot):
    """The desk open for the day, the intake screen in front."""
    window = QMainWindow()
    broken: list[BaseException] = []
    with open_workplace(folder, CLERK, clock, window) as workplace:
        workplace.tasks.broken.connect(broken.append)
        counter = Counter(workplace, window, qtbot)
        try:
            window.resize(1280, 720)
            with qtbot.waitExposed(window):
                window.show()
            window.activateWindow()
            qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
            counter.form.owner.identity.setFocus()
            yield counter
        finally:
            counter.settle()
            counter.scanner.parent().removeEventFilter(counter.scanner)
            counter.scanner.deleteLater()
            window.close()
            window.deleteLater()
    assert broken == []
