"""Every kind of event there is, with the name under which it is written down.

Events of a dossier stand in :mod:`reception.domain.dossier`. The others here change what the desk
works by: its office, catalogue, calendar and accounts. They lie in the same chain, so the register
tells who changed the rules, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reception.domain import chain
from reception.domain.accounts import Account
from reception.domain.calendar import CalendarDay
from reception.domain.dossier import (
    DossierEvent,
    Guided,
    HandedOver,
    PaperIssued,
    Received,
    Refused,
    ResultRecorded,
)
from reception.domain.office import Office
from reception.domain.procedure import Procedure


@dataclass(frozen=True, slots=True)
class OfficeChanged:
    """The office was set up, or its names or hours were changed."""

    office: Office


@dataclass(frozen=True, slots=True)
class CatalogueRevised:
    """Versions of procedures were added; ``origin`` says whence."""

    origin: str
    procedures: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class CalendarRevised:
    """Days off and make-up days were added or corrected; ``origin`` says whence."""

    origin: str
    days: tuple[CalendarDay, ...]


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """A person was given an account, another role, or was shut out. Secrets are never events."""

    account: Account


ReferenceEvent = OfficeChanged | CatalogueRevised | CalendarRevised | AccountChanged
Event = DossierEvent | ReferenceEvent

_KINDS: dict[str, type[Any]] = {
    "dossier.received": Received,
    "dossier.guided": Guided,
    "dossier.refused": Refused,
    "dossier.paper-issued": PaperIssued,
    "dossier.result-recorded": ResultRecorded,
    "dossier.handed-over": HandedOver,
    "office.changed": OfficeChanged,
    "catalogue.revised": CatalogueRevised,
    "calendar.revised": CalendarRevised,
    "account.changed": AccountChanged,
}
OPENING_KINDS = frozenset({"dossier.received", "dossier.guided", "dossier.refused"})
_NAMES = {event_type: name for name, event_type in _KINDS.items()}


def kind_of(event: Event) -> str:
    """The name under which an event is written down, such as ``dossier.received``."""
    return _NAMES[type(event)]


def entity_type_of(kind: str) -> str:
    """What an event is about: ``dossier``, ``office``, ``catalogue``, ``calendar``, ``account``."""
    return kind.partition(".")[0]


def read_event(kind: str, body: bytes) -> Event | None:
    """An event read from its written form; ``None`` for a kind that a newer program made.

    Raises:
        ValueError: The body is not what its kind promises.
    """
    event_type = _KINDS.get(kind)
    return None if event_type is None else chain.read(body, event_type)
