"""The days that a book covers: today, this week, month, quarter, year, or any two dates."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.services.desk import Desk
from reception.ui.date_field import DateField
from reception.ui.date_text import step_months
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.intake.inputs import Pick
from reception.ui.labels import FormField


class Span(StrEnum):
    """A stretch of days around today, or any other."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OTHER = "other"


def period_of(span: Span, today: date) -> Period:
    """The whole week, month, quarter or year that today lies in."""
    match span:
        case Span.WEEK:
            monday = today - timedelta(days=today.weekday())
            return Period(monday, monday + timedelta(days=6))
        case Span.MONTH:
            return _months(today.replace(day=1), 1)
        case Span.QUARTER:
            return _months(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3)
        case Span.YEAR:
            return _months(today.replace(month=1, day=1), 12)
        case _:
            return Period(today, today)


def file_days(period: Period) -> str:
    """A period as it stands in a file's name."""
    return f"{period.from_on:%Y%m%d}-{period.until_on:%Y%m%d}"


def _months(first: date, months: int) -> Period:
    return Period(first, step_months(first, months) - timedelta(days=1))


class PeriodField(QWidget):
    """A span by name with its two dates; typing a date makes it another span."""

    changed = Signal()

    def __init__(self, rules: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.span = Pick(
            (
                (Span.DAY, self.tr("Hôm nay")),
                (Span.WEEK, self.tr("Tuần này")),
                (Span.MONTH, self.tr("Tháng này")),
                (Span.QUARTER, self.tr("Quý này")),
                (Span.YEAR, self.tr("Năm nay")),
                (Span.OTHER, self.tr("Khoảng ngày khác")),
            )
        )
        self.from_on, self.until_on = DateField(self._today), DateField(self._today)
        self._row = FlowLayout(self, spacing=12)
        for label, editor in (
            (self.tr("Thời &gian"), self.span),
            (self.tr("&Từ ngày"), self.from_on),
            (self.tr("Đế&n ngày"), self.until_on),
        ):
            self.add(FormField(label, editor))
        self.setFocusProxy(self.span)
        self.show_span(Span.DAY)
        self.span.currentIndexChanged.connect(self._span_chosen)
        for field in (self.from_on, self.until_on):
            field.day_changed.connect(self._day_chosen)

    def add(self, field: QWidget) -> None:
        """Put another input behind the days, in the same row."""
        self._row.addWidget(field)

    def show_span(self, span: Span) -> None:
        """Choose a span and show its days."""
        with QSignalBlocker(self.span):
            self.span.set_value(span)
        self._show_days()

    def period(self) -> Period:
        """The days.

        Raises:
            RuleViolation: ``period-missing``.
        """
        for field in (self.from_on, self.until_on):
            field.commit()
        first, last = self.from_on.day(), self.until_on.day()
        if first is None or last is None:
            raise RuleViolation(
                "period-missing", "Chưa đủ ngày đầu và ngày cuối; hãy ghi đủ hai ngày."
            )
        return Period(first, last)

    def _today(self) -> date:
        return self._rules.now().date()

    def _span_chosen(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        span = Span(self.span.value())
        if span is Span.OTHER:
            return
        period = period_of(span, self._today())
        self.from_on.set_day(period.from_on)
        self.until_on.set_day(period.until_on)

    def _day_chosen(self) -> None:
        with QSignalBlocker(self.span):
            self.span.set_value(Span.OTHER)
        self.changed.emit()
