"""The fields of a draft, each with what is wrong with it below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.domain.delay import CAUSE_WORDS
from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment
from reception.services.apologies import Draft
from reception.services.desk import Desk
from reception.ui.completer import Choice, ChoiceCompleter, ChoiceField, finder
from reception.ui.date_field import DateField
from reception.ui.labels import FormField
from reception.ui.notes import Note
from reception.ui.text_fields import TextField


def _causes() -> list[Choice]:
    return [Choice(words[:1].upper() + words[1:], cause) for cause, words in CAUSE_WORDS.items()]


class EditorFields(QWidget):
    """Cause, owner, reason, new date, signer, and why it is late when it is.

    Args:
        rules: The window's own desk: calendar and clock.
        draft: What they are filled with.
        holders: Whose delay it may be; any other name can be typed.
        late: Whether the letter has to say why it is late.
    """

    def __init__(self, rules: Desk, draft: Draft, holders: Sequence[str], *, late: bool) -> None:
        super().__init__()
        self._rules = rules
        self._draft = draft
        self._make_inputs(holders)
        self.because = Note()
        self._fields = {
            "cause": FormField(self.tr("&Nguyên nhân"), self.cause, required=True),
            "owner": FormField(self.tr("Chậm do ai, cơ &quan nào"), self.owner, required=True),
            "reason": FormField(self.tr("&Lý do ghi trong thư"), self.reason),
            "new_due_at": FormField(self.tr("&Hẹn lại ngày"), self.new_date, required=True),
            "late_because": FormField(self.tr("&Vì sao gửi muộn"), self.late, required=True),
            "signer": FormField(self.tr("Người &ký"), self.signer),
        }
        self._fields["late_because"].setVisible(late)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for name, field in self._fields.items():
            column.addWidget(field)
            if name == "new_due_at":
                column.addWidget(self.because)
        column.addStretch(1)
        self.new_date.day_changed.connect(self._explain_day)
        self._explain_day(self.new_date.day())

    def commit(self) -> None:
        """Tidy all texts, as leaving their fields does."""
        for field in (self.cause, self.owner, self.reason, self.new_date, self.signer, self.late):
            field.commit()

    def only_explain(self, *, only: bool) -> None:
        """Leave the leader's fields to be read alone."""
        for field in (self.new_date, self.signer, self.late):
            field.setReadOnly(only)
        if only:
            self._fields["late_because"].hide()

    def show_problem(self, name: str, sentence: str) -> QWidget | None:
        """Show what is wrong at a field and answer it; ``None`` where there is no such field."""
        field = self._fields.get(name)
        if field is None or not field.isVisibleTo(self):
            return None
        field.show_problem(sentence)
        field.setFocus()
        return field

    def _make_inputs(self, holders: Sequence[str]) -> None:
        proposal = self._draft.proposal
        choices = _causes()
        self.cause = ChoiceField(finder(choices))
        self.cause.choose(next(c for c in choices if c.data is proposal.cause))
        self.owner = TextField()
        self.owner.set_value(proposal.owner)
        self._names = ChoiceCompleter(self.owner, finder([Choice(n, n) for n in holders]))
        self.reason = TextField()
        self.reason.setPlaceholderText(self.tr("để trống thì thư ghi nguyên nhân ở trên"))
        if proposal.explained and proposal.reason.casefold() != CAUSE_WORDS[proposal.cause]:
            self.reason.set_value(proposal.reason)
        self.new_date = DateField(
            lambda: self._rules.now().date(), self._rules.calendar.nth_working_day
        )
        self.new_date.set_day(proposal.new_due_at.date())
        self.signer = TextField()
        self.late = TextField()

    def _explain_day(self, day: date | None) -> None:
        proposal = self._draft.proposal
        if day == proposal.new_due_at.date():
            self.because.setText(self.tr("Máy đề nghị: {why}.").format(why=proposal.because))
        elif day is not None:
            self.because.setText(self._chosen_words(day))

    def _chosen_words(self, day: date) -> str:
        calendar, due_at = self._rules.calendar, self._draft.row.due_at
        try:
            if due_at is None or not calendar.is_working(day):
                return self.tr("Ngày này cơ quan nghỉ; hãy chọn ngày làm việc.")
            days = calendar.count_working_days(due_at.date(), day)
        except RuleViolation as violation:
            return violation.text
        return self.tr(
            "Bạn chọn: {days:02d} ngày làm việc sau hạn gốc {due}; máy đề nghị {proposed:%d/%m/%Y}."
        ).format(days=days, due=short_moment(due_at), proposed=self._draft.proposal.new_due_at)
