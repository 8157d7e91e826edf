"""A closed period: a report's figures frozen as signed, with what they were counted from.

The events known then are named by how far each device's chain was held. They can be counted again
at any time, at any desk that holds them, and must give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.timeliness import Rule

ENTITY = "closed-periods"


@dataclass(frozen=True, slots=True)
class ChainPlace:
    """How far a device's chain was held."""

    device: str
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class PeriodClosed:
    """The figures of a period that was over were frozen.

    ``figures`` are in their canonical form (:mod:`.closed_figures`), ``sha256`` is of these bytes;
    ``position`` is the last place of the commune's log that the desk knew then.
    """

    at: datetime
    report: str
    from_on: date
    until_on: date
    rule: Rule
    no_limit_on_time: bool
    returned_on_time: bool
    figures: str
    sha256: str
    places: tuple[ChainPlace, ...]
    position: int = 0

    @property
    def period(self) -> Period:
        """The days that were closed."""
        return Period(self.from_on, self.until_on)

    @property
    def choices(self) -> Choices:
        """How it was counted."""
        return Choices(self.rule, self.no_limit_on_time, self.returned_on_time)


@dataclass(frozen=True, slots=True)
class ClosingReviewed:
    """Somebody saw that a closing does not hold, since another desk had closed the period before.

    ``event`` is the id of the closing that came second.
    """

    at: datetime
    event: str
    note: str = ""


PeriodEvent = PeriodClosed | ClosingReviewed


def digest(figures: str) -> str:
    """The SHA-256 of figures in their canonical form."""
    return hashlib.sha256(figures.encode()).hexdigest()


def standing(closed: Iterable[PeriodClosed]) -> dict[tuple[str, Period], PeriodClosed]:
    """Of each report and period the first closing in the log: nobody's clock decides."""
    first: dict[tuple[str, Period], PeriodClosed] = {}
    for one in closed:
        first.setdefault((one.report, one.period), one)
    return first
