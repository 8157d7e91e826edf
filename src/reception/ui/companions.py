"""What may stand beside a person's work: the help, the tour, the citizen's own screen.

Each is loaded when it is first wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reception.domain.accounts import Right
from reception.ui import second_screen, tour
from reception.ui.help_pages.asking import show_help, topic_at

if TYPE_CHECKING:
    from reception.domain.dossier import Dossier
    from reception.ui.second_screen.showing import SecondScreen
    from reception.ui.survey.dialog import SurveyDialog
    from reception.ui.tour.tour import Tour
    from reception.ui.workspace import Workspace


class Companions(QObject):
    """Opens them for one person's workspace, and ends with it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._workplace = workspace.workplace
        self.second_screen: SecondScreen | None = None
        self.tour: Tour | None = None
        self.survey: SurveyDialog | None = None

    def begin(self) -> None:
        """Bring back what this PC remembers, and lead a new person over the home page."""
        kept = self._workplace.memory.get(second_screen.KEPT)
        may_receive = self._workplace.account.may(Right.RECEIVE)
        if kept and may_receive and len(QApplication.screens()) > 1:
            self._made_second_screen().show()
        seen = self._workplace.memory.get(tour.SEEN.format(login=self._workplace.account.login))
        if not seen and not self._workplace.demo:
            once = Qt.ConnectionType.SingleShotConnection
            self._workspace.home.filled.connect(self.show_tour, once)

    def show_help(self, otherwise: str) -> None:
        """Open the help at the page that tells of where the keyboard is."""
        here = topic_at(QApplication.focusWidget())
        topic = here or topic_at(self._workspace.stack.currentWidget()) or otherwise
        window = show_help(self._workspace, topic)
        window.offer("tour", self.tr("Hướng dẫn &từng bước"), self.show_tour)

    def show_tour(self) -> None:
        """Lead over the home page from the first step on, or on from where it waits."""
        from reception.ui.tour.beginning import begin_tour

        if self.tour is None:
            self.tour = begin_tour(self._workspace)
            self.tour.ended.connect(self._tour_ended)
        else:
            self._workspace.go_home()

    def toggle_second_screen(self) -> None:
        """Let the citizen check what is typed, on a screen of their own, or no longer."""
        self._made_second_screen().toggle()

    def ask_survey(self, dossier: Dossier) -> None:
        """Ask how satisfied somebody is, here or on the citizen's screen."""
        from reception.ui.survey.beginning import begin_survey

        self.survey = begin_survey(
            self._workplace, dossier, self._workspace, self._made_second_screen
        )

    def _made_second_screen(self) -> SecondScreen:
        if self.second_screen is None:
            from reception.ui.second_screen.showing import SecondScreen

            intake = self._workspace.pages.intake
            self.second_screen = SecondScreen(self._workplace, intake, self._workspace)
        return self.second_screen

    def _tour_ended(self) -> None:
        self.tour = None
