"""Papers of the roster on invented data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.roster import WorkingTime, parse_halves, week_of
from reception.domain.roster_events import Half, HalfDay, OnDuty, RosterSet
from reception.domain.roster_papers import duty_roster, working_time
from reception.services import forms

_PEOPLE = (
    ("Lò Thị Mây", "Chuyên viên", "Hộ tịch, chứng thực", "0912000111", "2-6"),
    ("Vừ Thị Mỷ", "Chuyên viên", "Đất đai, xây dựng", "0912000222", "2-6s 4c"),
    ("H’Hen Niê Đỗ Thị Ưởng", "Công chức", "Lao động, người có công", "0912000333", "3 5 7s"),
    ("Vi Văn Thoong", "Phó Giám đốc", "Phụ trách", "0912000444", "2s 6c"),
)


def _roster(drawing: Drawing) -> Paper:
    week_on = week_of(drawing.at.date())
    people = tuple(
        OnDuty(name, "", title, field, phone, parse_halves(halves, week_on))
        for name, title, field, phone, halves in _PEOPLE
    )
    return duty_roster(drawing, RosterSet(week_on, people, drawing.at))


def _notice(drawing: Drawing) -> Paper:
    day = week_of(drawing.at.date()) - timedelta(days=7)
    away = [(HalfDay(day, Half.MORNING), "đi tập huấn"), (HalfDay(day, Half.AFTERNOON), "ốm")]
    times = [
        WorkingTime(name, title, planned=20 - n, present=20 - n - n % 3, absent=away[: n % 3])
        for n, (name, title, *_rest) in enumerate(_PEOPLE)
    ]
    return working_time(drawing, Period(day.replace(day=1), drawing.at.date()), times)


MAKERS: Mapping[str, Callable[[Drawing], Paper]] = {
    forms.DUTY_ROSTER: _roster,
    forms.WORKING_TIME: _notice,
}
