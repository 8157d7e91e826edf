"""From the moment a dossier arrives to the moment it counts as received, and back to work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from reception.domain.calendar import WorkingCalendar
from reception.domain.intake import Channel
from reception.domain.moments import OFFICE_ZONE
from reception.domain.office import Session


def effective_receipt(calendar: WorkingCalendar, at: datetime, channel: Channel) -> datetime:
    """The moment at which something that arrived at ``at`` counts as received.

    Within office hours, in the lunch break and at exactly closing time that is the moment itself.
    Before opening it is the opening of that day; after closing and on days off, the opening of the
    next working day. No general law says so: it is how the special decrees read (297/2025 Đ3 k5).
    A desk that also receives on Saturdays receives then what comes over the counter or by post.

    Args:
        calendar: The office's calendar.
        at: Aware datetime in the office's zone.
        channel: How it arrived.
    """
    on = at.date()
    if calendar.is_working(on):
        if at <= calendar.closing_on(on):
            return max(at, calendar.opening_on(on))
    elif not channel.is_online and (session := calendar.saturday_session(on)):
        opens, closes = session_moments(on, session)
        if at <= closes:
            return max(at, opens)
    return calendar.opening_on(calendar.nth_working_day(on, 1))


def end_of_work(calendar: WorkingCalendar, on: date) -> datetime:
    """When work ends on a day: the closing hour, or the end of a Saturday reception session."""
    session = None if calendar.is_working(on) else calendar.saturday_session(on)
    if session:
        return session_moments(on, session)[1]
    return calendar.closing_on(calendar.working_day_from(on))


def session_moments(on: date, session: Session) -> tuple[datetime, datetime]:
    """When a session opens and closes on a day."""
    return (
        datetime.combine(on, session.opens, OFFICE_ZONE),
        datetime.combine(on, session.closes, OFFICE_ZONE),
    )


def work_spans(calendar: WorkingCalendar, from_at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Every span of office hours from a moment onward, without end."""
    for on in calendar.working_days_from(from_at.date()):
        for session in calendar.sessions_on(on):
            opens, closes = session_moments(on, session)
            if closes > from_at:
                yield max(opens, from_at), closes
