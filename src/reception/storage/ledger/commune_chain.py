"""The chain that a commune's log makes, by which both ends see that they hold the same."""

from __future__ import annotations

from collections.abc import Iterable

from reception.domain.chain import log_next
from reception.storage.ledger.rows import LedgerEvent, NewEvent


def commune_chain(before: bytes, events: Iterable[NewEvent | LedgerEvent]) -> list[bytes]:
    """The log's chain after each of the events that follow ``before``."""
    made: list[bytes] = []
    for event in events:
        before = log_next(before, event.device, event.epoch, event.seq, event.hash)
        made.append(before)
    return made
