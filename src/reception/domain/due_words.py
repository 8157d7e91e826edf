"""A due moment and its reason in one plain Vietnamese sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reception.domain.basis import is_past_cutoff
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.deadlines import Deadline
from reception.domain.measures import ClockTime, Days
from reception.domain.moments import date_words, hour_words, weekday_words
from reception.domain.time_limit import TimeLimit, Unit


def summary(deadline: Deadline) -> str:
    """The due moment and its reason in one plain Vietnamese sentence."""
    received = deadline.received_at
    parts = [f"Nhận {received:%H:%M} {weekday_date(received.date())}"]
    if deadline.clock_at != received:
        parts.append(f"tính từ {deadline.clock_at:%H:%M} {weekday_date(deadline.clock_at.date())}")
    if deadline.starts_at.date() != deadline.clock_at.date():
        parts.append(f"coi như nhận {weekday_date(deadline.starts_at.date())}")
    parts.append(_limit_words(deadline))
    parts.extend(
        f"tạm dừng {pause.from_at:%d/%m}–{pause.until_at:%d/%m}"
        for pause in deadline.adjustments.pauses
    )
    if extra := deadline.adjustments.extra_working_days:
        parts.append(f"gia hạn {extra} ngày làm việc")
    parts.extend(_days_off_words(deadline))
    due = f"trước {hour_words(deadline.due_at)} {weekday_date(deadline.due_at.date())}"
    return f"{', '.join(parts)} → {due}{' (tạm tính)' if deadline.provisional else ''}"


def _limit_words(deadline: Deadline) -> str:
    if deadline.limit is None:
        words = "; ".join(_figure_words(stage.limit) for stage in deadline.stages)
        how = "cùng lúc" if deadline.parallel else "nối tiếp"
        return f"{len(deadline.stages)} bước {how} ({words})"
    return _figure_words(deadline.limit) + _lateness_words(deadline, deadline.limit)


def _figure_words(limit: TimeLimit) -> str:
    words = limit.words()
    return words[1:] if words[0] == "0" and words[1].isdigit() else words


def _lateness_words(deadline: Deadline, limit: TimeLimit) -> str:
    """A remark for a receipt after the cut-off hour."""
    measure = deadline.legs[0].measure
    if isinstance(measure, Days) and limit.unit is Unit.SAME_DAY:
        hour = measure.cutoff_hour(deadline.starts_at.date())
        return f" (nhận sau {hour_words(hour)})" if deadline.starts_at.time() > hour else ""
    is_past = is_past_cutoff(deadline.calendar, limit, deadline.clock_at, deadline.channel)
    if limit.cutoff and is_past:
        return f" (nhận sau {hour_words(limit.cutoff.at)})"
    return ""


def _days_off_words(deadline: Deadline) -> Iterator[str]:
    """The days off and make-up days that moved the due day, neighbours told together.

    They move calendar days and months only at the end, and hours by the clock never.
    """
    last = deadline.legs[-1]
    if isinstance(last.measure, ClockTime):
        return
    if isinstance(last.measure, Days) and not last.measure.skips_days_off:
        if last.counted_until < last.stops_at.date():
            yield f"ngày cuối {last.counted_until:%d/%m} là ngày nghỉ"
        return
    group: list[CalendarDay] = []
    on = deadline.starts_at.date()
    while on <= deadline.due_at.date():
        entry = deadline.calendar.entry_on(on)
        if group and not (entry and _is_neighbour(group[-1], entry)):
            yield _group_words(group)
            group = []
        if entry:
            group.append(entry)
        on += timedelta(days=1)
    if group:
        yield _group_words(group)


def _is_neighbour(day: CalendarDay, following: CalendarDay) -> bool:
    is_work = DayKind.MAKEUP_WORKDAY
    return (day.kind is is_work) == (following.kind is is_work)


def _group_words(group: list[CalendarDay]) -> str:
    names = ", ".join(dict.fromkeys(filter(None, (_bare(day.name) for day in group))))
    first, last = group[0].on, group[-1].on
    dates = f"{last:%d/%m}"
    if first != last:
        dates = f"{first:%d}–{dates}" if first.month == last.month else f"{first:%d/%m}–{dates}"
    if group[0].kind is DayKind.MAKEUP_WORKDAY:
        return f"làm bù {dates}"
    return f"nghỉ {dates} ({names})" if names else f"nghỉ {dates}"


def _bare(name: str) -> str:
    """A day's name without its remarks: ``Tết Nguyên đán Đinh Mùi``."""
    return name.partition("(")[0].partition(" - ")[0].strip()


def weekday_date(on: date) -> str:
    """A day with its weekday, within a sentence: ``thứ Sáu 13/02/2026``."""
    return f"{lower(weekday_words(on))} {date_words(on)}"


def lower(text: str) -> str:
    """Text within a sentence: its first letter small, except Sunday's own name."""
    return text[:1].lower() + text[1:] if not text.startswith("Chủ nhật") else text
