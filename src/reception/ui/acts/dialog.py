"""The one dialog of all acts: filled in, seen where the date goes, done with Ctrl+Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.services.desk import Desk
from reception.services.rehearsal import Outlook
from reception.ui.acts.body import FieldsBody
from reception.ui.acts.clock_strip import ClockStrip
from reception.ui.acts.fields import Answers
from reception.ui.acts.form import Form
from reception.ui.acts.keys import act_words
from reception.ui.entering import EnteringDialog
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import DataLabel, Heading
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace

_TRY_AFTER_MS = 150
_LETTERS_WIDE = 82
_MARGIN_PX = 20


class ActDialog(EnteringDialog):
    """Asks what an act needs. Ctrl+Enter does it, Enter goes on, Esc leaves everything as it was.

    A rule's sentence stands beside its field, or on top, and what was typed stays. ``done`` carries
    the dossier once the act is durably on disk.
    """

    done_act = Signal(object)

    def __init__(self, workplace: Workplace, form: Form, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._form = form
        self._dossier = dossier
        self._page = parent
        self._busy = False
        self.body = (
            form.body(workplace.rules) if form.body else FieldsBody(form.fields, workplace.rules)
        )
        self.problem = DataLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.area = QScrollArea()
        self._inside = QWidget()
        self.strip = ClockStrip(dossier) if form.moves_clock else None
        self.act_button = QPushButton(self.tr("{act} (Ctrl+Enter)").format(act=form.button))
        self.back_button = QPushButton(self.tr("Quay lại (Esc)"))
        self.setWindowTitle(act_words(form.act))
        self._lines = QVBoxLayout(self)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.do)
        self._trying = QTimer(self, interval=_TRY_AFTER_MS, singleShot=True)
        self._trying.timeout.connect(self._try)
        if self.strip:
            self.body.changed.connect(self._trying.start)
            self._try()
        offer_help(self, "acts")
        (self.body.begin() or self.act_button).setFocus()
        self._fit()

    def do(self) -> None:
        """Do the act with what is filled in."""
        if self._busy:
            return
        answers = self._answers()
        if answers is None or not self._is_sure():
            return
        self._set_busy(busy=True)
        self._workplace.in_lane(
            partial(_done, form=self._form, answers=answers),
            self._is_done,
            self._refused,
            owner=self,
        )

    def sizeHint(self) -> QSize:
        """As wide as a line of reading, as high as its fields, and never higher than the window."""
        letters = self.fontMetrics()
        width = letters.averageCharWidth() * _LETTERS_WIDE
        room = width - 2 * _MARGIN_PX
        high = self._inside.heightForWidth(room)
        wanted = (high if high > 0 else self._inside.sizeHint().height()) + 4
        others = self._lines.totalHeightForWidth(width) - self._area_item_height()
        most = self._page.window().height() - 2 * letters.height()
        return QSize(width, min(wanted + others, most))

    def _area_item_height(self) -> int:
        """What the layout reckons for the fields; it may have kept an older hint than theirs."""
        item = self._lines.itemAt(self._lines.indexOf(self.area))
        return item.sizeHint().height() if item else 0

    def _fit(self) -> None:
        """Take the room that is needed now; Qt would stop at two thirds of a low screen."""
        self.ensurePolished()
        for part in filter(None, (self.strip, self.area)):
            part.updateGeometry()  # what was just written there counts now, not a moment later
        self._lines.activate()
        self.resize(self.sizeHint())
        window = self._page.window().frameGeometry()
        below = self.frameGeometry().bottom() - window.bottom()
        if self.isVisible() and below > 0:
            self.move(self.x(), max(self.y() - below, window.top()))

    def _answers(self) -> Answers | None:
        focus = QApplication.focusWidget()
        if isinstance(focus, TextField) and self.isAncestorOf(focus):
            focus.commit()
        try:
            return self.body.answers()
        except RuleViolation as violation:
            self._refused(violation)
            return None

    def _is_sure(self) -> bool:
        form = self._form
        return not form.question or self._workplace.messages.ask(
            form.question, form.button, irreversible=True
        )

    def _is_done(self, dossier: Dossier) -> None:
        self._set_busy(busy=False)
        self.accept()
        self.done_act.emit(dossier)

    def _refused(self, failure: Failure) -> None:
        self._set_busy(busy=False)
        field = self.body.show_violation(failure) if isinstance(failure, RuleViolation) else None
        self.problem.setText("" if field else failure.text)
        self.problem.setVisible(field is None)
        self._fit()
        if field is None:
            self.area.verticalScrollBar().setValue(0)
            return
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        QTimer.singleShot(0, field, partial(self.area.ensureWidgetVisible, field, 0, 60))

    def _try(self) -> None:
        """Try the act out in the register's lane, and show where the due moment would go."""
        if self.strip is None:
            return
        try:
            answers = self.body.answers().filled_up()
        except RuleViolation as violation:
            self.strip.show_unknown(violation.text)
            return
        self._workplace.in_lane(
            partial(_tried, form=self._form, dossier_id=self._dossier.dossier_id, answers=answers),
            self._foreseen,
            self._unforeseen,
            owner=self,
        )

    def _foreseen(self, outlook: Outlook) -> None:
        if self.strip:
            self.strip.show_outlook(outlook, self._workplace.rules.calendar, self._form.clock)
            self._fit()

    def _unforeseen(self, failure: Failure) -> None:
        if self.strip is None:
            return
        named = failure.field if isinstance(failure, RuleViolation) else None
        # What nobody has filled in yet is not at fault yet.
        self.strip.show_unknown("" if named and self.body.lacks(named) else failure.text)
        self._fit()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.act_button.setDisabled(busy)

    def _lay_out(self) -> None:
        heading = Heading(act_words(self._form.act), 2)
        whose = DataLabel(f"{self._dossier.reference}  ·  {self._dossier.intake.owner.name}")
        layout = self._lines
        layout.setContentsMargins(_MARGIN_PX, 16, _MARGIN_PX, 16)
        layout.setSpacing(10)
        for label in (heading, whose):
            label.setWordWrap(True)
            layout.addWidget(label)
        whose.setObjectName("muted")
        self._fill_in()
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().rangeChanged.connect(self._make_way)
        layout.addWidget(self.area, 1)
        if self.strip:
            layout.addWidget(self.strip)
        layout.addLayout(self._buttons())
        QWidget.setTabOrder(self.act_button, self.back_button)

    def _make_way(self, _least: int, most: int) -> None:
        """Keep the fields off the scroll bar, where there is one."""
        self._inside.setContentsMargins(0, 0, 8 if most else 0, 0)

    def _fill_in(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        clock = "" if self.strip else self._form.clock
        for words in filter(None, (*self._form.intro, clock)):
            label = DataLabel(words)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.problem)
        column.addWidget(self.body)
        column.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        self.act_button.setProperty("kind", "danger" if self._form.is_final else "main")
        self.act_button.clicked.connect(self.do)
        self.back_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.back_button, self.act_button):
            # Enter goes from field to field; no button takes it from there.
            button.setAutoDefault(False)
            row.addWidget(button)
        return row


def _done(desk: Desk, *, form: Form, answers: Answers) -> Dossier:
    return form.do(desk, answers)


def _tried(desk: Desk, *, form: Form, dossier_id: str, answers: Answers) -> Outlook:
    from reception.services.rehearsal import rehearse  # only for the acts that move the clock

    return rehearse(desk, dossier_id, partial(_done, form=form, answers=answers))
