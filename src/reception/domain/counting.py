"""A dossier as figures count it, and what dossiers add up to over a period.

The one set of figures that the desk's reports, the server's board and what is published draw from.
Every dossier received is, at a period's end, settled or open; so what was received in the period
and what was carried over into it are as many as were settled in it and are open at its end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from reception.domain.dossier import Dossier, State
from reception.domain.intake import Channel
from reception.domain.list_frame import Period
from reception.domain.moments import in_office_zone, midnight
from reception.domain.timeliness import Rule, Timeliness, timeliness

_K = TypeVar("_K")

PAUSED = frozenset({State.AWAITING_SUPPLEMENT, State.SUSPENDED})
_NEVER_RECEIVED = {State.GUIDED, State.REFUSED, State.UNDONE}


class Ending(StrEnum):
    """What a dossier ended with."""

    RESULT = "result"
    REFUSED = "refused"
    STOPPED = "stopped"


class Basis(StrEnum):
    """Whether reasoned corrections count, or what was first taken down."""

    CORRECTED = "corrected"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Counted:
    """What figures know of a dossier that was received.

    ``due_at`` is the promise by law, whatever new date an apology named; ``ended_at`` is empty
    while a result is owed, and so is ``ending``. While it is ``paused`` no date can be missed: its
    clock stands, and it cannot be paused once the date is missed.
    """

    field: str
    channel: Channel
    received_at: datetime
    due_at: datetime | None
    ended_at: datetime | None = None
    ending: Ending | None = None
    apologised: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A period as moments: from the first until before ``until_at``.

    ``late_before`` is the moment before which a due date is missed by those still open.
    """

    from_at: datetime
    until_at: datetime
    late_before: datetime


Cell = tuple[Timeliness, Ending]


@dataclass(slots=True)
class Counts:
    """What the dossiers of a field, or of all, add up to; how settled ones ended is kept apart."""

    carried_over: int = 0
    received: Counter[Channel] = field(default_factory=Counter[Channel])
    settled: Counter[Cell] = field(default_factory=Counter[Cell])
    overdue_apologised: int = 0
    open_in_time: int = 0
    open_overdue: int = 0
    open_overdue_apologised: int = 0

    @property
    def online(self) -> int:
        """How many came through the portal in the period."""
        return sum(number for channel, number in self.received.items() if channel.is_online)

    @property
    def in_person(self) -> int:
        """How many came to the counter, by post, or otherwise not through the portal."""
        return self.received.total() - self.online

    @property
    def open(self) -> int:
        """How many are not settled at the end."""
        return self.open_in_time + self.open_overdue

    @property
    def adds_up(self) -> bool:
        """Received and carried over are as many as settled and open."""
        return self.carried_over + self.received.total() == self.settled.total() + self.open

    def settled_as(self, *kept: Timeliness) -> int:
        """How many were settled so, whatever they ended with."""
        return sum(number for (how, _ending), number in self.settled.items() if how in kept)

    def add(self, other: Counts, times: int = 1) -> None:
        """Add another's figures, or with ``times`` -1 take them away."""
        for number in (
            "carried_over", "overdue_apologised", "open_in_time", "open_overdue",
            "open_overdue_apologised",
        ):  # fmt: skip
            setattr(self, number, getattr(self, number) + times * getattr(other, number))
        _add_each(self.received, other.received, times)
        _add_each(self.settled, other.settled, times)


def counted(dossier: Dossier) -> Counted | None:
    """How a dossier counts; ``None`` if it was never received, or its receipt was undone."""
    if dossier.state in _NEVER_RECEIVED:
        return None
    return Counted(
        field=dossier.intake.procedure.field,
        channel=dossier.intake.channel,
        received_at=dossier.opened_at,
        due_at=dossier.due_at,
        ended_at=dossier.ended_at,
        ending=_ending(dossier),
        apologised=dossier.apology is not None,
        paused=dossier.state in PAUSED,
    )


def span(period: Period, now: datetime, rule: Rule) -> Span:
    """The moments of a period in the office's zone; one that is not over yet goes until now."""
    # No further than today: the last day of all calendars has none after it.
    last_on = min(period.until_on, in_office_zone(now).date())
    from_at, end_at = midnight(period.from_on), midnight(last_on + timedelta(days=1))
    late_before = max(from_at, min(end_at, now))
    # Moments are whole seconds, and what happened in the present one counts.
    until_at = max(from_at, min(end_at, now + timedelta(seconds=1)))
    by_day = rule is Rule.DAY
    return Span(from_at, until_at, midnight(late_before.date()) if by_day else late_before)


def count(dossiers: Iterable[Counted], over: Span, rule: Rule) -> dict[str, Counts]:
    """What dossiers add up to, by field: the definition that every faster way is held against."""
    sums: dict[str, Counts] = {}
    for one in dossiers:
        if not counts_in(one, over):
            continue
        into = sums.setdefault(one.field, Counts())
        if one.received_at < over.from_at:
            into.carried_over += 1
        else:
            into.received[one.channel] += 1
        if settled := settled_as(one, over, rule):
            into.settled[settled] += 1
            into.overdue_apologised += settled[0] is Timeliness.OVERDUE and one.apologised
        elif is_late(one, over):
            into.open_overdue += 1
            into.open_overdue_apologised += one.apologised
        else:
            into.open_in_time += 1
    return sums


def counts_in(one: Counted, over: Span) -> bool:
    """Whether a dossier counts in a period: received before its end, not settled before it."""
    return one.received_at < over.until_at and not _ended_before(one, over.from_at)


def settled_as(one: Counted, over: Span, rule: Rule) -> Cell | None:
    """How a dossier was settled by the period's end; ``None`` while it was open then."""
    if one.ended_at and one.ending and _ended_before(one, over.until_at):
        return timeliness(one.due_at, one.ended_at, rule), one.ending
    return None


def is_late(one: Counted, over: Span) -> bool:
    """Whether a dossier that was open at the period's end had missed its date by then."""
    return not one.paused and one.due_at is not None and one.due_at < over.late_before


def total(sums: Iterable[Counts]) -> Counts:
    """All fields together."""
    whole = Counts()
    for one in sums:
        whole.add(one)
    return whole


def _ended_before(one: Counted, moment: datetime) -> bool:
    return one.ended_at is not None and one.ended_at < moment


def _ending(dossier: Dossier) -> Ending | None:
    if dossier.stop:
        return Ending.STOPPED
    if dossier.result_at is None:
        return None
    return Ending.REFUSED if dossier.rejection else Ending.RESULT


def _add_each(into: Counter[_K], other: Counter[_K], times: int) -> None:
    for key, number in other.items():
        into[key] += times * number
        if not into[key]:
            del into[key]
