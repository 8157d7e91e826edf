"""Moments and civil dates: the office's zone, parsing them early and showing them late.

A moment (``*_at``) is always an aware datetime; a civil date (``*_on``) is a ``date``. Moments are
kept in UTC on disk and become text only on paper and on screen.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone

from reception.domain.errors import RuleViolation

# Viet Nam has kept UTC+7 without daylight saving since 1975, so a fixed offset is exact for every
# dossier and needs no zone database on an old Windows PC.
OFFICE_ZONE = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

# A day outside has no midnight in every zone, or no day after it.
_FIRST_YEAR, _LAST_YEAR = date.min.year + 1, date.max.year - 1

Clock = Callable[[], datetime]

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def parse_moment(text: str) -> datetime:
    """Read an ISO 8601 moment; without an offset it is meant in the office's zone.

    Raises:
        RuleViolation: ``impossible-moment`` when the text is no such moment.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
        if moment.tzinfo is None:
            return moment.replace(tzinfo=OFFICE_ZONE)
        return moment.astimezone(OFFICE_ZONE)
    except (ValueError, OverflowError):
        raise RuleViolation(
            "impossible-moment",
            f"“{text}” không phải là một thời điểm có thật;"
            " hãy ghi theo mẫu 2026-02-13T14:00 (năm-tháng-ngày, giờ:phút).",
        ) from None


def parse_civil_date(text: str) -> date:
    """Read an ISO 8601 civil date.

    Raises:
        RuleViolation: ``impossible-date`` when the text is no such date.
    """
    with suppress(ValueError):
        day = date.fromisoformat(text.strip())
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
    raise RuleViolation(
        "impossible-date",
        f"“{text}” không phải là một ngày có thật; hãy ghi theo mẫu 2026-02-13.",
    )


def in_office_zone(moment: datetime) -> datetime:
    """The same moment told in the office's zone."""
    return moment.astimezone(OFFICE_ZONE)


def midnight(day: date) -> datetime:
    """The first moment of a civil day at the office."""
    return datetime.combine(day, time.min, OFFICE_ZONE)


def to_utc_text(moment: datetime) -> str:
    """A moment as it is kept on disk and in events: UTC, ISO 8601, ``Z``, whole seconds."""
    return f"{moment.astimezone(UTC).isoformat(timespec='seconds')[:19]}Z"


def from_utc_text(text: str) -> datetime:
    """Read back a moment written by :func:`to_utc_text`, told in the office's zone."""
    return datetime.fromisoformat(text).astimezone(OFFICE_ZONE)


def date_words(day: date) -> str:
    """A civil date as people read it: ``13/02/2026``."""
    return day.strftime("%d/%m/%Y")


def hour_words(at: datetime | time) -> str:
    """An hour as the forms write it: ``17 giờ 30``, told in the zone it carries."""
    # Not one strftime: on Windows its format must fit the system's code page.
    return f"{at:%H} giờ {at:%M}"


def moment_words(moment: datetime) -> str:
    """A moment as the statutory forms write it: ``14 giờ 00 phút, ngày 13 tháng 02 năm 2026``."""
    at = in_office_zone(moment)
    return f"{hour_words(at)} phút, ngày {at:%d} tháng {at:%m} năm {at:%Y}"


def short_moment(moment: datetime) -> str:
    """A moment for lists and status lines: ``14:00 13/02/2026``."""
    return in_office_zone(moment).strftime("%H:%M %d/%m/%Y")


def weekday_words(day: date) -> str:
    """The weekday's Vietnamese name: ``Thứ Sáu``."""
    return WEEKDAYS[day.weekday()]
