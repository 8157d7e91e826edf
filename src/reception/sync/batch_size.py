"""How many events to send or ask for at once: as many as the line carries, down to one."""

from __future__ import annotations

from reception.sync.wire import MOST_EVENTS

FIRST = 500
_AIM_SECONDS = 8.0


class BatchSize:
    """Grows while the line holds, halves when it breaks; kept for as long as the program runs.

    Below a size at which the line broke it stays for long, and comes near it slowly: a line that
    dies every so many bytes is then used in pieces of which most arrive.
    """

    def __init__(self) -> None:
        self.events = FIRST
        self._ceiling = float(MOST_EVENTS)
        self._broke = False
        # Whether batches are packed by themselves: the server could not open one that was not.
        self.plain = False

    def arrived(self, seconds: float, *, full: bool) -> None:
        """A batch arrived after so many seconds; ``full`` says that it was as large as allowed."""
        self._ceiling = min(MOST_EVENTS, max(self._ceiling * 65 / 64, 8.0))
        if seconds > _AIM_SECONDS:
            self.events = max(1, int(self.events * _AIM_SECONDS / seconds))
        elif full:
            grown = self.events + max(1, self.events // 8) if self._broke else self.events * 2
            self.events = max(self.events, min(int(self._ceiling), grown))

    def broke(self) -> None:
        """The line broke within a batch."""
        self._broke = True
        self._ceiling = self.events * 3 / 4
        self.events = max(1, self.events // 2)
