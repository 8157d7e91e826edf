"""A line that is watched: how quick it is, and whether somebody wants it dropped.

A request may hang for minutes in a dead network, in places that nothing can interrupt. So each is
asked in a thread of its own, which is left behind when the program is to end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread

from reception.sync.asking import Answer, Request
from reception.sync.line import Line, LineDown

_LOOK_EVERY_S = 0.1
# The thinnest line carries the largest answer in that; a server that sends a byte a minute is left.
_MOST_S = 600.0


class Dropped(Exception):
    """Somebody wants the exchange to end now; all that was receipted and stored is safe."""


@dataclass(slots=True)
class WatchedLine:
    """A line that another thread can make let go.

    Args:
        line: The line itself.
        seconds: A clock that never goes back.
        dropped: Whether to let go; asked all the while.
    """

    line: Line
    seconds: Callable[[], float]
    dropped: Callable[[], bool]
    quickest: float = field(default=float("inf"))

    def ask(self, request: Request) -> Answer:
        """Send a request and wait for its answer.

        Raises:
            LineDown: No whole answer came, or it takes for ever.
            Dropped: Somebody wants the exchange to end.
        """
        if self.dropped():
            raise Dropped
        asking = _Asking(self.line, request)
        began = self.seconds()
        Thread(target=asking.run, name="request", daemon=True).start()
        while not asking.ended.wait(_LOOK_EVERY_S):
            if self.dropped():
                raise Dropped
            if self.seconds() - began > _MOST_S:
                raise LineDown("no end of the answer")
        self.quickest = min(self.quickest, self.seconds() - began)
        return asking.outcome()


@dataclass(slots=True)
class _Asking:
    """One request under way."""

    line: Line
    request: Request
    ended: Event = field(default_factory=Event)
    _answer: Answer | None = None
    _fault: BaseException | None = None

    def run(self) -> None:
        try:
            self._answer = self.line.ask(self.request)
        except BaseException as fault:  # noqa: BLE001 - told to whoever waits
            self._fault = fault
        finally:
            self.ended.set()

    def outcome(self) -> Answer:
        if self._answer is None:
            raise self._fault or RuntimeError("no answer and no fault")
        return self._answer
