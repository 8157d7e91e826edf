"""The figures of a month that is made public: those that were closed, or else the register's."""

from __future__ import annotations

from collections.abc import Mapping

from reception.domain.closed_figures import tells_strict, thawed_handling
from reception.domain.handling_report import Choices, HandlingRow
from reception.domain.list_frame import Period
from reception.domain.month_figures import ClosedMonth, MonthFigures
from reception.services.closing_periods import closings
from reception.services.desk import Desk
from reception.services.handling import handling_report
from reception.services.reports import HANDLING
from reception.storage.closed_rows import Closing

CHOICES = Choices()
"""As a month is counted that is not closed: the form's own way."""

Closed = Mapping[Period, Closing]


def closed(desk: Desk) -> Closed:
    """The closings of II.06a that stand, by period."""
    every = closings(desk)
    return {one.closed.period: one for one in every if one.closed.report == HANDLING}


def of_month(desk: Desk, month: Period, known: Closed) -> MonthFigures:
    """A month's figures, and today's by the same rule.

    Raises:
        Trouble: ``figures-do-not-add-up``.
    """
    closing = known.get(month)
    choices = closing.closed.choices if closing else CHOICES
    today = handling_report(desk, month, choices)
    form = thawed_handling(closing.closed.figures) if closing else today.form
    strict = (
        form.strict if not closing or tells_strict(closing.closed.figures) else today.form.strict
    )
    return MonthFigures(
        told=form.told,
        strict=strict,
        uncorrected=form.before,
        today=today.told,
        definition=today.definition,
        closed=closed_month(month, known),
    )


def closed_month(month: Period, known: Closed) -> ClosedMonth | None:
    """When a month was closed, if it was."""
    closing = known.get(month)
    return ClosedMonth(closing.closed.at, closing.closed.sha256) if closing else None


def closed_totals(known: Closed) -> dict[Period, HandlingRow]:
    """The sums of closed months that were counted in the form's own way, as pictures tell them."""
    return {
        period: thawed_handling(one.closed.figures).told.total
        for period, one in known.items()
        if one.closed.choices == CHOICES
    }
