"""Invented, realistic dossiers for trials and load, made by the same steps as the window's.

The desk's clock follows the invented moments, so that codes, promises and the chain of events look
as they would had somebody worked here all those years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from operator import itemgetter
from random import Random

from reception.domain.calendar import WorkingCalendar
from reception.domain.errors import RuleViolation
from reception.domain.moments import OFFICE_ZONE, date_words, in_office_zone
from reception.domain.office_time import session_moments
from reception.services.desk import Desk
from reception.services.invented_samples import Standing
from reception.services.invented_work import InventedWork, MovingClock
from reception.storage.bulk_store import BulkStore
from reception.storage.integrity import Progress, no_progress

EARLIEST = date(2016, 1, 4)

_A_DAY = 125
_FEWEST_DAYS = 20
_DAY_HOURS = 8
# On days off only the portal is open, at a fraction of the pace of a working hour.
_PORTAL_HOURS = (time(6), time(21))
_PORTAL_PACE = 0.15
_MONDAY_PACE = 1.25
_IN_ONE_COMMIT = 500


def generate(
    desk: Desk,
    dossiers: int,
    *,
    seed: int,
    until: datetime,
    standing: Sequence[Standing] = (),
    progress: Progress = no_progress,
) -> int:
    """Add invented dossiers that were received up to ``until``, with what happened to them since.

    About 125 come on a working day, fewer a day to a small register and more where ten years would
    not hold them all; most are done and handed over, some are open, late, or wait to be collected.
    The same seed on an empty register makes the same people, procedures, moments and codes.

    Args:
        desk: The register to fill; it keeps what it has.
        dossiers: How many.
        seed: Chooses the data.
        until: Aware datetime.
        standing: Dossiers that must be among them, each left as it stands after its last step.
        progress: Told how many are made, of how many, after each commit; may raise to stop there.

    Returns:
        How many dossiers were made.

    Raises:
        RuleViolation: ``until-impossible`` in the future, or before there was a catalogue.
    """
    until = in_office_zone(until).replace(microsecond=0)
    if until > desk.now() or until.date() <= EARLIEST:
        raise RuleViolation(
            "until-impossible",
            f"Ngày cuối của dữ liệu phải sau {date_words(EARLIEST)} và không ở tương lai;"
            " hãy chọn ngày khác.",
            field="until",
        )
    clock = MovingClock(until)
    store = BulkStore(desk.database)
    work = InventedWork(Desk(store, clock), clock, max(60, dossiers // 8), seed)
    arrivals = _visits(Random(seed), desk.calendar, dossiers, until, standing)  # noqa: S311 - invented data is no secret
    for done in range(0, dossiers, _IN_ONE_COMMIT):
        with desk.store.writing():
            for at, one in islice(arrivals, _IN_ONE_COMMIT):
                work.catch_up(at)
                work.receive(at, one)
        store.forget()
        progress(min(done + _IN_ONE_COMMIT, dossiers), dossiers)
    with desk.store.writing():
        work.catch_up(until)
    desk.database.checkpoint()
    return dossiers


@dataclass(frozen=True, slots=True)
class _Day:
    """The spans of a day in which dossiers come, and how many come compared with other days."""

    spans: tuple[tuple[datetime, datetime], ...]
    weight: float

    def moments(self, chance: Random, number: int) -> Iterator[datetime]:
        """So many moments within the spans, in order."""
        whole = sum(((closes - opens) for opens, closes in self.spans), timedelta())
        for part in sorted(chance.random() for _ in range(number)):
            left = whole * part
            for opens, closes in self.spans:
                if left <= closes - opens:
                    yield opens + left
                    break
                left -= closes - opens


def _visits(
    chance: Random,
    calendar: WorkingCalendar,
    dossiers: int,
    until: datetime,
    standing: Sequence[Standing],
) -> Iterator[tuple[datetime, Standing | None]]:
    """Whoever comes, in order: by chance, and those whose dossiers must be there."""
    staged: list[tuple[datetime, Standing | None]] = []
    for one in standing:
        on = calendar.working_days_before(until.date(), one.days_ago)
        (at,) = _day(chance, calendar, on, until).moments(chance, 1)
        staged.append((at, one))
    by_chance = _arrivals(chance, calendar, dossiers - len(staged), until)
    return merge(
        sorted(staged, key=itemgetter(0)), ((at, None) for at in by_chance), key=itemgetter(0)
    )


def _arrivals(
    chance: Random, calendar: WorkingCalendar, dossiers: int, until: datetime
) -> Iterator[datetime]:
    days = _days(chance, calendar, dossiers, until)
    whole = sum(day.weight for day in days)
    made, weight = 0, 0.0
    for day in days:
        weight += day.weight
        up_to = round(dossiers * weight / whole)
        yield from day.moments(chance, up_to - made)
        made = up_to


def _days(chance: Random, calendar: WorkingCalendar, dossiers: int, until: datetime) -> list[_Day]:
    """The days up to ``until`` that the dossiers fill at the usual pace, oldest first."""
    wanted = max(_FEWEST_DAYS, dossiers / _A_DAY) * _DAY_HOURS
    days: list[_Day] = []
    on = until.date()
    while wanted > 0 and on >= EARLIEST:
        day = _day(chance, calendar, on, until)
        days.append(day)
        wanted -= day.weight
        on -= timedelta(days=1)
    return days[::-1]


def _day(chance: Random, calendar: WorkingCalendar, on: date, until: datetime) -> _Day:
    if calendar.is_working(on):
        spans = [session_moments(on, session) for session in calendar.sessions_on(on)]
        pace = _MONDAY_PACE if on.weekday() == 0 else 1.0
    else:
        opens, closes = (datetime.combine(on, hour, OFFICE_ZONE) for hour in _PORTAL_HOURS)
        spans, pace = [(opens, closes)], _PORTAL_PACE
    begun = tuple((opens, min(closes, until)) for opens, closes in spans if opens < until)
    hours = sum((closes - opens).total_seconds() for opens, closes in begun) / 3600
    return _Day(begun, hours * pace * chance.uniform(0.8, 1.2))
