"""Papers with pictures on invented figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from reception.domain.call_lists import ApologyRow
from reception.domain.chart import Chart, Series, Shape
from reception.domain.handling_report import Handling, HandlingRow
from reception.domain.list_frame import Drawing
from reception.domain.month_figures import ClosedMonth, MonthFigures
from reception.domain.month_results import MonthResults, results_paper
from reception.domain.paper import Paper
from reception.domain.picture_sheet import picture_sheet
from reception.domain.publication import month_before
from reception.domain.timeliness import Rule
from reception.services.definitions import definition_on

_MONTHS = ("08/2026", "09/2026", "10/2026")
_FIELDS = ("Chứng thực", "Đất đai", "Hộ tịch")
_DEFINITION = "Theo ngày ghi trên giấy hẹn."


def sample_sheet(drawing: Drawing) -> Paper:
    """A sheet with a picture of each shape."""
    return picture_sheet(drawing, month_before(drawing.at.date()), (*_charts(), _hours()))


def sample_results(drawing: Drawing) -> Paper:
    """A month's results as they are made public."""
    return results_paper(drawing, invented_results(drawing))


def invented_results(drawing: Drawing) -> MonthResults:
    """Figures of no month and of no place."""
    month = month_before(drawing.at.date())
    rows = tuple(_row(field, n) for n, field in enumerate(_FIELDS, 1))
    told = Handling(rows, _whole(rows), no_limit=0, returned=0)
    apologies = tuple(
        ApologyRow(
            code=f"H40.16-{month.from_on:%y%m}{n:02d}-{n + 1:04d}",
            procedure="Đăng ký biến động quyền sử dụng đất",
            received_at=drawing.at - timedelta(days=40 - n),
            due_at=drawing.at - timedelta(days=20 - n),
            new_due_at=drawing.at - timedelta(days=10 - n),
            unit="Phòng Kinh tế",
            reason="",
        )
        for n in range(3)
    )
    definition = definition_on(Rule.DAY, month.until_on)
    closed = ClosedMonth(drawing.at - timedelta(days=1), "5e" * 32)
    now = Handling((*rows[:-1], _corrected(rows[-1])), _corrected(told.total), 0, 0)
    told_so = MonthFigures(told, told, told, now, definition, closed)
    return MonthResults(month, told_so, apologies, _charts())


def _corrected(row: HandlingRow) -> HandlingRow:
    """The same after one late result was corrected to have been in time."""
    return replace(row, on_time=row.on_time + 1, overdue=row.overdue - 1)


def _row(field: str, n: int) -> HandlingRow:
    return HandlingRow(
        field, online=12 * n, in_person=60 + 11 * n, carried_over=2 * n, settled=56 + 20 * n,
        early=31 + 12 * n, on_time=25 + 7 * n, overdue=n, open_in_time=4 + 4 * n, open_overdue=n,
    )  # fmt: skip


def _whole(rows: tuple[HandlingRow, ...]) -> HandlingRow:
    return HandlingRow(
        "",
        *(
            sum(getattr(row, name) for row in rows)
            for name in HandlingRow.__dataclass_fields__
            if name != "field"
        ),
    )


def _charts() -> tuple[Chart, ...]:
    late = Series("Giải quyết quá hạn", (1, 2, 3), 2)
    return (
        Chart(
            "fields", "Kết quả giải quyết theo lĩnh vực", Shape.BARS, "Lĩnh vực", _FIELDS,
            (Series("Trước và đúng hạn", (75, 94, 113), 0), late), _DEFINITION, 288,
        ),
        Chart(
            "trend", "Hồ sơ tiếp nhận và giải quyết từng tháng", Shape.LINES, "Tháng", _MONTHS,
            (Series("Tiếp nhận", (248, 305, 318), 0), Series("Đã giải quyết", (240, 301, 288), 1)),
            "Hồ sơ nhận và hồ sơ xong trong từng tháng.", 871,
        ),
        Chart(
            "trend-late", "Tỷ lệ giải quyết quá hạn từng tháng (%)", Shape.LINES, "Tháng", _MONTHS,
            (Series("Quá hạn (%)", (Decimal("3.75"), Decimal("1.33"), Decimal("2.08")), 2),),
            _DEFINITION, 829, "hồ sơ đã giải quyết",
        ),
    )  # fmt: skip


def _hours() -> Chart:
    return Chart(
        "hours", "Giờ tiếp nhận trong tuần", Shape.HEAT, "Giờ", ("8h", "9h", "10h", "14h"),
        (Series("Thứ Hai", (31, 22, 17, 9)), Series("Thứ Ba", (12, 5, 0, 8))),
        "Số hồ sơ tiếp nhận theo thứ và giờ.", 104,
    )  # fmt: skip
