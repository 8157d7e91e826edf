"""Ending an intake: received, sent home with a slip, or refused; committed first, printed then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.services import blanks, forms, inbox, intake
from reception.services.desk import Desk
from reception.services.intake_request import IntakeRequest
from reception.ui.intake.slips import SlipDialog
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace


class Submission(QObject):
    """Writes an intake in the register's lane, one at a time.

    ``online`` is the id of the online submission that is answered with it, empty for any other.
    ``recorded`` carries the dossier and the form of its paper, once both are safely on disk;
    ``failed`` a rule or trouble that is nothing of a slip's own fields.
    """

    recorded = Signal(object, str)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self.busy = False
        self.dialog: SlipDialog | None = None

    def receive(self, request: IntakeRequest, draft_id: str, online: str = "") -> None:
        """Receive the dossier; its draft goes in the same commit."""
        work = partial(
            partial(inbox.accept, name=online) if online else intake.register,
            request=request,
            by=self._workplace.account.login,
            draft_id=draft_id,
        )
        self._write(work, forms.RECEIPT)

    def key_in(self, request: IntakeRequest, blank: str, draft_id: str) -> None:
        """Register what was received on a pre-printed receipt."""
        work = partial(
            blanks.key_in,
            request=request,
            blank=blank,
            by=self._workplace.account.login,
            draft_id=draft_id,
        )
        self._write(work, forms.RECEIPT)

    def ask_for_guidance(
        self, request: IntakeRequest, lacking: list[str], draft_id: str, online: str = ""
    ) -> SlipDialog:
        """Ask what the supplement slip should say, and issue it."""
        dialog = SlipDialog(
            self.tr("Hướng dẫn bổ sung hồ sơ"),
            self.tr("Lập và in phiếu (Ctrl+Enter)"),
            lacking,
            self.tr("Hồ sơ chưa đủ thành phần theo quy định."),
            self._page,
        )

        def issue() -> None:
            work = partial(
                partial(inbox.guide, name=online) if online else intake.guide,
                request=request,
                wanted=dialog.lines(),
                reason=dialog.reason.value(),
                by=self._workplace.account.login,
                draft_id=draft_id,
            )
            self._write(work, forms.SUPPLEMENT_REQUEST)

        return self._open(dialog, issue)

    def ask_for_refusal(
        self, request: IntakeRequest, draft_id: str, online: str = ""
    ) -> SlipDialog:
        """Ask why the dossier cannot be received, and issue the notice."""
        dialog = SlipDialog(
            self.tr("Từ chối tiếp nhận hồ sơ"),
            self.tr("Từ chối và in phiếu (Ctrl+Enter)"),
            None,
            "",
            self._page,
        )

        def issue() -> None:
            work = partial(
                partial(inbox.refuse, name=online) if online else intake.refuse,
                request=request,
                reason=dialog.reason.value(),
                by=self._workplace.account.login,
                draft_id=draft_id,
            )
            self._write(work, forms.REFUSAL_NOTICE)

        return self._open(dialog, issue)

    def _open(self, dialog: SlipDialog, issue: Callable[[], None]) -> SlipDialog:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.issue_wanted.connect(issue)
        dialog.finished.connect(self._dialog_closed)
        dialog.open()
        return dialog

    def _dialog_closed(self) -> None:
        self.dialog = None

    def _write(self, work: Callable[[Desk], Dossier], form: str) -> None:
        if self.busy:
            return
        self._set_busy(busy=True)
        self._workplace.tasks.run(
            partial(work, self._workplace.desk),
            partial(self._done, form),
            self._refused_by_rule,
            on_ended=partial(self._set_busy, busy=False),
            owner=self,
        )

    def _done(self, form: str, dossier: Dossier) -> None:
        if self.dialog:
            self.dialog.accept()
        self._set_busy(busy=False)
        self.recorded.emit(dossier, form)

    def _refused_by_rule(self, failure: Failure) -> None:
        if self.dialog:
            if isinstance(failure, RuleViolation) and self.dialog.show_violation(failure):
                return
            self.dialog.reject()
        self.failed.emit(failure)

    def _set_busy(self, *, busy: bool) -> None:
        if busy != self.busy:
            self.busy = busy
            self.busy_changed.emit(busy)
