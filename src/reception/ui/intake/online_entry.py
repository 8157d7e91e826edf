"""From the inbox to the form: a submission is read with its draft, and again to see how it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from reception.domain.errors import RuleViolation
from reception.services import drafting, inbox
from reception.services.desk import Desk
from reception.services.drafting import Draft
from reception.services.inbox import Submission
from reception.ui.intake import form_state
from reception.ui.intake.form import IntakeForm
from reception.ui.intake.form_state import FormState
from reception.ui.intake.online_banner import OnlineBanner
from reception.ui.workplace import Workplace


class OnlineEntry(QObject):
    """Opens submissions for the page, and keeps its banner true.

    ``opened`` carries the submission, and the draft that was begun of it or ``None``.
    """

    opened = Signal(object, object)

    def __init__(
        self, workplace: Workplace, form: IntakeForm, banner: OnlineBanner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._form = form
        self._banner = banner
        # Another desk may answer it meanwhile, and its scans may come down.
        for change in (workplace.changes.dossiers_changed, workplace.changes.catalogue_changed):
            change.connect(self.look_again)

    def open(self, submission: str, then: Callable[[], object]) -> None:
        """Look a submission up; where it waits, do ``then`` and tell it."""

        def begin(found: tuple[Submission, Draft | None]) -> None:
            then()
            self.opened.emit(*found)

        login = self._workplace.account.login
        work = partial(_begun, submission=submission, login=login)
        self._workplace.in_lane(work, begin, owner=self)

    def state_of(self, one: Submission) -> FormState:
        """The form as the submission fills it in."""
        try:
            rules = self._workplace.rules
            procedure = rules.procedure(one.arrived.procedure, rules.now().date())
        except RuleViolation:
            procedure = None  # the form says so at its field
        return form_state.of_submission(one.submission, inbox.request_of(one.arrived), procedure)

    def named(self, state: FormState) -> FormState:
        """The form with the procedure that was asked for, where the catalogue had none to choose.

        What is refused need not be in the catalogue.
        """
        one = self._banner.told
        if state.procedure_code or one is None:
            return state
        return replace(state, procedure_code=one.arrived.procedure)

    def look_again(self) -> None:
        """Read how the submission in the form stands, and tell it on the banner."""
        if online := self._form.online:
            self._workplace.in_lane(
                partial(inbox.found, name=online),
                partial(self._tell, online),
                lambda _failure: None,  # accepting it will say so
                owner=self,
            )

    def waiting_words(self, *, typed: bool) -> str:
        """That the submission in the form still waits, and where what was put right of it is.

        Empty where none is in the form, or none that waits.
        """
        one, online = self._banner.told, self._form.online
        if not online or (one and not one.is_waiting):
            return ""
        name = one.name if one else online
        words = self.tr("Hồ sơ nộp trực tuyến {name} vẫn chờ tiếp nhận.").format(name=name)
        kept = self.tr("Phần đã sửa được giữ trong Nháp.")
        return f"{words} {kept}" if typed else words

    def _tell(self, asked: str, one: Submission) -> None:
        if self._form.online == asked:  # the clerk has not gone on to another form meanwhile
            self._banner.tell(one)


def _begun(desk: Desk, *, submission: str, login: str) -> tuple[Submission, Draft | None]:
    """The submission, if it waits, and what was already put right of it."""
    one = inbox.open_waiting(desk, submission)
    drafts = drafting.of_login(desk, login)
    return one, next((draft for draft in drafts if _of(draft) == one.submission), None)


def _of(draft: Draft) -> str:
    try:
        return form_state.read(draft.body).online
    except RuleViolation:
        return ""  # of another version of the program; opening it says so
