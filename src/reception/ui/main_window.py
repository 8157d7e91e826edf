"""The one window of the program: whatever screen is due, above the line that says what is safe.

It is painted before the register, the services and the pages are even imported: a clerk who has
clicked the icon sees at once that it was heard.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QStyle, QWidget

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
        self.setMinimumSize(QSize(*_SMALLEST_SIZE).boundedTo(self._room()))
        self.setWindowTitle(self.tr("Một cửa"))
        if not self.memory.put_back(_PLACE, self):
            self._take_usual_size()

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

    def _take_usual_size(self) -> None:
        """The usual size, or all of a screen that is smaller."""
        usual, room = QSize(*_USUAL_SIZE), self._room()
        self.resize(usual.boundedTo(room))
        if usual.boundedTo(room) != usual:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _room(self) -> QSize:
        """What the screen leaves beside its own bars and the window's title."""
        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        return self.screen().availableGeometry().size() - QSize(0, title)

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
