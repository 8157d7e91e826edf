"""The periods of statutory reports: where they end by law, and which can be counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.dated import ruling_on
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.list_frame import Period
from reception.domain.moments import date_words
from reception.domain.report_periods import ReportFrame
from reception.services import shipped_rules
from reception.services.desk import Desk


@dataclass(frozen=True, slots=True)
class _Frames:
    frame: tuple[ReportFrame, ...]


def statutory_frame(day: date) -> ReportFrame:
    """When the periods of statutory reports end, by the law in force on a day."""
    return ruling_on(shipped_rules.read("report-periods", _Frames).frame, day)


def check_countable(period: Period, desk: Desk) -> None:
    """Refuse a period of which nothing can be counted: turned around, or not begun.

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
    check_begun(period, desk.now().date())


def check_begun(period: Period, today: date) -> None:
    """Refuse a period that has not begun.

    Raises:
        RuleViolation: ``period-to-come``.
    """
    if period.from_on > today:
        raise RuleViolation(
            "period-to-come",
            f"Kỳ báo cáo bắt đầu ngày {date_words(period.from_on)}, chưa tới; hãy chọn kỳ khác.",
            field="from",
        )


def require_sum(*, adds_up: bool) -> None:
    """Make no report of figures that do not add up.

    Raises:
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    if not adds_up:
        raise Trouble(
            "figures-do-not-add-up",
            "Số tiếp nhận và số giải quyết không khớp nhau nên chưa lập báo cáo; hãy chạy"
            " “reception rebuild” rồi lập lại, vẫn không khớp thì báo cho quản trị.",
        )
