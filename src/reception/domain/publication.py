"""Making a month's results public: by when, how that stands, and what was published.

No law of the state names a day; provinces do. So the days are dated data, and every word about them
says where they come from.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import UNSET, UnsetType

from reception.domain import chain
from reception.domain.calendar import WorkingCalendar
from reception.domain.dated import Dated
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import Handling, HandlingRow
from reception.domain.list_frame import Period
from reception.domain.moments import date_words
from reception.domain.money import figures

ENTITY = "month"
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class PublicationRule(Dated):
    """On which days of the month after a month's results are drafted, reminded of and due."""

    draft_day: int
    reminder_working_day: int
    due_day: int
    article: str
    valid_from: date
    valid_until: date | None = None
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class PublicationDays:
    """The days of one month's publication, by the office's calendar."""

    draft_on: date
    remind_on: date
    due_on: date
    article: str


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A field's figures as they were made public."""

    field: str
    carried_over: int
    received: int
    settled: int
    early: int
    on_time: int
    overdue: int
    open: int
    open_overdue: int


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file that was made public."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MonthPublished:
    """The head confirmed that a month's results (``2026-10``) were made public as these files.

    Of a closed month ``closed_sha256`` names the frozen figures, and ``corrected`` are those that
    stood beside them, where something had been corrected since.
    """

    month: str
    rows: tuple[PublishedRow, ...]
    figures_sha256: str
    files: tuple[PublishedFile, ...]
    at: datetime
    closed_sha256: str | UnsetType = UNSET
    corrected: tuple[PublishedRow, ...] | UnsetType = UNSET

    @property
    def latest(self) -> tuple[PublishedRow, ...]:
        """The figures as they were known then, with every correction."""
        return self.rows if self.corrected is UNSET else self.corrected


class Standing(StrEnum):
    """How a month's publication stands."""

    TO_COME = "to-come"
    DRAFT = "draft"
    REMINDER = "reminder"
    DUE_TODAY = "due-today"
    OVERDUE = "overdue"
    PUBLISHED = "published"


def parse_month(text: str) -> Period:
    """The month written as ``2026-10``.

    Raises:
        RuleViolation: ``month-impossible``.
    """
    if not _MONTH.fullmatch(text.strip()):
        raise RuleViolation(
            "month-impossible",
            f"“{text[:40]}” không phải tháng; hãy ghi như 2026-10 (năm-tháng).",
            field="month",
        )
    return month_of(date.fromisoformat(f"{text.strip()}-01"))


def month_of(day: date) -> Period:
    """The month in which a day lies."""
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def month_before(day: date) -> Period:
    """The month before that of a day: the one to be published now."""
    return month_of(day.replace(day=1) - timedelta(days=1))


def month_text(month: Period) -> str:
    """A month as it is written down: ``2026-10``."""
    return f"{month.from_on:%Y-%m}"


def month_words(month: Period) -> str:
    """A month as people read it: ``tháng 10/2026``."""
    return f"tháng {month.from_on:%m/%Y}"


def days_of(month: Period, rule: PublicationRule, calendar: WorkingCalendar) -> PublicationDays:
    """When a month's results are drafted, reminded of and due."""
    first = month.until_on + timedelta(days=1)
    return PublicationDays(
        draft_on=first.replace(day=rule.draft_day),
        remind_on=calendar.nth_working_day(month.until_on, rule.reminder_working_day),
        due_on=calendar.working_day_from(first.replace(day=rule.due_day)),
        article=rule.article,
    )


def standing_on(today: date, days: PublicationDays, *, published: bool) -> Standing:
    """How a month's publication stands on a day."""
    if published:
        return Standing.PUBLISHED
    if today > days.due_on:
        return Standing.OVERDUE
    if today == days.due_on:
        return Standing.DUE_TODAY
    if today >= days.remind_on:
        return Standing.REMINDER
    return Standing.DRAFT if today >= days.draft_on else Standing.TO_COME


def standing_words(
    month: Period, standing: Standing, days: PublicationDays, published_on: date | None = None
) -> str:
    """How it stands and what to do, in one sentence."""
    what = f"Kết quả giải quyết {month_words(month)}"
    until = f"hạn công bố là ngày {date_words(days.due_on)} theo {days.article}"
    match standing:
        case Standing.PUBLISHED:
            when = f" ngày {date_words(published_on)}" if published_on else ""
            return f"{what} đã công bố{when}."
        case Standing.OVERDUE:
            return f"{what} QUÁ HẠN công bố: {until}; hãy lập, ký và xác nhận công bố ngay."
        case Standing.DUE_TODAY:
            return f"{what} phải công bố HÔM NAY: {until}; hãy lập, ký và xác nhận."
        case Standing.REMINDER:
            return f"{what} sắp đến hạn công bố: {until}; hãy lập và trình ký."
        case Standing.DRAFT:
            return f"{what} nay lập được bản nháp để công bố: {until}."
        case Standing.TO_COME:
            return f"{what} chưa đến ngày lập: lập bản nháp từ ngày {date_words(days.draft_on)}."


def published_rows(told: Handling) -> tuple[PublishedRow, ...]:
    """The figures that are made public out of a report's."""
    return tuple(map(published_row, told.rows))


def published_row(row: HandlingRow) -> PublishedRow:
    """One line of them."""
    return PublishedRow(
        row.field, row.carried_over, row.online + row.in_person, row.settled, row.early,
        row.on_time, row.overdue, row.open, row.open_overdue,
    )  # fmt: skip


def digest(rows: tuple[PublishedRow, ...]) -> str:
    """The SHA-256 of figures as they are written down."""
    return hashlib.sha256(chain.write(rows)).hexdigest()


_COMPARED = (
    ("received", "tiếp nhận trong tháng"),
    ("settled", "đã giải quyết"),
    ("overdue", "giải quyết quá hạn"),
    ("open", "đang giải quyết"),
    ("open_overdue", "đang giải quyết quá hạn"),
)


def difference_words(was: Iterable[PublishedRow], now: Iterable[PublishedRow]) -> str:
    """What changed since figures were published; empty where nothing did."""
    before, after = tuple(was), tuple(now)
    if before == after:
        return ""
    changes = [
        f"{words} {figures(old)} nay là {figures(new)}"
        for name, words in _COMPARED
        if (old := _sum(before, name)) != (new := _sum(after, name))
    ]
    return "; ".join(changes) or "tổng số như cũ nhưng số của từng lĩnh vực hoặc cách chia đã đổi"


def _sum(rows: tuple[PublishedRow, ...], name: str) -> int:
    return sum(getattr(row, name) for row in rows)
