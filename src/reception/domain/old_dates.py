"""Days as old registers write them: text of many shapes, a spreadsheet's serial numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reception.domain.text import fold

Cell = str | int | float | date | time | None

EARLIEST_ON = date(1954, 1, 1)

_SERIAL_ZERO = date(1899, 12, 30)
# From 1954 to 2119; smaller numbers are counts and years, larger ones are something else.
_SERIALS = (19_725, 80_000)
_PIVOT = 50  # a year of two digits above it was in the century before
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2}) thang (\d{1,2}) nam (\d{4}|\d{2})(?!\d)")
_HOUR = re.compile(
    r"(?<![\d/.\-])(\d{1,2})\s*(?:gi[oờ]|[hg](?![^\W\d_])|:)\s*(\d{2})?(?!\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class OldDay:
    """A day, with its hour where the book tells one."""

    on: date
    hour: time | None = None


def read_day(cell: Cell) -> OldDay | None:
    """The day that a cell means; ``None`` for one that is no day there ever was."""
    match cell:
        case datetime():
            hour = cell.time().replace(microsecond=0, tzinfo=None)
            return OldDay(cell.date(), hour if hour != time() else None)
        case date():
            return OldDay(cell)
        case int() | float():
            return _serial(float(cell))
        case str():
            return _written(cell)
        case _:
            return None


def _serial(number: float) -> OldDay | None:
    if not _SERIALS[0] <= number < _SERIALS[1]:
        return None
    minutes = round((number % 1) * 24 * 60)
    on = _SERIAL_ZERO + timedelta(days=int(number))
    if not 0 < minutes < 24 * 60:
        return OldDay(on)
    return OldDay(on, time(minutes // 60, minutes % 60))


def _written(text: str) -> OldDay | None:
    bare = text.strip()
    if bare.isascii() and bare.isdigit():
        return _serial(float(bare))
    if found := _ISO.search(bare):
        on = _day(found[3], found[2], found[1])
    elif found := (_DAY.search(bare) or _WORDS.search(fold(bare))):
        on = _day(found[1], found[2], found[3])
    else:
        return None
    return OldDay(on, _hour(bare)) if on else None


def _day(day: str, month: str, year: str) -> date | None:
    full = int(year)
    if len(year) == 2:
        full += 1900 if full > _PIVOT else 2000
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


def _hour(text: str) -> time | None:
    found = _HOUR.search(text)
    if not found or not (int(found[1]) < 24 and int(found[2] or 0) < 60):
        return None
    return time(int(found[1]), int(found[2] or 0))
