"""The PC's clock, watched: against the journal as the program starts, and while it runs.

A count that nobody sets tells where the clock should be. It must go on while the PC sleeps, or
every morning would look like a jump.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reception.domain.clock_jump import ClockJumped
from reception.domain.moments import Clock
from reception.services.desk import Desk
from reception.ui.standing_notes import StandingNote, StandingNotes
from reception.ui.tasks import Tasks

if TYPE_CHECKING:
    from reception.services.wall_clock import ClockState

_LOOK_EVERY_MS = 30_000
_ABOUT, _ABOUT_SERVER = "clock", "clock-server"


def steady_s() -> float:
    """Seconds that only run forward, also while the PC sleeps."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()  # on Windows it counts the sleep, too


class ClockWatch(QObject):
    """Says what it notices in a note that stays, and has it written down.

    Args:
        desk: Of the database lane.
        clock: What time the PC shows.
        tasks: The lanes.
        notes: Where it is said.
        login: Who is at the desk; nobody's is empty.
        seconds: A count that nobody sets.
    """

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        tasks: Tasks,
        notes: StandingNotes,
        login: Callable[[], str],
        parent: QObject | None = None,
        seconds: Callable[[], float] = steady_s,
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._tasks, self._notes = desk, clock, tasks, notes
        self._login, self._seconds = login, seconds
        self._began_at, self._began_s = clock(), seconds()
        self._said_server = False
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Hold the clock against the journal, and watch it from now on."""
        self._timer.start()
        self._tasks.run(partial(_at_start, self._desk), self._say_at_start, owner=self)

    def look(self) -> None:
        """See whether the clock was set since the last look."""
        from reception.services import wall_clock  # not before the first paint

        passed = timedelta(seconds=self._seconds() - self._began_s)
        expected, shown = self._began_at + passed, self._clock()
        self._began_at, self._began_s = shown, self._seconds()
        if jump := wall_clock.jump_while_running(expected, shown):
            self._keep(jump)

    def compare(self, server_at: datetime | None) -> None:
        """Hold the clock against the server's; said once each time the program runs."""
        from reception.services import wall_clock  # the exchange has loaded it already

        jump = wall_clock.apart_from_server(self._clock(), server_at)
        if jump and not self._said_server:
            self._said_server = True
            self._keep(jump)

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def _keep(self, jump: ClockJumped) -> None:
        self._tasks.run(partial(_keep, self._desk, jump), partial(self._say, jump), owner=self)

    def _say_at_start(self, found: tuple[ClockJumped, ClockState] | None) -> None:
        if found:
            self._say(*found)

    def _say(self, jump: ClockJumped, state: ClockState) -> None:
        from reception.services import wall_clock  # loaded by whoever noticed

        about = _ABOUT_SERVER if jump.noticed == "server" else _ABOUT
        act = self.tr("Giờ máy đang đúng") if state.refused else ""
        self._notes.say(StandingNote(about, wall_clock.jump_words(jump), act, self._confirm))

    def _confirm(self) -> None:
        self._tasks.run(
            partial(_confirm, self._desk, self._login()),
            lambda _state: self._notes.take_away(_ABOUT),
            owner=self,
        )


def _at_start(desk: Desk) -> tuple[ClockJumped, ClockState] | None:
    from reception.services import wall_clock  # not before the first paint

    jump = wall_clock.jump_at_start(desk)
    return (jump, _keep(desk, jump)) if jump else None


def _keep(desk: Desk, jump: ClockJumped) -> ClockState:
    from reception.services import wall_clock  # not before the first paint

    wall_clock.note(desk, jump)
    return wall_clock.look(desk)


def _confirm(desk: Desk, login: str) -> ClockState:
    from reception.services import wall_clock  # loaded by whoever noticed

    return wall_clock.confirm(desk, by=login or wall_clock.BY_ITSELF)
