"""A closed period: a report's figures frozen as signed, with what they were counted from.

The events known then are named by how far each device's chain was held. They can be counted again
at any time, at any desk that holds them, and must give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.counting import Counts
from reception.domain.handling_report import Choices, Handling, HandlingRow, handling
from reception.domain.list_frame import Period
from reception.domain.report_lines import Line
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

    ``figures`` are in their canonical form (:func:`canonical`), ``sha256`` is of these bytes;
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
class Difference:
    """A figure that is another today than when the period was closed."""

    field: str
    column: str
    frozen: int
    today: int


def canonical(sums: Mapping[str, Counts], recorded: Mapping[str, Counts], choices: Choices) -> str:
    """II.06a's figures as the one text that stands for them: with corrections, and without."""
    told = {"corrected": handling(sums, choices), "recorded": handling(recorded, choices)}
    return json.dumps(
        {name: _figures(form) for name, form in told.items()},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def digest(figures: str) -> str:
    """The SHA-256 of figures in their canonical form."""
    return hashlib.sha256(figures.encode()).hexdigest()


def frozen_lines(figures: str, basis: str = "corrected") -> dict[str, Line]:
    """The lines that figures in their canonical form tell, by field; the sum under no name."""
    told: dict[str, dict[str, int]] = json.loads(figures)[basis]
    return {field: Line(field, columns) for field, columns in told.items()}


def differences(figures: str, today: Iterable[Line]) -> tuple[Difference, ...]:
    """Every figure of a closed period that is another today; a field that is missing counts 0."""
    frozen = frozen_lines(figures)
    now = {line.field: line for line in today}
    found: list[Difference] = []
    for field in sorted(frozen.keys() | now.keys()):
        was, told = _columns(frozen, field), _columns(now, field)
        for column in sorted(was.keys() | told.keys(), key=_place):
            before, after = was.get(column, 0), told.get(column, 0)
            if before != after:
                found.append(Difference(field, column, before, after))
    return tuple(found)


def standing(closed: Iterable[PeriodClosed]) -> dict[tuple[str, Period], PeriodClosed]:
    """Of each report and period the first closing in the log: nobody's clock decides."""
    first: dict[tuple[str, Period], PeriodClosed] = {}
    for one in closed:
        first.setdefault((one.report, one.period), one)
    return first


def _figures(form: Handling) -> dict[str, Mapping[str, int]]:
    rows: tuple[HandlingRow, ...] = (*form.rows, form.total)
    return {row.field: row.columns() for row in rows}


def _columns(lines: Mapping[str, Line], field: str) -> dict[str, int]:
    line = lines.get(field)
    return {name: number or 0 for name, number in line.figures.items()} if line else {}


def _place(column: str) -> int:
    return int(column[1:])
