"""The day's certifications as the page tells them: totals, the last persons, what is usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception.domain.certification import Matter, Totals
from reception.domain.dossier import Dossier
from reception.domain.money import figures
from reception.services import certification_book
from reception.services.certification import UsualPaper
from reception.services.certification_book import Signer
from reception.services.desk import Desk

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Day:
    """What the page shows of the register."""

    all: Totals
    own: Totals
    latest: Sequence[Dossier]
    signer: Signer
    usual: Mapping[Matter, Sequence[UsualPaper]]


def read_day(desk: Desk, login: str) -> Day:
    """Read the page's figures and suggestions, in the lane."""
    today = desk.now().date()
    return Day(
        all=certification_book.totals(desk, today),
        own=certification_book.totals(desk, today, login),
        latest=certification_book.latest(desk),
        signer=certification_book.last_signer(desk),
        usual=certification_book.usual_papers(desk),
    )


def day_words(day: Day) -> str:
    """The running totals in one line, one's own beside those of all where they differ."""
    words = translate("certified", "Hôm nay: {cases} lượt · {copies} bản · {fee} đồng").format(
        cases=figures(day.all.cases),
        copies=figures(day.all.copies),
        fee=figures(day.all.fee_vnd),
    )
    if day.own == day.all:
        return words
    own = translate("certified", "riêng bạn {cases} lượt, {fee} đồng").format(
        cases=figures(day.own.cases), fee=figures(day.own.fee_vnd)
    )
    return f"{words} ({own})"
