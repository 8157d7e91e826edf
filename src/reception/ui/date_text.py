"""Reading dates as clerks type them: never clamping, never guessing a missing part."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from reception.domain.applicant import checked_birth
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words
from reception.domain.text import fold

FIRST_YEAR, LAST_YEAR = 1900, 2199

_PARTS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})")
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
_YEAR = re.compile(r"\d{4}")
_AHEAD = re.compile(r"\+\s*(\d{1,3})")


def read_day(
    text: str, *, today: date, add_working_days: Callable[[date, int], date] | None = None
) -> date:
    """Read a day of the desk's own business, such as an appointment.

    ``13022026``, ``13/2/2026``, ``13-2-2026``, ``13.2.26``, ``hn`` (today) and, where
    ``add_working_days`` is given, ``+3``. Two-digit years are those nearest to today.

    Raises:
        RuleViolation: ``impossible-date`` with the sentence to show.
    """
    ahead = _AHEAD.fullmatch(text.strip())
    if fold(text) in {"hn", "hom nay"}:
        return today
    if ahead and add_working_days:
        return add_working_days(today, int(ahead[1]))
    return _full_date(text, lambda year: _nearest_year(year, today))


def read_birth(text: str, *, today: date) -> str:
    """Read a birth date or what is known of it: ``dd/mm/yyyy``, ``mm/yyyy`` or ``yyyy``.

    Two-digit years are the latest that is not in the future.

    Raises:
        RuleViolation: ``impossible-date``, ``birth-impossible`` or ``birth-in-future`` with the
            sentence to show.
    """
    bare = text.strip()
    if month := _MONTH.fullmatch(bare):
        bare = "/".join(month.groups())
    elif not _YEAR.fullmatch(bare):
        bare = date_words(_full_date(bare, lambda year: _latest_year(year, today)))
    return checked_birth(bare, today=today)


def step_months(day: date, months: int) -> date:
    """The same day some months on, or that month's last day: an arrow key, not a reading."""
    month_count = day.year * 12 + day.month - 1 + months
    first = date(month_count // 12, month_count % 12 + 1, 1)
    next_first = date((month_count + 1) // 12, (month_count + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (next_first - timedelta(days=1)).day))


def _full_date(text: str, full_year: Callable[[int], int]) -> date:
    bare = text.strip()
    found = _SOLID.fullmatch(bare)
    if found:
        day, month, year = found.groups()
    elif parts := _PARTS.fullmatch(bare):
        day, _dot, month, year = parts.groups()
    else:
        raise RuleViolation(
            "impossible-date",
            f"Chưa hiểu ngày “{bare}”; hãy gõ đủ ngày, tháng, năm như 13/02/2026 hoặc 13022026.",
        )
    return _real_date(
        bare, full_year(int(year)) if len(year) == 2 else int(year), int(month), int(day)
    )


def _real_date(text: str, year: int, month: int, day: int) -> date:
    if FIRST_YEAR <= year <= LAST_YEAR:
        try:
            return date(year, month, day)
        except ValueError:
            pass  # told below, in the same words as a year out of range
    raise RuleViolation("impossible-date", f"“{text}” không phải ngày có thật; hãy kiểm tra lại.")


def _nearest_year(two_digits: int, today: date) -> int:
    century = today.year - today.year % 100
    return min(
        (century + shift + two_digits for shift in (-100, 0, 100)),
        key=lambda year: abs(year - today.year),
    )


def _latest_year(two_digits: int, today: date) -> int:
    century = today.year - today.year % 100
    year = century + two_digits
    return year if year <= today.year else year - 100
