"""What stands around the figures: both rates by name, and how it was all counted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from reception.domain.handling_report import (
    STRICT,
    HandlingRow,
    handling,
    in_words,
    percent_words,
)
from reception.domain.money import figures
from reception.services.handling import HandlingReport

translate = QCoreApplication.translate


def rates_words(now: HandlingRow, before: HandlingRow) -> str:
    """Both rates; ``before`` are the figures without corrections, told where they differ."""
    words = translate(
        "HandlingWords",
        "Trước và đúng hạn: {settled} trên số đã giải quyết; {received} trên số tiếp nhận.",
    ).format(
        settled=percent_words(now.rate_of_settled), received=percent_words(now.rate_of_received)
    )
    if before == now:
        return words
    uncorrected = translate("HandlingWords", "Chưa tính đính chính: {settled}; {received}.").format(
        settled=percent_words(before.rate_of_settled),
        received=percent_words(before.rate_of_received),
    )
    return f"{words}\n{uncorrected}"


def notes_words(report: HandlingReport) -> str:
    """The days, the definition, and what is put under on time, as on the paper."""
    told, definition = report.told, report.definition
    strict = handling(report.sums, replace(STRICT, rule=report.choices.rule)).total
    days = report.period.words()
    words = f"{days[:1].upper()}{days[1:]}, {definition.name}. {definition.words}"
    if strict == told.total:
        return words
    gathered = translate(
        "HandlingWords",
        "Cột 9 gồm {no_limit} hồ sơ không đặt hạn và {returned} hồ sơ từ chối hoặc dừng theo yêu"
        " cầu; không gộp thì {strict}",
    ).format(
        no_limit=figures(told.no_limit), returned=figures(told.returned), strict=in_words(strict)
    )
    return f"{words} {gathered}"
