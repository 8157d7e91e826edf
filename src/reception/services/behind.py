"""The dossiers behind a figure: whoever reads a number can see what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reception.domain import justice_report, lateness_report
from reception.domain.counting import Span, span
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import Choices, columns_of
from reception.domain.list_frame import Period
from reception.domain.listing import DossierRow
from reception.services.desk import Desk
from reception.services.justice import justice_counted
from reception.services.lateness import late_of
from reception.services.report_periods import check_countable
from reception.services.reports import HANDLING, JUSTICE, LATENESS
from reception.storage import counted_rows, lists

_OPENING = {
    HANDLING: tuple(f"c{n}" for n in range(3, 14)),
    JUSTICE: tuple(f"c{n}" for n in (*range(3, 8), 9, 10, *range(14, 24))),
    LATENESS: lateness_report.COLUMNS,
}
"""Of each report the columns that count dossiers which were received."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a report: its column, and its field; empty for the sum of all.

    Of the reasons of delay a line may be of a cause or of a holder, too.
    """

    report: str
    column: str
    field: str = ""


def opens(report: str, column: str) -> bool:
    """Whether a figure of this column can be opened."""
    return column in _OPENING.get(report, ())


def dossiers_behind(desk: Desk, figure: Figure, period: Period, choices: Choices) -> list[int]:
    """The numbers in lists of the dossiers that a figure counts, as many as it says.

    Raises:
        RuleViolation: ``no-such-figure``, ``days-reversed`` or ``period-to-come``.
    """
    if not opens(figure.report, figure.column):
        raise RuleViolation(
            "no-such-figure",
            f"Không mở được cột “{figure.column}” của báo cáo “{figure.report}”;"
            f" hãy chọn một trong: {_openable(figure.report)}.",
            field="open",
        )
    check_countable(period, desk)
    over = span(period, desk.now(), choices.rule)
    found = _FINDERS[figure.report](desk, over, choices, figure.field)
    return sorted(n for n, columns in found if figure.column in columns)


def rows_behind(desk: Desk, figure: Figure, period: Period, choices: Choices) -> list[DossierRow]:
    """The same dossiers as rows of a list."""
    return lists.page(desk.database, dossiers_behind(desk, figure, period, choices))


def _handling(
    desk: Desk, over: Span, choices: Choices, field: str
) -> Iterator[tuple[int, frozenset[str]]]:
    for row in counted_rows.of_period(desk.database, over, field):
        yield row.n, columns_of(row.counted, over, choices)


def _justice(
    desk: Desk, over: Span, choices: Choices, field: str
) -> Iterator[tuple[int, frozenset[str]]]:
    for row, told in justice_counted(desk, over, field):
        yield row.n, justice_report.columns_of(told, over, choices)


def _lateness(
    desk: Desk, over: Span, choices: Choices, field: str
) -> Iterator[tuple[int, frozenset[str]]]:
    for n, late in late_of(desk, over, choices):
        if not field or field in (late.cause, late.dossier.intake.procedure.field, late.holder):
            yield n, frozenset(late.columns())


_FINDERS = {HANDLING: _handling, JUSTICE: _justice, LATENESS: _lateness}


def _openable(report: str) -> str:
    if report not in _OPENING:
        return f"báo cáo {', '.join(_OPENING)}"
    return ", ".join(_OPENING[report])
