"""The years by which an office judges itself."""

from __future__ import annotations

from datetime import date

from reception.domain.errors import RuleViolation
from reception.services.desk import Desk

FIRST_YEAR = 2018


def year_until(year: int) -> date:
    """The last day of a year."""
    return date(year, 12, 31)


def check_year(desk: Desk, year: int) -> None:
    """Refuse a year of which nothing can be said.

    Raises:
        RuleViolation: ``year-impossible``.
    """
    last = desk.now().year + 1
    if not FIRST_YEAR <= year <= last:
        raise RuleViolation(
            "year-impossible",
            f"Không lập được số liệu của năm {year}; hãy chọn một năm từ {FIRST_YEAR} đến {last}.",
            field="year",
        )
