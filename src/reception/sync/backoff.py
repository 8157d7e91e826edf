"""How long a desk waits between two exchanges: a pure rule, asked by whoever holds the timer.

A good line is asked often, a thin one seldom; a line that broke or a server that is busy is left
alone for longer and longer, at a random moment, so that a whole province that lost its line does
not come back in one second. Nothing here ever says “no more”.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Chance = Callable[[float], float]
"""Answers a number between 0 and the one given, each as likely as another."""

# Beyond this power of two every wait is the longest anyway.
_ENOUGH = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """The rule and its figures, all in seconds.

    Args:
        first: After the start, so that the window comes first.
        soon: After something was written down here; what follows meanwhile goes with it.
        shortest: Between two exchanges on a good line.
        longest: Between two exchanges on the thinnest line, and after many failures.
        answers: A line is asked again after so many times what its quickest answer takes: a quick
            one every ``shortest``, one that takes 4.5 s every quarter of an hour.
        most_asked: No server, and no proxy in its place, silences a desk for longer than this.
    """

    first: float = 3.0
    soon: float = 8.0
    shortest: float = 15.0
    longest: float = 900.0
    answers: float = 200.0
    most_asked: float = 3600.0

    def after_success(self, answer: float) -> float:
        """How long to wait after an exchange whose quickest answer took so many seconds."""
        return min(max(answer * self.answers, self.shortest), self.longest)

    def after_failure(self, failures: int, chance: Chance, *, asked: float = 0.0) -> float:
        """How long to wait after so many failures one after the other.

        ``asked`` is how long the server asked to be left alone: never shorter than that.
        """
        most = min(self.longest, 2.0 ** min(failures, _ENOUGH))
        return min(asked, self.most_asked) + chance(most)
