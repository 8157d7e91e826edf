"""The board's figures: sums of days kept beside the dossiers, indexed counts of what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select

from reception.domain.counting import Counts
from reception.domain.dossier import State
from reception.domain.timeliness import Timeliness
from reception.storage.ledger.page_rows import COUNTED
from reception.storage.ledger.page_tables import clash, dossier, tally
from reception.storage.ledger.part import Part
from reception.storage.ledger.rows import DeviceKind
from reception.storage.ledger.tables import device, quarantine

_D = dossier.c
# Written out as their indexes name them, or SQLite passes the index by.
OPEN = _D.state == literal_column(f"'{State.RECEIVED}'")
PAUSED = _D.state.in_(
    [literal_column(f"'{state}'") for state in (State.AWAITING_SUPPLEMENT, State.SUSPENDED)]
)
_Query = Select[*tuple[Any, ...]]
_SUMS = [func.sum(tally.c[name]).label(name) for name in COUNTED]


@dataclass(frozen=True, slots=True)
class Sums:
    """What was received and settled in some days; ``apologised`` counts the overdue among it."""

    received: int = 0
    early: int = 0
    on_time: int = 0
    overdue: int = 0
    no_limit: int = 0
    apologised: int = 0

    @property
    def settled(self) -> int:
        """How many were settled, however."""
        return self.early + self.on_time + self.overdue + self.no_limit


def sums_of(counts: Counts) -> Sums:
    """What was counted of a period, told as the days' sums tell it."""
    return Sums(
        received=counts.received.total(),
        early=counts.settled_as(Timeliness.EARLY),
        on_time=counts.settled_as(Timeliness.ON_TIME),
        overdue=counts.settled_as(Timeliness.OVERDUE),
        no_limit=counts.settled_as(Timeliness.NO_LIMIT),
        apologised=counts.overdue_apologised,
    )


@dataclass(frozen=True, slots=True)
class OpenPile:
    """The overdue open dossiers of a field or holder: how many, of these apologised for, since."""

    name: str
    kind: str
    overdue: int
    apologised: int
    oldest_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Desks:
    """A commune's desks in use: how many, how many were silent too long, who was heard of last."""

    in_use: int = 0
    silent: int = 0
    last_seen_at: datetime | None = None


class BoardRows(Part):
    """Asks for figures by commune; ``agency`` empty asks for all communes."""

    def sums(self, first: date, last: date, agency: str = "") -> dict[str, Sums]:
        """What was received and settled between two days, both included, by commune."""
        query: _Query = select(tally.c.agency, *_SUMS).where(
            tally.c.day >= first.isoformat(), tally.c.day <= last.isoformat()
        )
        query = _of(query, tally.c.agency, agency).group_by(tally.c.agency)
        return {row[0]: _sums(row[1:]) for row in self.connection.execute(query)}

    def sums_by_month(self, first: date, last: date, agency: str = "") -> dict[str, Sums]:
        """The same by month (``2026-03``), of one commune or of all together."""
        month = func.substr(tally.c.day, 1, 7)
        query: _Query = select(month, *_SUMS).where(
            tally.c.day >= first.isoformat(), tally.c.day <= last.isoformat()
        )
        query = _of(query, tally.c.agency, agency).group_by(month).order_by(month)
        return {row[0]: _sums(row[1:]) for row in self.connection.execute(query)}

    def open_by_commune(self, agency: str = "") -> dict[str, int]:
        """How many dossiers are open and their clock runs."""
        return self._counted(select(_D.agency, func.count()).where(OPEN), agency)

    def paused_by_commune(self, agency: str = "") -> dict[str, int]:
        """How many wait for a supplement or are suspended: neither on time nor late."""
        return self._counted(select(_D.agency, func.count()).where(PAUSED), agency)

    def overdue_by_commune(self, now: datetime, agency: str = "") -> dict[str, tuple[int, int]]:
        """How many open dossiers are overdue, and for how many of them somebody apologised."""
        query: _Query = select(_D.agency, func.count(), func.count(_D.apologised_at)).where(
            *_late(now)
        )
        query = _of(query, _D.agency, agency).group_by(_D.agency)
        return {row[0]: (row[1], row[2]) for row in self.connection.execute(query)}

    def overdue_by_field(self, now: datetime, agency: str = "") -> list[OpenPile]:
        """The fields with overdue open dossiers, most first."""
        return self._piles(now, agency, _D.field)

    def overdue_by_holder(self, now: datetime, agency: str = "") -> list[OpenPile]:
        """In whose hands overdue open dossiers lie, most first."""
        return self._piles(now, agency, _D.holder, _D.holder_kind)

    def desks_by_commune(self, silent_since: datetime, agency: str = "") -> dict[str, Desks]:
        """The desks in use, those behind a hub, too; silent is who was not heard of since a moment.

        A desk that numbers nothing any more is none.
        """
        in_use = [
            device.c.kind.in_((DeviceKind.DESK, DeviceKind.ELSEWHERE)),
            device.c.slot >= 0,
            device.c.revoked_at.is_(None),
        ]
        heard = func.count().filter(device.c.last_seen_at >= silent_since)
        query: _Query = select(
            device.c.agency, func.count(), heard, func.max(device.c.last_seen_at)
        ).where(*in_use)
        query = _of(query, device.c.agency, agency).group_by(device.c.agency)
        return {
            row[0]: Desks(row[1], row[1] - row[2], row[3]) for row in self.connection.execute(query)
        }

    def aside_by_commune(self, agency: str = "") -> dict[str, int]:
        """How many events are held aside."""
        query: _Query = select(quarantine.c.agency, func.count()).where(
            quarantine.c.settled_at.is_(None)
        )
        query = _of(query, quarantine.c.agency, agency).group_by(quarantine.c.agency)
        return {row[0]: row[1] for row in self.connection.execute(query)}

    def old_clashes_by_commune(self, before: datetime, agency: str = "") -> dict[str, int]:
        """How many clashes nobody has decided since a moment."""
        query: _Query = select(clash.c.agency, func.count()).where(clash.c.since_at < before)
        query = _of(query, clash.c.agency, agency).group_by(clash.c.agency)
        return {row[0]: row[1] for row in self.connection.execute(query)}

    def clashes(self, agency: str) -> list[tuple[str, str, str, datetime]]:
        """A commune's undecided clashes: code, kind, field and since when, the oldest first."""
        query = (
            select(_D.reference, clash.c.kind, clash.c.field, clash.c.since_at)
            .join(dossier, (_D.agency == clash.c.agency) & (_D.dossier == clash.c.dossier))
            .where(clash.c.agency == agency)
            .order_by(clash.c.since_at, _D.reference)
        )
        return [(row[0], row[1], row[2], row[3]) for row in self.connection.execute(query)]

    def _counted(self, query: _Query, agency: str) -> dict[str, int]:
        query = _of(query, _D.agency, agency).group_by(_D.agency)
        return {row[0]: row[1] for row in self.connection.execute(query)}

    def _piles(self, now: datetime, agency: str, *by: ColumnElement[str]) -> list[OpenPile]:
        figures = (func.count(), func.count(_D.apologised_at), func.min(_D.due_at))
        query: _Query = _of(select(*by, *figures).where(*_late(now)), _D.agency, agency).group_by(
            *by
        )
        piles = [
            OpenPile(row[0], row[1] if len(by) > 1 else "", *row[len(by) :])
            for row in self.connection.execute(query)
        ]
        return sorted(piles, key=lambda pile: (-pile.overdue, pile.name))


def _late(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return OPEN, _D.due_at < now


def _of(query: _Query, column: ColumnElement[str], agency: str) -> _Query:
    return query.where(column == agency) if agency else query


def _sums(figures: Iterable[Any]) -> Sums:
    return Sums(*(int(figure or 0) for figure in figures))
