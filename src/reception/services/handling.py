"""II.06a counted: with every correction, and beside it as it was first taken down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain.counting import Counts, span, total
from reception.domain.handling_report import Choices, Handling, handling, handling_paper
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.report_lines import Line
from reception.domain.timeliness import Definition
from reception.services.definitions import definition_on
from reception.services.desk import Desk
from reception.services.report_periods import check_countable, require_sum
from reception.storage import counting_rows, imported_rows


@dataclass(frozen=True, slots=True)
class HandlingReport:
    """II.06a of a period: what was counted, with corrections and as it was first taken down.

    ``from_old_books`` tells how many of those received in it an old register brought.
    """

    period: Period
    choices: Choices
    definition: Definition
    sums: Mapping[str, Counts]
    recorded: Mapping[str, Counts]
    from_old_books: int = 0

    @property
    def told(self) -> Handling:
        """The form's figures."""
        return handling(self.sums, self.choices)

    @property
    def sections(self) -> Mapping[str, tuple[Line, ...]]:
        """The form's lines."""
        return {"fields": tuple(Line(row.field, row.columns()) for row in self.told.rows)}

    @property
    def total(self) -> Line:
        """All fields together."""
        return Line("", self.told.total.columns())

    def paper(self, drawing: Drawing, receiver: str) -> Paper:
        """The form."""
        return handling_paper(
            drawing, self.period, self.choices, self.sums, self.recorded, self.definition, receiver,
            self.from_old_books,
        )  # fmt: skip


def handling_report(desk: Desk, period: Period, choices: Choices) -> HandlingReport:
    """Count a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    check_countable(period, desk)
    over = span(period, desk.now(), choices.rule)
    sums = counting_rows.counts(desk.database, over, choices.rule)
    recorded = counting_rows.counts_as_recorded(desk.database, sums, over, choices.rule)
    for counted in (sums, recorded):
        require_sum(adds_up=total(counted.values()).adds_up)
    definition = definition_on(choices.rule, period.until_on)
    old = imported_rows.received_between(desk.database, over.from_at, over.until_at)
    return HandlingReport(period, choices, definition, sums, recorded, old)
