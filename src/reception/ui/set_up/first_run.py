"""The first run put to work: the wizard's answers become a register."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reception.domain.moments import Clock
from reception.services import locking, recovery_sheet, set_up
from reception.services.desk import Desk, desk_on
from reception.services.sign_in import FirstAccount, add_first_account
from reception.settings import Settings, save_settings
from reception.ui.messages import Messages
from reception.ui.set_up.test_page import print_recovery_key, print_test_page
from reception.ui.set_up.wizard import FirstAccountPage, NewOffice, SetUpWizard
from reception.ui.tasks import Failure, Tasks


class FirstRun(QObject):
    """Asks with ``screen``, makes the register in the lane, and hands it over.

    Args:
        folder: Where the register is to be.
        clock: What time it is.
        tasks: The lanes.
        messages: The window's notices.
    """

    made = Signal(object, str)
    """Carries the open :class:`Desk` and the login of its first account."""

    trial_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, folder: Path, clock: Clock, tasks: Tasks, messages: Messages) -> None:
        super().__init__(tasks)
        self._folder = folder
        self._clock = clock
        self._tasks = tasks
        self._messages = messages
        self.screen = SetUpWizard(tasks, pc_keeps_secrets=locking.pc_keeps_secrets())
        self.screen.wanted.connect(self._make)
        self.screen.trial_wanted.connect(self.trial_wanted)
        self.screen.restore_wanted.connect(self.restore_wanted)
        self.screen.sample_wanted.connect(self._try_printer)
        self.screen.sheet_wanted.connect(self._print_key)

    def _make(self, new: NewOffice) -> None:
        self.screen.setEnabled(False)
        self._messages.tell(self.tr("Đang lập sổ hồ sơ và nạp danh mục thủ tục…"))
        self._tasks.run(
            partial(_make_register, self._folder, self._clock, new),
            lambda desk: self.made.emit(desk, new.account.login),
            self._refused,
            owner=self.screen,
        )

    def _refused(self, failure: Failure) -> None:
        self.screen.setEnabled(True)
        self.screen.show_problem(failure.text)

    def _try_printer(self, settings: Settings) -> None:
        print_test_page(self._tasks, self._messages, settings, self.screen)

    def _print_key(self, new: NewOffice) -> None:
        print_recovery_key(
            self._tasks, self._messages, new.settings, self.screen,
            partial(
                recovery_sheet.sheet, new.office, new.lock.recovery_key, self._clock(),
                new.account.name,
            ),
        )  # fmt: skip


class FirstPerson(QObject):
    """For a register made by the command line: asks with ``screen`` for its first account only."""

    made = Signal(object)
    """Carries the :class:`Account`."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._desk = desk
        self._tasks = tasks
        self.screen = FirstAccountPage()
        self.screen.wanted.connect(self._add)

    def _add(self, first: FirstAccount) -> None:
        self.screen.setEnabled(False)
        self._tasks.run(
            partial(add_first_account, self._desk, first),
            self.made.emit,
            self._refused,
            owner=self.screen,
        )

    def _refused(self, failure: Failure) -> None:
        self.screen.setEnabled(True)
        self.screen.show_problem(failure.text)


def _make_register(folder: Path, clock: Clock, new: NewOffice) -> Desk:
    desk = set_up.set_up(folder, new.office, clock, account=new.account, lock=new.lock)
    save_settings(folder, new.settings)
    # As at any later start: nothing is dated before what was written first.
    return desk_on(desk.database, clock)
