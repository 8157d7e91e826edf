"""Going on from a copy, or from what is left of a damaged register, while the window stays open.

Every lane must have let go of the register first: on Windows no file that is open can be replaced,
and what somebody still wrote would be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reception.domain.moments import Clock
from reception.services.desk import Desk
from reception.settings import load_settings
from reception.ui.main_window import MainWindow
from reception.ui.messages import Messages
from reception.ui.recover.copies_panel import ChosenCopy
from reception.ui.recover.page import RecoverPage
from reception.ui.standing_notes import StandingNote, StandingNotes
from reception.ui.tasks import Failure, Lane, Tasks
from reception.ui.waiting_screen import WaitingScreen


class ComingBack(QObject):
    """Shows what is due, does it in the lane, and hands the register over.

    Args:
        window: Where it is shown.
        folder: The data folder.
        clock: What time it is.
        messages: Where it is told that nothing came of it.
        notes: Where it is told what became of it.
        tasks: The lanes.
        let_go: Leaves the register that is open; answers the desk of its lane.
    """

    ready = Signal(object)
    """Carries the open :class:`Desk`; what became of it stays on the window until it is read."""

    back_wanted = Signal()
    """Nothing came of it: whatever lies in the folder is due again."""

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        clock: Clock,
        messages: Messages,
        notes: StandingNotes,
        tasks: Tasks,
        let_go: Callable[[], Desk],
    ) -> None:
        super().__init__(tasks)
        self._messages, self._notes, self._let_go = messages, notes, let_go
        self._window, self._folder, self._clock, self._tasks = window, folder, clock, tasks

    def ask(self, damage: str = "", *, opens: bool = False) -> RecoverPage:
        """Put the screen up that asks for copies, and offers to save a damaged register.

        Args:
            damage: What is wrong with it; empty where there is none.
            opens: Whether it opens all the same, so that one may go back to it.
        """
        place = load_settings(self._folder).copies_folder
        page = RecoverPage(self._tasks, self._folder, place, damage, opens=opens)
        page.wanted.connect(partial(self._restore_here, page))
        page.salvage_wanted.connect(partial(self._salvage, page))
        page.back_wanted.connect(self.back_wanted)
        self._window.drop_all()
        self._window.show_screen(page)
        return page

    def ask_now(self, damage: str) -> None:
        """Put that screen up now, amid work, once every lane has let go of the register."""
        desk = self._let_go()
        self._wait(self.tr("Đang đóng sổ hồ sơ…"))

        def ask() -> None:
            self._tasks.run(desk.close, lambda _none: self.ask(damage, opens=True), owner=self)

        self._after(list(Lane), ask)

    def go_back(self, chosen: ChosenCopy) -> None:
        """Put a copy in the place of the register that is open, once every lane has let go."""
        desk = self._let_go()
        self._wait(self.tr("Đang phục hồi từ bản sao…"))
        work = partial(_restore, desk, self._folder, self._clock, chosen)
        self._after(list(Lane), partial(self._run, work, self._not_back))

    def _restore_here(self, page: RecoverPage, chosen: ChosenCopy) -> None:
        page.setEnabled(False)
        work = partial(_restore, None, self._folder, self._clock, chosen)
        self._run(work, lambda failure: page.say(failure.text))

    def _salvage(self, page: RecoverPage, place: str, secret: str) -> None:
        page.setEnabled(False)
        work = partial(_salvage, self._folder, self._clock, place, secret)
        self._run(work, lambda failure: page.say(failure.text))

    def _run(
        self, work: Callable[[], tuple[Desk, str]], on_failed: Callable[[Failure], object]
    ) -> None:
        self._tasks.run(work, self._back, on_failed, owner=self)

    def _back(self, made: tuple[Desk, str]) -> None:
        desk, words = made
        self._notes.say(StandingNote("restored", words))
        self.ready.emit(desk)

    def _not_back(self, failure: Failure) -> None:
        self.back_wanted.emit()
        self._messages.fail(failure)

    def _after(self, lanes: list[Lane], then: Callable[[], object]) -> None:
        """Let each lane end what it had begun."""
        if lanes:
            self._tasks.run(
                _nothing, lambda _none: self._after(lanes[1:], then), lane=lanes[0], owner=self
            )
        else:
            then()

    def _wait(self, title: str) -> None:
        self._window.drop_all()
        self._window.show_screen(
            WaitingScreen(title, self.tr("Sổ đang có được giữ lại bên cạnh, không bị xoá."))
        )


def _nothing() -> None:
    """A turn of a lane in which nothing is done."""


def _restore(desk: Desk | None, folder: Path, clock: Clock, chosen: ChosenCopy) -> tuple[Desk, str]:
    from reception.services import safekeeping  # cryptography is slow to load
    from reception.storage import key_file

    key = desk.database.key if desk else None
    if desk:
        desk.close()
    if key and key_file.load(chosen.path) and not chosen.secret:
        back = safekeeping.restore_with(chosen.path, folder, clock, key)
    else:
        back = safekeeping.restore(chosen.path, folder, clock, chosen.secret)
    return back, safekeeping.restored_words(back, chosen.path)


def _salvage(folder: Path, clock: Clock, place: str, secret: str) -> tuple[Desk, str]:
    from reception.services import salvaging  # cryptography is slow to load

    copies = [Path(place)] if place and Path(place).is_dir() else []
    desk, told = salvaging.salvage(folder, clock, copies=copies, secret=secret)
    return desk, " ".join(salvaging.salvaged_words(told))
