"""How often somebody may fail on the server's pages, and how long they have to wait then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from reception.domain.lockout import FREE_FAILURES, LONGEST_WAIT_S, wait_after_s
from reception.storage.ledger.audit import Patience, Tried
from reception.storage.ledger.work import Work

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)

# Four digits are soon guessed by a machine: a code allows some tries a day, however many ask.
CODE = Patience(5, timedelta(seconds=10), _HOUR, 7 * _DAY)
# Behind one address there may be a whole office.
ADDRESS = Patience(20, timedelta(seconds=10), _HOUR, _DAY)
# The same steps as at a desk's own sign-in.
LOGIN = Patience(
    FREE_FAILURES + 1,
    timedelta(seconds=wait_after_s(FREE_FAILURES + 1)),
    timedelta(seconds=LONGEST_WAIT_S),
    _DAY,
)
KEPT_FOR = 7 * _DAY


class HaveToWait(Exception):
    """Too many tries failed; the next one is after some seconds."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(str(wait))
        self.seconds = max(1, -int(-wait.total_seconds() // 1))


def take_try(work: Work, wanted: Sequence[Tried], now: datetime) -> None:
    """Take a try of all that is wanted; it counts as failed until it is given back.

    Raises:
        HaveToWait: Nothing was tried.
    """
    wait = work.take_try(wanted, now)
    if wait > timedelta():
        raise HaveToWait(wait)
