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
    """One line of a dossier list. Moments are in the office's zone.

    ``target_at`` is the moment to work towards: the new appointment where there is one.
    """

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
    target_at: datetime | None = None
    holder: str = ""
    held_since: datetime | None = None
    stage_due_at: datetime | None = None
    touched_at: datetime | None = None
    apologised_at: datetime | None = None

    def urgency(self, now: datetime, soon_until: date) -> Urgency:
        """How pressing the dossier is at ``now``; ``soon_until`` is the last day called soon."""
        if self.state is not State.RECEIVED or self.due_at is None:
            return Urgency.NONE
        if self.due_at < now:
            return Urgency.OVERDUE
        due_on = (self.target_at or self.due_at).date()
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
    waiting: int = 0
    overdue_apologised: int = 0


@dataclass(frozen=True, slots=True)
class Pile:
    """How many dossiers a field or a holder has: open, of these late, and their oldest date."""

    name: str
    open: int
    overdue: int
    oldest_due_at: datetime | None


class Shelf(StrEnum):
    """The work lists behind the home page's figures, and the list of everything."""

    ALL = "all"
    RECEIVED_TODAY = "received-today"
    DUE_TODAY = "due-today"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    TO_COLLECT = "to-collect"
    AWAITING_SUPPLEMENT = "awaiting-supplement"
    SUSPENDED = "suspended"
    UNTOUCHED = "untouched"
    STAGE_OVERDUE = "stage-overdue"
    NOT_RECEIVED = "not-received"
    STOPPED = "stopped"


class Order(StrEnum):
    """How a list is ordered."""

    NEWEST = "newest"
    DUE = "due"
    TOUCHED = "touched"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Horizon:
    """Between which days things press: all is told as of ``now``.

    ``soon_until`` is the last day called soon; what nobody touched since ``untouched_since`` lies
    forgotten.
    """

    now: datetime
    soon_until: date
    untouched_since: datetime


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list shows: a shelf, perhaps of one procedure, field or holder, perhaps of some days.

    ``days`` is how many working days ahead are called soon, or back untouched; 0 is the usual.
    ``only`` are the numbers of the rows that it may show at all, such as those behind a figure,
    and ``about`` says in words which these are.
    """

    shelf: Shelf = Shelf.ALL
    procedure_code: str = ""
    field: str = ""
    holder: str = ""
    days: int = 0
    opened_from: date | None = None
    opened_to: date | None = None
    order: Order = Order.NEWEST
    only: tuple[int, ...] | None = None
    about: str = ""
