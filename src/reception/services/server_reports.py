"""II.06a at the server: of one commune, or of all together and each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from reception.domain.counting import Counts, Span, span, total
from reception.domain.errors import Trouble
from reception.domain.handling_report import Choices, handling_paper
from reception.domain.list_frame import BY_HAND, Drawing, Period
from reception.domain.moments import Clock, in_office_zone
from reception.domain.office import Office
from reception.domain.paper import Paper
from reception.services import form_workbook, forms
from reception.services.definitions import definition_on
from reception.services.handling import HandlingReport
from reception.services.public_lists import known_agency
from reception.services.report_json import handling_as_json, handling_row_as_json, head_as_json
from reception.services.report_periods import check_begun
from reception.storage.ledger.figure_rows import FigureQuery
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import Agency
from reception.storage.ledger.work import Work

SHEET = "II.06a"
ALL = "Tất cả xã, phường"


@dataclass(frozen=True, slots=True)
class ServerReport:
    """The report of what was asked for, and of each commune in it, by name.

    ``unfolded`` events are accepted and not in the figures yet.
    """

    name: str
    agency: str
    whole: HandlingReport
    communes: tuple[tuple[Agency, HandlingReport], ...]
    over: Span
    unfolded: int


def handling_report(
    ledger: Ledger, clock: Clock, period: Period, choices: Choices, agency: str = ""
) -> ServerReport:
    """Count a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``unknown-agency``, or ``period-to-come``.
        Trouble: ``figures-do-not-add-up``: what was folded is not what the events say.
    """
    now = in_office_zone(clock())
    check_begun(period, now.date())
    over = span(period, now, choices.rule)
    with ledger.reading() as work:
        asked = [known_agency(work.agency(agency))] if agency else work.agencies()
        asked.sort(key=lambda each: each.name)
        made = _counted(work, asked, period, choices, over)
        listed = work.listed()
    return ServerReport(
        name=asked[0].name if agency else ALL,
        agency=agency,
        whole=_together(made.values(), period, choices),
        communes=tuple((each, made[each.agency]) for each in asked),
        over=over,
        unfolded=sum(each.position - listed.get(each.agency, 0) for each in asked),
    )


def paper(report: ServerReport, server_name: str, clock: Clock, *, receiver: str = "") -> Paper:
    """The form in its shipped wording, headed by the commune or by the server."""
    unit = report.name if report.agency else server_name
    made, on = report.whole, report.whole.period.until_on
    office = Office(unit, report.agency, "", unit, place=BY_HAND)
    wording = forms.SHIPPED.ruling(forms.HANDLING_REPORT, forms.regime_on(on), on)
    return handling_paper(
        Drawing(office, wording, in_office_zone(clock())),
        made.period, made.choices, made.sums, made.recorded, made.definition, receiver,
    )  # fmt: skip


def workbook_of(form: Paper) -> bytes:
    """The form as a spreadsheet's bytes."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ii06a.xlsx"
        form_workbook.save_report(form, SHEET, file)
        return file.read_bytes()


def as_json(report: ServerReport) -> dict[str, object]:
    """The report of all as one document, and the sum of each commune besides."""
    told = {
        each.agency: handling_row_as_json(made.told.total) | {"name": each.name}
        for each, made in report.communes
    }
    return head_as_json(report.whole) | handling_as_json(report.whole) | {
        "agency": report.agency, "unfolded": report.unfolded, "communes": told,
    }  # fmt: skip


def figure(
    ledger: Ledger,
    clock: Clock,
    period: Period,
    choices: Choices,
    agency: str,
    column: str,
    field: str = "",
) -> FigureQuery:
    """A figure of the report, for :func:`.inspection.behind_figure`.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    with ledger.reading() as work:
        known = [known_agency(work.agency(agency))] if agency else work.agencies()
    over = span(period, in_office_zone(clock()), choices.rule)
    return FigureQuery(tuple(each.agency for each in known), column, over, choices, field)


def _counted(
    work: Work, asked: Iterable[Agency], period: Period, choices: Choices, over: Span
) -> dict[str, HandlingReport]:
    sums = work.counts([each.agency for each in asked], over, choices.rule)
    recorded = work.counts_as_recorded(sums, over, choices.rule)
    definition = definition_on(choices.rule, period.until_on)
    for figures in (*sums.values(), *recorded.values()):
        _check_sum(figures)
    return {
        agency: HandlingReport(period, choices, definition, sums[agency], recorded[agency])
        for agency in sums
    }


def _together(
    reports: Iterable[HandlingReport], period: Period, choices: Choices
) -> HandlingReport:
    sums: dict[str, Counts] = {}
    recorded: dict[str, Counts] = {}
    for one in reports:
        for into, figures in ((sums, one.sums), (recorded, one.recorded)):
            for field, counts in figures.items():
                into.setdefault(field, Counts()).add(counts)
    definition = definition_on(choices.rule, period.until_on)
    return HandlingReport(period, choices, definition, sums, recorded)


def _check_sum(figures: Mapping[str, Counts]) -> None:
    if not total(figures.values()).adds_up:
        raise Trouble(
            "figures-do-not-add-up",
            "Số tiếp nhận và số giải quyết không khớp nhau nên chưa lập báo cáo; hãy chạy"
            " “reception server fold --rebuild” rồi lập lại, vẫn không khớp thì báo cho nơi hỗ"
            " trợ.",
        )
