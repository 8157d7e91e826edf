"""The duty roster at the desk: setting a week, marking who was there, what a month adds up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.domain.moments import date_words
from reception.domain.paper import Paper
from reception.domain.roster import WorkingTime, half_of, moved, ordered, week_of, working_times
from reception.domain.roster_events import HalfDay, OnDuty, PresenceMarked, RosterEvent, RosterSet
from reception.domain.roster_papers import duty_roster, working_time
from reception.domain.text import checked_text
from reception.services import forms, rights
from reception.services.books import check_days_to_print
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.services.printable import check_printable
from reception.storage import audit_rows, reference, roster_rows

MOST_PEOPLE = 60
_WEEK_DAYS, _WEEKEND = 7, 5


def week(desk: Desk, day: date) -> RosterSet:
    """The roster of a day's week; one without people where nothing was set."""
    week_on = week_of(day)
    return roster_rows.of_week(desk.database, week_on) or RosterSet(week_on, (), desk.now())


def as_before(desk: Desk, day: date) -> tuple[OnDuty, ...]:
    """The people of the last roster before a day's week, moved to it."""
    week_on = week_of(day)
    last = roster_rows.before(desk.database, week_on)
    return moved(last.people, (week_on - last.week_on).days) if last else ()


def set_week(desk: Desk, day: date, people: Sequence[OnDuty], *, by: str) -> RosterSet:
    """Set who sits at the desk in a day's week, in place of what was said before.

    Raises:
        RuleViolation: A person without a name, one named twice, or not allowed.
    """
    rights.check(desk, Right.APPROVE, "lập lịch trực", by=by)
    if len(people) > MOST_PEOPLE:
        raise RuleViolation(
            "people-too-many", f"Lịch trực nhiều nhất {MOST_PEOPLE} người; hãy bớt người."
        )
    week_on = week_of(day)
    checked = tuple(_checked(desk, one, week_on) for one in people)
    keys = [one.key for one in checked]
    if twice := next((one.name for one in checked if keys.count(one.key) > 1), ""):
        raise RuleViolation(
            "person-twice", f"{twice} có hai dòng trong lịch trực; hãy gộp lại thành một."
        )
    event = RosterSet(week_on, checked, desk.now())
    _record(desk, event, by)
    return event


def mark(desk: Desk, person: str, half: HalfDay, *, present: bool, reason: str, by: str) -> None:
    """Say that somebody was there on a half-day, or was away and why.

    Raises:
        RuleViolation: ``nobody-planned``, ``half-to-come``, ``reason-missing`` or not allowed.
    """
    rights.check(desk, Right.APPROVE, "ghi có mặt, vắng mặt", by=by)
    why = checked_text(reason, "reason")
    check_printable(why, "reason")
    if not any(half in one.halves for one in week(desk, half.on).people if one.key == person):
        raise RuleViolation(
            "nobody-planned",
            f"Lịch trực ngày {date_words(half.on)} không xếp {person[:60]} buổi ấy;"
            " hãy xem lại lịch.",
            field="person",
        )
    if half.on > desk.now().date():
        raise RuleViolation(
            "half-to-come", f"Ngày {date_words(half.on)} chưa tới; hãy ghi khi đã qua buổi ấy."
        )
    if not present and not why:
        raise RuleViolation(
            "reason-missing", "Vắng mặt phải ghi lý do; hãy ghi lý do.", field="reason"
        )
    _record(desk, PresenceMarked(person, half.on, half.half, desk.now(), present, why), by)


def times(desk: Desk, period: Period) -> list[WorkingTime]:
    """What is known of everybody's planned half-days in a period."""
    check_days_to_print(period)
    hours = desk.office.hours_on
    seen = {
        (login, half_of(at, hours(at.date()).sessions))
        for login, at in audit_rows.acts(desk.database, period)
    }
    now = desk.now()
    rosters = [_without_days_off(desk, one) for one in roster_rows.of_period(desk.database, period)]
    return working_times(
        rosters,
        roster_rows.marks(desk.database, period),
        seen,
        half_of(now, hours(now.date()).sessions),
        period.from_on,
        period.until_on,
    )


def roster_paper(desk: Desk, day: date, *, by: str) -> Paper:
    """The roster of a day's week, to be posted."""
    return duty_roster(drawing(desk, forms.DUTY_ROSTER, day, by), week(desk, day))


def notice(desk: Desk, period: Period, *, by: str) -> Paper:
    """The notice of working time to the units that sent people."""
    return working_time(
        drawing(desk, forms.WORKING_TIME, period.until_on, by), period, times(desk, period)
    )


def _without_days_off(desk: Desk, roster: RosterSet) -> RosterSet:
    """A decree may have come after the roster was set."""
    people = tuple(
        replace(one, halves=tuple(h for h in one.halves if not _is_day_off(desk, h.on)))
        for one in roster.people
    )
    return replace(roster, people=people)


def _checked(desk: Desk, one: OnDuty, week_on: date) -> OnDuty:
    name = checked_text(one.name, "name")
    login = one.login.strip().lower()
    if login and (account := reference.account(desk.database, login)):
        name = name or account.name
    if not name:
        raise RuleViolation(
            "name-missing", "Lịch trực có dòng chưa ghi họ tên; hãy ghi tên, hoặc bỏ dòng ấy.",
            field="name",
        )  # fmt: skip
    title, field = checked_text(one.title, "title"), checked_text(one.field, "field")
    phone = checked_text(one.phone, "phone")
    for text in (name, title, field, phone):
        check_printable(text, "name")
    halves = tuple(
        half
        for half in one.halves
        if 0 <= (half.on - week_on).days < _WEEK_DAYS and not _is_day_off(desk, half.on)
    )
    return OnDuty(name, login, title, field, phone, ordered(halves))


def _is_day_off(desk: Desk, on: date) -> bool:
    """Whether a weekday is a holiday: nobody is planned then, whatever was typed for the week."""
    return on.weekday() < _WEEKEND and not desk.calendar.is_working(on)


def _record(desk: Desk, event: RosterEvent, by: str) -> None:
    desk.require_clock()
    with desk.store.writing():
        desk.store.record_reference(event, at=desk.now(), by=by)
