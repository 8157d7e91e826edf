"""What a time limit measures: days of one kind or another, or hours at work or by the clock."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Protocol

from reception.domain.calendar import DayKind, WorkingCalendar
from reception.domain.intake import Channel
from reception.domain.office_time import effective_receipt, end_of_work, work_spans
from reception.domain.time_limit import TimeLimit, Unit

_MICROSECOND = timedelta(microseconds=1)
_HOUR = timedelta(hours=1)


class Measure(Protocol):
    """How one limit runs. Amounts are whole days, or microseconds for hours and broken days.

    All moments are aware and in the office's zone.
    """

    @property
    def limit(self) -> TimeLimit:
        """The limit that is measured."""
        ...

    def begin(self, at: datetime, channel: Channel) -> datetime:
        """When the clock starts for what arrived at ``at``, the cut-off hour included."""
        ...

    def resume(self, at: datetime, channel: Channel) -> datetime:
        """When the clock goes on after a pause that ended at ``at``."""
        ...

    def total(self, starts_at: datetime) -> int:
        """The whole amount to run from ``starts_at``."""
        ...

    def used(self, starts_at: datetime, until_at: datetime) -> int:
        """The amount used up when the clock stops at ``until_at``."""
        ...

    def reach(self, starts_at: datetime, amount: int) -> tuple[date, datetime]:
        """The last day that the amount covers, and the moment at which the result is due."""
        ...


@dataclass(frozen=True, slots=True)
class Days:
    """Working days, calendar days, months, or the same working day.

    The day of the start is day 0 and not counted (91/2015/QH13 Đ147 k2); the due moment is the
    office's closing time, on the next working day if the last day is a day off (Đ148 k5).
    """

    calendar: WorkingCalendar
    limit: TimeLimit

    def begin(self, at: datetime, channel: Channel) -> datetime:
        """The effective receipt; after a cut-off hour, the opening of the next working day."""
        starts_at = effective_receipt(self.calendar, at, channel)
        if self.limit.unit is Unit.SAME_DAY:
            return starts_at
        return _after_cutoff(self.calendar, self.limit, starts_at)

    def resume(self, at: datetime, channel: Channel) -> datetime:
        """The effective receipt of what was waited for."""
        return effective_receipt(self.calendar, at, channel)

    def total(self, starts_at: datetime) -> int:
        """Days to count; for a same-day limit none, or one after the cut-off hour."""
        on, figure = starts_at.date(), int(self.limit.value)
        if self.limit.unit is Unit.SAME_DAY:
            return int(starts_at.time() > self.cutoff_hour(on))
        if self.limit.unit is not Unit.MONTH:
            return figure
        return 30 * figure if self.limit.month_as_30_days else (_months_later(on, figure) - on).days

    def used(self, starts_at: datetime, until_at: datetime) -> int:
        """Counted days after day 0, the day of the stop included."""
        start_on, until_on = starts_at.date(), until_at.date()
        if until_on <= start_on:
            return 0
        if self.counts_only_work:
            return self.calendar.count_working_days(start_on, until_on)
        elapsed = (until_on - start_on).days
        if self.limit.unit is not Unit.DAY_EXCLUDING_HOLIDAYS:
            return elapsed
        return sum(self.counts(start_on + timedelta(days=n + 1)) for n in range(elapsed))

    def reach(self, starts_at: datetime, amount: int) -> tuple[date, datetime]:
        """The last counted day, and the closing of that day or of the next working day."""
        on = starts_at.date()
        if amount == 0:
            due_at = end_of_work(self.calendar, on)
            return due_at.date(), due_at
        if self.counts_only_work:
            last_on = self.calendar.nth_working_day(on, amount)
        elif self.limit.unit is Unit.DAY_EXCLUDING_HOLIDAYS:
            last_on = self._nth_ordinary_day(on, amount)
        else:
            last_on = on + timedelta(days=amount)
        return last_on, self.calendar.closing_on(self.calendar.working_day_from(last_on))

    @property
    def counts_only_work(self) -> bool:
        """Whether only working days are counted."""
        return self.limit.unit in {Unit.WORKING_DAY, Unit.SAME_DAY}

    @property
    def skips_days_off(self) -> bool:
        """Whether days off within the limit move its end."""
        return self.counts_only_work or self.limit.unit is Unit.DAY_EXCLUDING_HOLIDAYS

    def counts(self, on: date) -> bool:
        """Whether a day between start and end is one that the limit counts."""
        if self.counts_only_work:
            return self.calendar.is_working(on)
        entry = self.calendar.entry_on(on)
        excludes = self.limit.unit is Unit.DAY_EXCLUDING_HOLIDAYS
        return not (excludes and entry and entry.kind is DayKind.HOLIDAY)

    def cutoff_hour(self, on: date) -> time:
        """The hour after which same-day work waits for the next working day."""
        return (
            self.limit.cutoff.at if self.limit.cutoff else self.calendar.rules.hour("same-day", on)
        )

    def _nth_ordinary_day(self, on: date, amount: int) -> date:
        while amount:
            on += timedelta(days=1)
            amount -= self.counts(on)
        return on


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Hours at work, and broken figures of working days, walked through the office's sessions.

    They run from the moment itself (91/2015/QH13 Đ147 k1), keep the time of day, and may end at the
    very close of a session. A working day has as many hours as the office keeps on the first day.
    """

    calendar: WorkingCalendar
    limit: TimeLimit

    def begin(self, at: datetime, channel: Channel) -> datetime:
        """The first moment at work from the effective receipt, or after the cut-off hour."""
        received_at = effective_receipt(self.calendar, at, channel)
        return self._at_work(_after_cutoff(self.calendar, self.limit, received_at))

    def resume(self, at: datetime, channel: Channel) -> datetime:
        """The first moment at work from the effective receipt of what was waited for."""
        return self._at_work(effective_receipt(self.calendar, at, channel))

    def total(self, starts_at: datetime) -> int:
        """Microseconds of work."""
        unit = _HOUR
        if self.limit.unit is Unit.WORKING_DAY:
            opening = self.calendar.opening_on(starts_at.date())
            day = takewhile(
                lambda span: span[0].date() == starts_at.date(), work_spans(self.calendar, opening)
            )
            unit = sum((closes - opens for opens, closes in day), timedelta())
        return round(self.limit.value * (unit // _MICROSECOND))

    def used(self, starts_at: datetime, until_at: datetime) -> int:
        """Microseconds of work between two moments."""
        worked = timedelta()
        for opens, closes in work_spans(self.calendar, starts_at):
            if opens >= until_at:
                break
            worked += min(closes, until_at) - opens
        return worked // _MICROSECOND

    def reach(self, starts_at: datetime, amount: int) -> tuple[date, datetime]:
        """The moment at which so much work is done, and its day."""
        left = timedelta(microseconds=amount)
        due_at = starts_at
        for opens, closes in work_spans(self.calendar, starts_at):
            due_at = opens + left
            if due_at <= closes:
                break
            left -= closes - opens
        return due_at.date(), due_at

    def _at_work(self, at: datetime) -> datetime:
        return next(work_spans(self.calendar, at))[0]


@dataclass(frozen=True, slots=True)
class ClockTime:
    """Hours by the clock, day and night, never moved (91/2015/QH13 Đ147 k1)."""

    calendar: WorkingCalendar
    limit: TimeLimit

    def begin(self, at: datetime, channel: Channel) -> datetime:
        """The moment itself; where there is a cut-off hour, the effective receipt it allows."""
        if self.limit.cutoff is None:
            return at
        received_at = effective_receipt(self.calendar, at, channel)
        return _after_cutoff(self.calendar, self.limit, received_at)

    def resume(self, at: datetime, channel: Channel) -> datetime:  # noqa: ARG002 - the protocol's
        """The moment itself."""
        return at

    def total(self, starts_at: datetime) -> int:  # noqa: ARG002 - the protocol's
        """Microseconds by the clock."""
        return round(self.limit.value * (_HOUR // _MICROSECOND))

    def used(self, starts_at: datetime, until_at: datetime) -> int:
        """Microseconds between two moments."""
        return max(until_at - starts_at, timedelta()) // _MICROSECOND

    def reach(self, starts_at: datetime, amount: int) -> tuple[date, datetime]:
        """The moment so many microseconds later, and its day."""
        due_at = starts_at + timedelta(microseconds=amount)
        self.calendar.is_working(due_at.date())  # refuses a day beyond the horizon
        return due_at.date(), due_at


def measure_of(calendar: WorkingCalendar, limit: TimeLimit, *, in_hours: bool = False) -> Measure:
    """The measure by which a limit runs.

    Args:
        calendar: The office's calendar.
        limit: The limit.
        in_hours: Walk whole working days through the office hours too, as internal steps do.
    """
    if limit.unit is Unit.HOUR:
        return ClockTime(calendar, limit)
    is_broken = limit.unit is Unit.WORKING_DAY and (in_hours or limit.value % 1)
    if limit.unit is Unit.WORKING_HOUR or is_broken:
        return WorkingTime(calendar, limit)
    return Days(calendar, limit)


def _after_cutoff(calendar: WorkingCalendar, limit: TimeLimit, at: datetime) -> datetime:
    if limit.cutoff is None or at.time() <= limit.cutoff.at:
        return at
    return calendar.opening_on(calendar.nth_working_day(at.date(), 1))


def _months_later(on: date, months: int) -> date:
    """The same day of a later month, or that month's last day (91/2015/QH13 Đ148 k3)."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))
