"""What the panel reads: on the register's lane, or on a desk of its own where it takes long."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.closed_periods import PeriodClosed
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import short_moment
from reception.services import closing_periods, old_twice, reports
from reception.services.closing_periods import Recomputed
from reception.services.desk import Desk
from reception.services.handling import HandlingReport, handling_report
from reception.storage.closed_rows import Closing
from reception.ui.figures.handling.closed_list import ClosedLine
from reception.ui.figures.sheets import Sheet
from reception.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class Told:
    """What the lane read: the report, what is wrong with it, and every closing that stands."""

    report: HandlingReport
    closings: tuple[ClosedLine, ...]
    caution: str = ""

    @property
    def closing(self) -> ClosedLine | None:
        """The closing of this period, if there is one."""
        mine = (one for one in self.closings if one.closing.closed.period == self.report.period)
        return next(mine, None)


def sheet(period: Period, choices: Choices, by: str) -> Sheet:
    """The form of a period, to be printed or taken out."""

    def made(desk: Desk) -> HandlingReport:
        return handling_report(desk, period, choices)

    return Sheet(
        paper=lambda desk: reports.paper(desk, made(desk), by=by),
        workbook=lambda desk, file: reports.save_workbook(desk, made(desk), file),
        file_stem=f"bao-cao-ii06a-{period.from_on}",
    )


def told(desk: Desk, *, period: Period, choices: Choices) -> Told:
    """Count a period, and see which periods were closed."""
    report = handling_report(desk, period, choices)
    closings = closing_periods.closings(desk)
    lines = [_closed_line(desk, one, report) for one in closings]
    return Told(report, tuple(lines), old_twice.caution(desk, period))


def _closed_line(desk: Desk, closing: Closing, report: HandlingReport) -> ClosedLine:
    who, changed = closing_periods.who_closed(desk, closing), None
    if closing.closed.period == report.period:
        changed = len(closing_periods.compared(desk, report.period).differences)
    return ClosedLine(closing, who, short_moment(closing.closed.at), changed)


def counted(
    desk: Desk, period: Period, choices: Choices, by: str, progress: Progress
) -> PeriodClosed:
    """Count on a desk of this lane's own; nothing is written."""
    own = desk.another()
    try:
        return closing_periods.counted_twice(own, period, choices, by=by, progress=progress)
    finally:
        own.close()


def recomputed(desk: Desk, period: Period, progress: Progress) -> Recomputed:
    """Count a closed period again, on a desk of this lane's own."""
    own = desk.another()
    try:
        return closing_periods.recomputed(own, period, progress=progress)
    finally:
        own.close()
