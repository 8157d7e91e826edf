"""Statutory reports: counted in a second, the same tomorrow as today, checked on every run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from reception import paths
from reception.domain.counting import Counts, span, total
from reception.domain.dated import ruling_on
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.handling_report import Choices, Handling, handling, handling_paper
from reception.domain.list_frame import Period
from reception.domain.moments import date_words
from reception.domain.paper import Paper, Sentence, Table
from reception.domain.report_periods import ReportFrame
from reception.domain.timeliness import Definition
from reception.services import forms, workbook
from reception.services.definitions import definition_on
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.services.workbook import Sheet
from reception.storage import counting_rows


@dataclass(frozen=True, slots=True)
class HandlingReport:
    """II.06a of a period: what was counted, with corrections and as it was first taken down."""

    period: Period
    choices: Choices
    definition: Definition
    sums: Mapping[str, Counts]
    recorded: Mapping[str, Counts]

    @property
    def told(self) -> Handling:
        """The form's figures."""
        return handling(self.sums, self.choices)


@dataclass(frozen=True, slots=True)
class _Frames:
    frame: tuple[ReportFrame, ...]


def statutory_frame(day: date) -> ReportFrame:
    """When the periods of statutory reports end, by the law in force on a day."""
    file = paths.resource("rules") / "report-periods.toml"
    return ruling_on(msgspec.toml.decode(file.read_bytes(), type=_Frames).frame, day)


def handling_report(desk: Desk, period: Period, choices: Choices) -> HandlingReport:
    """Count a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    check_period(desk, period)
    over = span(period, desk.now(), choices.rule)
    sums = counting_rows.counts(desk.database, over, choices.rule)
    recorded = counting_rows.counts_as_recorded(desk.database, sums, over, choices.rule)
    for counted in (sums, recorded):
        if not total(counted.values()).adds_up:
            raise Trouble(
                "figures-do-not-add-up",
                "Số tiếp nhận và số giải quyết không khớp nhau nên chưa lập báo cáo; hãy chạy"
                " “reception rebuild” rồi lập lại, vẫn không khớp thì báo cho quản trị.",
            )
    definition = definition_on(choices.rule, period.until_on)
    return HandlingReport(period, choices, definition, sums, recorded)


def paper(desk: Desk, report: HandlingReport, *, by: str = "", receiver: str = "") -> Paper:
    """The form, to be printed and signed."""
    frame = drawing(desk, forms.HANDLING_REPORT, report.period.until_on, by)
    return handling_paper(
        frame, report.period, report.choices, report.sums, report.recorded, report.definition,
        receiver,
    )  # fmt: skip


def check_period(desk: Desk, period: Period) -> None:
    """Refuse a period of which nothing can be counted.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
    """
    first, last = period.from_on, period.until_on
    if last < first:
        raise RuleViolation(
            "days-reversed",
            f"Ngày cuối {date_words(last)} trước ngày đầu {date_words(first)};"
            " hãy ghi lại hai ngày.",
            field="to",
        )
    if first > desk.now().date():
        raise RuleViolation(
            "period-to-come",
            f"Kỳ báo cáo bắt đầu ngày {date_words(first)}, chưa tới; hãy chọn kỳ khác.",
            field="from",
        )


def save_workbook(desk: Desk, report: HandlingReport, file: Path, *, receiver: str = "") -> None:
    """The form as a spreadsheet, with the same head, figures and notes.

    Raises:
        Trouble: ``file-unwritable``.
    """
    form = paper(desk, report, receiver=receiver)
    told = report.told
    table = next(block for block in form.blocks if isinstance(block, Table))
    lines = [block.text for block in form.blocks if isinstance(block, Sentence)]
    whole = ["", "Tổng số", *told.total.columns().values()]
    workbook.save(
        Sheet(
            name="II.06a",
            above=[form.number, f"Đơn vị báo cáo: {form.unit_name}", form.title, lines[0]],
            heads=[(*column.groups, column.title) for column in table.columns],
            rows=[
                *([n, row.field, *row.columns().values()] for n, row in enumerate(told.rows, 1)),
                whole,
            ],
            below=lines[1:],
        ),
        file,
    )
