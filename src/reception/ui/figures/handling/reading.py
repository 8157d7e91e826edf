"""What the panel reads: on the register's lane, or on a desk of its own where it takes long."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from reception.domain.closed_periods import PeriodClosed
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import short_moment
from reception.services import closed_papers, closed_twice, closing_periods, old_twice
from reception.services.closed_twice import Second
from reception.services.closing_periods import Recomputed
from reception.services.desk import Desk
from reception.services.handling import HandlingReport, handling_report
from reception.services.reports import HANDLING
from reception.storage.closed_rows import Closing
from reception.ui.figures.handling.closed_list import ClosedLine
from reception.ui.figures.sheets import Sheet
from reception.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class Told:
    """What the lane read: report, what is wrong with it, every closing, what is still open."""

    report: HandlingReport
    closings: tuple[ClosedLine, ...]
    still_open: tuple[str, ...]
    caution: str = ""

    @property
    def closing(self) -> Closing | None:
        """The closing of II.06a of this period, if there is one."""
        return next((one for one in self.closed_now if one.closed.report == HANDLING), None)

    @property
    def closed_now(self) -> list[Closing]:
        """The closings of this period that stand."""
        every = [one.closing for one in self.closings if not one.aside]
        return [one for one in every if one.closed.period == self.report.period]


def sheet(period: Period, choices: Choices, by: str) -> Sheet:
    """The form of a period, to be printed or taken out."""

    def made(desk: Desk) -> HandlingReport:
        return handling_report(desk, period, choices)

    return Sheet(
        paper=lambda desk: closed_papers.of_today(desk, made(desk), HANDLING, by=by),
        workbook=lambda desk, file: closed_papers.save_today(desk, made(desk), HANDLING, file),
        file_stem=f"bao-cao-ii06a-{period.from_on}",
    )


def told(desk: Desk, *, period: Period, choices: Choices) -> Told:
    """Count a period, and see which periods were closed."""
    report = handling_report(desk, period, choices)
    lines = [_closed_line(desk, one, period) for one in closing_periods.closings(desk)]
    lines += [_second_line(desk, one) for one in closed_twice.seconds(desk)]
    still_open = tuple(closing_periods.still_open(desk, period))
    return Told(report, tuple(lines), still_open, old_twice.caution(desk, period))


def _closed_line(desk: Desk, closing: Closing, period: Period) -> ClosedLine:
    who, changed = closing_periods.who_closed(desk, closing), None
    if closing.closed.period == period:
        changed = len(closing_periods.beside_today(desk, closing).differences)
    words, at = closed_twice.report_words(closing), short_moment(closing.closed.at)
    return ClosedLine(closing, words, who, at, changed)


def _second_line(desk: Desk, second: Second) -> ClosedLine:
    closing = second.closing
    who, at = closing_periods.who_closed(desk, closing), short_moment(closing.closed.at)
    aside = closed_twice.words(desk, second)
    report, changed = closed_twice.report_words(closing), len(second.differences)
    return ClosedLine(closing, report, who, at, changed, aside)


def closed_sheet(closing: Closing, by: str) -> Sheet:
    """The form of a closed report, to be printed or taken out."""
    closed = closing.closed
    return Sheet(
        paper=lambda desk: closed_papers.paper(desk, closing, by=by),
        workbook=lambda desk, file: closed_papers.save_workbook(desk, closing, file),
        file_stem=f"bao-cao-{closed.report}-{closed.from_on}-da-chot",
    )


def counted(
    desk: Desk, period: Period, choices: Choices, by: str, progress: Progress
) -> list[PeriodClosed]:
    """Count on a desk of this lane's own; nothing is written."""
    with closing(desk.another()) as own:
        return closing_periods.counted_twice(own, period, choices, by=by, progress=progress)


def recounted(desk: Desk, closings: Sequence[Closing], progress: Progress) -> list[Recomputed]:
    """Count closed reports again, on a desk of this lane's own."""
    with closing(desk.another()) as own:
        return closing_periods.recounted(own, closings, progress)
