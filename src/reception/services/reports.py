"""Statutory reports: counted in a second, the same tomorrow as today, checked on every run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from reception.domain.handling_report import Choices
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.report_lines import Line
from reception.domain.timeliness import Definition
from reception.services import feedback_papers, forms, old_twice
from reception.services.certified_figures import certified_report
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.services.handling import HandlingReport, handling_report
from reception.services.justice import justice_report
from reception.services.lateness import lateness_report
from reception.services.report_periods import check_countable

__all__ = [
    "KINDS",
    "HandlingReport",
    "Kind",
    "Report",
    "handling_report",
    "make",
    "name_of_form",
    "paper",
]

HANDLING, JUSTICE = "ii06a", "07a"
LATENESS, CERTIFIED = "overdue-reasons", "certification"
FEEDBACK = "ii05"
_OF_DOSSIERS = {HANDLING, JUSTICE, LATENESS}


class Report(Protocol):
    """A report of a period that was counted.

    ``sections`` are its lines, one group for each thing by which they are told; ``definition`` is
    the one by which it judges what is on time, if it does.
    """

    @property
    def period(self) -> Period:
        """The days."""
        ...

    @property
    def definition(self) -> Definition | None:
        """By which rule time was judged."""
        ...

    @property
    def sections(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines, group by group."""
        ...

    @property
    def total(self) -> Line:
        """The sum of a group."""
        ...

    def paper(self, drawing: Drawing, receiver: str) -> Paper:
        """The form."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the reports: its form, what a spreadsheet of it is called, how it is counted."""

    form: str
    sheet: str
    make: Callable[[Desk, Period, Choices], Report]


def _feedback(desk: Desk, period: Period, _choices: Choices) -> Report:
    check_countable(period, desk)
    return feedback_papers.report(desk, period)


KINDS: Mapping[str, Kind] = {
    HANDLING: Kind(forms.HANDLING_REPORT, "II.06a", handling_report),
    JUSTICE: Kind(forms.JUSTICE_REPORT, "07a", justice_report),
    LATENESS: Kind(forms.LATENESS_REPORT, "Quá hạn", lateness_report),
    CERTIFIED: Kind(forms.CERTIFIED_REPORT, "Chứng thực", certified_report),
    FEEDBACK: Kind(forms.FEEDBACK_REPORT, "II.05", _feedback),
}
"""Every report by the name under which it is asked for."""


def make(desk: Desk, name: str, period: Period, choices: Choices) -> Report:
    """Count a report of a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    return KINDS[name].make(desk, period, choices)


def name_of_form(form: str) -> str:
    """The report whose form it is."""
    return next(name for name, kind in KINDS.items() if kind.form == form)


def paper(
    desk: Desk, report: Report, name: str = HANDLING, *, by: str = "", receiver: str = ""
) -> Paper:
    """The form, to be printed and signed."""
    frame = drawing(desk, KINDS[name].form, report.period.until_on, by)
    caution = old_twice.caution(desk, report.period) if name in _OF_DOSSIERS else ""
    return old_twice.cautioned(report.paper(frame, receiver), caution)
