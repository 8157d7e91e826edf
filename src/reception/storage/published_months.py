"""Which months' results were made public, as the journal tells it."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.errors import Trouble
from reception.domain.publication import ENTITY, MonthPublished
from reception.storage.journal import StoredEvent
from reception.storage.store import Store


@dataclass(frozen=True, slots=True)
class Published:
    """One publication, and the login of who confirmed it."""

    event: MonthPublished
    by: str


def published(store: Store) -> dict[str, Published]:
    """The last publication of each month, the latest month first."""
    found: dict[str, Published] = {}
    for stored in store.journal.of_entity(ENTITY):
        event = _read(stored)
        if event:
            found[event.month] = Published(event, stored.envelope().by)
    return dict(sorted(found.items(), reverse=True))


def _read(stored: StoredEvent) -> MonthPublished | None:
    try:
        event = stored.event()
    except Trouble:
        return None  # the chain's check names it if it was altered here
    return event if isinstance(event, MonthPublished) else None
