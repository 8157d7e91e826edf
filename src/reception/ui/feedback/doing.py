"""Opening an act's dialog with what was half typed before; papers; the reason of a date."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reception.domain.deadlines import Deadline
from reception.domain.feedback import Feedback, FeedbackAct
from reception.domain.feedback_limits import Step, deadline
from reception.services import feedback
from reception.services.desk import Desk
from reception.services.drafting import Draft
from reception.storage.feedback_redacting import paper_name
from reception.ui.blanked import let_go_of
from reception.ui.feedback import half_typed
from reception.ui.feedback.dialog import FeedbackDialog
from reception.ui.feedback.form import FeedbackForm
from reception.ui.feedback.forms import NEW, act_form, new_form
from reception.ui.intake.what_if import WhatIf
from reception.ui.workplace import Workplace


class Doing(QObject):
    """``done`` carries the feedback after an act that is durably on disk."""

    done = Signal(object)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page

    def begin_new(self) -> None:
        """Take new feedback down."""
        today = self._workplace.rules.now().date()
        self._open(new_form(feedback.words_on_anonymous(today)), "")

    def begin(self, act: FeedbackAct, one: Feedback) -> None:
        """Do something with one."""
        today = self._workplace.rules.now().date()
        law = feedback.words_on_publication(today) if act is FeedbackAct.PUBLISH else ""
        form = act_form(act, one)
        self._open(replace(form, intro=law) if law else form, one.feedback_id)

    def resume(self, draft: Draft) -> None:
        """Go on with a draft; one of an act that can no longer follow is shown with its text."""
        about, name = half_typed.about_of(draft)
        if name == NEW:
            self.begin_new()
            return

        def opened(told: feedback.OpenFeedback) -> None:
            self.begin(FeedbackAct(name), told.feedback)

        self._workplace.in_lane(partial(feedback.opened, feedback_id=about), opened, owner=self)

    def look_at_paper(self, one: Feedback) -> None:
        """Show the answer, or the slip of the intake before there is any."""
        # Printing is heavy to load, and the page stands long before the first paper.
        from reception.ui.books.list_print import ListPreview, PrintedList

        name = f"{paper_name(one)}.pdf"
        work = partial(
            _paper, feedback_id=one.feedback_id, answered=bool(one.handled_at),
            by=self._workplace.account.login,
        )  # fmt: skip

        def show(pdf: bytes) -> None:
            ListPreview(self._workplace, self._page.window(), PrintedList(pdf, name))

        self._workplace.in_lane(work, show, owner=self)

    def explain(self, one: Feedback) -> None:
        """Tell day by day why it is due when it is."""
        from reception.ui.intake.explanation import ExplanationDialog
        from reception.ui.intake.what_if import WhatIfStrip

        rules = self._workplace.rules
        due = feedback.explained(rules, one)
        strip = WhatIfStrip(one.received.received_at, due.channel, today=lambda: rules.now().date())
        imagine = partial(_imagined, rules, one)
        ExplanationDialog(one.received.code, due, imagine, strip, self._page).open()

    def _open(self, form: FeedbackForm, about: str) -> None:
        login = self._workplace.account.login
        draft = half_typed.draft_id(login, about, form.name)

        def opened(values: dict[str, str]) -> None:
            dialog = FeedbackDialog(self._workplace, form.filled(values), draft, self._page)
            dialog.done_act.connect(partial(self._told, form))
            dialog.open()

        self._workplace.in_lane(
            partial(half_typed.read, login=login, name=draft), opened, owner=self
        )

    def _told(self, form: FeedbackForm, one: Feedback) -> None:
        if form.stays:
            let_go_of(self._workplace, form.blanks, form.name, form.stays, self)
        words = self.tr("{code}: {act}, đã ghi.")
        self._workplace.messages.toast(words.format(code=one.received.code, act=form.title))
        self.done.emit(one)


def _paper(desk: Desk, *, feedback_id: str, answered: bool, by: str) -> bytes:
    from reception.services import books, feedback_papers

    make = feedback_papers.answer if answered else feedback_papers.receipt
    return books.pdf_of(make(desk, feedback_id, by=by))


def _imagined(rules: Desk, one: Feedback, assumed: WhatIf) -> Deadline:
    return deadline(
        rules.calendar, feedback.rules(), Step.ANSWER, assumed.received_at,
        channel=one.received.channel, adjustments=assumed.adjustments,
    )  # fmt: skip
