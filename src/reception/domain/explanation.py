"""Why a result is due when it is due: every day from receipt to due day, counted or not, and why.

An explanation is made only when somebody asks for it; the due moment itself needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reception.domain.basis import is_past_cutoff
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.deadlines import Deadline
from reception.domain.due_words import lower, weekday_date
from reception.domain.measures import Days
from reception.domain.moments import hour_words, midnight, weekday_words
from reception.domain.runs import Leg, LegStart
from reception.domain.time_limit import Unit

_DAY_ZERO = {
    LegStart.RECEIPT: "Ngày bắt đầu tính thời hạn, không đếm ngày này",
    LegStart.RESUMED: "Ngày tiếp tục sau tạm dừng, không đếm ngày này",
    LegStart.STAGE: "Ngày bắt đầu bước tiếp theo, không đếm ngày này",
    LegStart.EXTENSION: "Ngày bắt đầu gia hạn, không đếm ngày này",
}


@dataclass(frozen=True, slots=True)
class DayNote:
    """One calendar day of an explanation. ``basis`` is the article, rule or decision."""

    on: date
    counted: bool
    reason: str
    basis: str


def days_of(deadline: Deadline) -> tuple[DayNote, ...]:
    """Every calendar day from the receipt to the due day, both included, exactly once."""
    notes: list[DayNote] = []
    titles = _run_titles(deadline)
    numbers = [0] * len(titles)
    for on in calendar_days(deadline.received_at.date(), deadline.due_at.date()):
        leg = next((leg for leg in deadline.legs if _amount(leg, on)), None)
        if leg is None:
            notes.append(_uncounted(deadline, on))
            continue
        run_number = _run_number(deadline, leg)
        numbers[run_number] += 1
        notes.append(_counted(deadline, leg, on, titles[run_number], numbers[run_number]))
    return tuple(notes)


def calendar_days(first_on: date, last_on: date) -> Iterator[date]:
    """Every day between two days, both included."""
    for ordinal in range(first_on.toordinal(), last_on.toordinal() + 1):
        yield date.fromordinal(ordinal)


def _run_titles(deadline: Deadline) -> list[str]:
    """What the days of each run are told under: a stage's office, an extension, or nothing."""
    decided_by_stages = deadline.limit is None and not deadline.parallel
    titles = [f"{stage.office}: " for stage in deadline.stages] if decided_by_stages else [""]
    return [*titles, "Gia hạn: "]


def _run_number(deadline: Deadline, leg: Leg) -> int:
    """Which run a leg belongs to: each stage and the extension count their days anew."""
    legs = deadline.legs[: deadline.legs.index(leg) + 1]
    return sum(leg.started_by in {LegStart.STAGE, LegStart.EXTENSION} for leg in legs)


def _amount(leg: Leg, on: date) -> int:
    """What a leg used of a day: one day or none, or microseconds of hours."""
    measure = leg.measure
    if not isinstance(measure, Days):
        begins = midnight(on)
        from_at = max(leg.starts_at, begins)
        until_at = min(leg.stops_at, begins + timedelta(days=1))
        return measure.used(from_at, until_at) if from_at < until_at else 0
    if measure.limit.unit is Unit.SAME_DAY:
        return int(on == leg.counted_until and not leg.paused)
    return int(leg.starts_at.date() < on <= leg.counted_until and measure.counts(on))


def _counted(deadline: Deadline, leg: Leg, on: date, title: str, number: int) -> DayNote:
    entry = deadline.calendar.entry_on(on)
    amount = sum(_amount(same, on) for same in deadline.legs if same.measure is leg.measure)
    reason, code = _count_words(leg, amount, number)
    basis = _article(deadline, code)
    if entry and entry.kind is DayKind.MAKEUP_WORKDAY:
        reason, basis = f"{reason}: {lower(entry.name)}", _source(entry)
    elif isinstance(leg.measure, Days) and on == leg.counted_until < leg.stops_at.date():
        reason += f", {_off_words(deadline, on)} nên hạn chuyển sang ngày làm việc tiếp theo"
        basis = _article(deadline, "roll-forward")
    return DayNote(on, counted=True, reason=f"{title}{reason}{_remark(deadline, on)}", basis=basis)


def _count_words(leg: Leg, amount: int, number: int) -> tuple[str, str]:
    """What a counted day is counted as, and the rule's code."""
    unit = leg.measure.limit.unit
    if unit is Unit.HOUR:
        return f"Tính liên tục {_span_words(amount)}", "clock-hours"
    if not isinstance(leg.measure, Days):
        return f"Tính {_span_words(amount)} làm việc", "working-hours"
    if unit is Unit.SAME_DAY:
        return "Ngày trả kết quả của việc giải quyết trong ngày", "same-day"
    if leg.measure.counts_only_work:
        return f"Ngày làm việc thứ {number}", "working-days"
    return f"Ngày thứ {number}", "calendar-days"


def _uncounted(deadline: Deadline, on: date) -> DayNote:
    reason, basis = (
        _before_start(deadline, on)
        or _while_paused(deadline, on)
        or _day_zero(deadline, on)
        or _day_off(deadline, on)
        or ("Hạn trả sau khi chuyển qua ngày nghỉ", _article(deadline, "roll-forward"))
    )
    return DayNote(on, counted=False, reason=reason + _remark(deadline, on), basis=basis)


def _before_start(deadline: Deadline, on: date) -> tuple[str, str] | None:
    """Why nothing is counted on a day before the clock starts."""
    if on >= deadline.starts_at.date():
        return None
    if on < deadline.clock_at.date():
        if deadline.adjustments.restarted_at:
            return "Chờ bổ sung, thời hạn sẽ tính lại từ đầu", _article(deadline, "restart")
        return "Đã gửi nhưng chưa được chấp nhận", _article(deadline, "accepted")
    starts = f"{hour_words(deadline.starts_at)} {weekday_date(deadline.starts_at.date())}"
    limit = deadline.legs[0].measure.limit
    if on == deadline.clock_at.date() and is_past_cutoff(
        deadline.calendar, limit, deadline.clock_at, deadline.channel
    ):
        return f"Nhận sau giờ chốt nên tính từ {starts}", _article(deadline, "cutoff-next-day")
    if on == deadline.clock_at.date():
        return f"Nhận ngoài giờ làm việc nên tính từ {starts}", _article(deadline, "out-of-hours")
    return _day_off(deadline, on)


def _while_paused(deadline: Deadline, on: date) -> tuple[str, str] | None:
    """Why nothing is counted on a day on which the clock stands still."""
    for leg, following in zip(deadline.legs, deadline.legs[1:], strict=False):
        if leg.paused and leg.stops_at.date() <= on < following.starts_at.date():
            return "Tạm dừng, không tính vào thời hạn", _article(deadline, "pause")
    return None


def _day_zero(deadline: Deadline, on: date) -> tuple[str, str] | None:
    leg = next((leg for leg in deadline.legs if leg.starts_at.date() == on), None)
    if leg is None:
        return None
    if leg.started_by is LegStart.RECEIPT and not deadline.calendar.is_working(on):
        return "Nhận trong buổi tiếp nhận thứ Bảy, không đếm ngày này", _article(
            deadline, "saturday-reception"
        )
    is_new = leg.started_by is not LegStart.RESUMED
    if leg.measure.limit.unit is Unit.SAME_DAY and is_new and not leg.paused:
        reason = "Nhận sau giờ chốt nên trả kết quả trong ngày làm việc tiếp theo"
        return reason, _article(deadline, "same-day")
    return _DAY_ZERO[leg.started_by], _article(deadline, "first-day")


def _day_off(deadline: Deadline, on: date) -> tuple[str, str] | None:
    if deadline.calendar.is_working(on):
        return None
    entry = deadline.calendar.entry_on(on)
    basis = _source(entry) if entry else _article(deadline, "weekly-rest")
    return _capital(_off_words(deadline, on)), basis


def _off_words(deadline: Deadline, on: date) -> str:
    entry = deadline.calendar.entry_on(on)
    if entry is None:
        return f"{lower(weekday_words(on))} nghỉ cuối tuần"
    return f"nghỉ lễ {entry.name}" if entry.kind is DayKind.HOLIDAY else lower(entry.name)


def _source(entry: CalendarDay) -> str:
    return entry.source or "lịch làm việc của cơ quan"


def _remark(deadline: Deadline, on: date) -> str:
    if deadline.calendar.is_announced(on, on):
        return ""
    return f" (chưa có lịch nghỉ chính thức năm {on.year})"


def _article(deadline: Deadline, code: str) -> str:
    return deadline.calendar.rules.rule(code, deadline.starts_at.date()).article


def _span_words(microseconds: int) -> str:
    hours, minutes = divmod(round(microseconds / 60_000_000), 60)
    return f"{hours} giờ {minutes:02d} phút" if minutes else f"{hours} giờ"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
