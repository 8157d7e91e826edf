"""The duty roster and who was marked there or away: a projection of events, week by week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from reception.domain import chain
from reception.domain.list_frame import Period
from reception.domain.moments import from_utc_text
from reception.domain.roster_events import (
    Half,
    HalfDay,
    PresenceMarked,
    RosterEvent,
    RosterSet,
)
from reception.storage.audit_rows import AT, BY
from reception.storage.book_rows import bounds
from reception.storage.database import Database

TABLES = ("roster", "presence")
ENTITY = "roster"
_WEEK = timedelta(days=7)


def apply(database: Database, event: RosterEvent) -> None:
    """Bring the tables up to date with an event, inside the present transaction."""
    match event:
        case RosterSet():
            database.run(
                "INSERT INTO roster (week, body) VALUES (:week, :body)"
                " ON CONFLICT (week) DO UPDATE SET body = excluded.body",
                week=event.week_on.isoformat(),
                body=chain.write(event),
            )
        case PresenceMarked():
            database.run(
                "INSERT INTO presence (day, half, person, present, reason)"
                " VALUES (:day, :half, :person, :present, :reason)"
                " ON CONFLICT (day, half, person) DO UPDATE"
                " SET present = excluded.present, reason = excluded.reason",
                day=event.on.isoformat(),
                half=event.half.value,
                person=event.person,
                present=int(event.present),
                reason=event.reason,
            )


def of_week(database: Database, week_on: date) -> RosterSet | None:
    """The roster of the week that begins on a Monday."""
    row = database.row("SELECT body FROM roster WHERE week = :week", week=week_on.isoformat())
    return chain.read(row[0], RosterSet) if row else None


def before(database: Database, week_on: date) -> RosterSet | None:
    """The last roster before a week, from which it may be taken over."""
    row = database.row(
        "SELECT body FROM roster WHERE week < :week ORDER BY week DESC LIMIT 1",
        week=week_on.isoformat(),
    )
    return chain.read(row[0], RosterSet) if row else None


def of_period(database: Database, period: Period) -> list[RosterSet]:
    """The rosters of all weeks that a period touches, in order."""
    rows = database.rows(
        "SELECT body FROM roster WHERE week > :before AND week <= :until ORDER BY week",
        before=(period.from_on - _WEEK).isoformat(),
        until=period.until_on.isoformat(),
    )
    return [chain.read(body, RosterSet) for (body,) in rows]


def marks(database: Database, period: Period) -> dict[tuple[str, HalfDay], tuple[bool, str]]:
    """Who was marked there or away on which half-day, and why."""
    rows = database.rows(
        "SELECT person, day, half, present, reason FROM presence"
        " WHERE day BETWEEN :first AND :last",
        first=period.from_on.isoformat(),
        last=period.until_on.isoformat(),
    )
    return {
        (person, HalfDay(date.fromisoformat(day), Half(half))): (bool(present), reason)
        for person, day, half, present, reason in rows
    }


def acts(database: Database, period: Period) -> Iterator[tuple[str, datetime]]:
    """Who wrote down something when in a period, at any desk of the commune."""
    for login, at in database.rows(
        f"SELECT {BY}, {AT} FROM event WHERE kind <> 'unreadable' AND {AT} >= :first"
        f" AND {AT} < :after AND {BY} <> ''",
        **bounds(period),
    ):
        yield login, from_utc_text(at)
