"""Beginning the survey about a dossier, with the citizen's screen beside it if that is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.domain.dossier import Dossier
from reception.ui.second_screen.showing import SecondScreen
from reception.ui.survey.dialog import SurveyDialog
from reception.ui.workplace import Workplace


def begin_survey(
    workplace: Workplace,
    dossier: Dossier,
    parent: QWidget,
    second_screen: Callable[[], SecondScreen],
) -> SurveyDialog:
    """Open the survey; where the citizen has a screen before them, they answer there."""
    screen = second_screen()
    dialog = SurveyDialog(workplace, dossier, parent, on_screen=screen.view.isVisible())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def follow() -> None:
        if not dialog.on_screen:
            screen.survey.end()
            return
        if not screen.view.isVisible():
            screen.show()
            dialog.activateWindow()  # the keypad is this window's
        screen.survey.ask(dialog.asking, dossier.reference)

    def ended(result: int) -> None:
        if result and dialog.on_screen:
            screen.survey.thank()
        else:
            screen.survey.end()

    dialog.shown.connect(follow)
    dialog.finished.connect(ended)
    follow()
    dialog.open()
    return dialog
