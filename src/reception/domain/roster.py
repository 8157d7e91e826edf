"""The duty roster: weeks, half-days as they are typed, and who was there when they were planned.

A person counts as present on a half-day on which they wrote anything down at any desk of the
commune, or were marked so; as away only where somebody said so, with the reason. A half-day of
which neither is known stays open: nobody is counted as away by silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from reception.domain.errors import RuleViolation
from reception.domain.moments import in_office_zone
from reception.domain.office import Session
from reception.domain.roster_events import Half, HalfDay, OnDuty, RosterSet
from reception.domain.text import sort_key

WEEKDAYS = 6
"""Monday to Saturday, as thứ 2 to thứ 7."""

HALF_WORDS = {Half.MORNING: "sáng", Half.AFTERNOON: "chiều"}
_NOON = time(12)
_PART = re.compile(r"([2-7])(?:-([2-7]))?([sc]?)")
_LETTERS = {"s": (Half.MORNING,), "c": (Half.AFTERNOON,), "": tuple(Half)}

Marks = Mapping[tuple[str, HalfDay], tuple[bool, str]]


@dataclass(slots=True)
class WorkingTime:
    """A person's half-days of a period: planned, and what is known of each that has been."""

    name: str
    title: str
    key: str = ""
    planned: int = 0
    present: int = 0
    absent: list[tuple[HalfDay, str]] = field(default_factory=list[tuple[HalfDay, str]])
    open: list[HalfDay] = field(default_factory=list[HalfDay])
    to_come: int = 0


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def parse_halves(text: str, week_on: date) -> tuple[HalfDay, ...]:
    """Half-days as they are typed: ``2-6``, ``2s 3c 5``; ``s`` is the morning, ``c`` the afternoon.

    Raises:
        RuleViolation: ``halves-unreadable``.
    """
    found: set[HalfDay] = set()
    for part in text.lower().replace(",", " ").split():
        read = _PART.fullmatch(part)
        if read is None:
            raise RuleViolation(
                "halves-unreadable",
                f"Không đọc được buổi trực “{part[:20]}”; hãy ghi như 2-6 (thứ Hai đến thứ Sáu),"
                " 2s (sáng thứ Hai), 3c (chiều thứ Ba).",
                field="halves",
            )
        first, last = int(read[1]), int(read[2] or read[1])
        for number in range(first, last + 1):
            on = week_on + timedelta(days=number - 2)
            found |= {HalfDay(on, half) for half in _LETTERS[read[3]]}
    return ordered(found)


def halves_words(halves: Iterable[HalfDay], on: date) -> str:
    """What of one day is planned, in words: ``sáng, chiều``."""
    planned = {half.half for half in halves if half.on == on}
    return ", ".join(words for half, words in HALF_WORDS.items() if half in planned)


def ordered(halves: Iterable[HalfDay]) -> tuple[HalfDay, ...]:
    """Half-days in the order of time, each once."""
    return tuple(sorted(set(halves), key=_place))


def moved(people: Iterable[OnDuty], days: int) -> tuple[OnDuty, ...]:
    """The same people so many days later, to begin another week with."""
    later = timedelta(days=days)
    return tuple(
        OnDuty(
            one.name, one.login, one.title, one.field, one.phone,
            tuple(HalfDay(half.on + later, half.half) for half in one.halves),
        )
        for one in people
    )  # fmt: skip


def half_of(moment: datetime, sessions: Sequence[Session]) -> HalfDay:
    """In which half of its day a moment lies: the afternoon begins with the second session."""
    at = in_office_zone(moment)
    turn = sessions[1].opens if len(sessions) > 1 else _NOON
    return HalfDay(at.date(), Half.MORNING if at.time() < turn else Half.AFTERNOON)


def working_times(
    rosters: Iterable[RosterSet], marks: Marks, seen: set[tuple[str, HalfDay]], now: HalfDay,
    first: date, last: date,
) -> list[WorkingTime]:  # fmt: skip
    """What is known of everybody's planned half-days between two days, by name."""
    found: dict[str, WorkingTime] = {}
    for roster in rosters:
        for one in roster.people:
            into = found.setdefault(one.key, WorkingTime(one.name, one.title, one.key))
            for half in one.halves:
                if first <= half.on <= last:
                    _count(into, one.key, half, marks, seen, now)
    return sorted(found.values(), key=lambda one: sort_key(one.name))


def _count(
    into: WorkingTime, key: str, half: HalfDay, marks: Marks, seen: set[tuple[str, HalfDay]],
    now: HalfDay,
) -> None:  # fmt: skip
    into.planned += 1
    marked = marks.get((key, half))
    if marked and not marked[0]:
        into.absent.append((half, marked[1]))
    elif marked or (key, half) in seen:
        into.present += 1
    elif _place(half) < _place(now):
        into.open.append(half)
    else:
        into.to_come += 1


def _place(half: HalfDay) -> tuple[date, int]:
    return half.on, tuple(Half).index(half.half)
