"""One draft, to be said better: why it is late, whose delay it is, the new date, who signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.delay import Cause
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words, short_moment
from reception.services import apologies, lookup
from reception.services.apologies import Draft
from reception.services.desk import Desk
from reception.ui.apologies.editor_fields import EditorFields
from reception.ui.apologies.signing import may_sign
from reception.ui.apologies.words import is_late
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import DataLabel, ElidedLabel, Heading, plain_tip
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Editing:
    """What the lane read for the editor."""

    draft: Draft
    holders: tuple[str, ...]
    signer: str


def read_editing(desk: Desk, *, dossier_id: str, by: str) -> Editing | None:
    """A draft with those whose delay it may be, in the lane."""
    draft = apologies.draft(desk, dossier_id)
    if draft is None:
        return None
    dossier = lookup.open_dossier(desk, dossier_id).dossier
    own = [part.holder.name for part in dossier.custody]
    stages = [stage.office for stage in dossier.intake.procedure.stages]
    others = [pile.name for pile in lookup.holders(desk)]
    names = tuple(dict.fromkeys(name for name in (*own, *stages, *others) if name))
    return Editing(draft, names, apologies.leader_name(desk, by))


class DraftEditor(QDialog):
    """Writes the reason down, or signs the letter; a clerk can do the first alone."""

    acted = Signal(object, str)
    """Carries the dossier after the act, and what was done in words."""

    def __init__(self, workplace: Workplace, editing: Editing, parent: QWidget) -> None:
        super().__init__(parent)
        offer_help(self, "apologies")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Dự thảo thư xin lỗi"))
        self._workplace = workplace
        self._draft = editing.draft
        self._busy = False
        self._refusal = may_sign(workplace)
        late = is_late(editing.draft, workplace.rules.now())
        self.fields = EditorFields(workplace.rules, editing.draft, editing.holders, late=late)
        self.fields.signer.set_value(editing.signer)
        self.fields.only_explain(only=bool(self._refusal))
        self.problem = Problem()
        self.note = Note(self._refusal)
        self.note.setVisible(bool(self._refusal))
        self._make_buttons()
        self._lay_out(parent)
        self.fields.cause.setFocus()

    def explain(self) -> None:
        """Write down why it is late and whose delay it is."""
        told = self._told()
        if told is None:
            return
        cause, owner = told
        self._do(
            partial(
                apologies.explain_delay,
                dossier_id=self._draft.row.dossier_id,
                cause=cause,
                owner=owner,
                reason=self.fields.reason.value(),
                by=self._workplace.account.login,
            ),
            self.tr("Đã ghi lý do chậm của hồ sơ {code}.").format(code=self._draft.row.reference),
        )

    def sign(self) -> None:
        """Sign the letter with what stands in the fields."""
        if self._refusal:
            self.problem.say(self._refusal)
            return
        told = self._told()
        if told is None:
            return
        cause, owner = told
        new_due_at = self._new_due_at()
        if new_due_at is None:
            return
        self._do(
            partial(
                apologies.apologise,
                dossier_id=self._draft.row.dossier_id,
                cause=cause,
                owner=owner,
                reason=self.fields.reason.value(),
                new_due_at=new_due_at,
                signer=self.fields.signer.value(),
                late_because=self.fields.late.value(),
                by=self._workplace.account.login,
            ),
            self.tr("Đã ký thư xin lỗi hồ sơ {code}, hẹn lại ngày {day}.").format(
                code=self._draft.row.reference, day=date_words(new_due_at)
            ),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does it, wherever the keyboard is; Enter alone only moves on."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.explain if self._refusal else self.sign)()

    def _told(self) -> tuple[Cause, str] | None:
        self.fields.commit()
        choice = self.fields.cause.choice()
        if choice is None:
            self._point_at("cause", self.tr("Chưa chọn nguyên nhân; phím F4 mở danh sách."))
            return None
        return cast("Cause", choice.data), self.fields.owner.value()

    def _new_due_at(self) -> datetime | None:
        day, calendar = self.fields.new_date.day(), self._workplace.rules.calendar
        try:
            if day is not None and calendar.is_working(day):
                return calendar.closing_on(day)
            words = self.tr("Ngày hẹn lại phải là ngày làm việc; hãy chọn ngày khác.")
        except RuleViolation as violation:
            words = violation.text
        self._point_at("new_due_at", words)
        return None

    def _do(self, work: Callable[[Desk], Dossier], words: str) -> None:
        if self._busy:
            return
        self._busy = True
        self.problem.say("")
        self._workplace.in_lane(work, partial(self._did, words=words), self._failed, owner=self)

    def _did(self, dossier: Dossier, *, words: str) -> None:
        self.acted.emit(dossier, words)
        self.accept()

    def _failed(self, failure: Failure) -> None:
        self._busy = False
        field = failure.field if isinstance(failure, RuleViolation) else None
        self._point_at(field or "", failure.text)

    def _point_at(self, field: str, sentence: str) -> None:
        """Say what is wrong at its field, brought into sight; below all where it has none."""
        place = self.fields.show_problem(field, sentence)
        if place is None:
            self.problem.say(sentence)
            return
        # Only once the sentence below the field has its room.
        QTimer.singleShot(0, place, partial(self._area.ensureWidgetVisible, place))

    def _make_buttons(self) -> None:
        self.explain_button = QPushButton(self.tr("&Ghi lý do"))
        self.explain_button.clicked.connect(self.explain)
        self.sign_button = QPushButton(self.tr("Ký thư (Ctrl+Enter)"))
        self.sign_button.clicked.connect(self.sign)
        self.sign_button.setEnabled(not self._refusal)
        self.sign_button.setToolTip(plain_tip(self._refusal))
        self.close_button = QPushButton(self.tr("Đóng (Esc)"))
        self.close_button.clicked.connect(self.reject)
        main = self.explain_button if self._refusal else self.sign_button
        main.setProperty("kind", "main")
        for button in (self.explain_button, self.sign_button, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self, parent: QWidget) -> None:
        row = self._draft.row
        due = short_moment(row.due_at) if row.due_at else ""
        title = Heading(self.tr("{code} – {owner}").format(code=row.reference, owner=row.owner), 2)
        title.setWordWrap(True)
        about = DataLabel(
            self.tr("Hạn trả {due}, thư gửi chậm nhất ngày {day}.").format(
                due=due, day=date_words(self._draft.proposal.send_by_on)
            )
        )
        about.setWordWrap(True)
        area = self._area = scrolled(self.fields, only_down=True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        buttons.addWidget(self.explain_button)
        buttons.addWidget(self.sign_button)
        column = QVBoxLayout(self)
        for part in (title, ElidedLabel(row.procedure_name), about, self.note):
            column.addWidget(part)
        column.addWidget(area, 1)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        metrics = self.fontMetrics()
        self.resize(
            min(metrics.averageCharWidth() * 88, parent.width() - 40),
            min(metrics.height() * 36, parent.height() - 40),
        )
