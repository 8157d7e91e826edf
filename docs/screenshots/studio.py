# ruff: noqa: INP001 -- beside two scripts, not a package
"""The demo's window on a fixed working morning, to be photographed; everybody in it is invented."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.domain.accounts import Role
from reception.domain.listing import Shelf
from reception.domain.moments import OFFICE_ZONE
from reception.services import lookup, sign_in
from reception.services.demo import PIN
from reception.ui.main_window import MainWindow
from reception.ui.program import Program
from reception.ui.scans import read_scan
from reception.ui.sign_in.page import SignInPage
from reception.ui.workspace import Workspace

MORNING = datetime(2026, 11, 18, 9, 12, tzinfo=OFFICE_ZONE)
CARD = (
    "011192004521||Lường Thị Ánh Hồng|14031992|Nữ|Bản Noong Chứn, Mường Thanh, Điện Biên|21052024"
)


class Studio:
    """The running demo, and what somebody at it does."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window

    @property
    def workspace(self) -> Workspace:
        """The screens of the demo's clerk."""
        if self.program.workspace is None:
            raise RuntimeError("nobody is at the desk")
        return self.program.workspace

    def sign_in_as(self, role: Role) -> None:
        """Let the demo's first person of a role take the place of whoever is at the desk."""
        self.program.lock()
        cover = self.program.curtain.page
        if not isinstance(cover, SignInPage):
            raise TypeError("the desk is not locked")
        people = sign_in.accounts(self.workspace.workplace.rules)
        cover.choose(next(person.login for person in people if person.role is role))
        cover.secret.setText(PIN)
        QTest.keyClick(cover.secret, Qt.Key.Key_Return)
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for is shown."""
        QTest.qWait(300)
        while self.program.tasks.busy:
            QTest.qWait(20)
        QTest.qWait(50)

    def receive(self) -> None:
        """Scan a card and choose a procedure."""
        self.workspace.take_scan(read_scan(CARD))
        form = self.workspace.pages.intake.form
        form.owner.phone.set_value("0396 418 205")
        self.settle()
        QTest.keyClicks(form.procedure, "dang ky khai sinh")
        QTest.keyClick(form.procedure, Qt.Key.Key_Return)
        self.settle()

    def open_overdue(self) -> None:
        """Open the dossier that is overdue for longest."""
        (row, *_others) = lookup.shelf(self.workspace.workplace.rules, Shelf.OVERDUE, 1)
        self.workspace.open_dossier(row.dossier_id)
        self.settle()


@contextmanager
def opened_studio(size: tuple[int, int]) -> Generator[Studio]:
    """The demo in a window of a size, its clerk at work."""
    app = QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        window = MainWindow(app, Path(folder))
        window.show()
        # The screen that it is drawn on may be smaller than what is to be photographed.
        window.showNormal()
        window.resize(*size)
        program = Program(app, window, Path(folder), lambda: MORNING)
        ready = QEventLoop()
        program.ready.connect(ready.quit)
        program.begin_demo()
        ready.exec()
        studio = Studio(program)
        studio.settle()
        yield studio
        window.close()
        program.end()
