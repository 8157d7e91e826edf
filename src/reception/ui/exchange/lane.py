"""The exchange by itself: soon after something was written down, else as often as the line bears.

It has a lane, a desk and a connection of its own. It never asks anybody anything: what came down is
broadcast to the views, what went wrong stands on the status line and on the page, and is tried
again until it works.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reception.services.desk import Desk
from reception.ui.changes import Changes
from reception.ui.exchange.plan import Plan, Wanted
from reception.ui.exchange.worker import Brought, Turn, Worker
from reception.ui.tasks import Failure, Lane, Progress, Tasks

if TYPE_CHECKING:
    from reception.services.comparing import Comparison
    from reception.services.line_state import LineState


class Exchanging(QObject):
    """Exchanges in its lane while the program runs.

    Args:
        desk: The register, as the database lane has it.
        rules: The window's own desk; told to read anew what came down.
        tasks: The lanes.
        changes: The broadcast of what came down.
        plan: What it goes by.
        parent: Ends with it.
    """

    looked = Signal(object)
    """Carries the :class:`LineState`; ``None`` for a desk without a server."""

    heard = Signal(object)
    """Carries what the server's clock showed, or ``None``."""

    turned = Signal()
    """An exchange has ended, well or badly."""

    busy_changed = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        rules: Desk,
        tasks: Tasks,
        changes: Changes,
        plan: Plan,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._rules = desk, rules
        self._tasks, self._changes = tasks, changes
        self._plan = plan
        self.worker = Worker(desk, plan)
        self.state: LineState | None = None
        self.trouble = ""
        """Why the last exchange could not even be written down, in words."""
        self.busy = False
        self._failures = 0
        self._looking = self._stale = self._telling = self._news = self._done = False
        self._alarm = plan.alarm(self)
        self._alarm.rang.connect(self.go)
        for change in (
            changes.dossiers_changed, changes.catalogue_changed, changes.office_changed,
        ):  # fmt: skip
            change.connect(self._written)

    def begin(self) -> None:
        """Say how the desk stands, and exchange after a moment."""
        self._tasks.run(self.worker.look, self._begun, lane=Lane.EXCHANGE, owner=self)

    def go(self) -> bool:
        """Exchange now; whether it begins."""
        if self.busy:
            return False
        self._alarm.stop()
        self._done = self._news = False
        self._set_busy(busy=True)
        self._tasks.run_long(
            self.worker.exchange,
            self._turn,
            self._broke_off,
            on_ended=self._ended,
            lane=Lane.EXCHANGE,
            owner=self,
        )
        return True

    def compare(
        self, on_done: Callable[[Comparison], object], on_failed: Callable[[Failure], object]
    ) -> None:
        """Hold the register against the server's."""
        self._in_lane(self.worker.compare, on_done, on_failed)

    def enrol(
        self, wanted: Wanted, on_done: Callable[[], object], on_failed: Callable[[Failure], object]
    ) -> None:
        """Enrol this desk; it exchanges at once."""
        self._in_lane(
            partial(self.worker.enrol, wanted), partial(self._enrolled, on_done), on_failed
        )

    def accept(
        self, path: Path, on_done: Callable[[], object], on_failed: Callable[[Failure], object]
    ) -> None:
        """Enrol this desk by an invitation in a file."""
        work = partial(self.worker.accept, path)
        self._in_lane(lambda _progress: work(), partial(self._enrolled, on_done), on_failed)

    def write_stick(
        self, path: Path, on_done: Callable[[str], object], on_failed: Callable[[Failure], object]
    ) -> None:
        """Write what the server does not have yet to a stick."""
        self._by_stick(partial(self.worker.write_stick, path), on_done, on_failed)

    def take_stick(
        self, path: Path, on_done: Callable[[str], object], on_failed: Callable[[Failure], object]
    ) -> None:
        """Take the server's answer from a stick."""
        self._by_stick(partial(self.worker.take_stick, path), on_done, on_failed)

    def end(self) -> None:
        """Begin nothing more, and leave the line; what is under way is dropped."""
        self._alarm.stop()
        self._tasks.run(self.worker.close, lane=Lane.EXCHANGE)

    # --- turns ------------------------------------------------------------------------------------

    def _turn(self, turn: Turn | None) -> None:
        self._done = True
        self.trouble = ""
        if turn is None:
            return  # no line to go by; enrolling begins anew
        waiting, done = self._plan.waiting, turn.exchanged
        self.heard.emit(done.outcome.server_at)
        if done.whole:
            self._failures = 0
            self._alarm.set(waiting.soon if self._news else waiting.after_success(turn.answer))
        else:
            self._wait_after_failure(done.retry_after)
        self._take(turn.brought)

    def _broke_off(self, failure: Failure) -> None:
        self._done = True
        self.trouble = failure.text
        self._wait_after_failure(0)
        self._look()

    def _ended(self) -> None:
        if not self._done:  # a bug, which was reported once; or dropped
            self._wait_after_failure(0)
        self._set_busy(busy=False)
        self.turned.emit()

    def _enrolled(self, on_done: Callable[[], object], _none: None) -> None:
        self._failures = 0
        self._look()
        on_done()
        self.go()

    def _by_stick(
        self,
        work: Callable[[], Brought],
        on_done: Callable[[str], object],
        on_failed: Callable[[Failure], object],
    ) -> None:
        def done(brought: Brought) -> None:
            self._take(brought)
            self.turned.emit()
            on_done(brought.words)

        # A stick must not be half written: closing the program waits for it.
        self._tasks.run(work, done, on_failed, lane=Lane.EXCHANGE, owner=self)

    def _wait_after_failure(self, asked: float) -> None:
        self._failures += 1
        plan = self._plan
        self._alarm.set(plan.waiting.after_failure(self._failures, plan.chance, asked=asked))

    def _take(self, brought: Brought) -> None:
        """Tell every view what came down; that is no news of this desk's own."""
        self._show(brought.state)
        if self._news:
            self._look()
        if brought.dossiers:
            self._telling = True
            self._changes.dossiers_changed.emit(brought.dossiers)
            self._telling = False
        if brought.rules:
            self._tasks.run(self._desk.reload, self._reload_rules, owner=self)

    def _reload_rules(self, _none: None) -> None:
        self._rules.reload()
        self._telling = True
        self._changes.catalogue_changed.emit()
        self._changes.office_changed.emit()
        self._telling = False

    # --- what is written here ---------------------------------------------------------------------

    def _written(self) -> None:
        if self._telling or self.state is None:
            return
        self._news = True
        self._look()
        soon = self._plan.waiting.soon
        # A line that is down is not asked more often because people come to the desk.
        if not (self.busy or self._failures) and self._alarm.left() > soon:
            self._alarm.set(soon)

    # --- how it stands ----------------------------------------------------------------------------

    def _begun(self, state: LineState | None) -> None:
        self._show(state)
        if state is not None:
            self._alarm.set(self._plan.waiting.first)

    def _look(self) -> None:
        """Read in the register's lane how it stands: an exchange under way would take too long."""
        self._stale = self._looking
        if not self._looking:
            self._looking = True
            self._tasks.run(
                partial(_look, self._desk), self._show, on_ended=self._looked, owner=self
            )

    def _looked(self) -> None:
        self._looking = False
        if self._stale:  # something was written down while it was being read
            self._look()

    def _show(self, state: LineState | None) -> None:
        self.state = state
        self.looked.emit(state)

    def _in_lane(
        self,
        work: Callable[[Progress], object],
        on_done: Callable[..., object],
        on_failed: Callable[[Failure], object],
    ) -> None:
        self._tasks.run_long(work, on_done, on_failed, lane=Lane.EXCHANGE, owner=self)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)


def _look(desk: Desk) -> LineState:
    from reception.services import line_state  # the exchange has loaded it already

    return line_state.look(desk)
