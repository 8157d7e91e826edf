"""What looks after a register while people work on it: the copies, the clock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from reception.domain.moments import Clock
from reception.services.desk import Desk
from reception.ui.clock_watch import ClockWatch
from reception.ui.exchange.lane import Exchanging
from reception.ui.messages import Messages
from reception.ui.recover.copying import Copying
from reception.ui.standing_notes import StandingNotes
from reception.ui.tasks import Tasks


class Watching(QObject):
    """Copies by itself, and watches the clock, also against the server's.

    ``login`` is who is at the desk.
    """

    def __init__(
        self,
        folder: Path,
        desk: Desk,
        rules: Desk,
        clock: Clock,
        tasks: Tasks,
        messages: Messages,
        notes: StandingNotes,
        *,
        idle_s: Callable[[], float],
        exchanging: Exchanging,
        salvage: Callable[[str], object],
    ) -> None:
        super().__init__(tasks)
        self.login = ""
        self.copying = Copying(folder, desk, rules, tasks, messages, notes, idle_s, self)
        self.clock = ClockWatch(desk, clock, tasks, notes, lambda: self.login, self)
        self.copying.salvage_wanted.connect(salvage)
        exchanging.heard.connect(self.clock.compare)

    def begin(self) -> None:
        """Watch from now on."""
        self.copying.begin()
        self.clock.begin()

    def end(self) -> None:
        """Begin nothing more."""
        self.copying.end()
        self.clock.end()
        self.deleteLater()


def sign_off(desk: Desk) -> None:
    """Sign the chain's head as the program closes."""
    from reception.services import safekeeping  # cryptography is slow to load

    safekeeping.sign(desk, "đóng chương trình")
