"""The periods that reports are asked for, as people write them: ``2026-03``, ``2026-Q1``, ``2026``.

A calendar period ends with its last month. One in the frame of statutory reports ends on a day of
it that the law names, and begins the day after that day before its first month (09/2019 Đ12).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from reception.domain.dated import Dated
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period

_WRITTEN = re.compile(
    r"(?P<year>20\d\d)(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<nine>9M)|W(?P<week>0[1-9]|[1-4]\d|5[0-3])))?"
)


@dataclass(frozen=True, slots=True)
class ReportFrame(Dated):
    """On which day of their last month the periods of statutory reports end, and by which law."""

    last_day: int
    article: str
    valid_from: date
    valid_until: date | None = None
    source: str = ""
    confidence: str = ""


def parse_period(text: str, frame: ReportFrame | None = None) -> Period:
    """The days of a period: a month, quarter, half, nine months, year, or week (``2026-W12``).

    Args:
        text: As it is written.
        frame: The frame of statutory reports; a calendar period without.

    Raises:
        RuleViolation: ``bad-period``, also for a week in a frame, which has none.
    """
    written = _WRITTEN.fullmatch(text.strip().upper())
    if written is None or (frame and written["week"]):
        raise _bad(text)
    year = int(written["year"])
    if written["week"]:
        return _week(text, year, int(written["week"]))
    first, last = _months(written)
    if frame is None:
        return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    return Period(_day_before(year, first, frame) + timedelta(days=1), _end(year, last, frame))


def _months(written: re.Match[str]) -> tuple[int, int]:
    """The first and the last month of a period within its year."""
    if written["month"]:
        return int(written["month"]), int(written["month"])
    if written["quarter"]:
        last = 3 * int(written["quarter"])
        return last - 2, last
    if written["half"]:
        last = 6 * int(written["half"])
        return last - 5, last
    return 1, 9 if written["nine"] else 12


def _week(text: str, year: int, week: int) -> Period:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError as error:
        raise _bad(text) from error
    return Period(monday, monday + timedelta(days=6))


def _end(year: int, month: int, frame: ReportFrame) -> date:
    return date(year, month, frame.last_day)


def _day_before(year: int, month: int, frame: ReportFrame) -> date:
    """The last day of the period before, of which this month's is the first."""
    before = date(year, month, 1) - timedelta(days=1)
    return _end(before.year, before.month, frame)


def _bad(text: str) -> RuleViolation:
    return RuleViolation(
        "bad-period",
        f"“{text}” không phải kỳ báo cáo; hãy ghi như 2026-03 (tháng), 2026-Q1 (quý), 2026-H1 (nửa"
        " năm), 2026-9M (9 tháng), 2026 (năm) hay 2026-W12 (tuần, không theo kỳ chốt ngày 14).",
        field="period",
    )
