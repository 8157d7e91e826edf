"""Which period, in which frame, and by which rule: four lists, walked through by keyboard."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from reception.domain.handling_report import STRICT, Choices
from reception.domain.list_frame import Period
from reception.domain.report_periods import ReportFrame, parse_period
from reception.domain.timeliness import Rule
from reception.services.desk import Desk
from reception.services.report_periods import statutory_frame
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.intake.inputs import Pick
from reception.ui.labels import FormField

MONTH, QUARTER, YEAR = "month", "quarter", "year"
_MONTHS, _QUARTERS, _YEARS = 24, 12, 5
CALENDAR, STATUTORY = "calendar", "statutory"
FORM, APART = "form", "apart"


class PeriodChoice(QWidget):
    """Month, quarter or year, by the calendar or ending on the 14th, and how time is judged."""

    changed = Signal()

    def __init__(self, rules: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.span = Pick(
            ((MONTH, self.tr("Tháng")), (QUARTER, self.tr("Quý")), (YEAR, self.tr("Năm")))
        )
        self.which = Pick(())
        self.frame = Pick(((CALENDAR, self.tr("Theo lịch")), (STATUTORY, self.tr("Chốt ngày 14"))))
        self.rule = Pick(
            (
                (Rule.DAY, self.tr("Theo ngày")),
                (Rule.MINUTE, self.tr("Từng phút")),
                (Rule.NATIONAL, self.tr("Bộ chỉ số 766")),
            )
        )
        self.counting = Pick(
            ((FORM, self.tr("Như biểu mẫu")), (APART, self.tr("Không gộp vào đúng hạn")))
        )
        self._fill()
        row = FlowLayout(self, spacing=12)
        for label, field in (
            (self.tr("&Loại kỳ"), self.span),
            (self.tr("&Kỳ"), self.which),
            (self.tr("Kh&ung kỳ"), self.frame),
            (self.tr("Đúng hạn tí&nh"), self.rule),
            (self.tr("Cách &gộp"), self.counting),
        ):
            row.addWidget(FormField(label, field))
        self.setFocusProxy(self.which)
        self.span.currentIndexChanged.connect(self._span_chosen)
        for field in (self.which, self.frame, self.rule, self.counting):
            field.currentIndexChanged.connect(self.changed)

    def period(self) -> Period:
        """The days that are chosen."""
        return parse_period(self.which.value(), self._frame())

    def choices(self) -> Choices:
        """How they are to be counted."""
        rule = Rule(self.rule.value())
        if self.counting.value() == APART:
            return Choices(rule, STRICT.no_limit_on_time, STRICT.returned_on_time)
        return Choices(rule)

    def show_closed(self, period: Period, choices: Choices) -> bool:
        """Choose a period that was closed, counted as it was; ``False`` if it is not offered."""
        for frame in (CALENDAR, STATUTORY):
            for span in (MONTH, QUARTER, YEAR):
                for written, _words in self._offered(span):
                    if parse_period(written, self._frame_of(frame)) == period:
                        self._show(span, written, frame, choices)
                        return True
        return False

    def step(self, places: int) -> None:
        """Go to an earlier (1) or a later (-1) period."""
        row = self.which.currentIndex() + places
        if 0 <= row < self.which.count():
            self.which.setCurrentIndex(row)

    def _show(self, span: str, written: str, frame: str, choices: Choices) -> None:
        apart = not (choices.no_limit_on_time and choices.returned_on_time)
        fields = (self.span, self.which, self.frame, self.rule, self.counting)
        blockers = [QSignalBlocker(field) for field in fields]
        self.span.set_value(span)
        self._fill()
        self.which.set_value(written)
        self.frame.set_value(frame)
        self.rule.set_value(choices.rule)
        self.counting.set_value(APART if apart else FORM)
        del blockers
        self.changed.emit()

    def _span_chosen(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        with QSignalBlocker(self.which):
            self.which.clear()
            for written, words in self._offered(self.span.value()):
                self.which.addItem(words, written)

    def _offered(self, span: str) -> list[tuple[str, str]]:
        """The last periods of a kind, the present one first."""
        today = self._rules.now().date()
        if span == MONTH:
            return [self._month(today, back) for back in range(_MONTHS)]
        if span == QUARTER:
            return [self._quarter(today, back) for back in range(_QUARTERS)]
        return [
            (str(year), self.tr("Năm {year}").format(year=year))
            for year in range(today.year, today.year - _YEARS, -1)
        ]

    def _month(self, today: date, back: int) -> tuple[str, str]:
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        words = self.tr("Tháng {month}/{year}")
        return f"{year}-{month + 1:02d}", words.format(month=f"{month + 1:02d}", year=year)

    def _quarter(self, today: date, back: int) -> tuple[str, str]:
        year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 - back, 4)
        words = self.tr("Quý {quarter}/{year}")
        return f"{year}-Q{quarter + 1}", words.format(quarter=quarter + 1, year=year)

    def _frame(self) -> ReportFrame | None:
        return self._frame_of(self.frame.value())

    def _frame_of(self, frame: str) -> ReportFrame | None:
        return statutory_frame(self._rules.now().date()) if frame == STATUTORY else None
