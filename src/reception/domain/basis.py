"""Which rules of counting were applied to a dossier, each told with its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reception.domain.calendar import WorkingCalendar
from reception.domain.intake import Channel
from reception.domain.measures import Measure, WorkingTime
from reception.domain.moments import date_words
from reception.domain.office_time import effective_receipt
from reception.domain.runs import Adjustments, Leg, LegStart
from reception.domain.time_limit import TimeLimit, Unit

_BY_UNIT = {
    Unit.WORKING_DAY: ("first-day", "working-days", "end-of-day"),
    Unit.DAY: ("first-day", "calendar-days", "end-of-day"),
    Unit.DAY_EXCLUDING_HOLIDAYS: ("first-day", "holidays-not-counted", "end-of-day"),
    Unit.MONTH: ("first-day", "months", "end-of-day"),
    Unit.WORKING_HOUR: ("working-hours",),
    Unit.HOUR: ("clock-hours",),
    Unit.SAME_DAY: ("same-day",),
}


def basis_of(
    calendar: WorkingCalendar,
    legs: Sequence[Leg],
    *,
    clock_at: datetime,
    channel: Channel,
    adjustments: Adjustments,
    parallel: bool,
    provisional: bool,
) -> tuple[str, ...]:
    """The rules that led to a due moment, in the order in which they were applied."""
    on = legs[0].starts_at.date()
    codes = [
        *_start_codes(calendar, legs[0].measure.limit, clock_at, channel, adjustments),
        *(code for leg in legs for code in _leg_codes(leg)),
        *(["stages-parallel"] if parallel else []),
    ]
    told = [calendar.rules.rule(code, on).words() for code in dict.fromkeys(codes)]
    if provisional:
        told.append(provisional_words(calendar))
    return tuple(told)


def provisional_words(calendar: WorkingCalendar) -> str:
    """Why a due moment may still move, in one sentence."""
    if calendar.announced_until is None:
        return "Tạm tính: chưa có lịch nghỉ chính thức nào; hạn có thể thay đổi."
    return (
        "Tạm tính: lịch nghỉ chính thức mới có đến hết ngày"
        f" {date_words(calendar.announced_until)}; khi có quyết định mới, hạn có thể thay đổi."
    )


def is_past_cutoff(
    calendar: WorkingCalendar, limit: TimeLimit, clock_at: datetime, channel: Channel
) -> bool:
    """Whether a cut-off hour, and not the closed office, moved the start to another day."""
    if limit.cutoff is None or limit.unit is Unit.SAME_DAY:
        return False
    return effective_receipt(calendar, clock_at, channel).time() > limit.cutoff.at


def _start_codes(
    calendar: WorkingCalendar,
    limit: TimeLimit,
    clock_at: datetime,
    channel: Channel,
    adjustments: Adjustments,
) -> Iterator[str]:
    if adjustments.restarted_at:
        yield "restart"
    elif adjustments.accepted_at:
        yield "accepted"
    else:
        yield "clock-start"
    if limit.unit is not Unit.HOUR or limit.cutoff:
        if effective_receipt(calendar, clock_at, channel) != clock_at:
            yield "out-of-hours"
        elif not calendar.is_working(clock_at.date()):
            yield "saturday-reception"
    if is_past_cutoff(calendar, limit, clock_at, channel):
        yield "cutoff-next-day"


def _leg_codes(leg: Leg) -> Iterator[str]:
    limit = leg.measure.limit
    if leg.started_by is LegStart.STAGE:
        yield "stages-in-sequence"
    if leg.started_by is LegStart.EXTENSION:
        yield "extension"
    if limit.month_as_30_days and limit.unit is Unit.MONTH:
        yield from ("first-day", "month-as-30-days", "end-of-day")
    else:
        yield from ("broken-days",) if _is_broken(leg.measure) else _BY_UNIT[limit.unit]
    if leg.stops_at.date() > leg.counted_until:
        yield "roll-forward"
    if leg.paused:
        yield "pause"


def _is_broken(measure: Measure) -> bool:
    return isinstance(measure, WorkingTime) and measure.limit.unit is Unit.WORKING_DAY
