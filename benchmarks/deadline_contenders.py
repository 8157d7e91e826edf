"""The contenders of ``deadlines.py``: run in an environment that has the libraries compared.

Every contender answers the same cases in turn, in one process, and its answers are checked against
a plain loop over the days. Times are CPU time of the process, the median of many slices.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from decimal import Decimal
from pathlib import Path

import holidays
from workalendar.core import SAT, SUN, Calendar

from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.calendar_change import OpenDueDate, moved_due_dates
from reception.domain.deadlines import compute
from reception.domain.moments import OFFICE_ZONE
from reception.domain.time_limit import TimeLimit, Unit
from reception.services.calendars import shipped_calendar, shipped_days

DOSSIERS = 300_000
SLICE = 3_000
SECONDS_EACH = 3.0
# In working days: the mix of a commune's catalogue, and longer land and merit dossiers.
FIGURES = (1, 2, 3, 3, 5, 5, 7, 10, 15, 20, 30, 45, 60, 90)
LIMITS = {n: TimeLimit(Decimal(n), Unit.WORKING_DAY) for n in FIGURES}
CLOSES = clock_time(17, 30)

CALENDAR = shipped_calendar()
MAKEUP = {day.on for day in shipped_days() if day.kind is DayKind.MAKEUP_WORKDAY}
OFF = {day.on for day in shipped_days()} - MAKEUP
DECREED = CalendarDay(date(2024, 6, 3), DayKind.SUBSTITUTE_OFF, "Nghỉ theo quyết định mới")

Case = tuple[datetime, int]


def main() -> None:
    compare_one_due_date()
    compare_a_decree()


# --- one due date ---------------------------------------------------------------------------------


def compare_one_due_date() -> None:
    contenders: dict[str, Callable[[datetime, int], date]] = {
        "ours: WorkingCalendar.closing_after": CALENDAR.closing_after,
        "ours: compute, with stages, basis and promise": whole_deadline,
        "holidays.get_nth_working_day": holidays_contender(),
        "workalendar.add_working_days": workalendar_contender(),
        "plain loop over the days": plain_loop,
    }
    cases = random_cases(60_000)
    slices: dict[str, list[float]] = {name: [] for name in contenders}
    wrong = dict.fromkeys(contenders, 0)
    for start in range(0, len(cases), SLICE):
        part = cases[start : start + SLICE]
        expected = [plain_loop(at, n) for at, n in part]
        for name, contender in contenders.items():
            if sum(slices[name]) > SECONDS_EACH:
                continue
            began = time.process_time()
            answers = [contender(at, n) for at, n in part]
            slices[name].append(time.process_time() - began)
            wrong[name] += sum(
                (day.date() if isinstance(day, datetime) else day) != right
                for day, right in zip(answers, expected, strict=True)
            )
    print_table(slices, wrong)


def print_table(slices: dict[str, list[float]], wrong: dict[str, int]) -> None:
    micros = {name: statistics.median(times) / SLICE * 1e6 for name, times in slices.items()}
    fastest = min(micros.values())
    mean = statistics.mean(FIGURES)
    print(f"\nOne due date: {min(FIGURES)}-{max(FIGURES)} working days, {mean:.0f} on average\n")
    print("| contender | µs CPU | times the fastest | cases | wrong |")
    print("|---|---:|---:|---:|---:|")
    for name, value in sorted(micros.items(), key=lambda item: item[1]):
        asked = len(slices[name]) * SLICE
        print(f"| {name} | {value:.3f} | {value / fastest:.0f} | {asked:,} | {wrong[name]} |")


def random_cases(count: int) -> list[Case]:
    """Receipts within office hours on working days, where all contenders mean the same day 0."""
    draw = random.Random(3)
    cases: list[Case] = []
    while len(cases) < count:
        on = date(2018, 1, 2) + timedelta(days=draw.randrange(3000))
        if works(on):
            hour = clock_time(draw.choice((8, 9, 10, 14, 15, 16)), 20)
            cases.append((datetime.combine(on, hour, OFFICE_ZONE), draw.choice(FIGURES)))
    return cases


def works(on: date) -> bool:
    return (on.weekday() < 5 and on not in OFF) or on in MAKEUP


def plain_loop(at: datetime, working_days: int) -> date:
    on = at.date()
    while not works(on):
        on += timedelta(days=1)
    while working_days:
        on += timedelta(days=1)
        working_days -= works(on)
    return on


def whole_deadline(at: datetime, working_days: int) -> date:
    return compute(CALENDAR, LIMITS[working_days], at).due_at


def holidays_contender() -> Callable[[datetime, int], date]:
    days = holidays.country_holidays("VN", years=range(2015, 2029))
    for day in [day for day in days if day not in OFF]:
        days.pop(day)
    for day in OFF - set(days):
        days[day] = "decreed"
    days.weekend_workdays = MAKEUP
    return lambda at, n: days.get_nth_working_day(at.date(), n)


def workalendar_contender() -> Callable[[datetime, int], date]:
    class Vietnam(Calendar):
        def get_weekend_days(self) -> tuple[int, int]:
            return SAT, SUN

        def get_calendar_holidays(self, year: int) -> list[tuple[date, str]]:
            return [(day, "decreed") for day in sorted(OFF) if day.year == year]

    calendar, extra = Vietnam(), sorted(MAKEUP)
    return lambda at, n: calendar.add_working_days(at.date(), n, extra_working_days=extra)


# --- a decree adds a day off ----------------------------------------------------------------------


def compare_a_decree() -> None:
    ways: dict[str, Callable[[sqlite3.Connection], int]] = {
        "only the promises whose span holds the day": only_touched,
        "every promise, by our table": every_by_table,
        "every promise, by a plain loop": every_by_loop,
    }
    spent: dict[str, list[float]] = {way: [] for way in ways}
    moved: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        pristine, copy = Path(folder) / "pristine.db", Path(folder) / "copy.db"
        fill(pristine)
        for _ in range(3):
            for way, rewrite in ways.items():
                shutil.copy(pristine, copy)
                with closing(connect(copy)) as db:
                    began = time.process_time()
                    moved[way] = rewrite(db)
                    db.commit()
                    spent[way].append(time.process_time() - began)
    seconds = {way: statistics.median(times) for way, times in spent.items()}
    fastest = min(seconds.values())
    print(f"\nA decree adds a day off: {DOSSIERS:,} promises to bring up to date\n")
    print("| way | ms CPU | times the fastest | promises moved |")
    print("|---|---:|---:|---:|")
    for way, value in seconds.items():
        print(f"| {way} | {value * 1e3:.0f} | {value / fastest:.0f} | {moved[way]:,} |")


def connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    return db


def fill(path: Path) -> None:
    """Promises received over eight years, in the order of receipt as a register holds them."""
    rows = (
        (number, at.isoformat(), n, CALENDAR.closing_after(at, n).isoformat(), "x" * 120)
        for number, (at, n) in enumerate(sorted(random_cases(DOSSIERS)), 1)
    )
    with closing(connect(path)) as db:
        db.execute(
            "CREATE TABLE promise (id INTEGER PRIMARY KEY, received_at TEXT NOT NULL,"
            " working_days INTEGER NOT NULL, due_at TEXT NOT NULL, rest TEXT NOT NULL)"
        )
        db.executemany("INSERT INTO promise VALUES (?, ?, ?, ?, ?)", rows)
        db.execute("CREATE INDEX promise_span ON promise (due_at, received_at)")
        db.commit()


def only_touched(db: sqlite3.Connection) -> int:
    calendar = CALENDAR.with_days([*CALENDAR.days, DECREED])
    changed = CALENDAR.changed_days(calendar)
    last_on = max(changed) + timedelta(days=1)
    found = db.execute(
        "SELECT id, received_at, due_at, working_days FROM promise"
        " WHERE due_at >= ? AND received_at < ?",
        (min(changed).isoformat(), last_on.isoformat()),
    )
    promises = (
        OpenDueDate(id_, datetime.fromisoformat(received), datetime.fromisoformat(due), LIMITS[n])
        for id_, received, due, n in found
    )
    moved = moved_due_dates(calendar, changed, promises)
    return rewrite_rows(db, [(each.would_be_due_at.isoformat(), each.dossier_id) for each in moved])


def every_by_table(db: sqlite3.Connection) -> int:
    calendar = CALENDAR.with_days([*CALENDAR.days, DECREED])
    rows = db.execute("SELECT id, received_at, due_at, working_days FROM promise")
    moved = [
        (new, id_)
        for id_, received, due, n in rows
        if (new := calendar.closing_after(datetime.fromisoformat(received), n).isoformat()) != due
    ]
    return rewrite_rows(db, moved)


def every_by_loop(db: sqlite3.Connection) -> int:
    OFF.add(DECREED.on)
    rows = db.execute("SELECT id, received_at, due_at, working_days FROM promise")
    moved: list[tuple[str, int]] = []
    for id_, received, due, n in rows:
        on = plain_loop(datetime.fromisoformat(received), n)
        new = datetime.combine(on, CLOSES, OFFICE_ZONE).isoformat()
        if new != due:
            moved.append((new, id_))
    OFF.discard(DECREED.on)
    return rewrite_rows(db, moved)


def rewrite_rows(db: sqlite3.Connection, moved: list[tuple[str, int]]) -> int:
    db.executemany("UPDATE promise SET due_at = ? WHERE id = ?", moved)
    return len(moved)


if __name__ == "__main__":
    main()
