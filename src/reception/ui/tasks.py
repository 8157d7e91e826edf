"""Lanes beside the UI thread: for the database, the printer, the gateways, the server above.

Work gets plain values and returns plain values; it never sees a widget. Results, progress and
failures come back on the UI thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from reception.domain.errors import RuleViolation, Trouble
from reception.services.crash_report import step_name
from reception.ui.collector import Collector

T = TypeVar("T")
Failure = RuleViolation | Trouble

_TELL_EVERY_S = 0.05


class Lane(StrEnum):
    """Each lane is one thread, so work within it never overlaps and stays in order."""

    DATABASE = "database"
    OUTSIDE = "outside"
    GATEWAYS = "gateways"
    EXCHANGE = "exchange"
    COPIES = "copies"


class Cancelled(Exception):
    """The clerk pressed “Dừng”; the work unwinds as it would on any exception."""


class Progress:
    """Handed to long work: it reports how far it is, and is told there when to stop."""

    def __init__(self, tell: Callable[[int, int | None], None]) -> None:
        self._tell = tell
        self._stop = Event()
        self._told_s = 0.0

    def __call__(self, done: int, total: int | None = None) -> None:
        """Report ``done`` of ``total`` steps, ``None`` if the total is unknown; cheap to repeat.

        Raises:
            Cancelled: The clerk wants it to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        now_s = time.monotonic()
        if done == total or now_s - self._told_s >= _TELL_EVERY_S:
            self._told_s = now_s
            self._tell(done, total)

    def stop(self) -> None:
        """Make the next report raise :class:`Cancelled`."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether a stop was asked for; for work that has to look without reporting."""
        return self._stop.is_set()


class Task:
    """One piece of work under way, for showing its progress and stopping it."""

    def __init__(self, tell: Callable[[Task, int, int | None], None]) -> None:
        self.progress = Progress(lambda done, total: tell(self, done, total))
        self.running = True
        self._on_progress: list[Callable[[int, int | None], object]] = []
        self._on_ended: list[Callable[[], object]] = []

    def watch(
        self, on_progress: Callable[[int, int | None], object], on_ended: Callable[[], object]
    ) -> None:
        """Be called on the UI thread with each report, and once when the work has ended."""
        self._on_progress.append(on_progress)
        self._on_ended.append(on_ended)

    def stop(self) -> None:
        """Ask the work to stop at its next report; work that has not begun is left out."""
        self.progress.stop()

    def tell_progress(self, done: int, total: int | None) -> None:
        """Pass a report on to those who watch."""
        for call in self._on_progress:
            call(done, total)

    def tell_ended(self) -> None:
        """Tell those who watch that it is over, and forget them."""
        self.running = False
        watching, self._on_ended, self._on_progress = self._on_ended, [], []
        for call in watching:
            call()


@dataclass(frozen=True, slots=True)
class _Done:
    value: Any


@dataclass(frozen=True, slots=True)
class _Then:
    """What the caller wants afterwards.

    It stays on the UI side: the last reference to a widget must not be dropped by a lane's thread.
    """

    on_done: Callable[[Any], object] | None
    on_failed: Callable[[Failure], object] | None
    on_ended: Callable[[], object] | None
    owner: QObject | None
    stoppable: bool


class Tasks(QObject):
    """Runs work in a lane. Close it before the program ends.

    ``failed`` carries a rule or trouble that the caller did not take in hand; ``broken`` carries a
    bug's exception, always; ``began`` the name of what is to be done.
    """

    began = Signal(str)
    failed = Signal(object)
    broken = Signal(object)
    _reported = Signal(object, int, object)
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane) for lane in Lane
        }
        self._collector = Collector(self)
        self._under_way: dict[Task, _Then] = {}
        self._reported.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any work is waiting, running or yet to be told of."""
        return bool(self._under_way)

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Failure], object] | None = None,
        *,
        on_ended: Callable[[], object] | None = None,
        lane: Lane = Lane.DATABASE,
        owner: QObject | None = None,
    ) -> Task:
        """Do ``work`` in its lane; then ``on_done`` or ``on_failed``, and ``on_ended`` in any case.

        When ``owner`` (usually the screen) is gone by then, none of the three is called. Closing
        the program waits for this work: a registration that was asked for is written.
        """
        then = _Then(on_done, on_failed, on_ended, owner, stoppable=False)
        self.began.emit(step_name(work))
        return self._start(lambda _progress: work(), then, lane)

    def run_long(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Failure], object] | None = None,
        *,
        on_ended: Callable[[], object] | None = None,
        lane: Lane = Lane.DATABASE,
        owner: QObject | None = None,
    ) -> Task:
        """Like :meth:`run`, for work that reports progress; closing the program stops it."""
        self.began.emit(step_name(work))
        return self._start(work, _Then(on_done, on_failed, on_ended, owner, stoppable=True), lane)

    def close(self) -> None:
        """Stop what can be stopped, wait for what is being written, tell nobody any more."""
        for task, then in self._under_way.items():
            if then.stoppable:
                task.stop()
        for lane in self._lanes.values():
            lane.shutdown(wait=True)
        self._collector.close()
        self._under_way.clear()

    def _start(self, work: Callable[[Progress], object], then: _Then, lane: Lane) -> Task:
        task = Task(self._reported.emit)
        self._under_way[task] = then

        def do() -> None:
            self._finished.emit(task, _outcome(work, task.progress))

        self._lanes[lane].submit(do)
        return task

    @Slot(object, int, object)
    def _progress(self, task: Task, done: int, total: int | None) -> None:
        if task in self._under_way:
            task.tell_progress(done, total)

    @Slot(object, object)
    def _end(self, task: Task, outcome: object) -> None:
        then = self._under_way.pop(task, None)
        if then is None:
            return
        present = then.owner is None or isValid(then.owner)
        try:
            self._deliver(outcome, then, present=present)
            if present and then.on_ended:
                then.on_ended()
        finally:
            task.tell_ended()

    def _deliver(self, outcome: object, then: _Then, *, present: bool) -> None:
        if isinstance(outcome, _Done):
            if present and then.on_done:
                then.on_done(outcome.value)
        elif isinstance(outcome, (RuleViolation, Trouble)):
            if then.on_failed is None:
                self.failed.emit(outcome)
            elif present:
                then.on_failed(outcome)
        elif not isinstance(outcome, Cancelled):  # the clerk knows of that one
            self.broken.emit(outcome)


def _outcome(work: Callable[[Progress], object], progress: Progress) -> object:
    if progress.stopping:
        return Cancelled()
    try:
        return _Done(work(progress))
    except Exception as problem:  # noqa: BLE001 - the lane must outlive it; it is told
        return problem
