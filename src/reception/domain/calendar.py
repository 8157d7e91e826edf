"""The office's working calendar: which days and hours count, and how far ahead that is known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from reception.domain.counting_rules import RuleBook
from reception.domain.dated import ruling_on
from reception.domain.errors import RuleViolation
from reception.domain.moments import OFFICE_ZONE
from reception.domain.office import OfficeHours, Session

# Days outside these years are a slip of the finger, not a dossier.
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2049, 12, 31)

_FIRST = FIRST_DAY.toordinal()
_SATURDAY = 5
_DAY = timedelta(days=1)
_CERTAIN = frozenset({"law", "found", "found-partial", "office"})
# Stands for the closing of a day that never opens: every receipt on it comes after.
_NEVER_OPEN = datetime.min.replace(tzinfo=OFFICE_ZONE)


class DayKind(StrEnum):
    """Why a day is not what its weekday says."""

    HOLIDAY = "holiday"
    SUBSTITUTE_OFF = "substitute_off"
    MAKEUP_WORKDAY = "makeup_workday"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A public holiday, a substitute day off or a make-up working day, with its source.

    ``confidence`` is ``law``, ``found``, ``found-partial`` or ``office`` for days that stand, and
    ``computed``, ``provisional`` or ``provisional-low`` for days still to be announced.
    """

    on: date
    kind: DayKind
    name: str
    source: str = ""
    confidence: str = "office"

    @property
    def is_certain(self) -> bool:
        """Whether the day was decided, not only expected."""
        return self.confidence in _CERTAIN


class WorkingCalendar:
    """The days off, make-up days and hours of one office, with the rules of counting.

    Look-ups are made in tables that are built once: how many working days there are up to each day,
    and when the n-th working day closes. ``announced_from`` and ``announced_until`` bound the years
    whose days off are all decided; outside them Monday to Friday and the expected days serve, and
    whoever asks marks the answer provisional. ``version`` names exactly this content.

    Every method that takes or reaches a day raises ``RuleViolation`` ``beyond-horizon`` outside
    2000-2049.
    """

    def __init__(
        self, days: Iterable[CalendarDay], hours: Sequence[OfficeHours], rules: RuleBook
    ) -> None:
        self.days = tuple(sorted(days, key=lambda day: day.on))
        self.hours = tuple(hours)
        self.rules = rules
        self.announced_from, self.announced_until = _announced_years(self.days)
        self.version = f"{self.announced_until or 'none'}-{_digest(self.days, self.hours)}"
        self._entries = {day.on: day for day in self.days}
        self._upto: list[int] = []
        self._closes: list[datetime] = []
        self._closings: list[datetime] = [_NEVER_OPEN]
        self._fill_tables()

    def _fill_tables(self) -> None:
        """Fill the tables day by day, in whole numbers: 18,000 days are to cost milliseconds."""
        works_by_entry = {
            day.on.toordinal(): day.kind is DayKind.MAKEUP_WORKDAY for day in self.days
        }
        changes = {_FIRST, *(max(_FIRST, hours.valid_from.toordinal()) for hours in self.hours)}
        nth = 0
        for start, end in pairwise([*sorted(changes), LAST_DAY.toordinal() + 1]):
            start_on = date.fromordinal(start)
            closes = ruling_on(self.hours, start_on).sessions[-1].closes
            closing = datetime.combine(start_on, closes, OFFICE_ZONE)
            for ordinal in range(start, end):
                # The first of all ordinals, 1, was a Monday.
                if works_by_entry.get(ordinal, (ordinal - 1) % 7 < _SATURDAY):
                    nth += 1
                    self._closings.append(closing)
                    self._closes.append(closing)
                else:
                    self._closes.append(_NEVER_OPEN)
                self._upto.append(nth)
                closing += _DAY

    def closing_after(self, received_at: datetime, working_days: int) -> datetime:
        """When the n-th working day after the day of receipt closes.

        A receipt after closing, or on a day off, counts as received at the next opening, and the
        day of receipt itself is never counted. This is the whole of a plain limit in working days
        for a dossier that came by any channel to an office without Saturday reception.

        Args:
            received_at: Aware datetime.
            working_days: At least 1.
        """
        if received_at.tzinfo is not OFFICE_ZONE:
            received_at = received_at.astimezone(OFFICE_ZONE)
        day = received_at.toordinal() - _FIRST
        if day < 0:
            raise _beyond_horizon()
        try:
            is_late = received_at > self._closes[day]
            return self._closings[self._upto[day] + working_days + is_late]
        except IndexError:
            raise _beyond_horizon() from None

    def nth_working_day(self, after_on: date, working_days: int) -> date:
        """The n-th working day after a day; ``working_days`` is at least 1."""
        nth = self._upto[_index(after_on)] + working_days
        if nth >= len(self._closings):
            raise _beyond_horizon()
        return self._closings[nth].date()

    def working_days_before(self, on: date, working_days: int) -> date:
        """The n-th working day before a day; ``working_days`` is at least 1."""
        nth = self._upto[_index(on)] - self.is_working(on) + 1 - working_days
        if nth < 1:
            raise _beyond_horizon()
        return self._closings[nth].date()

    def working_day_from(self, on: date) -> date:
        """The day itself if it is a working day, otherwise the next working day."""
        return on if self.is_working(on) else self.nth_working_day(on, 1)

    def working_days_from(self, on: date) -> Iterator[date]:
        """Every working day from ``on`` onward, ``on`` included."""
        day = self.working_day_from(on)
        while True:
            yield day
            day = self.nth_working_day(day, 1)

    def count_working_days(self, after_on: date, until_on: date) -> int:
        """How many working days lie after one day, up to and including another."""
        return self._upto[_index(until_on)] - self._upto[_index(after_on)]

    def is_working(self, on: date) -> bool:
        """Whether the office works on that day."""
        return self._closes[_index(on)] is not _NEVER_OPEN

    def entry_on(self, on: date) -> CalendarDay | None:
        """The holiday, substitute day off or make-up day on that day, if it is one."""
        return self._entries.get(on)

    def sessions_on(self, on: date) -> tuple[Session, ...]:
        """The working sessions of a day; none on a day off."""
        return ruling_on(self.hours, on).sessions if self.is_working(on) else ()

    def saturday_session(self, on: date) -> Session | None:
        """The session in which the desk receives on an ordinary Saturday, if it keeps one.

        A Saturday that is a public holiday has none, and a make-up Saturday is a full working day.
        """
        if on.weekday() != _SATURDAY or on in self._entries:
            return None
        return ruling_on(self.hours, on).saturday_reception

    def opening_on(self, on: date) -> datetime:
        """When the office opens on a working day."""
        return datetime.combine(on, ruling_on(self.hours, on).sessions[0].opens, OFFICE_ZONE)

    def closing_on(self, on: date) -> datetime:
        """When the office closes on a working day."""
        return self._closes[_index(on)]

    def is_announced(self, from_on: date, until_on: date) -> bool:
        """Whether all days off between two days, both included, have been decided."""
        if self.announced_from is None or self.announced_until is None:
            return False
        return self.announced_from <= from_on and until_on <= self.announced_until

    def changed_days(self, other: WorkingCalendar) -> tuple[date, ...]:
        """The days that another calendar sees otherwise: in kind, or in office hours."""
        entries, others = self._entries, other._entries
        changed = {
            on
            for on in entries.keys() | others.keys()
            if on not in entries or on not in others or entries[on].kind != others[on].kind
        }
        if self.hours != other.hours:
            every = map(date.fromordinal, range(_FIRST, LAST_DAY.toordinal() + 1))
            changed |= {on for on in every if self.sessions_on(on) != other.sessions_on(on)}
        return tuple(sorted(changed))

    def with_days(self, days: Iterable[CalendarDay]) -> WorkingCalendar:
        """This calendar with other days off and make-up days."""
        return WorkingCalendar(days, self.hours, self.rules)

    def with_hours(self, hours: Sequence[OfficeHours]) -> WorkingCalendar:
        """This calendar with other office hours."""
        return WorkingCalendar(self.days, hours, self.rules)


def _announced_years(days: Sequence[CalendarDay]) -> tuple[date | None, date | None]:
    """The first and last day of the first unbroken run of years whose days are all decided.

    A year without a public holiday is not announced: its make-up days belong to its neighbours.
    """
    holidays = {day.on.year for day in days if day.kind is DayKind.HOLIDAY}
    announced = holidays - {day.on.year for day in days if not day.is_certain}
    if not announced:
        return None, None
    first = last = min(announced)
    while last + 1 in announced:
        last += 1
    return date(first, 1, 1), date(last, 12, 31)


def _digest(days: Sequence[CalendarDay], hours: Sequence[OfficeHours]) -> str:
    lines = [*(f"{day.on} {day.kind} {day.confidence}" for day in days), *map(str, hours)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


def _index(on: date) -> int:
    if not FIRST_DAY <= on <= LAST_DAY:
        raise _beyond_horizon()
    return on.toordinal() - _FIRST


def _beyond_horizon() -> RuleViolation:
    return RuleViolation(
        "beyond-horizon",
        f"Lịch làm việc chỉ tính được từ năm {FIRST_DAY.year} đến năm {LAST_DAY.year};"
        " hãy kiểm tra lại thời điểm nhận và thời hạn.",
        field="received_at",
    )
