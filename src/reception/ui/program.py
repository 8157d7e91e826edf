"""From a data folder to a person at work: which screen is due, and what runs beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reception.domain.accounts import Account, Role
from reception.domain.errors import Trouble
from reception.domain.moments import Clock, in_office_zone
from reception.paths import DATABASE_NAME
from reception.services import sign_in, training
from reception.services.desk import Desk, open_desk
from reception.settings import load_settings
from reception.ui.changes import Changes
from reception.ui.crash_reports import CrashReports
from reception.ui.curtain import Curtain
from reception.ui.demo_folder import DemoFolder, demo_waiting_screen, make_demo
from reception.ui.exchange.lane import Exchanging
from reception.ui.exchange.plan import Plan, usual_plan
from reception.ui.exchange.words import line_tone, line_words
from reception.ui.idle_lock import IdleLock
from reception.ui.main_window import MainWindow
from reception.ui.messages import Messages
from reception.ui.rail import Place
from reception.ui.recover.coming_back import ComingBack
from reception.ui.recover.watching import Watching, sign_off
from reception.ui.scanner import Scanner
from reception.ui.scans import is_worth_catching, make_way, read_scan
from reception.ui.sign_in.last_person import likeliest, remember
from reception.ui.sign_in.page import SignInPage
from reception.ui.standing_notes import StandingNotes
from reception.ui.tasks import Failure, Tasks
from reception.ui.training import practice
from reception.ui.waiting_screen import WaitingScreen
from reception.ui.workplace import Ways, Workplace
from reception.ui.workspace import Workspace

if TYPE_CHECKING:
    from reception.services.line_state import LineState

IDLE_MS = 2_000
"""After this pause the write-ahead log is moved into the register, between two customers."""


class Program(QObject):
    """The window and what stands behind it. Call :meth:`begin`, and :meth:`end` before leaving.

    Args:
        app: The application.
        window: The window; it may be on screen already.
        folder: The data folder; it need not hold a register yet.
        clock: What time it is.
        plan: What the exchange with the server above goes by; the usual one unless a test has its
            own.
        secret: What opens a locked register; without one this PC's own store is asked, then the
            person.
    """

    ready = Signal()
    """Somebody is at work, and home shows its figures."""

    asking_first = Signal()
    """There is no register yet, or nobody in it: the first questions are on screen."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        folder: Path,
        clock: Clock,
        plan: Plan | None = None,
        secret: str = "",
    ) -> None:
        super().__init__(app)
        self._secret = secret
        self.window = window
        self.folder = folder
        self._clock = clock
        self._plan = plan
        self.exchanging: Exchanging | None = None
        self.watching: Watching | None = None
        self.notes = StandingNotes(self)
        self._demo_folder: DemoFolder | None = None
        self._desk: Desk | None = None
        self._rules: Desk | None = None
        self._cover: SignInPage | None = None
        self.workspace: Workspace | None = None
        self.messages = Messages(self.window)
        self.tasks = Tasks(self)
        self.reports = CrashReports(lambda: self.folder, clock, self.tasks)
        self.messages.reporting = self.reports.write
        self.changes = Changes(self)
        self.coming_back = ComingBack(
            window, folder, clock, self.messages, self.notes, self.tasks, self._let_go
        )
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self.curtain = Curtain(app, window)
        self.idle_lock = IdleLock(app, window, self._minutes_alone, lambda: clock().timestamp())
        self._scanner = Scanner(app, self._wants_scan)
        self._connect()

    # --- beginning --------------------------------------------------------------------------------

    def begin(self, *, straight_in: bool = False) -> None:
        """Put the first screen up: the first run, the first account, or who is at the desk.

        Args:
            straight_in: Let the last person in without asking, to measure the window.

        Raises:
            Trouble: The register cannot be used; the sentence says why and what to do.
        """
        if not (self.folder / DATABASE_NAME).exists():
            self.window.drop_all()
            self._first_run()
            return
        try:
            desk = open_desk(self.folder, self._clock, self._secret)
        except Trouble as trouble:
            if trouble.code == "not-a-register":
                self.coming_back.ask(trouble.text)
                self.window.when_painted(self.asking_first.emit)
            elif trouble.code == "locked":
                self._ask_passphrase()
            else:
                raise
            return
        self._begin_on(desk, straight_in=straight_in)

    def _begin_on(self, desk: Desk, *, straight_in: bool = False) -> None:
        self._open(desk)
        self.window.drop_all()
        people = sign_in.accounts(self._known(self._rules))
        if straight_in and people:
            self._enter(likeliest(self.folder, people))
        else:
            self._ask_who(people)

    def _ask_passphrase(self) -> None:
        # Only where this PC does not open the register by itself.
        from reception.ui.sign_in.unlock_page import UnlockPage

        page = UnlockPage(partial(open_desk, self.folder, self._clock), self.tasks)
        page.opened.connect(self._begin_on)
        self.window.drop_all()
        self.window.show_screen(page)
        self.window.when_painted(self.asking_first.emit)

    def begin_demo(self) -> None:
        """Make invented data in a folder that goes when the program ends, and let its clerk in."""
        self._demo_folder = DemoFolder()
        self.folder = self._demo_folder.path
        self._prepare(demo_waiting_screen(), partial(make_demo, self.folder, self._clock))

    def begin_training(self) -> None:
        """Open the practice register, made anew where there is none, and let its clerk in."""
        opening = partial(training.open_training, self.folder, self._clock)
        self._prepare(practice.waiting_screen(), opening)

    def _prepare(self, screen: WaitingScreen, opening: Callable[[], Desk]) -> None:
        self.window.drop_all()
        self.window.show_screen(screen)
        self.tasks.run(opening, self._demo_made, self._demo_failed)

    def end(self) -> None:
        """Sign the chain's head and close the register; closed pages have kept their drafts."""
        self._idle.stop()
        self._leave_beside()
        self.idle_lock.end()
        self.curtain.end()
        if self._desk and self.workspace:
            self.tasks.run(partial(sign_off, self._desk))
        self.tasks.close()
        for desk in (self._rules, self._desk):
            if desk:
                desk.close()
        self._scanner.deleteLater()
        if self._demo_folder:
            self._demo_folder.remove()

    def _demo_made(self, desk: Desk) -> None:
        people = sign_in.accounts(desk)
        clerk = next((one for one in people if one.role is Role.CLERK), people[0])
        self._register_made(desk, clerk.login)

    def _demo_failed(self, failure: Failure) -> None:
        self.messages.fail(failure)
        self.window.close()

    def _first_run(self) -> None:
        # Only a new PC needs it; it brings the catalogue's reader and the printers with it.
        from reception.ui.set_up.first_run import FirstRun

        first_run = FirstRun(self.folder, self._clock, self.tasks, self.messages)
        first_run.trial_wanted.connect(self.begin_demo)
        first_run.restore_wanted.connect(self.coming_back.ask)
        first_run.made.connect(self._register_made)
        self.window.show_screen(first_run.screen)
        self.window.when_painted(self.asking_first.emit)

    def _register_made(self, desk: Desk, login: str) -> None:
        self.window.drop_all()
        self._open(desk)
        people = {one.login: one for one in sign_in.accounts(self._known(self._rules))}
        self._enter(people[login])

    def _open(self, desk: Desk) -> None:
        self._desk = desk
        self._rules = desk.another()
        self.window.status.show_saved(self._now())
        self._show_title()
        if self._known(self._rules).office.is_invented and not self._demo_folder:
            practice.mark(self.window, self.folder, self.messages)
        plan = self._plan or usual_plan(self.folder)
        self.exchanging = Exchanging(desk, self._rules, self.tasks, self.changes, plan, self)
        self.exchanging.looked.connect(self._show_line)
        self.window.when_painted(self.exchanging.begin)
        if not self._rules.office.is_invented:
            self._watch_over(desk, self._rules)

    def _watch_over(self, desk: Desk, rules: Desk) -> None:
        self.watching = Watching(
            self.folder, desk, rules, self._clock, self.tasks, self.messages, self.notes,
            idle_s=self.idle_lock.idle_s, exchanging=self._lane(), salvage=self.coming_back.ask_now,
        )  # fmt: skip
        self.window.when_painted(self.watching.begin)

    def _leave_beside(self) -> None:
        if self.watching:
            self.watching.end()
        if self.exchanging:
            self.exchanging.end()
            self.exchanging.deleteLater()
        self.watching = self.exchanging = None

    def _let_go(self) -> Desk:
        desk = self._known(self._desk)
        self._idle.stop()
        self._leave_beside()
        self._known(self._rules).close()
        self._desk = self._rules = self.workspace = self._cover = None
        return desk

    def _show_title(self) -> None:
        office = self._known(self._rules).office
        self.window.setWindowTitle(practice.title(office, is_demo=self._demo_folder is not None))

    # --- who is at the desk -----------------------------------------------------------------------

    def lock(self) -> None:
        """Cover the screens; what is half typed stays as it is."""
        if self.workspace and self._cover is None:
            self.window.status.hush()
            self.workspace.pages.search_box.edit.clear()  # whoever comes next asks for another
            people = sign_in.accounts(self._known(self._rules))
            self.curtain.draw(self._make_cover(people))

    def _ask_who(self, people: list[Account]) -> None:
        if people:
            self.window.show_screen(self._make_cover(people))
        else:
            self._ask_first_account()

    def _make_cover(self, people: list[Account]) -> SignInPage:
        desk = self._known(self._desk)
        self._cover = SignInPage(
            self._known(self._rules).office.name,
            people,
            load_settings(self.folder).last_login,
            partial(sign_in.sign_in, desk),
            self.tasks,
            self._demo_hint() if self._known(self._rules).office.is_invented else "",
        )
        self._cover.signed_in.connect(self._signed_in)
        if not self._known(self._rules).office.is_invented:
            practice.offer(self._cover, self.folder, self.messages)
        return self._cover

    def _demo_hint(self) -> str:
        from reception.services.demo import PIN  # only for a trial

        return self.tr("Người và dữ liệu bịa: mã PIN của ai cũng là {pin}.").format(pin=PIN)

    def _ask_first_account(self) -> None:
        from reception.ui.set_up.first_run import FirstPerson  # rarely needed

        first_person = FirstPerson(self._known(self._desk), self.tasks)
        first_person.made.connect(self._first_person_made)
        self.window.show_screen(first_person.screen)
        self.window.when_painted(self.asking_first.emit)

    def _first_person_made(self, account: Account) -> None:
        self.window.drop_all()
        self._enter(account)

    def _signed_in(self, account: Account) -> None:
        if self._cover and not self.curtain.drawn:
            self.window.drop_screen(self._cover)
        self._cover = None
        if self.workspace and self.workspace.workplace.account == account:
            self.curtain.open()
        elif self.curtain.drawn:
            self.curtain.close_others()
            # Once the dialogs that were open have returned to whoever opened them.
            QTimer.singleShot(0, self, partial(self._enter, account))
        else:
            self._enter(account)

    def _enter(self, account: Account) -> None:
        self.curtain.open()
        if self.workspace:
            self.window.drop_screen(self.workspace)
        remember(self.folder, account)
        if self.watching:
            self.watching.login = account.login
        workplace = Workplace(
            self.folder, self._known(self._desk), self._known(self._rules), account, self.tasks,
            self.changes, self.messages, self.window.memory, Ways(),
            demo=self._demo_folder is not None, notes=self.notes,
            copying=self.watching.copying if self.watching else None,
        )  # fmt: skip
        workplace.ways.lock_wanted.connect(self.lock)
        workplace.ways.restore_wanted.connect(self.coming_back.go_back)
        self.workspace = Workspace(workplace, self.window.looks, self._lane())
        self.window.status.hush()
        self.workspace.stack.currentChanged.connect(self.window.status.leave_screen)
        self.reports.follow(self.workspace.stack)
        self.workspace.home.filled.connect(self.ready)
        self.window.show_screen(self.workspace)
        self.window.when_painted(self.workspace.begin)

    # --- beside it --------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.messages.told.connect(self.window.status.say)
        self.window.status.line.clicked.connect(self._go_to_exchange)
        self.tasks.failed.connect(self.messages.fail)
        self.tasks.broken.connect(self.messages.report_bug)
        for change in (
            self.changes.dossiers_changed,
            self.changes.catalogue_changed,
            self.changes.office_changed,
        ):
            change.connect(self._changed)
        self.changes.office_changed.connect(self._show_title)
        self._idle.timeout.connect(self._rest)
        self.coming_back.ready.connect(self._begin_on)
        self.coming_back.back_wanted.connect(self.begin)
        self.idle_lock.due.connect(self.lock)
        self._scanner.scanned.connect(self._scanned)

    def _show_line(self, state: LineState | None) -> None:
        self.window.status.show_line(
            line_words(state), line_tone(state), has_server=state is not None
        )

    def _go_to_exchange(self) -> None:
        if self.workspace and self._cover is None:
            self.workspace.go(Place.EXCHANGE)

    def _lane(self) -> Exchanging:
        if self.exchanging is None:
            raise RuntimeError("the register is not open")
        return self.exchanging

    def _changed(self) -> None:
        self.window.status.show_saved(self._now())
        self._idle.start()

    def _rest(self) -> None:
        if self._desk:
            self.tasks.run(self._desk.database.checkpoint)

    def _minutes_alone(self) -> int:
        return load_settings(self.folder).lock_after_minutes

    def _wants_scan(self, text: str) -> bool:
        at_work = self.workspace is not None and self._cover is None
        return at_work and is_worth_catching(text)

    def _scanned(self, text: str) -> None:
        if self.workspace and self._cover is None:
            make_way(self.window, self.messages)
            self.workspace.take_scan(read_scan(text))

    def _now(self) -> datetime:
        return in_office_zone(self._clock())

    @staticmethod
    def _known(desk: Desk | None) -> Desk:
        if desk is None:
            raise RuntimeError("the register is not open")
        return desk
