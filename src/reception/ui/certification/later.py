"""“Nhận để trả sau”: what was filled in goes on to the ordinary intake, which promises a day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment
from reception.domain.procedure import Procedure
from reception.services import certification, drafting
from reception.services.certification import CertificationRequest
from reception.services.drafting import Draft
from reception.services.intake import promise_for
from reception.services.intake_request import IntakeRequest
from reception.ui.intake import form_state
from reception.ui.intake.form_state import FormState
from reception.ui.workplace import Workplace


class Later(QObject):
    """Hands a request on as a draft of the intake, kept on disk before it is opened.

    ``handed_on`` tells that the draft is safe.
    """

    handed_on = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rules = workplace.rules

    def promise(self, matter: Matter) -> str:
        """When the result would be due, received now, if not today (23/2015 Đ7: after 15:00)."""
        now = self._rules.now()
        try:
            procedure = self._procedure(matter)
        except RuleViolation as violation:
            return violation.text
        asked = IntakeRequest(procedure.code, Party(""))
        due_at = promise_for(self._rules, procedure, asked, now).due_at
        if due_at is None or due_at.date() == now.date():
            return ""
        words = self.tr("Nếu nhận để trả sau: hẹn trả {moment}.")
        return words.format(moment=short_moment(due_at))

    def receive(self, request: CertificationRequest) -> None:
        """Keep the request as a draft, then open it in the intake."""
        try:
            procedure = self._procedure(request.matter)
        except RuleViolation as violation:
            self._workplace.messages.fail(violation)
            return
        state = FormState(
            owner=request.owner,
            procedure_code=procedure.code,
            papers=form_state.papers_of(procedure),
            request=self._asked_for(request),
            fee=str(self._fee(request)) if request.items else "",
        )
        draft = Draft(
            draft_id=drafting.new_draft_id(),
            login=self._workplace.account.login,
            title=form_state.title_of(state, procedure),
            body=form_state.written(state),
            saved_at=self._rules.now(),
        )

        def saved(_none: None) -> None:
            self.handed_on.emit()
            self._workplace.ways.draft_wanted.emit(draft)

        save = partial(
            drafting.save,
            draft_id=draft.draft_id,
            login=draft.login,
            title=draft.title,
            body=draft.body,
        )
        self._workplace.in_lane(save, saved, owner=self)

    def _procedure(self, matter: Matter) -> Procedure:
        code = certification.rules().procedures[matter]
        return self._rules.procedure(code, self._rules.now().date())

    def _fee(self, request: CertificationRequest) -> int:
        if request.free_because:
            return 0
        day = self._rules.now().date()
        return sum(certification.price(request.matter, item, day) for item in request.items)

    def _asked_for(self, request: CertificationRequest) -> str:
        words = self.tr("{paper} ({pages} trang, {copies} bản)")
        return "; ".join(
            words.format(paper=item.paper, pages=item.pages, copies=item.copies)
            for item in request.items
        )
