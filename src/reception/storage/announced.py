"""What the server above announced to all its desks, read from its own events."""

from __future__ import annotations

from typing import TypeVar

from reception.domain import look_up, program_offer
from reception.domain.errors import Trouble
from reception.domain.look_up import LookUpAnnounced, is_address
from reception.domain.program_offer import ProgramOffered
from reception.storage import pack_rows
from reception.storage.journal import StoredEvent
from reception.storage.store import Store

_T = TypeVar("_T")


def look_up_address(store: Store) -> str:
    """Where people look their dossiers up; empty where no server said so."""
    announced = _last(store, look_up.ENTITY, LookUpAnnounced)
    return announced.address if announced and is_address(announced.address) else ""


def program_offered(store: Store) -> ProgramOffered | None:
    """The newer version that the server offered last."""
    return _last(store, program_offer.ENTITY, ProgramOffered)


def _last(store: Store, entity: str, kind: type[_T]) -> _T | None:
    """The last such word of a server's own; a desk that says it says nothing."""
    servers = pack_rows.server_devices(store.database)
    for stored in reversed(store.journal.of_entity(entity)):
        announced = _read(stored, kind) if stored.device in servers else None
        if announced is not None:
            return announced
    return None


def _read(stored: StoredEvent, kind: type[_T]) -> _T | None:
    try:
        event = stored.event()
    except Trouble:
        return None  # the chain's check names it if it was altered here
    return event if isinstance(event, kind) else None
