"""The supervisor's board: how every commune keeps its dates, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce

from reception.domain.moments import Clock, in_office_zone
from reception.domain.timeliness import is_watched_first
from reception.services.calendars import shipped_calendar
from reception.storage.ledger.board_rows import Desks, OpenPile, Sums
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import Agency, DeviceKind, DeviceRow, Quarantined
from reception.storage.ledger.work import Work

SILENT_HOURS = 24
OLD_CLASH_DAYS = 3
_SHOWN = {DeviceKind.DESK, DeviceKind.ELSEWHERE, DeviceKind.HUB}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the board tells: of which days, as of when, and who counts as silent."""

    first: date
    last: date
    now: datetime
    silent_hours: int = SILENT_HOURS


@dataclass(frozen=True, slots=True)
class Line:
    """A commune's figures, or those of all together.

    ``overdue`` are the open dossiers past their due moment, ``apologised`` those of them that
    somebody apologised for; ``unfolded`` events are accepted and not in these figures yet.
    """

    agency: str
    name: str
    sums: Sums
    open: int
    paused: int
    overdue: int
    apologised: int
    desks: Desks
    aside: int
    old_clashes: int
    unfolded: int

    @property
    def owed_apologies(self) -> int:
        """Every dossier that became overdue: open, or settled in these days."""
        return self.overdue + self.sums.overdue

    @property
    def given_apologies(self) -> int:
        """How many of them have their apology."""
        return self.apologised + self.sums.apologised

    @property
    def is_covered(self) -> bool:
        """Whether nobody waits for an apology."""
        return self.given_apologies >= self.owed_apologies


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board, or one commune's part of it."""

    asked: Asked
    total: Line
    lines: tuple[Line, ...]
    fields: tuple[OpenPile, ...]
    holders: tuple[OpenPile, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What of a commune waits for somebody: its desks, events held aside, clashes."""

    devices: tuple[DeviceRow, ...]
    aside: tuple[Quarantined, ...]
    clashes: tuple[tuple[str, str, str, datetime], ...]


def board(ledger: Ledger, asked: Asked, agency: str = "") -> Board:
    """The board of all communes, or of one."""
    with ledger.reading() as work:
        known = [each for each in work.agencies() if agency in {"", each.agency}]
        lines = tuple(_lines(work, known, asked, agency))
        fields = work.overdue_by_field(asked.now, agency)
        holders = work.overdue_by_holder(asked.now, agency)
    total = reduce(_together, lines, _nothing())
    # Sorting is stable: within land, and within all else, the most overdue stay first.
    pinned = sorted(fields, key=lambda pile: not is_watched_first(pile.name))
    return Board(asked, total, lines, tuple(pinned), tuple(holders))


def waiting(ledger: Ledger, agency: str) -> Waiting:
    """What of a commune waits for somebody."""
    with ledger.reading() as work:
        desks = [
            each for each in work.devices(agency) if each.kind in _SHOWN and not _is_past(each)
        ]
        return Waiting(tuple(desks), tuple(work.quarantined(agency)), tuple(work.clashes(agency)))


def _is_past(device: DeviceRow) -> bool:
    """Whether it is a desk that numbers nothing any more, as its hub says."""
    return device.kind is DeviceKind.ELSEWHERE and device.slot < 0


def asked_for(clock: Clock, first: date, last: date, silent_hours: int = SILENT_HOURS) -> Asked:
    """What is asked for, as of now."""
    return Asked(first, last, in_office_zone(clock()), silent_hours)


def clash_is_old_before(now: datetime) -> datetime:
    """Clashes from before this moment are older than they may be: three working days."""
    at = in_office_zone(now)
    day = shipped_calendar().working_days_before(at.date(), OLD_CLASH_DAYS)
    return datetime.combine(day, at.timetz())


def _lines(work: Work, known: Sequence[Agency], asked: Asked, agency: str) -> list[Line]:
    now = asked.now
    sums = work.sums(asked.first, asked.last, agency)
    opened, paused = work.open_by_commune(agency), work.paused_by_commune(agency)
    overdue = work.overdue_by_commune(now, agency)
    desks = work.desks_by_commune(now - timedelta(hours=asked.silent_hours), agency)
    aside = work.aside_by_commune(agency)
    clashes = work.old_clashes_by_commune(clash_is_old_before(now), agency)
    listed: Mapping[str, int] = work.listed()
    return [
        Line(
            each.agency,
            each.name,
            sums.get(each.agency, Sums()),
            opened.get(each.agency, 0),
            paused.get(each.agency, 0),
            *overdue.get(each.agency, (0, 0)),
            desks.get(each.agency, Desks()),
            aside.get(each.agency, 0),
            clashes.get(each.agency, 0),
            each.position - listed.get(each.agency, 0),
        )
        for each in sorted(known, key=lambda each: each.name)
    ]


def _nothing() -> Line:
    return Line("", "Tất cả", Sums(), 0, 0, 0, 0, Desks(), 0, 0, 0)


def _together(one: Line, other: Line) -> Line:
    a, b = one.sums, other.sums
    seen = [each for each in (one.desks.last_seen_at, other.desks.last_seen_at) if each]
    return Line(
        one.agency,
        one.name,
        Sums(
            a.received + b.received,
            a.early + b.early,
            a.on_time + b.on_time,
            a.overdue + b.overdue,
            a.no_limit + b.no_limit,
            a.apologised + b.apologised,
        ),
        one.open + other.open,
        one.paused + other.paused,
        one.overdue + other.overdue,
        one.apologised + other.apologised,
        Desks(
            one.desks.in_use + other.desks.in_use,
            one.desks.silent + other.desks.silent,
            max(seen, default=None),
        ),
        one.aside + other.aside,
        one.old_clashes + other.old_clashes,
        one.unfolded + other.unfolded,
    )
