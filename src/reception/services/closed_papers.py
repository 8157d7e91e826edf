"""A closed report on paper and as a spreadsheet: the form as it was signed, and what proves it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reception.domain.closed_figures import difference_words, differences, thawed
from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment
from reception.domain.paper import Paper, Sentence
from reception.services import closed_twice, form_workbook, reports
from reception.services.closed_reports import frozen_of, report_of
from reception.services.closing_periods import beside_today, can_be_read, closings, who_closed
from reception.services.desk import Desk
from reception.services.reports import KINDS, Report
from reception.storage.closed_rows import Closing


def paper(desk: Desk, closing: Closing, *, by: str = "", receiver: str = "") -> Paper:
    """The form, then who closed it when, its SHA-256, and in what today's figures differ.

    These are no part of the form's wording: an office that has its own cannot lose them.

    Raises:
        RuleViolation: ``closed-by-newer``: this program does not know what was closed.
    """
    closed = closing.closed
    if not can_be_read(closing):
        raise RuleViolation(
            "closed-by-newer",
            "Bản chương trình này chưa đọc được số liệu đã chốt ấy; hãy xem, in ở máy đã chốt.",
        )
    form = reports.paper(
        desk, report_of(closed), closed.report, by=by, receiver=receiver, known=closed.places
    )
    said = (Sentence(words) for words in proof_words(desk, closing))
    return replace(form, blocks=(*form.blocks, *said))


def save_workbook(desk: Desk, closing: Closing, file: Path, *, receiver: str = "") -> None:
    """The same as a spreadsheet.

    Raises:
        Trouble: ``file-unwritable``.
    """
    form = paper(desk, closing, receiver=receiver)
    form_workbook.save_report(form, KINDS[closing.closed.report].sheet, file)


def of_today(desk: Desk, report: Report, name: str, *, by: str = "", receiver: str = "") -> Paper:
    """The form of today's figures; of a closed period it says so, and where the two differ."""
    form = reports.paper(desk, report, name, by=by, receiver=receiver)
    words = _closed_words(desk, report, name)
    return replace(form, blocks=(*form.blocks, Sentence(words))) if words else form


def save_today(desk: Desk, report: Report, name: str, file: Path, *, receiver: str = "") -> None:
    """The same as a spreadsheet.

    Raises:
        Trouble: ``file-unwritable``.
    """
    form = of_today(desk, report, name, receiver=receiver)
    form_workbook.save_report(form, KINDS[name].sheet, file)


def _closed_words(desk: Desk, report: Report, name: str) -> str:
    """That the period was closed, where today's figures are others; else nothing."""
    for one in closings(desk):
        closed = one.closed
        if closed.report == name and closed.period == report.period:
            told = differences(thawed(closed.figures), frozen_of(report))
            if told:
                return (
                    f"Kỳ này đã chốt lúc {short_moment(closed.at)}; biểu này là số hôm nay theo"
                    f" cách tính ghi trên, khác số đã chốt: {difference_words(told)}."
                )
    return ""


def proof_words(desk: Desk, closing: Closing) -> list[str]:
    """Who closed it when, what proves it, and where today's figures differ, or why it is void."""
    closed = closing.closed
    proof = (
        f"Số liệu chốt lúc {short_moment(closed.at)}, người chốt: {who_closed(desk, closing)}."
        f" Mã kiểm SHA-256: {closed.sha256}."
    )
    if aside := closed_twice.of_closing(desk, closing):
        return [proof, f"BẢN CHỐT NÀY KHÔNG CÓ HIỆU LỰC. {closed_twice.words(desk, aside)}"]
    told = beside_today(desk, closing).differences
    since = (
        "Đính chính có lý do hoặc việc đến sau lúc chốt làm số hôm nay khác:"
        f" {difference_words(told)}."
    )
    return [proof, since] if told else [proof]
