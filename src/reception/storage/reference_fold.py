"""The tables of rules as a fold: office, catalogue, calendar, wordings, and the server's packs.

A pack touches several tables and may be taken back, so where one comes or goes, all is folded anew
in the order of the commune's log. There are few such events, and few packs.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from reception.domain.errors import Trouble
from reception.domain.events import Event, ReferenceEvent
from reception.domain.pack import PackWithdrawn
from reception.storage import pack_rows, reference
from reception.storage.database import Database
from reception.storage.journal import StoredEvent
from reception.storage.pack_rows import Judge
from reception.storage.store import Store

TABLES = (*reference.TABLES, *pack_rows.TABLES)
RELEASED, WITHDRAWN = "pack.released", "pack.withdrawn"


def holds_packs(news: Iterable[StoredEvent]) -> bool:
    """Whether a pack comes or goes with these events."""
    return any(stored.kind in {RELEASED, WITHDRAWN} for stored in news)


def refold(store: Store) -> None:
    """Write the tables anew from the journal, inside the present transaction."""
    database = store.database
    reference.clear(database)
    pack_rows.clear(database)
    servers = pack_rows.server_devices(database)
    fold(database, store.journal.beside_dossiers(), servers, store.judge)


def fold(
    database: Database, events: Iterable[StoredEvent], servers: frozenset[str], judge: Judge
) -> None:
    """Fill empty tables with what events in the order of the log add up to."""
    in_order = list(events)
    withdrawn, packs = _withdrawn(in_order, servers), count(1)
    for stored in in_order:
        if stored.kind == RELEASED:
            if stored.device in servers:
                taken_back = withdrawn.get(stored.entity)
                pack_rows.take(database, stored, next(packs), taken_back, judge)
        elif isinstance(event := _read(stored), ReferenceEvent):
            reference.apply(database, event)


def _withdrawn(events: Iterable[StoredEvent], servers: frozenset[str]) -> dict[str, PackWithdrawn]:
    found = (
        (stored.entity, _read(stored))
        for stored in events
        if stored.kind == WITHDRAWN and stored.device in servers
    )
    return {entity: event for entity, event in found if isinstance(event, PackWithdrawn)}


def _read(stored: StoredEvent) -> Event | None:
    try:
        return stored.event()
    except Trouble:
        return None  # kept as it came; the chain's check names it if it was altered here
