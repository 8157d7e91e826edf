"""Signing letters, one or many: each in a commit of its own, stopped at will, told row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from reception.domain.accounts import ROLE_WORDS, Right
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import date_words
from reception.services import apologies
from reception.services.apologies import Draft
from reception.services.desk import Desk
from reception.ui.apologies.late_reason import LateReason
from reception.ui.apologies.outcomes import OutcomeDialog, RowOutcome
from reception.ui.apologies.words import is_late
from reception.ui.dossiers.words import Standing
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Cancelled, Progress
from reception.ui.theme import Tone
from reception.ui.workplace import Workplace

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Signed:
    """What became of one draft: its letter's number and new date, or why it was not signed."""

    dossier_id: str
    reference: str
    number: str = ""
    words: str = ""
    stopped: bool = False


def may_sign(workplace: Workplace) -> str:
    """Why this account does not sign letters; empty where it does."""
    account = workplace.account
    if account.may(Right.APPROVE):
        return ""
    return translate(
        "apologies",
        "Vai trò {role} không ký thư xin lỗi. Bạn ghi lý do chậm (Enter), dự thảo sẽ chờ lãnh đạo"
        " ký.",
    ).format(role=ROLE_WORDS[account.role])


class Signing(QObject):
    """Asks once, signs, shows the progress and the outcomes.

    ``owner`` is the page, which must outlive it.
    """

    def __init__(self, workplace: Workplace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workplace = workplace
        self._owner = owner

    def begin(self, drafts: Sequence[Draft]) -> None:
        """Sign these drafts as they stand, after asking; late ones need their reason first."""
        if refusal := may_sign(self._workplace):
            self._workplace.messages.toast(refusal)
            return
        if not drafts:
            return
        late = [draft for draft in drafts if is_late(draft, self._workplace.rules.now())]
        if late:
            LateReason(len(late), len(drafts), self._owner, partial(self._sign, drafts)).open()
        elif self._workplace.messages.ask(_question(drafts), self.tr("Ký thư")):
            self._sign(drafts, "")

    def _sign(self, drafts: Sequence[Draft], late_because: str) -> None:
        wanted = [(draft.row.dossier_id, draft.row.reference) for draft in drafts]
        work = partial(
            sign_all,
            self._workplace.desk,
            wanted,
            late_because=late_because,
            by=self._workplace.account.login,
        )
        task = self._workplace.tasks.run_long(work, self._tell, owner=self._owner)
        text = self.tr("Đang ký {count} thư xin lỗi…").format(count=len(wanted))
        ProgressDialog(self._owner.window(), text).follow(task)

    def _tell(self, outcomes: list[Signed]) -> None:
        signed = [outcome for outcome in outcomes if outcome.number]
        ids = frozenset(outcome.dossier_id for outcome in signed)
        if ids:
            self._workplace.changes.dossiers_changed.emit(ids)
        summary = self.tr(
            "Đã ký {done}/{all} thư. Thư nằm ở thẻ “Đã ký”; bấm Ctrl+P ở đó để in."
        ).format(done=len(signed), all=len(outcomes))
        if len(outcomes) == 1 and signed:
            self._workplace.messages.toast(
                self.tr("Đã ký {words}. In ở thẻ “Đã ký” (Ctrl+P).").format(words=signed[0].words)
            )
            return
        rows = [RowOutcome(o.reference, _standing(o), o.words) for o in outcomes]
        OutcomeDialog(self.tr("Ký thư xin lỗi"), summary, rows, self._owner.window()).open()


def sign_all(
    desk: Desk,
    wanted: Sequence[tuple[str, str]],
    progress: Progress,
    *,
    late_because: str,
    by: str,
) -> list[Signed]:
    """Sign each draft in a commit of its own, in the lane.

    Stopped, it answers what was done so far: what is signed stays signed.
    """
    outcomes: list[Signed] = []
    for done, (dossier_id, reference) in enumerate(wanted):
        if _is_stopped(partial(progress, done, len(wanted))):
            return outcomes + [Signed(i, r, stopped=True) for i, r in wanted[done:]]
        outcomes.append(_sign_one(desk, dossier_id, reference, late_because, by))
    return outcomes


def _is_stopped(report: Callable[[], object]) -> bool:
    try:
        report()
    except Cancelled:
        return True
    return False


def _sign_one(desk: Desk, dossier_id: str, reference: str, late_because: str, by: str) -> Signed:
    try:
        after = apologies.apologise(desk, dossier_id, by=by, late_because=late_because)
    except (RuleViolation, Trouble) as failure:
        return Signed(dossier_id, reference, words=failure.text)
    letter = after.apology
    if letter is None:
        return Signed(dossier_id, reference)
    told = translate("apologies", "thư số {number}, hẹn lại ngày {day}").format(
        number=letter.number, day=date_words(letter.new_due_at)
    )
    return Signed(dossier_id, reference, letter.number, told)


def _standing(outcome: Signed) -> Standing:
    if outcome.number:
        return Standing(translate("apologies", "Đã ký"), Tone.GOOD)
    if outcome.stopped:
        return Standing(translate("apologies", "Chưa ký (đã dừng)"), Tone.IDLE)
    return Standing(translate("apologies", "Chưa ký được"), Tone.BAD)


def _question(drafts: Sequence[Draft]) -> str:
    if len(drafts) == 1:
        (draft,) = drafts
        return translate(
            "apologies",
            "Ký thư xin lỗi hồ sơ {code} của {owner}, hẹn lại ngày {day}?"
            " Chỉ được hẹn lại một lần.",
        ).format(
            code=draft.row.reference,
            owner=draft.row.owner,
            day=date_words(draft.proposal.new_due_at),
        )
    return translate(
        "apologies",
        "Ký {count} thư xin lỗi theo lý do và ngày hẹn trong dự thảo?"
        " Mỗi hồ sơ chỉ được hẹn lại một lần.",
    ).format(count=len(drafts))
