"""Dated copies: which are kept when newer ones come, and what two registers have of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Keep:
    """How many copies are kept: of the last days, one each of the last weeks and months.

    Days, weeks and months without a copy are not counted: an office that was closed for a season
    comes back to as many copies as it left.
    """

    days: int = 7
    weeks: int = 4
    months: int = 12


def kept(days: Iterable[date], keep: Keep) -> set[date]:
    """Which of the days' copies are kept; the newest always is."""
    newest_first = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {
        *newest_first[: max(1, keep.days)],
        *list(weeks.values())[: keep.weeks],
        *list(months.values())[: keep.months],
    }
