"""A second opinion on due dates: the rules again, told as plainly as possible, day by day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from reception.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from reception.domain.moments import OFFICE_ZONE
from reception.services.calendars import shipped_calendar

CALENDAR = shipped_calendar()
OPENING, NOON, AFTERNOON, CLOSING = time(7, 30), time(11, 30), time(13, 30), time(17, 30)

_FIRST_RECEIPT_AT = datetime(2018, 1, 1, tzinfo=OFFICE_ZONE)
_SECONDS_TO_DRAW_FROM = 8 * 365 * 86400
moments = st.integers(0, _SECONDS_TO_DRAW_FROM).map(
    lambda seconds: _FIRST_RECEIPT_AT + timedelta(seconds=seconds)
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


def is_off(calendar: WorkingCalendar, on: date) -> bool:
    entry = {day.on: day for day in calendar.days}.get(on)
    if entry:
        return entry.kind is not DayKind.MAKEUP_WORKDAY
    return on.weekday() >= 5


def next_working_day(calendar: WorkingCalendar, on: date) -> date:
    on += timedelta(days=1)
    while is_off(calendar, on):
        on += timedelta(days=1)
    return on


def day_zero(calendar: WorkingCalendar, received_at: datetime) -> date:
    on = received_at.date()
    if is_off(calendar, on) or received_at.time() > CLOSING:
        return next_working_day(calendar, on)
    return on


def closing(on: date) -> datetime:
    return datetime.combine(on, CLOSING, OFFICE_ZONE)


def naive_working_days(calendar: WorkingCalendar, received_at: datetime, days: int) -> datetime:
    on = day_zero(calendar, received_at)
    for _ in range(days):
        on = next_working_day(calendar, on)
    return closing(on)


def naive_calendar_days(calendar: WorkingCalendar, received_at: datetime, days: int) -> datetime:
    on = day_zero(calendar, received_at) + timedelta(days=days)
    return closing(next_working_day(calendar, on) if is_off(calendar, on) else on)


def naive_working_minutes(
    calendar: WorkingCalendar, received_at: datetime, minutes: int
) -> datetime:
    """Walk minute by minute; a minute is worked if it begins within a session."""
    moment = received_at
    while minutes:
        within = OPENING <= moment.time() < NOON or AFTERNOON <= moment.time() < CLOSING
        if within and not is_off(calendar, moment.date()):
            minutes -= 1
        moment += timedelta(minutes=1)
    return moment


def with_holiday(calendar: WorkingCalendar, on: date) -> WorkingCalendar:
    others = [day for day in calendar.days if day.on != on]
    return calendar.with_days([*others, CalendarDay(on, DayKind.HOLIDAY, "Nghỉ thêm")])
