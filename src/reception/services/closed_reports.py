"""The reports that are closed: each to its canonical text, and from it to a form as it was signed.

A closed report is one of :mod:`.reports` again, so that it is shown, printed and taken out by the
same means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields

from reception.domain.closed_figures import (
    FIELDS,
    Frozen,
    handling_text,
    lines_text,
    thawed,
    thawed_handling,
)
from reception.domain.closed_periods import PeriodClosed
from reception.domain.feedback_report import BESIDE, OTHERS, FeedbackFigures, FeedbackSums
from reception.domain.justice_report import Justice
from reception.domain.lateness_report import Lateness
from reception.domain.report_lines import Line
from reception.domain.timeliness import Definition
from reception.services.certified_figures import CertifiedReport
from reception.services.definitions import definition_on
from reception.services.feedback_papers import FeedbackReport
from reception.services.handling import FrozenHandling, HandlingReport
from reception.services.justice import JusticeReport
from reception.services.lateness import LatenessReport
from reception.services.reports import (
    CERTIFIED,
    FEEDBACK,
    HANDLING,
    JUSTICE,
    KINDS,
    LATENESS,
    Report,
)

CLOSABLE = tuple(KINDS)
"""Every report of a period that the desk offers can be closed."""

_KEPT = tuple(one.name for one in fields(FeedbackSums) if one.name in BESIDE)


def text_of(report: Report) -> str:
    """A counted report's figures in their canonical form."""
    if isinstance(report, HandlingReport | FrozenHandling):
        return handling_text(report.form)
    if isinstance(report, JusticeReport):
        told = report.told
        beside = {"no_limit": told.no_limit, "other_ways": told.other_ways}
        return lines_text(Frozen(report.sections, report.total, beside, report.unanswered))
    if isinstance(report, FeedbackReport):
        return lines_text(_feedback_frozen(report.told))
    return lines_text(Frozen(report.sections, report.total))


def report_of(closed: PeriodClosed) -> Report:
    """The report as it was closed."""
    return _THAWED[closed.report](closed)


def frozen_of(report: Report) -> Frozen:
    """A report's figures, to be held against frozen ones."""
    return thawed(text_of(report))


def _definition(closed: PeriodClosed) -> Definition:
    return definition_on(closed.rule, closed.until_on)


def _handling(closed: PeriodClosed) -> Report:
    form = thawed_handling(closed.figures)
    return FrozenHandling(closed.period, closed.choices, _definition(closed), form)


def _justice(closed: PeriodClosed) -> Report:
    told = thawed(closed.figures)
    blank = frozenset(column for column, number in told.total.figures.items() if number is None)
    form = Justice(
        told.sections[FIELDS],
        told.total,
        blank,
        told.beside["other_ways"],
        told.beside["no_limit"],
    )
    return JusticeReport(closed.period, closed.choices, _definition(closed), form, told.unanswered)


def _lateness(closed: PeriodClosed) -> Report:
    told = thawed(closed.figures)
    form = Lateness(told.sections, told.total)
    return LatenessReport(closed.period, closed.choices, _definition(closed), form)


def _certified(closed: PeriodClosed) -> Report:
    told = thawed(closed.figures)
    return CertifiedReport(closed.period, told.sections["kinds"], told.total)


def _feedback(closed: PeriodClosed) -> Report:
    told = thawed(closed.figures)
    by_field = {line.field: _sums(line.figures) for line in told.sections[FIELDS]}
    form = FeedbackFigures(by_field, _sums(told.total.figures), told.beside[OTHERS])
    return FeedbackReport(closed.period, form)


_THAWED: Mapping[str, Callable[[PeriodClosed], Report]] = {
    HANDLING: _handling,
    JUSTICE: _justice,
    LATENESS: _lateness,
    CERTIFIED: _certified,
    FEEDBACK: _feedback,
}


def _feedback_frozen(told: FeedbackFigures) -> Frozen:
    lines = (Line(field, sums.figures()) for field, sums in told.fields.items())
    return Frozen({FIELDS: tuple(lines)}, Line("", told.total.figures()), {OTHERS: told.others})


def _sums(figures: Mapping[str, int | None]) -> FeedbackSums:
    return FeedbackSums(
        carried_over=figures["c6"] or 0,
        conduct=figures["c4"] or 0,
        regulation=figures["c5"] or 0,
        handled_conduct=figures["c9"] or 0,
        handled_regulation=figures["c10"] or 0,
        published=figures["c14"] or 0,
        **{name: figures[name] or 0 for name in _KEPT},
    )
