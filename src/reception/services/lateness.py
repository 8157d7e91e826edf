"""Reasons of delay counted: the dossiers behind II.06a's late columns, read whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain.counting import Span, span
from reception.domain.handling_report import Choices, columns_of
from reception.domain.lateness_report import Late, Lateness, lateness, lateness_paper
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.report_lines import Line
from reception.domain.timeliness import Definition
from reception.services.definitions import definition_on
from reception.services.desk import Desk
from reception.services.report_periods import check_countable, require_sum
from reception.storage import book_rows, counted_rows

_SETTLED_LATE, _OPEN_LATE = "c10", "c13"


@dataclass(frozen=True, slots=True)
class LatenessReport:
    """Why dossiers were late in a period."""

    period: Period
    choices: Choices
    definition: Definition
    told: Lateness

    @property
    def sections(self) -> Mapping[str, tuple[Line, ...]]:
        """By cause, by field, by holder."""
        return self.told.sections

    @property
    def total(self) -> Line:
        """All of them."""
        return self.told.total

    def paper(self, drawing: Drawing, receiver: str) -> Paper:
        """The form."""
        return lateness_paper(drawing, self.period, self.told, self.definition, receiver)


def lateness_report(desk: Desk, period: Period, choices: Choices) -> LatenessReport:
    """Count a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
        Trouble: ``figures-do-not-add-up``.
    """
    check_countable(period, desk)
    over = span(period, desk.now(), choices.rule)
    late = late_of(desk, over, choices)
    told = lateness(one for _n, one in late)
    require_sum(adds_up=told.adds_up)
    return LatenessReport(period, choices, definition_on(choices.rule, period.until_on), told)


def late_of(desk: Desk, over: Span, choices: Choices) -> list[tuple[int, Late]]:
    """The dossiers that were late in a period, each with its number in lists.

    Raises:
        Trouble: ``figures-do-not-add-up``: one of the list has no events.
    """
    listed: dict[str, tuple[int, bool]] = {}
    for row in counted_rows.of_period(desk.database, over):
        columns = columns_of(row.counted, over, choices)
        if columns & {_SETTLED_LATE, _OPEN_LATE}:
            listed[row.dossier_id] = row.n, _OPEN_LATE in columns
    found: list[tuple[int, Late]] = []
    for dossier in book_rows.folded(desk.database, listed):
        n, is_open = listed[dossier.dossier_id]
        found.append((n, Late(dossier, is_open)))
    require_sum(adds_up=len(found) == len(listed))
    return found
