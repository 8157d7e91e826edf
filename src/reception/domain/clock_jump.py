"""When a PC's clock is not to be believed, and what is written down of it.

The journal is the other witness: nothing happens before what was written down last. But a clock
that stood at 2036 for a minute must not date everything for ten years, so its word holds only
within a day; beyond that a person decides who is right (docs/decisions/0011).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment

ENTITY = "clock"
JOURNAL_HOLDS = timedelta(days=1)
"""How far a clock may lie behind the journal and the journal is still believed by itself."""
LONG_CLOSED = timedelta(days=31)
"""No office is closed for longer: a start so long after the last entry is asked about."""
UNNOTICEABLE = timedelta(minutes=2)
"""How far the wall clock may move against a clock that nobody sets."""
SERVER_APART = timedelta(minutes=5)
"""How far this PC's clock may be from the server's."""


@dataclass(frozen=True, slots=True)
class ClockJumped:
    """The PC's clock stood at ``shown_at`` where ``expected_at`` was expected.

    ``noticed`` says by what: ``journal`` at the start, ``running`` against a clock that nobody
    sets, ``server`` against the server's.
    """

    shown_at: datetime
    expected_at: datetime
    noticed: str


@dataclass(frozen=True, slots=True)
class ClockConfirmed:
    """A person said that the PC's clock is right, although the journal stood at ``journal_at``."""

    shown_at: datetime
    journal_at: datetime


def told_time(shown_at: datetime, journal_at: datetime | None) -> datetime:
    """What time it is: never before the last entry, where that can be believed."""
    if journal_at and shown_at < journal_at <= shown_at + JOURNAL_HOLDS:
        return journal_at
    return shown_at


def require_believable(shown_at: datetime, journal_at: datetime | None) -> None:
    """Let nothing be dated days before what was written down last.

    Raises:
        RuleViolation: ``clock-behind``.
    """
    if journal_at and shown_at + JOURNAL_HOLDS < journal_at:
        raise RuleViolation(
            "clock-behind",
            f"Đồng hồ máy chỉ {short_moment(shown_at)} nhưng sổ đã ghi đến"
            f" {short_moment(journal_at)}; hãy chỉnh ngày giờ của máy, hoặc nếu giờ máy đang đúng"
            " thì xác nhận ở dòng nhắc đầu trang (hay “reception clock confirm”) rồi làm lại.",
        )


def is_odd_at_start(shown_at: datetime, journal_at: datetime | None) -> bool:
    """Whether a clock is to be asked about as the program starts."""
    return journal_at is not None and not (
        journal_at - UNNOTICEABLE <= shown_at <= journal_at + LONG_CLOSED
    )
