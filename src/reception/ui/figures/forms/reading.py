"""What the panel reads of the register: a report's figures line by line, and what each is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from reception.domain import feedback_report
from reception.domain.handling_report import Choices
from reception.domain.lateness_report import SECTION_WORDS
from reception.domain.list_frame import Period
from reception.domain.paper import FormWording, Paper, Sentence
from reception.services import closed_papers, reports
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.services.feedback_papers import FeedbackReport
from reception.services.reports import CERTIFIED, FEEDBACK, JUSTICE, LATENESS, Report
from reception.ui.books.periods import file_days
from reception.ui.figures.sheets import Sheet
from reception.ui.translation import QT_TRANSLATE_NOOP

CHOICES = Choices()
"""As the form counts."""

_FILES = {
    JUSTICE: "bao-cao-07a",
    LATENESS: "nguyen-nhan-qua-han",
    CERTIFIED: "bao-cao-chung-thuc",
    FEEDBACK: "bao-cao-ii05",
}
_BESIDE = {
    "in_time": QT_TRANSLATE_NOOP("FormsReading", "Đã xử lý ▸ Trong hạn"),
    "late": QT_TRANSLATE_NOOP("FormsReading", "Đã xử lý ▸ Quá hạn"),
    "refused": QT_TRANSLATE_NOOP("FormsReading", "Đã xử lý ▸ Từ chối"),
    "open_in_time": QT_TRANSLATE_NOOP("FormsReading", "Đang xử lý ▸ Trong hạn"),
    "open_overdue": QT_TRANSLATE_NOOP("FormsReading", "Đang xử lý ▸ Quá hạn trả lời"),
    "awaiting": QT_TRANSLATE_NOOP("FormsReading", "Đang xử lý ▸ Chờ người gửi bổ sung"),
    feedback_report.OTHERS: QT_TRANSLATE_NOOP("FormsReading", "Ngoài biểu: về việc khác"),
}


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of a report: what a figure is asked for by, what it is called, its figures."""

    field: str
    words: str
    figures: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Told:
    """A report as the panel shows it; ``columns`` are what its figures are called."""

    report: str
    period: Period
    columns: Mapping[str, str]
    lines: tuple[FormLine, ...]
    notes: tuple[str, ...]


def told(desk: Desk, *, report: str, period: Period) -> Told:
    """Count a report of a period."""
    made = reports.make(desk, report, period, CHOICES)
    form = reports.KINDS[report].form
    columns, lines = _columns(drawing(desk, form, period.until_on, "").wording), _lines(made)
    if isinstance(made, FeedbackReport):
        columns |= {
            name: QCoreApplication.translate("FormsReading", words)
            for name, words in _BESIDE.items()
        }
        lines = _feedback_lines(made)
    return Told(report, period, columns, lines, _notes(reports.paper(desk, made, report)))


def sheet(report: str, period: Period, by: str) -> Sheet:
    """The form of a period, to be printed or taken out."""
    make = partial(reports.make, name=report, period=period, choices=CHOICES)
    return Sheet(
        paper=lambda desk: closed_papers.of_today(desk, make(desk), report, by=by),
        workbook=lambda desk, file: closed_papers.save_today(desk, make(desk), report, file),
        file_stem=f"{_FILES[report]}-{file_days(period)}",
    )


def _lines(made: Report) -> tuple[FormLine, ...]:
    found = [FormLine("", _whole(), made.total.figures)]
    for section, lines in made.sections.items():
        under = f"{SECTION_WORDS[section]}: " if len(made.sections) > 1 else ""
        found += [FormLine(one.field, f"{under}{one.field}", one.figures) for one in lines]
    return tuple(found)


def _feedback_lines(made: FeedbackReport) -> tuple[FormLine, ...]:
    whole = made.told.total.figures() | {feedback_report.OTHERS: made.told.others}
    fields = made.told.fields.items()
    return (
        FormLine("", _whole(), whole),
        *(FormLine(field, field, sums.figures()) for field, sums in fields),
    )


def _columns(wording: FormWording) -> dict[str, str]:
    """What the form calls its figures, with the headings above."""
    columns = (one for line in wording.lines for one in line.columns)
    return {one.says: f"{one.group} ▸ {one.title}".removeprefix(" ▸ ") for one in columns}


def _notes(paper: Paper) -> tuple[str, ...]:
    """The form's sentences: how it was counted, and what it leaves blank."""
    _period, *notes = (block.text for block in paper.blocks if isinstance(block, Sentence))
    return tuple(notes)


def _whole() -> str:
    return QCoreApplication.translate("FormsReading", "Tổng số")
