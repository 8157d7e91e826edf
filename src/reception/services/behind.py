"""What a figure counts: whoever reads a number can see the dossiers or other things behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reception.domain import certified_report, feedback_report, justice_report, lateness_report
from reception.domain.accounts import Right
from reception.domain.counting import Span, span
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import Choices, columns_of
from reception.domain.justice_report import (
    NOT_ACCEPTED,
    PAID,
    PAID_AT_DESK,
    PAID_ONLINE,
    WAITING,
    WAITING_LATE,
)
from reception.domain.list_frame import Period
from reception.services import certified_figures, feedback_papers, justice, rights
from reception.services.certified_figures import Entries
from reception.services.desk import Desk
from reception.services.inbox import Submission
from reception.services.lateness import late_of
from reception.services.report_periods import check_countable
from reception.services.reports import CERTIFIED, FEEDBACK, HANDLING, JUSTICE, LATENESS
from reception.storage import counted_rows, justice_rows
from reception.storage.feedback_rows import FeedbackRow


class Opens(StrEnum):
    """What the things are that a figure counts."""

    DOSSIERS = "dossiers"
    ENTRIES = "entries"
    SUBMISSIONS = "submissions"
    FEEDBACK = "feedback"


_SUBMISSIONS = (WAITING, WAITING_LATE)
_OPENING: Mapping[str, Mapping[str, Opens]] = {
    HANDLING: {f"c{n}": Opens.DOSSIERS for n in range(3, 14)},
    JUSTICE: {
        column: Opens.SUBMISSIONS if column in _SUBMISSIONS else Opens.DOSSIERS
        for column in justice_report.COLUMNS
        if column not in justice_report.ALWAYS_BLANK
    },
    LATENESS: dict.fromkeys(lateness_report.COLUMNS, Opens.DOSSIERS),
    CERTIFIED: dict.fromkeys(certified_report.COLUMNS, Opens.ENTRIES),
    FEEDBACK: dict.fromkeys(feedback_report.FIGURES, Opens.FEEDBACK),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a report: its column, and its field; empty for the sum of all.

    Of the reasons of delay a line may be of a cause or of a holder, too, and of the certifications
    it is of a kind.
    """

    report: str
    column: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """What a figure counts, of one kind alone; ``numbers`` are those of dossiers in lists."""

    opens: Opens
    numbers: tuple[int, ...] = ()
    entries: Entries = field(default_factory=Entries)
    submissions: tuple[Submission, ...] = ()
    feedback: tuple[FeedbackRow, ...] = ()

    def adds_up_to(self, column: str) -> int:
        """The figure, told again by the things alone."""
        if self.opens is Opens.ENTRIES:
            return self.entries.adds_up_to(column)
        return len(self.numbers or self.submissions or self.feedback)


def opens(report: str, column: str) -> Opens | None:
    """What a figure of this column opens to, if it does."""
    return _OPENING.get(report, {}).get(column)


def opened(desk: Desk, figure: Figure, period: Period, choices: Choices, *, by: str) -> Behind:
    """What a figure counts, for whoever has the login.

    Raises:
        RuleViolation: ``no-such-figure`` or ``figure-blank``, ``days-reversed`` or
            ``period-to-come``, ``not-allowed`` or ``account-ended``.
    """
    if figure.report == JUSTICE and figure.column in justice.blank(desk):
        raise _blank(figure)
    kind = _kind_of(figure)
    rights.check(desk, Right.LOOK_UP, "mở hồ sơ của con số", by=by)
    match kind:
        case Opens.DOSSIERS:
            return Behind(kind, numbers=tuple(dossiers_behind(desk, figure, period, choices)))
        case Opens.ENTRIES:
            check_countable(period, desk)
            found = certified_figures.entries(desk, period, figure.column, figure.field)
            return Behind(kind, entries=found)
        case Opens.SUBMISSIONS:
            check_countable(period, desk)
            return Behind(kind, submissions=tuple(_submissions(desk, figure, period, choices)))
        case Opens.FEEDBACK:
            found = feedback_papers.counted_in(desk, period, figure.column, figure.field)
            return Behind(kind, feedback=tuple(found))


def dossiers_behind(desk: Desk, figure: Figure, period: Period, choices: Choices) -> list[int]:
    """The numbers in lists of the dossiers that a figure counts, as many as it says.

    Raises:
        RuleViolation: ``no-such-figure``, ``days-reversed`` or ``period-to-come``.
    """
    if _kind_of(figure) is not Opens.DOSSIERS:
        raise _no_such(figure)
    check_countable(period, desk)
    over = span(period, desk.now(), choices.rule)
    found = _FINDERS[figure.report](desk, over, choices, figure.field)
    return sorted(n for n, columns in found if figure.column in columns)


_Found = Iterator[tuple[int, frozenset[str]]]


def _handling(desk: Desk, over: Span, choices: Choices, field: str) -> _Found:
    for row in counted_rows.of_period(desk.database, over, field):
        yield row.n, columns_of(row.counted, over, choices)


def _justice(desk: Desk, over: Span, choices: Choices, field: str) -> _Found:
    for row, told in justice.justice_counted(desk, over, field):
        yield row.n, justice_report.columns_of(told, over, choices)
    for n in justice_rows.each_refused(desk.database, over, field):
        yield n, frozenset({NOT_ACCEPTED})
    for n, online in justice_rows.each_paid(desk.database, over, field).items():
        yield n, frozenset({PAID, PAID_ONLINE if online else PAID_AT_DESK})


def _lateness(desk: Desk, over: Span, choices: Choices, field: str) -> _Found:
    for n, late in late_of(desk, over, choices):
        if not field or field in (late.cause, late.dossier.intake.procedure.field, late.holder):
            yield n, frozenset(late.columns())


_FINDERS = {HANDLING: _handling, JUSTICE: _justice, LATENESS: _lateness}


def _submissions(
    desk: Desk, figure: Figure, period: Period, choices: Choices
) -> Iterator[Submission]:
    for one in justice.waiting(desk, span(period, desk.now(), choices.rule)):
        if one.column == figure.column and figure.field in ("", one.field):
            yield one.submission


def _kind_of(figure: Figure) -> Opens:
    kind = opens(figure.report, figure.column)
    if kind is None:
        raise _no_such(figure)
    return kind


def _blank(figure: Figure) -> RuleViolation:
    return RuleViolation(
        "figure-blank",
        f"Cột {figure.column[1:]} của báo cáo {figure.report} để trống vì sổ không biết con số này,"
        " nên không có gì để mở; hãy mở cột khác.",
        field="open",
    )


def _no_such(figure: Figure) -> RuleViolation:
    if figure.report in _OPENING:
        openable = ", ".join(_OPENING[figure.report])
    else:
        openable = f"báo cáo {', '.join(_OPENING)}"
    return RuleViolation(
        "no-such-figure",
        f"Không mở được cột “{figure.column}” của báo cáo “{figure.report}”;"
        f" hãy chọn một trong: {openable}.",
        field="open",
    )
