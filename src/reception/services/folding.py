"""Folding the communes' logs into what the server's pages show, step by step, as often as asked."""

from __future__ import annotations

from collections.abc import Callable

from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock
from reception.storage.ledger.folding import AT_ONCE, fold_next
from reception.storage.ledger.ledger import Ledger

Told = Callable[[str, int], None]


def no_news(_agency: str, _events: int) -> None:
    """Nobody is told."""


def behind(ledger: Ledger) -> list[str]:
    """The communes of which something is not folded yet."""
    with ledger.reading() as work:
        return work.behind()


def fold(ledger: Ledger, agency: str, clock: Clock, *, most: int = AT_ONCE) -> int:
    """Fold a commune's log to its end, each step in a transaction of its own; answers how much.

    Any number of workers may do so at once: they take turns, step by step.

    Raises:
        Trouble: The database is away or busy; what was folded stays, the rest waits.
    """
    events = 0
    while True:
        with ledger.writing() as work:
            step = fold_next(work, agency, clock(), most=most)
        if not step:
            return events
        events += step


def fold_all(ledger: Ledger, clock: Clock, told: Told = no_news) -> int:
    """Fold whatever is not folded yet, commune by commune.

    Raises:
        Trouble: The database is away or busy.
    """
    events = 0
    for agency in behind(ledger):
        step = fold(ledger, agency, clock)
        told(agency, step)
        events += step
    return events


def fold_anew(ledger: Ledger, clock: Clock, agency: str = "", told: Told = no_news) -> int:
    """Forget all that was folded, of one commune or of all, and fold it from the events again.

    Commune by commune: while one is at it, its figures grow until they are whole.

    Raises:
        RuleViolation: ``unknown-agency``.
        Trouble: The database is away or busy.
    """
    with ledger.reading() as work:
        known = [each.agency for each in work.agencies()]
    if agency and agency not in known:
        raise RuleViolation(
            "unknown-agency",
            f"Chưa có xã, phường mã {agency} trên máy chủ; hãy xem bằng “reception server commune"
            " list”.",
            field="agency",
        )
    events = 0
    for each in [agency] if agency else known:
        with ledger.writing() as work:
            work.hold_listed(each)
            work.forget_folded(each)
        step = fold(ledger, each, clock)
        told(each, step)
        events += step
    return events
