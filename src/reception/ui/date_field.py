"""Date inputs: plain lines that read on leaving, say the weekday, and keep what was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLabel, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words
from reception.ui.date_text import read_birth, read_day, step_months
from reception.ui.known_words import weekday
from reception.ui.text_fields import TextField

_STEPS: dict[int, Callable[[date], date]] = {
    Qt.Key.Key_Up: lambda day: day + timedelta(days=1),
    Qt.Key.Key_Down: lambda day: day - timedelta(days=1),
    Qt.Key.Key_PageUp: lambda day: step_months(day, 1),
    Qt.Key.Key_PageDown: lambda day: step_months(day, -1),
}


class DateField(TextField):
    """A whole date, or none. Arrows step days, PgUp and PgDn months, F4 opens a calendar.

    Args:
        today: The desk's civil date.
        add_working_days: Lets ``+3`` mean three working days from today.
        parent: The owning widget.
    """

    day_changed = Signal(object)

    def __init__(
        self,
        today: Callable[[], date],
        add_working_days: Callable[[date, int], date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._add_working_days = add_working_days
        self._calendar: QCalendarWidget | None = None
        self._weekday = QLabel(self)
        self._weekday.setObjectName("beside")
        self._weekday.setTextFormat(Qt.TextFormat.PlainText)
        self._weekday.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.textChanged.connect(self._show_weekday)
        self.committed.connect(self._announce_day)

    def day(self) -> date | None:
        """The date in the field; ``None`` when it is empty or not a date."""
        return self._read(self.text())

    def set_day(self, day: date | None) -> None:
        """Put a date in, or empty the field."""
        self.set_value(date_words(day) if day else "")

    def settled(self, text: str) -> tuple[str, str]:
        """The date written out, or the text as typed with what is wrong with it."""
        if not text.strip():
            return "", ""
        try:
            return self._written(text), ""
        except RuleViolation as violation:
            return text, violation.text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, open the calendar with F4; the rest is typing."""
        step = _STEPS.get(event.key())
        if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._step(step)
        elif event.key() == Qt.Key.Key_F4 and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the weekday at the right edge."""
        super().resizeEvent(event)
        self._place_weekday()

    def open_calendar(self) -> QCalendarWidget:
        """Show a month to choose from; weeks begin on Monday."""
        if self._calendar is None:
            self._calendar = self._make_calendar()
        shown = self.day() or self._today()
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        letter = self.fontMetrics().height()
        self._calendar.resize(letter * 18, letter * 14)
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        self._calendar.show()
        return self._calendar

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        plain = QTextCharFormat()  # Qt's own red on weekends has too little contrast
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, plain)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        return calendar

    def _announce_day(self) -> None:
        self.day_changed.emit(self.day())

    def _written(self, text: str) -> str:
        return date_words(
            read_day(text, today=self._today(), add_working_days=self._add_working_days)
        )

    def _read(self, text: str) -> date | None:
        written, problem = self.settled(text)
        if problem or len(written) != 10:
            return None
        return date(int(written[6:]), int(written[3:5]), int(written[:2]))

    def _step(self, step: Callable[[date], date]) -> None:
        day = self.day()
        if day is None and self.text().strip():
            return  # what stands there is not a date; stepping would throw it away
        self.setText(date_words(step(day) if day else self._today()))
        self.commit()

    def _picked(self, chosen: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.setText(date_words(date(chosen.year(), chosen.month(), chosen.day())))
        self.commit()
        self.setFocus()

    def _show_weekday(self, text: str) -> None:
        day = self._read(text)
        self._weekday.setText(weekday(day) if day else "")
        self._place_weekday()

    def _place_weekday(self) -> None:
        self._weekday.adjustSize()
        width = self._weekday.width() if self._weekday.text() else 0
        self._weekday.move(self.width() - width - 10, (self.height() - self._weekday.height()) // 2)
        self.setTextMargins(0, 0, width, 0)


class BirthField(DateField):
    """A birth date of which only the year, or month and year, may be known."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(today, None, parent)
        self.setPlaceholderText(self.tr("ngày/tháng/năm, hoặc chỉ năm"))

    def _written(self, text: str) -> str:
        return read_birth(text, today=self._today())
