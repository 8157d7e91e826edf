"""Reading the working calendar and the rules of counting from their files."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

from reception import paths
from reception.domain.calendar import FIRST_DAY, LAST_DAY, CalendarDay, DayKind, WorkingCalendar
from reception.domain.counting_rules import CountingRule, LegalText, RuleBook
from reception.domain.errors import RuleViolation
from reception.domain.office import DEFAULT_HOURS, OfficeHours, Session

DAYS_FILE = "calendar/days-off.csv"
RULES_FILE = "rules/deadlines.toml"


@cache
def shipped_calendar() -> WorkingCalendar:
    """The calendar that comes with the program, at the default office hours."""
    return office_calendar(shipped_days())


@cache
def shipped_days() -> tuple[CalendarDay, ...]:
    """The days off and make-up days that come with the program."""
    return read_days(paths.resource(DAYS_FILE))


@cache
def shipped_rules() -> RuleBook:
    """The rules of counting that come with the program."""
    return read_rules(paths.resource(RULES_FILE))


def load_calendar(path: Path) -> WorkingCalendar:
    """A calendar of the days in a CSV file, at the default office hours.

    Raises:
        RuleViolation: ``calendar-unreadable`` or ``calendar-broken``.
    """
    return office_calendar(read_days(path))


def office_calendar(
    days: Iterable[CalendarDay], hours: Sequence[OfficeHours] = ()
) -> WorkingCalendar:
    """A calendar with the shipped rules; without hours of its own, at the default ones."""
    return WorkingCalendar(days, hours or DEFAULT_HOURS, shipped_rules())


def read_days(path: Path) -> tuple[CalendarDay, ...]:
    """The days of a CSV file with the columns date, kind, name_vi, source and confidence.

    Only ``date`` and ``kind`` must be there; a day without ``confidence`` is the office's own.

    Raises:
        RuleViolation: ``calendar-unreadable`` or ``calendar-broken``, with the line at fault.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if not {"date", "kind"} <= set(reader.fieldnames or ()):
                raise _broken(path, 1, "dòng đầu phải có các cột date, kind, name_vi, source")
            days = [_day(path, reader.line_num, row) for row in reader]
    except (OSError, ValueError):
        raise RuleViolation(
            "calendar-unreadable",
            f"Không đọc được tệp lịch {path.name}; hãy kiểm tra đường dẫn và lưu tệp dạng"
            " CSV UTF-8.",
            field="calendar",
        ) from None
    except csv.Error as fault:
        raise _broken(path, None, f"không phải CSV đúng dạng ({fault})") from None
    seen: set[date] = set()
    for day in days:
        if day.on in seen:
            raise _broken(path, None, f"ngày {day.on:%d/%m/%Y} ghi hai lần")
        seen.add(day.on)
    return tuple(days)


def _day(path: Path, line: int, row: Mapping[str, str | None]) -> CalendarDay:
    text = {name: (row.get(name) or "").strip() for name in ("date", "kind", "name_vi", "source")}
    try:
        on = date.fromisoformat(text["date"])
    except ValueError:
        raise _broken(path, line, f"“{text['date']}” không phải ngày dạng 2026-02-13") from None
    if not FIRST_DAY <= on <= LAST_DAY:
        raise _broken(path, line, f"năm {on.year} ngoài khoảng {FIRST_DAY.year}-{LAST_DAY.year}")
    if text["kind"] not in list(DayKind):
        kinds = ", ".join(DayKind)
        raise _broken(path, line, f"loại ngày “{text['kind']}” không có, chỉ có {kinds}")
    confidence = (row.get("confidence") or "").strip() or "office"
    return CalendarDay(on, DayKind(text["kind"]), text["name_vi"], text["source"], confidence)


def _broken(path: Path, line: int | None, what: str) -> RuleViolation:
    where = f", dòng {line}" if line else ""
    return RuleViolation(
        "calendar-broken",
        f"Tệp lịch {path.name}{where}: {what}; hãy sửa rồi nạp lại.",
        field="calendar",
    )


def read_rules(path: Path) -> RuleBook:
    """The rules of counting from a TOML file of the program's own."""
    with path.open("rb") as file:
        content: dict[str, list[dict[str, Any]]] = tomllib.load(file)
    rules = [CountingRule(**entry) for entry in content["rule"]]
    return RuleBook(rules, [LegalText(**entry) for entry in content["text"]])


def parse_time(text: str) -> time:
    """Read an hour of the day, in the office's zone, written as ``15:00``.

    Raises:
        RuleViolation: ``impossible-hours``.
    """
    try:
        hour = time.fromisoformat(text.strip())
    except ValueError:
        hour = None
    if hour is None or hour.tzinfo:
        raise RuleViolation(
            "impossible-hours",
            f"“{text.strip()}” không phải là giờ trong ngày; hãy ghi theo mẫu 15:00.",
            field="hours",
        )
    return hour


def parse_session(text: str) -> Session:
    """Read a session written as ``07:30-11:30``.

    Raises:
        RuleViolation: ``impossible-hours``.
    """
    opens, dash, closes = text.partition("-")
    if not dash:
        raise RuleViolation(
            "impossible-hours",
            f"Buổi làm việc “{text.strip()}” chưa đủ; hãy ghi theo mẫu 07:30-11:30.",
            field="hours",
        )
    return Session(parse_time(opens), parse_time(closes))


def parse_sessions(text: str) -> tuple[Session, ...]:
    """Read the sessions of a day, written as ``07:30-11:30,13:30-17:30``.

    Raises:
        RuleViolation: ``impossible-hours``.
    """
    return tuple(parse_session(part) for part in text.split(","))
