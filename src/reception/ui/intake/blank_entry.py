"""From a pre-printed receipt's number to its intake: the register is asked before any typing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reception.domain.errors import RuleViolation
from reception.services import blanks, drafting
from reception.services.desk import Desk
from reception.services.drafting import Draft
from reception.ui.intake import form_state
from reception.ui.intake.form import IntakeForm
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace


class BlankEntry(QObject):
    """Takes a scanned number, or one typed into the form; a used or unknown one is told at once.

    ``opened`` carries a scanned number that may be keyed in, and the draft that was begun with it
    or ``None``.
    """

    opened = Signal(str, object)

    def __init__(self, workplace: Workplace, form: IntakeForm, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._form = form
        form.others.blank.committed.connect(self.check)

    def open(self, number: str, then: Callable[[], object]) -> None:
        """Look a scanned number up; where it may be keyed in, do ``then`` and tell it."""

        def begin(found: tuple[str, Draft | None]) -> None:
            then()
            self.opened.emit(*found)

        login = self._workplace.account.login
        self._workplace.in_lane(partial(_begun, number=number, login=login), begin, owner=self)

    def check(self, typed: str) -> None:
        """Ask whether the number in the form may be keyed in; an emptied one needs no asking."""
        if not typed:
            self._form.show_blank("")
            return
        self._workplace.in_lane(
            partial(blanks.check_blank, number=typed),
            partial(self._take, typed),
            partial(self._refuse, typed),
            owner=self,
        )

    def _take(self, typed: str, number: str) -> None:
        if self._is_there(typed):
            self._form.others.blank.set_value(number)
            self._form.show_blank(number)
            if not self._form.received.moment():
                self._form.go_to(self._form.received.day)

    def _refuse(self, typed: str, failure: Failure) -> None:
        if not isinstance(failure, RuleViolation):
            self._workplace.messages.fail(failure)
        elif self._is_there(typed):
            self._form.show_blank("")
            self._form.show_violation(failure)

    def _is_there(self, typed: str) -> bool:
        """Whether the clerk has not gone on to another form meanwhile."""
        return self._form.others.blank.value() == typed


def _begun(desk: Desk, *, number: str, login: str) -> tuple[str, Draft | None]:
    """The number, if it may be keyed in, and what was already typed of it."""
    wanted = blanks.check_blank(desk, number)
    drafts = drafting.of_login(desk, login)
    return wanted, next((draft for draft in drafts if _blank_of(draft) == wanted), None)


def _blank_of(draft: Draft) -> str:
    try:
        return form_state.read(draft.body).blank
    except RuleViolation:
        return ""  # of another version of the program; opening it says so
