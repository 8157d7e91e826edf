"""The desk's reports at the server: of one commune, or of all together and each by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic

from reception.domain import lateness_report
from reception.domain.counting import Span, span
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import Choices
from reception.domain.lateness_report import SECTION_WORDS
from reception.domain.list_frame import BY_HAND, Drawing, Period
from reception.domain.moments import Clock, in_office_zone
from reception.domain.office import Office
from reception.domain.paper import FormWording, Paper
from reception.domain.report_lines import Line
from reception.services import form_workbook, forms, reports, server_counting
from reception.services.handling import HandlingReport
from reception.services.public_lists import known_agency
from reception.services.report_json import report_as_json, sum_as_json
from reception.services.report_periods import check_begun
from reception.services.reports import HANDLING, JUSTICE, LATENESS, Report
from reception.services.server_counting import Made, R_co, ToCount
from reception.storage.ledger.figure_rows import FigureQuery, Form
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.line_figures import JUSTICE_COLUMNS
from reception.storage.ledger.rows import Agency
from reception.storage.ledger.work import Work

ALL = "Tất cả xã, phường"
COUNTED: Mapping[str, Callable[[Work, ToCount], Made[Report]]] = {
    HANDLING: server_counting.handling,
    JUSTICE: server_counting.justice,
    LATENESS: server_counting.lateness,
}
"""The reports that the server can count, by the names that they have at a desk."""
_OPENING = {
    HANDLING: frozenset(f"c{n}" for n in range(3, 14)),
    JUSTICE: JUSTICE_COLUMNS,
    LATENESS: frozenset(lateness_report.COLUMNS),
}


@dataclass(frozen=True, slots=True)
class ServerReport(Generic[R_co]):
    """The report of what was asked for, and of each commune in it, by name.

    ``unfolded`` events are accepted and not in the figures yet.
    """

    report: str
    name: str
    agency: str
    whole: R_co
    communes: tuple[tuple[Agency, R_co], ...]
    over: Span
    unfolded: int


def make(
    ledger: Ledger, clock: Clock, report: str, period: Period, choices: Choices, agency: str = ""
) -> ServerReport[Report]:
    """Count a report of a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``unknown-agency``, or ``period-to-come``.
        Trouble: ``figures-do-not-add-up``: what was folded is not what the events say.
    """
    return _made(ledger, clock, report, COUNTED[report], period, choices, agency)


def handling_report(
    ledger: Ledger, clock: Clock, period: Period, choices: Choices, agency: str = ""
) -> ServerReport[HandlingReport]:
    """The same of II.06a."""
    return _made(ledger, clock, HANDLING, server_counting.handling, period, choices, agency)


def paper(
    report: ServerReport[Report], server_name: str, clock: Clock, *, receiver: str = ""
) -> Paper:
    """The form in its shipped wording, headed by the commune or by the server."""
    unit = report.name if report.agency else server_name
    office = Office(unit, report.agency, "", unit, place=BY_HAND)
    wording = _wording(report.report, report.whole.period.until_on)
    drawing = Drawing(office, wording, in_office_zone(clock()))
    return report.whole.paper(drawing, receiver)


def workbook_of(form: Paper) -> bytes:
    """The form as a spreadsheet's bytes."""
    kind = reports.KINDS[reports.name_of_form(form.form)]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.xlsx"
        form_workbook.save_report(form, kind.sheet, file)
        return file.read_bytes()


def as_json(report: ServerReport[Report]) -> dict[str, object]:
    """The report of all as one document, and the sum of each commune besides."""
    communes = {
        each.agency: sum_as_json(made) | {"name": each.name} for each, made in report.communes
    }
    beside = {"agency": report.agency, "unfolded": report.unfolded, "communes": communes}
    return report_as_json(report.report, report.whole) | beside


def heads(report: str, on: date) -> dict[str, str]:
    """What a form calls its columns on a day, each with its number and the groups over it."""
    titled = (column for line in _wording(report, on).lines for column in line.columns)
    return {
        column.says: f"({column.says[1:]}) {' ▸ '.join(filter(None, (column.group, column.title)))}"
        for column in titled
        if column.figures
    }


def notes(form: Paper) -> list[str]:
    """What the form says below its table: how it was counted, and what it leaves blank."""
    _period, *told = form_workbook.sentences(form.blocks)
    return told


def table(report: ServerReport[Report]) -> Iterator[Sequence[object]]:
    """The report as rows to be calculated with, the head first: each line of each commune."""
    columns = heads(report.report, report.whole.period.until_on)
    yield "Mã", "Xã, phường", "Chia theo", "Dòng", *columns.values()
    for agency, made in report.communes:
        for by, line in _lines(made):
            cells = (line.figures[column] for column in columns)
            yield (
                agency.agency,
                agency.name,
                by,
                line.field,
                *("" if n is None else n for n in cells),
            )


def figure(
    ledger: Ledger,
    clock: Clock,
    period: Period,
    choices: Choices,
    agency: str,
    column: str,
    field: str = "",
    report: str = HANDLING,
    by: str = "",
) -> FigureQuery:
    """A figure of a report, for :func:`.inspection.behind_figure`.

    Raises:
        RuleViolation: ``unknown-agency``, or ``unknown-list``.
    """
    if not opens(report, column):
        raise RuleViolation("unknown-list", "Không có cột này; hãy chọn một số trong báo cáo.")
    with ledger.reading() as work:
        known = [known_agency(work.agency(agency))] if agency else work.agencies()
    over = span_of(period, clock, choices)
    of = tuple(each.agency for each in known)
    return FigureQuery(of, column, over, choices, field, Form(report), by)


def opens(report: str, column: str) -> bool:
    """Whether a figure of this column leads to the dossiers that it counts."""
    return column in _OPENING.get(report, ())


def unfolded(work: Work, communes: Sequence[Agency]) -> int:
    """How many events of communes are accepted and in no figure yet."""
    listed = work.listed()
    return sum(each.position - listed.get(each.agency, 0) for each in communes)


def span_of(period: Period, clock: Clock, choices: Choices) -> Span:
    """The moments of a period as they are counted now."""
    return span(period, in_office_zone(clock()), choices.rule)


def _made(
    ledger: Ledger,
    clock: Clock,
    report: str,
    count: Callable[[Work, ToCount], Made[R_co]],
    period: Period,
    choices: Choices,
    agency: str,
) -> ServerReport[R_co]:
    now = in_office_zone(clock())
    check_begun(period, now.date())
    over = span(period, now, choices.rule)
    with ledger.reading() as work:
        asked = [known_agency(work.agency(agency))] if agency else work.agencies()
        asked.sort(key=lambda each: each.name)
        of = tuple(each.agency for each in asked)
        made = count(work, ToCount(of, period, choices, over))
        waiting = unfolded(work, asked)
    return ServerReport(
        report=report,
        name=asked[0].name if agency else ALL,
        agency=agency,
        whole=made.whole,
        communes=tuple((each, made.communes[each.agency]) for each in asked),
        over=over,
        unfolded=waiting,
    )


def _wording(report: str, on: date) -> FormWording:
    return forms.SHIPPED.ruling(reports.KINDS[report].form, forms.regime_on(on), on)


def _lines(made: Report) -> Iterator[tuple[str, Line]]:
    """Each line with what it is told by; the sum last, under no name."""
    for section, lines in made.sections.items():
        for line in lines:
            yield SECTION_WORDS[section], line
    yield "Tổng số", made.total
