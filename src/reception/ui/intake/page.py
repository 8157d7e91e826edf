"""The intake page: scan, two letters, Ctrl+Enter; the flow from the first key to the slip."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from reception.domain.applicant import Party
from reception.domain.citizen_card import CitizenCard
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment
from reception.services import forms
from reception.services.drafting import Draft
from reception.services.inbox import Submission as OnlineSubmission
from reception.services.intake_request import IntakeRequest
from reception.ui.intake import form_state
from reception.ui.intake.blank_entry import BlankEntry
from reception.ui.intake.draft_keeper import DraftKeeper
from reception.ui.intake.due_panel import DuePanel
from reception.ui.intake.due_watch import DueWatch
from reception.ui.intake.form import IntakeForm
from reception.ui.intake.form_state import FormState, MomentText
from reception.ui.intake.identification import Identification
from reception.ui.intake.one_visit import OneVisit
from reception.ui.intake.online_banner import OnlineBanner
from reception.ui.intake.online_entry import OnlineEntry
from reception.ui.intake.person import PersonFields
from reception.ui.intake.submission import Submission
from reception.ui.keyed_page import KeyedPage
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

PrintPaper = Callable[[Workplace, str, str], object]


def _print_paper(workplace: Workplace, dossier_id: str, form: str) -> None:
    # Printing is heavy to load, and the page stands long before the first paper.
    from reception.ui.dossiers.printing import print_paper

    print_paper(workplace, dossier_id, form)


class IntakePage(KeyedPage):
    """Receives dossiers, by keyboard alone; what is half typed is always on disk within a second.

    Args:
        workplace: The signed-in person's desk.
        print_paper: Puts a recorded dossier's paper on the printer.
        parent: The owning widget.
    """

    received = Signal(str)
    """Carries the identity of a dossier just received."""

    def __init__(
        self,
        workplace: Workplace,
        print_paper: PrintPaper = _print_paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rules = workplace.rules
        self._print_paper = print_paper
        self._last_paper: tuple[str, str] | None = None
        self._last_owner: Party | None = None
        self._visit = OneVisit()
        self.form = IntakeForm(self._rules)
        self.panel = DuePanel()
        self.people = Identification(workplace, self.form, self)
        self.blanks = BlankEntry(workplace, self.form, self)
        self.banner = OnlineBanner(workplace, self)
        self.form.put_at_head(self.banner)
        self.online = OnlineEntry(workplace, self.form, self.banner, self)
        self.watch = DueWatch(workplace, self.form, self.panel, self.people, self)
        self.submission = Submission(workplace, self)
        self.drafts = DraftKeeper(workplace, self.form.state, self._title, self)
        self.finish = self.commit
        self.key_acts = {
            Qt.Key.Key_F2: self.start,
            Qt.Key.Key_F4: self.watch.explain,
            Qt.Key.Key_F8: self.same_person_next,
            Qt.Key.Key_F9: self.reprint,
        }
        self._lay_out()
        self._connect()
        self._fresh(FormState())

    # --- beginning --------------------------------------------------------------------------------

    def start(self, party: Party | None = None) -> None:
        """A new form, empty or for a known person; what stood in the old one is kept as a draft."""
        if self.submission.busy:
            return
        self._put_aside()
        self._fresh(FormState(owner=party) if party else FormState())

    def resume(self, draft: Draft) -> None:
        """Go on with a draft where it was left."""
        if self.submission.busy or draft.draft_id == self.drafts.draft_id:
            return
        try:
            state = form_state.read(draft.body)
        except RuleViolation as violation:
            self._workplace.messages.fail(violation)
            return
        self._put_aside()
        self._fresh(state, draft)
        self.blanks.check(state.blank)
        self.online.look_again()

    def key_in(self, number: str, draft: Draft | None = None) -> None:
        """Ask for what stands on a pre-printed receipt; what was already typed of it goes on."""
        if self.submission.busy:
            return
        if self.form.state().blank == number:
            self.form.go_to(self.form.received.day)
        elif draft:
            self.resume(draft)
        else:
            self._put_aside()
            self._fresh(FormState(blank=number))

    def check_online(self, one: OnlineSubmission, draft: Draft | None = None) -> None:
        """Show what was submitted online, to be checked; what was put right already goes on."""
        if self.submission.busy:
            return
        if draft:
            self.resume(draft)
        elif self.form.online != one.submission:
            self._put_aside()
            self._fresh(self.online.state_of(one))
        self.banner.tell(one)

    def take_card(self, card: CitizenCard) -> None:
        """Fill the person in from a scanned card."""
        if self.submission.busy:
            return
        if self.form.online:
            self.start()  # who stands at the counter is somebody else
        self.people.take_card(card)

    def same_person_next(self) -> None:
        """Another procedure for the person in the form, or for the one just served."""
        person = self.form.owner.value()
        if not person.name and self._last_owner:
            person = self._last_owner
        if person.name:
            self.start(person)
        else:
            self._workplace.messages.tell(
                self.tr("Chưa có người nào để làm tiếp; hãy quét thẻ hoặc nhập số định danh.")
            )

    def let_go_of(self, party: Party) -> None:
        """Forget somebody whose particulars were blanked; their draft is gone already."""
        if self._last_owner and self._last_owner.is_same_as(party):
            self._last_owner, self._visit = None, OneVisit()
        if self.form.owner.value().is_same_as(party) and not self.submission.busy:
            self._fresh(FormState())

    # --- ending -----------------------------------------------------------------------------------

    def commit(self) -> None:
        """Receive and print, or key in what was received; with papers missing, guide instead."""
        request = self._request()
        if request is None:
            return
        state = self.form.state()
        lacking = form_state.missing(state)
        if state.blank:
            self.submission.key_in(request, state.blank, self.drafts.draft_id)
        elif lacking:
            self.submission.ask_for_guidance(request, lacking, self.drafts.draft_id, state.online)
        else:
            self.submission.receive(request, self.drafts.draft_id, state.online)

    def refuse(self) -> None:
        """Refuse the dossier, with a reason."""
        request = self._request(refusing=True)
        if request is not None:
            self.submission.ask_for_refusal(request, self.drafts.draft_id, self.form.online)

    def reprint(self) -> None:
        """Print the last slip of this sitting once more; it says so itself."""
        if self._last_paper:
            self._print_paper(self._workplace, *self._last_paper)
        else:
            self._workplace.messages.tell(
                self.tr("Chưa in phiếu nào từ lúc mở máy; hãy mở hồ sơ cần in lại.")
            )

    def receipt_for_all(self) -> None:
        """Print one receipt for the dossiers that the same person has brought one after another."""
        codes = self._visit.codes
        if len(codes) > 1:
            from reception.ui.dossiers.receipt_list import issue_and_print  # as _print_paper

            issue_and_print(self._workplace, codes)
        else:
            self._workplace.messages.tell(
                self.tr(
                    "Giấy chung in được khi một người vừa nộp từ hai hồ sơ; hồ sơ nộp từ trước thì"
                    " chọn trong danh sách rồi nhấn Ctrl+Enter."
                )
            )

    def guide(self) -> None:
        """Print what the chosen procedure asks for and what is still lacking; nothing is kept."""
        state = self.form.state()
        if state.procedure_code:
            from reception.ui.intake.guidance import print_guidance  # as _print_paper

            lacking = form_state.missing(state)
            print_guidance(self._workplace, state.procedure_code, lacking, self.window())
        else:
            self._workplace.messages.tell(
                self.tr("Chưa chọn thủ tục để in hướng dẫn; hãy gõ vài chữ rồi nhấn Enter.")
            )

    # --- keys and leaving -------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page keeps the draft, and what was submitted online waiting."""
        super().hideEvent(event)
        self._save_draft()
        if not self.submission.busy:
            self._tell_waiting()

    def changeEvent(self, event: QEvent) -> None:
        """Turning to another program keeps the draft as well."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._save_draft()

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return  # to another program, see changeEvent; or the fields are being taken away
        if self.form.isAncestorOf(now):
            self.form.arrived_at(now)
        elif old is not None and self.form.isAncestorOf(old):
            self._save_draft()

    # --- what stands on the page ------------------------------------------------------------------

    def _fresh(self, state: FormState, draft: Draft | None = None) -> None:
        self.banner.tell(None)
        self.form.show_state(state)
        if draft:
            self.drafts.begin(draft.draft_id, draft.body)
        else:
            self.drafts.begin(given=self.form.state() if state.online else None)
        self.people.forget()
        self.people.look_up(state.owner.identity, offer=False)
        self.form.go_to(self.form.editors.get(state.at, self._first(state)))

    def _first(self, state: FormState) -> QWidget:
        """Where a form begins; of a blank, the moment on it is asked first."""
        if state.blank and state.received == MomentText():
            return self.form.received.day
        return self.form.procedure if state.owner.name else self.form.owner.identity

    def _put_aside(self) -> None:
        if self.form.online:
            self._tell_waiting()
        elif not self.form.state().is_empty:
            self._workplace.messages.tell(self.tr("Đã giữ hồ sơ đang nhập dở trong Nháp."))
        self._save_draft()

    def _tell_waiting(self) -> None:
        typed = self.drafts.has_typed(self.form.state())
        if told := self.online.waiting_words(typed=typed):
            self._workplace.messages.tell(told)

    def _save_draft(self) -> None:
        if not self.submission.busy:  # its draft goes with the receipt that is being written
            self.drafts.save()

    def _title(self, state: FormState) -> str:
        return form_state.title_of(state, self.form.procedure.procedure())

    def _touched(self) -> None:
        if not self.submission.busy:
            self.drafts.touched()

    def _go_on(self, person: PersonFields) -> None:
        """The next field that wants something, once a person is known."""
        if person is self.form.submitter:
            self.form.go_to(self.form.others.authorisation)
        elif self.form.procedure.procedure() is None:
            self.form.go_to(self.form.procedure)
        else:
            self._leave_papers()

    def _leave_papers(self) -> None:
        if self.form.owner.phone.text():
            self.panel.act.setFocus()
        else:
            self.form.go_to(self.form.owner.phone)

    # --- recording --------------------------------------------------------------------------------

    def _request(self, *, refusing: bool = False) -> IntakeRequest | None:
        """The form as a request; where it cannot be, the sentence stands at its field."""
        passed = self.form.procedure if refusing and self.form.online else None
        focus = QApplication.focusWidget()
        if isinstance(focus, TextField) and self.form.isAncestorOf(focus):
            focus.commit()
        if self.submission.busy or self.form.go_to_problem(passed):
            return None
        try:
            state = self.form.state()
            return form_state.request_of(self.online.named(state) if passed else state)
        except RuleViolation as violation:
            self._failed(violation)
            return None

    def _recorded(self, dossier: Dossier, form: str) -> None:
        self._last_paper = (dossier.dossier_id, form)
        self._last_owner = dossier.intake.owner
        was_online = bool(self.form.online)
        self._fresh(FormState())
        self._workplace.rules.note_use(dossier.intake.procedure.code)
        self._workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
        if form == forms.RECEIPT and not was_online:
            self._visit.add(dossier)
        self._workplace.messages.toast(self._recorded_words(dossier))
        if form == forms.RECEIPT:
            self.received.emit(dossier.dossier_id)
        if was_online:
            self._workplace.ways.inbox_wanted.emit()
        self._print_paper(self._workplace, dossier.dossier_id, form)

    def _recorded_words(self, dossier: Dossier) -> str:
        if dossier.slip_number:
            return self.tr("Đã lập phiếu {number} cho {name}.").format(
                number=dossier.slip_number, name=dossier.intake.owner.name
            )
        due = (
            self.tr("hẹn trả {moment}").format(moment=short_moment(dossier.due_at))
            if dossier.due_at
            else self.tr("không có thời hạn")
        )
        if dossier.blank:
            return self.tr("Đã nhập giấy in sẵn số {blank} thành hồ sơ {code}, {due}.").format(
                blank=dossier.blank, code=dossier.code, due=due
            )
        told = self.tr("Đã tiếp nhận {code}, {due}.").format(code=dossier.code, due=due)
        count = len(self._visit.codes)
        if count > 1:
            all_of = self.tr("Shift+F9: in một giấy chung cho {count} hồ sơ của người này.")
            told = f"{told} {all_of.format(count=count)}"
        return told

    def _failed(self, failure: Failure) -> None:
        self.online.look_again()
        is_rule = isinstance(failure, RuleViolation)
        if not (is_rule and self.form.show_violation(failure)):
            self._workplace.messages.fail(failure)

    def _busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.panel.act.setDisabled(busy)
        self.panel.refuse.setDisabled(busy)

    # --- putting together -------------------------------------------------------------------------

    def _connect(self) -> None:
        self.form.changed.connect(self._touched)
        self.form.papers.table.left.connect(self._leave_papers)
        self.people.identified.connect(self._go_on)
        self.blanks.opened.connect(self.key_in)
        self.online.opened.connect(self.check_online)
        self.submission.recorded.connect(self._recorded)
        self.submission.failed.connect(self._failed)
        self.submission.busy_changed.connect(self._busy_changed)
        self.panel.act.clicked.connect(self.commit)
        self.panel.refuse.clicked.connect(self.refuse)
        self.panel.why.clicked.connect(self.watch.explain)
        self.panel.guide.clicked.connect(self.guide)
        for keys, act in (("Ctrl+P", self.guide), ("Shift+F9", self.receipt_for_all)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._focus_moved)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        left, top, right, bottom = PAGE_MARGINS_PX
        layout.setContentsMargins(left, top, right, bottom)
        layout.setSpacing(left // 2)
        layout.addWidget(self.form, 3)
        layout.addWidget(self.panel, 2)
