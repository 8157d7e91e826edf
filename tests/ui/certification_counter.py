"""A clerk at the certification screen: a real register, the page, a keyboard and a scanner."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

from dossier_desk import open_workplace
from intake_counter import CLERK, Counter
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from reception.ui.certification.page import CertificationPage


class KeyRecorder(QObject):
    """Counts the keys that are pressed, Ctrl among them; a scanner's burst counts as one scan."""

    def __init__(self, desk: Desk) -> None:
        app = QApplication.instance()
        super().__init__(app)
        self._desk = desk
        self.keys: list[str] = []
        self.scans = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # Where it is aimed at: its way on to the parents is no other key, nor is a key that the
            # scanner's watch held back for a blink and now gives back.
            aimed_at = (QApplication.focusWidget(), QApplication.activePopupWidget())
            if watched in aimed_at and not self._desk.scanner._giving_back:
                self.keys.append(event.text() or str(event.key()))
        return False

    def stop(self) -> None:
        self.parent().removeEventFilter(self)

    def scan(self, card: str) -> None:
        before = list(self.keys)
        self._desk.scan(card)
        self.keys = before
        self.scans += 1


class Desk(Counter):
    """The page and what a clerk does at it; the recorder counts the keys as they come."""

    def open_page(self) -> CertificationPage:
        self.page = CertificationPage(
            self.workplace, lambda _place, dossier_id: self.printed.append(dossier_id)
        )
        self.window.setCentralWidget(self.page)
        return self.page

    def line(self, place: int = 0):
        return self.form.items.lines[place]

    def certified(self) -> list:
        return self.received()


@contextmanager
def open_certification(folder: Path, clock, qtbot):
    """The desk open for the day, the certification screen in front."""
    window = QMainWindow()
    broken: list[BaseException] = []
    with open_workplace(folder, CLERK, clock, window) as workplace:
        workplace.tasks.broken.connect(broken.append)
        desk = Desk(workplace, window, qtbot)
        try:
            window.resize(1280, 720)
            with qtbot.waitExposed(window):
                window.show()
            window.activateWindow()
            qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
            desk.form.person.identity.setFocus()
            desk.settle()
            yield desk
        finally:
            desk.settle()
            desk.scanner.parent().removeEventFilter(desk.scanner)
            desk.scanner.deleteLater()
            window.close()
            window.deleteLater()
    assert broken == []
