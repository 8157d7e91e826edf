"""Dossiers as lists show them: one row each, and how pressing each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.domain.dossier import State


class Urgency(StrEnum):
    """How a dossier stands against its due moment: late by the minute, near by the day."""

    NONE = "none"
    OPEN = "open"
    DUE_SOON = "due-soon"
    DUE_TODAY = "due-today"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One line of a dossier list. Moments are in the office's zone."""

    n: int
    dossier_id: str
    reference: str
    state: State
    procedure_code: str
    procedure_name: str
    field: str
    owner: str
    identity: str
    phone: str
    channel: str
    opened_at: datetime
    due_at: datetime | None
    provisional: bool
    result_at: datetime | None
    handed_over_at: datetime | None

    def urgency(self, now: datetime, soon_until: date) -> Urgency:
        """How pressing the dossier is at ``now``; ``soon_until`` is the last day called soon."""
        if self.state is not State.RECEIVED or self.due_at is None:
            return Urgency.NONE
        if self.due_at < now:
            return Urgency.OVERDUE
        due_on = self.due_at.date()
        if due_on == now.date():
            return Urgency.DUE_TODAY
        return Urgency.DUE_SOON if due_on <= soon_until else Urgency.OPEN


@dataclass(frozen=True, slots=True)
class TodayCounts:
    """The figures of the home page."""

    received_today: int
    due_today: int
    due_soon: int
    overdue: int
    to_collect: int


class Shelf(StrEnum):
    """The work lists behind the home page's figures, and the list of everything."""

    ALL = "all"
    RECEIVED_TODAY = "received-today"
    DUE_TODAY = "due-today"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    TO_COLLECT = "to-collect"
    NOT_RECEIVED = "not-received"


class Order(StrEnum):
    """How a list is ordered."""

    NEWEST = "newest"
    DUE = "due"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list shows: a shelf, perhaps one procedure or field, perhaps a span of days."""

    shelf: Shelf = Shelf.ALL
    procedure_code: str = ""
    field: str = ""
    opened_from: date | None = None
    opened_to: date | None = None
    order: Order = Order.NEWEST
