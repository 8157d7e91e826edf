"""Opening the citizen's window, on a screen of its own if there is one, and keeping it true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from reception.ui.intake.page import IntakePage
from reception.ui.second_screen import KEPT
from reception.ui.second_screen.survey import SurveyOnScreen
from reception.ui.second_screen.to_check import to_check
from reception.ui.second_screen.view import CitizenView
from reception.ui.workplace import Workplace

_PLACE = "second-screen"
_WINDOW_SIZE = QSize(760, 520)


class SecondScreen(QObject):
    """Follows the intake form while it is in front; everywhere else the citizen sees nothing.

    Args:
        workplace: Whose desk it is.
        intake: The page that it follows.
        owner: The workspace; the window ends with it.
    """

    def __init__(self, workplace: Workplace, intake: IntakePage, owner: QWidget) -> None:
        super().__init__(owner)
        self._workplace = workplace
        self._intake = intake
        office = workplace.rules.office
        self.view = CitizenView(office.name, office.watermark, owner)
        self.view.closed.connect(self._put_away)
        self.survey = SurveyOnScreen(self.view)
        self.survey.ended.connect(self._follow)
        intake.watch.told.connect(self._follow)
        for watched in (intake, self.view):
            watched.installEventFilter(self)
        app = cast("QApplication", QApplication.instance())
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screens_changed)

    def toggle(self) -> None:
        """Show it, or put it away; this PC remembers which."""
        if self.view.isVisible():
            self.view.hide()
            self._put_away()
        else:
            self._workplace.memory.keep(KEPT, "on")
            self.show()

    def show(self) -> None:
        """Open the window where the citizen sees it."""
        window = cast("QWidget", self.view.parentWidget()).window()
        other = other_screen(window.screen(), QApplication.screens())
        if other:
            self.view.setScreen(other)
            self.view.setGeometry(other.geometry())
            self.view.showFullScreen()
        else:
            self._show_as_window(window)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever leaves the form, or locks the desk, takes what the citizen sees away."""
        if self.survey.active:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Hide and watched is self._intake:
            self.view.show_nothing()
        elif event.type() == QEvent.Type.Show:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if self.survey.active:
            return
        form = self._intake.form
        in_sight = self.view.isVisible() and self._intake.isVisible()
        # What was submitted online is not of whoever stands at the counter.
        if not in_sight or form.online:
            self.view.show_nothing()
            return
        procedure = form.procedure.procedure()
        self.view.show_to_check(to_check(form.state(), procedure, self._intake.watch.reckoning))

    def _show_as_window(self, window: QWidget) -> None:
        self.view.showNormal()
        if not self._workplace.memory.put_back(_PLACE, self.view):
            room = window.screen().availableGeometry()
            self.view.resize(_WINDOW_SIZE.boundedTo(room.size()))
            self.view.move(room.topRight() - self.view.rect().topRight())

    def _put_away(self) -> None:
        self.view.show_nothing()
        self._workplace.memory.keep(KEPT, "")
        if not self.view.isFullScreen():
            self._workplace.memory.keep_place(_PLACE, self.view)

    def _screens_changed(self) -> None:
        """A screen that goes must not leave its window over the clerk's work."""
        if not self._workplace.memory.get(KEPT):
            return
        window = cast("QWidget", self.view.parentWidget()).window()
        if other_screen(window.screen(), QApplication.screens()):
            self.show()
        elif self.view.isFullScreen():
            self.view.hide()
            self._workplace.messages.tell(
                self.tr("Màn hình thứ hai đã rút ra; cắm lại là hiện như cũ (F11: bật, tắt).")
            )


def other_screen(own: QScreen, screens: Sequence[QScreen]) -> QScreen | None:
    """The first screen beside the clerk's own."""
    return next((screen for screen in screens if screen is not own), None)
