"""The roster of a week to be posted, and the notice of a month's working time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from reception.domain.list_frame import Drawing, Period, counted, numbered
from reception.domain.moments import date_words
from reception.domain.money import figures
from reception.domain.paper import Paper
from reception.domain.roster import HALF_WORDS, WEEKDAYS, WorkingTime, halves_words
from reception.domain.roster_events import HalfDay, RosterSet


def duty_roster(drawing: Drawing, roster: RosterSet) -> Paper:
    """Names, titles, fields, phones and half-days of a week (61/2018/NĐ-CP Đ9 k7)."""
    days = [roster.week_on + timedelta(days=n) for n in range(WEEKDAYS)]
    dates = {"ordinal": "", "name": "", "title": "", "field": "", "phone": ""} | {
        f"d{n}": f"{day:%d/%m}" for n, day in enumerate(days, start=2)
    }
    lines = [
        {"name": one.name, "title": one.title, "field": one.field, "phone": one.phone}
        | {f"d{n}": halves_words(one.halves, day) for n, day in enumerate(days, start=2)}
        for one in roster.people
    ]
    week = Period(days[0], days[-1]).words()
    return drawing.paper(week, counted(lines) | {"period": week}, {
        "people": (dates, *numbered(lines)) if lines else (),
    })  # fmt: skip


def working_time(drawing: Drawing, period: Period, times: Sequence[WorkingTime]) -> Paper:
    """What was planned and what is known of it, person by person (61/2018/NĐ-CP Đ9 k3)."""
    lines = [
        {
            "name": one.name,
            "title": one.title,
            "planned": figures(one.planned),
            "present": figures(one.present),
            "absent": figures(len(one.absent)),
            "open": figures(len(one.open)),
            "reasons": "; ".join(f"{half_words(half)}: {why}" for half, why in one.absent),
        }
        for one in times
    ]
    to_come = sum(one.to_come for one in times)
    words = counted(lines) | {
        "period": period.words(),
        "to_come": figures(to_come) if to_come else "",
        "open": "1" if any(one.open for one in times) else "",
    }
    return drawing.paper(period.words(), words, {"people": numbered(lines)})


def half_words(half: HalfDay) -> str:
    """A half-day in words: ``sáng 30/11/2026``."""
    return f"{HALF_WORDS[half.half]} {date_words(half.on)}"
