"""The first run: a few short steps by keyboard; nothing is written before the last."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception.domain.office import Office
from reception.services.locking import Lock
from reception.services.sign_in import FirstAccount
from reception.settings import Settings
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.set_up.account_step import AccountStep
from reception.ui.set_up.begin_step import BeginStep
from reception.ui.set_up.hours_step import HoursStep
from reception.ui.set_up.lock_step import LockStep
from reception.ui.set_up.office_step import OfficeStep
from reception.ui.set_up.printing_step import PrintingStep
from reception.ui.set_up.recovery_step import RecoveryStep
from reception.ui.set_up.step import Step
from reception.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class NewOffice:
    """All that the first run has asked."""

    office: Office
    account: FirstAccount
    settings: Settings
    lock: Lock


class StepsPage(QWidget):
    """Steps one after the other, with “Quay lại” and “Tiếp tục”; Ctrl+Enter goes on, Esc back."""

    finished = Signal()

    def __init__(self, steps: list[Step]) -> None:
        super().__init__()
        self.steps = steps
        self.pages = QStackedWidget()
        for step in steps:
            self.pages.addWidget(_scrolling(step))
        self.where = Note()
        self.problem = Problem()
        self.back = QPushButton(self.tr("&Quay lại"))
        self.back.setAutoDefault(True)
        self.back.clicked.connect(self.go_back)
        self.onward = QPushButton()
        self.onward.setProperty("kind", "main")
        self.onward.setAutoDefault(True)
        self.onward.clicked.connect(self.go_on)
        self._lay_out()
        self._show(0)

    def last_words(self) -> str:
        """What the button of the last step says."""
        return self.tr("Xo&ng")

    @property
    def step(self) -> Step:
        """The step on the screen."""
        return self.steps[self.pages.currentIndex()]

    def go_on(self) -> None:
        """Take this step's answers and show the next step, or end."""
        self.show_problem("")
        if not self.step.ready():
            return
        if self.pages.currentIndex() + 1 < len(self.steps):
            self._show(self.pages.currentIndex() + 1)
        else:
            self.finished.emit()

    def go_back(self) -> None:
        """Show the step before; its answers are still there."""
        if self.back.isEnabled():
            self._show(max(0, self.pages.currentIndex() - 1))

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be done; empty takes it away."""
        self.problem.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter outside a text field and Ctrl+Enter go on; Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _show(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.back.setEnabled(index > 0)
        last = index + 1 == len(self.steps)
        self.onward.setText(self.last_words() if last else self.tr("Tiếp tụ&c"))
        self.where.setText(
            self.tr("Bước {n} trong {all}").format(n=index + 1, all=len(self.steps))
            if len(self.steps) > 1
            else ""
        )
        self.setFocusProxy(self.step)
        self.step.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.where, 1)
        if len(self.steps) > 1:
            buttons.addWidget(self.back)
        buttons.addWidget(self.onward)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 28, 28, 20)
        inside.setSpacing(12)
        inside.addWidget(self.pages, 1)
        inside.addWidget(self.problem)
        inside.addLayout(buttons)
        card.setMaximumWidth(self.fontMetrics().averageCharWidth() * 110)
        across = QHBoxLayout(self)
        across.setContentsMargins(28, 28, 28, 28)
        across.addStretch(1)
        across.addWidget(card, 4)
        across.addStretch(1)
        if len(self.steps) > 1:
            # Enter in the last field must lead on, not back.
            self.setTabOrder(self.onward, self.back)


class SetUpWizard(StepsPage):
    """The first run of a new office."""

    wanted = Signal(object)
    """Carries a :class:`NewOffice`."""

    trial_wanted = Signal()
    restore_wanted = Signal()
    sample_wanted = Signal(object)
    sheet_wanted = Signal(object)
    """Carries a :class:`NewOffice` whose recovery key is to be printed."""

    def __init__(self, tasks: Tasks, *, pc_keeps_secrets: bool) -> None:
        self.begin = BeginStep()
        self.office = OfficeStep()
        self.hours = HoursStep()
        self.account = AccountStep()
        self.printing = PrintingStep(tasks)
        self.lock = LockStep(pc_keeps_secrets=pc_keeps_secrets)
        self.recovery = RecoveryStep()
        super().__init__(
            [
                self.begin, self.office, self.hours, self.account, self.printing, self.lock,
                self.recovery,
            ]
        )  # fmt: skip
        self.recovery.sheet_wanted.connect(lambda: self.sheet_wanted.emit(self.answers()))
        self.printing.sample_wanted.connect(self.sample_wanted)
        self.finished.connect(lambda: self.wanted.emit(self.answers()))

    def last_words(self) -> str:
        """What the last button does."""
        return self.tr("&Lập sổ và vào làm việc")

    def go_on(self) -> None:
        """Leave for the trial if that was chosen; else take the answers and go on."""
        if self.step is self.begin and self.begin.trial.isChecked():
            self.trial_wanted.emit()
        elif self.step is self.begin and self.begin.restore.isChecked():
            self.restore_wanted.emit()
        else:
            super().go_on()
            if self.step is self.recovery:
                self.recovery.show_key(self.lock.lock().recovery_key)

    def answers(self) -> NewOffice:
        """Everything asked, once every step is ready."""
        office = replace(self.office.office(), hours=(self.hours.hours(),))
        return NewOffice(
            office, self.account.first_account(), self.printing.settings(), self.lock.lock()
        )


class FirstAccountPage(StepsPage):
    """For a register made by the command line: only the first account is asked."""

    wanted = Signal(object)
    """Carries a :class:`FirstAccount`."""

    def __init__(self) -> None:
        self.account = AccountStep()
        super().__init__([self.account])
        self.finished.connect(lambda: self.wanted.emit(self.account.first_account()))

    def last_words(self) -> str:
        """What the button does."""
        return self.tr("&Vào làm việc")


def _scrolling(step: Step) -> QScrollArea:
    """The step in a frame that scrolls when the text is large and the screen small."""
    area = scrolled(step, only_down=True)
    area.setObjectName("plain")
    return area
