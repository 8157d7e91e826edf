"""One act on all chosen dossiers: its progress, which can be stopped, and an outcome for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception.domain.custody import Holder
from reception.domain.errors import RuleViolation
from reception.domain.listing import DossierRow
from reception.services import bulk, passing_on
from reception.services.bulk import Doing, Joint, Outcome
from reception.services.desk import Desk
from reception.ui.dossiers.bulk_forms import (
    BulkForm,
    ForwardForm,
    HandOverForm,
    PrintForm,
    ReceiptListForm,
    ResultForm,
    TakeOverForm,
)
from reception.ui.dossiers.bulk_outcomes import OutcomeTable, print_all
from reception.ui.dossiers.receipt_list import print_issued
from reception.ui.dossiers.words import grouped
from reception.ui.entering import EnteringDialog
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import DataLabel, FormField, Heading
from reception.ui.tasks import Cancelled, Failure, Progress, Task
from reception.ui.workplace import Workplace

MOST_AT_ONCE = 2_000
_LETTERS_WIDE, _LETTERS_HIGH = 110, 26


class BulkDialog(EnteringDialog):
    """Asks for the act and what it needs, does it dossier by dossier, and tells the outcomes.

    Each is durably on disk before the next begins, so that stopping loses nothing.
    """

    def __init__(self, workplace: Workplace, rows: Sequence[DossierRow], parent: QWidget) -> None:
        super().__init__(parent)
        offer_help(self, "dossiers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Làm cho các hồ sơ đã chọn"))
        self._workplace = workplace
        self._rows = tuple(rows)
        self._task: Task | None = None
        self.heading = Heading(
            self.tr("{count} hồ sơ đã chọn").format(count=grouped(len(rows))), level=2
        )
        self.act = QComboBox()
        self.forms = QStackedWidget()
        self.forms.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.problem = DataLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, len(rows))
        self.bar.setFormat("%v / %m")
        self.table = OutcomeTable()
        self.table.show_waiting(self._rows)
        self._make_buttons()
        self._lay_out()
        self._fit_window(parent)
        self.act.currentIndexChanged.connect(self.forms.setCurrentIndex)
        self.act.currentIndexChanged.connect(self.problem.hide)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.do)
        login = workplace.account.login
        workplace.in_lane(partial(_people, login=login), self._fill, owner=self)

    def do(self) -> None:
        """Begin, unless something is missing."""
        form = self.forms.currentWidget()
        if self._task or not isinstance(form, BulkForm):
            return
        try:
            doing = form.doing(self._workplace.account.login)
        except RuleViolation as violation:
            self._refused(violation)
            form.setFocus()
            return
        self.problem.hide()
        self._set_busy(busy=True)
        self.stop_button.setFocus()
        if isinstance(doing, Joint):
            self._do_together(doing)
        else:
            self._do_each(doing)

    def stop(self) -> None:
        """Let the dossier at hand be finished, and begin no other."""
        if self._task:
            self.stop_button.setEnabled(False)
            self._task.stop()

    def reject(self) -> None:
        """Esc stops the work first; without any it leaves."""
        if self._task:
            self.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross does as Esc."""
        if self._task:
            event.ignore()
            self.stop()

    def _fill(self, people: tuple[Holder, list[Holder]]) -> None:
        me, holders = people
        forms: list[BulkForm] = [
            ForwardForm(holders),
            TakeOverForm(me),
            ResultForm(),
            HandOverForm(),
            PrintForm(self._workplace.settings),
            *self._joint_forms(),
        ]
        before: QWidget = self.act
        for form in forms:
            self.forms.addWidget(form)
            self.act.addItem(form.title)
            for editor in form.editors:  # they come after the table was made, but before it
                QWidget.setTabOrder(before, editor)
                before = editor
        self.act.setFocus()

    def _joint_forms(self) -> list[BulkForm]:
        return [ReceiptListForm(self._workplace.settings)] if len(self._rows) > 1 else []

    def _do_each(self, doing: Doing) -> None:
        self._task = self._workplace.tasks.run_long(
            partial(_work, self._workplace.desk, self._rows, doing),
            self._done,
            on_ended=self._ended,
            owner=self,
        )
        self._task.watch(self._progress, lambda: None)

    def _do_together(self, joint: Joint) -> None:
        """All are done at once or none is; so there are no steps to tell."""
        self.bar.setRange(0, 0)
        self._task = self._workplace.tasks.run_long(
            partial(_work_together, self._workplace.desk, self._rows, joint),
            partial(self._done_together, joint),
            self._refused,
            on_ended=self._ended,
            owner=self,
        )

    def _done_together(self, joint: Joint, pdf: bytes) -> None:
        first = min(row.reference for row in self._rows)
        self._done([Outcome(row, done=True, text=joint.words) for row in self._rows])
        print_issued(self._workplace, first, pdf)

    def _refused(self, failure: Failure) -> None:
        self.problem.setText(failure.text)
        self.problem.show()

    def _progress(self, done: int, _total: int | None) -> None:
        self.bar.setValue(done)

    def _done(self, outcomes: list[Outcome]) -> None:
        self.table.show_outcomes(outcomes)
        done = [outcome for outcome in outcomes if outcome.done]
        self.bar.setValue(len(outcomes))
        self.heading.setText(self._sum(len(done), len(outcomes) - len(done)))
        # What is not done yet, or was refused, can be tried again or another way.
        finished = {outcome.row.dossier_id for outcome in done}
        self._rows = tuple(row for row in self._rows if row.dossier_id not in finished)
        if finished:
            self._workplace.changes.dossiers_changed.emit(frozenset(finished))
        if any(outcome.pdf for outcome in done):
            print_all(self._workplace, done)

    def _sum(self, done: int, refused: int) -> str:
        left = len(self._rows) - done - refused
        told = [self.tr("{count} hồ sơ đã xong").format(count=grouped(done))]
        if refused:
            told.append(self.tr("{count} không làm được").format(count=grouped(refused)))
        if left:
            told.append(self.tr("{count} chưa làm").format(count=grouped(left)))
        return ", ".join(told)

    def _out(self) -> Make:
        return shown_rows(self.table, self.tr("Kết quả của từng hồ sơ"))

    def _ended(self) -> None:
        self._task = None
        self._set_busy(busy=False)
        if not self.problem.isHidden():  # nothing was done; another act can be chosen
            self.act.setFocus()
            return
        self.do_button.setVisible(bool(self._rows))
        self.do_button.setText(
            self.tr("Làm với {count} hồ sơ còn lại (Ctrl+Enter)").format(
                count=grouped(len(self._rows))
            )
        )
        self.close_button.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        for part in (self.act, self.forms, self.do_button):
            part.setEnabled(not busy)
        self.stop_button.setVisible(busy)
        self.stop_button.setEnabled(busy)
        self.close_button.setVisible(not busy)
        self.bar.setVisible(busy)
        if busy:
            self.bar.setRange(0, len(self._rows))
            self.bar.setValue(0)

    def _make_buttons(self) -> None:
        self.do_button = QPushButton(self.tr("Làm (Ctrl+Enter)"))
        self.do_button.setProperty("kind", "main")
        self.do_button.clicked.connect(self.do)
        self.stop_button = QPushButton(self.tr("Dừng (Esc)"))
        self.stop_button.clicked.connect(self.stop)
        self.close_button = QPushButton(self.tr("Đóng (Esc)"))
        self.close_button.clicked.connect(self.reject)
        self.export_button = ExportButton(self._workplace, self, "lam-nhieu-ho-so", self._out)
        for button in (self.do_button, self.stop_button, self.close_button, self.export_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.bar, 1)
        buttons.addStretch(1)
        for button in (self.stop_button, self.close_button, self.do_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addWidget(FormField(self.tr("&Việc"), self.act))
        column.addWidget(self.forms)
        column.addWidget(self.problem)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self._set_busy(busy=False)

    def _fit_window(self, parent: QWidget) -> None:
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self.resize(
            min(letter * _LETTERS_WIDE, parent.width() - 40),
            min(line * _LETTERS_HIGH, parent.height() - 40),
        )


def _people(desk: Desk, *, login: str) -> tuple[Holder, list[Holder]]:
    return passing_on.holder_of(desk, login), passing_on.known_holders(desk)


def _work(
    desk: Desk, rows: Sequence[DossierRow], doing: Doing, progress: Progress
) -> list[Outcome]:
    """The outcomes, up to where it was stopped."""
    outcomes: list[Outcome] = []
    try:
        for outcome in bulk.each(desk, rows, doing):
            outcomes.append(outcome)
            progress(len(outcomes), len(rows))
    except Cancelled:
        pass  # what is done is on disk, and is told
    return outcomes


def _work_together(
    desk: Desk, rows: Sequence[DossierRow], joint: Joint, _progress: Progress
) -> bytes:
    return bulk.together(desk, rows, joint)
