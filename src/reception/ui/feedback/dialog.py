"""The dialog of every act on feedback: filled in, kept while typed, done with Ctrl+Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import RuleViolation
from reception.domain.feedback import Feedback
from reception.services import drafting
from reception.services.desk import Desk
from reception.ui.acts.body import FieldsBody
from reception.ui.acts.editors import Editor
from reception.ui.acts.fields import Answers, OneOf, Tick
from reception.ui.completer import ChoiceField
from reception.ui.entering import EnteringDialog
from reception.ui.feedback import half_typed
from reception.ui.feedback.form import FeedbackForm
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import Heading
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

SAVED_AFTER_MS = 1_000
_LETTERS_WIDE = 88


class FeedbackDialog(EnteringDialog):
    """Asks what an act needs. Ctrl+Enter does it; Esc leaves, and what was typed stays as a draft.

    ``done_act`` carries the feedback once the act is durably on disk.
    """

    done_act = Signal(object)

    def __init__(
        self, workplace: Workplace, form: FeedbackForm, draft: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(form.title)
        self._workplace, self._form, self._draft = workplace, form, draft
        self._page = parent
        self._busy = False
        self.body = FieldsBody(form.fields, workplace.rules)
        self._saved = self._values()
        self.problem = Problem()
        self.act_button = QPushButton(self.tr("{act} (Ctrl+Enter)").format(act=form.button))
        self.back_button = QPushButton(self.tr("Quay lại, giữ nháp (Esc)"))
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.do)
        self._saving = QTimer(self, interval=SAVED_AFTER_MS, singleShot=True)
        self._saving.timeout.connect(self.save)
        self.body.changed.connect(self._saving.start)
        offer_help(self, "feedback")
        (self.body.begin() or self.act_button).setFocus()
        # Qt would reckon with letters that the style has not reached yet, and stop at two thirds.
        self.ensurePolished()
        self.resize(self.sizeHint())

    def do(self) -> None:
        """Do the act with what is filled in."""
        if self._busy:
            return
        try:
            answers = self.body.answers()
        except RuleViolation as violation:
            self._refused(violation)
            return
        self._saving.stop()
        self._set_busy(busy=True)
        login = self._workplace.account.login
        work = partial(_done, form=self._form, answers=answers, by=login, draft=self._draft)
        self._workplace.in_lane(work, self._is_done, self._refused, owner=self)

    def save(self) -> None:
        """Keep what is typed, if it is not on disk as it stands."""
        self._saving.stop()
        values = self._values()
        if values == self._saved:
            return
        self._saved = values
        title = self.tr("Phản ánh: {title}").format(title=self._title(values))
        self._workplace.in_lane(
            partial(
                half_typed.save, name=self._draft, login=self._workplace.account.login,
                title=title, values=values,
            )
        )  # fmt: skip

    def reject(self) -> None:
        """Leave; what was typed is there again the next time. What is being done is waited for."""
        if self._busy:
            return
        self.save()
        super().reject()

    def sizeHint(self) -> QSize:
        """As wide as a line of reading, and never higher than the window."""
        width = self.fontMetrics().averageCharWidth() * _LETTERS_WIDE
        window = self._page.window()
        high = self._inside.sizeHint().height() + super().sizeHint().height()
        high -= self.area.sizeHint().height()
        most = window.height() - 2 * self.fontMetrics().height()
        return QSize(min(width, window.width() - 40), min(high, most))

    def _title(self, values: dict[str, str]) -> str:
        first = values.get("text") or next(filter(None, values.values()), "")
        return f"{self._form.title} – {first[:60]}"

    def _values(self) -> dict[str, str]:
        """What is typed; what was only chosen of a few tells nothing by itself."""
        typed = {name: _typed(editor) for name, editor in self.body.editors.items()}
        given = {field.name for field in self._form.fields if isinstance(field, (OneOf, Tick))}
        if any(text for name, text in typed.items() if name not in given):
            return typed
        return {}

    def _is_done(self, one: Feedback) -> None:
        self._set_busy(busy=False)
        self._saved = self._values()
        self.accept()
        self.done_act.emit(one)

    def _refused(self, failure: Failure) -> None:
        self._set_busy(busy=False)
        field = self.body.show_violation(failure) if isinstance(failure, RuleViolation) else None
        self.problem.say("" if field else failure.text)
        if field:
            field.setFocus()
            QTimer.singleShot(0, field, partial(self.area.ensureWidgetVisible, field, 0, 60))
        else:
            self.area.verticalScrollBar().setValue(0)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.act_button.setDisabled(busy)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.problem)
        column.addWidget(self.body)
        if self._form.intro:
            column.addWidget(Note(self._form.intro))
        column.addStretch(1)
        self.area = scrolled(self._inside, only_down=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Heading(self._form.title, 2))
        if self._form.about:
            layout.addWidget(Note(self._form.about))
        layout.addWidget(self.area, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.act_button.setProperty("kind", "danger" if self._form.stays else "main")
        self.act_button.clicked.connect(self.do)
        self.back_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.back_button, self.act_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row


def _typed(editor: Editor) -> str:
    """What stands in a field; one that is searched in is not settled while somebody types."""
    if isinstance(editor.keyboard, ChoiceField):
        return editor.keyboard.value()
    value = editor.read()
    return value if isinstance(value, str) else "1" if value is True else ""


def _done(desk: Desk, *, form: FeedbackForm, answers: Answers, by: str, draft: str) -> Feedback:
    one = form.do(desk, answers, by)
    drafting.discard(desk, draft)
    return one
