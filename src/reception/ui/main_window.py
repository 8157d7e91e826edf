"""The one window of the program: whatever screen is due, above the line that says what is safe.

It is painted before the register, the services and the pages are even imported: a clerk who has
clicked the icon sees at once that it was heard.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from reception.ui.looks import Looks
from reception.ui.status import StatusLine
from reception.ui.translation import install_language
from reception.ui.window_memory import WindowMemory

_PLACE = "main"
_USUAL_SIZE = (1280, 720)
_SMALLEST_SIZE = (800, 560)


class MainWindow(QMainWindow):
    """Shows one screen at a time: first run, sign-in, or the workspace of who signed in.

    Args:
        app: The application; it is dressed as this PC remembers.
        folder: The data folder, where the looks are remembered.
    """

    painted = Signal()
    """Once, when the first screen has been drawn."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.memory = WindowMemory(folder / "window.ini")
        install_language(app, self.memory.language)
        self.looks = Looks(app, self.memory)
        self.looks.apply()
        super().__init__()
        self._painted = False
        self.status = StatusLine()
        self.setStatusBar(self.status)
        self.screens = QStackedWidget()
        self.setCentralWidget(self.screens)
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.setWindowTitle(self.tr("Một cửa"))
        if not self.memory.put_back(_PLACE, self):
            self.resize(*_USUAL_SIZE)

    def show_screen(self, screen: QWidget) -> None:
        """Put a screen in front; the one behind it stays as it is."""
        if self.screens.indexOf(screen) < 0:
            self.screens.addWidget(screen)
        self.screens.setCurrentWidget(screen)
        screen.setFocus()

    def drop_screen(self, screen: QWidget) -> None:
        """Take a screen away for good."""
        self.screens.removeWidget(screen)
        screen.deleteLater()

    def drop_all(self) -> None:
        """Take every screen away."""
        while screen := self.screens.currentWidget():
            self.drop_screen(screen)

    def when_painted(self, act: Callable[[], object]) -> None:
        """Do something as soon as the present screen has been drawn."""
        if self._painted:
            QTimer.singleShot(0, self, act)
        else:
            self.painted.connect(act)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once of the first drawing, after everything else in it has been drawn too."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; nothing is asked, hidden pages keep their drafts."""
        self.memory.keep_place(_PLACE, self)
        self.memory.save()
        super().closeEvent(event)
