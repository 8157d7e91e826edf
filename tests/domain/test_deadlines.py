"""When a result is due: against a second opinion, and the properties that every answer keeps."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from counting import (
    CALENDAR,
    at,
    moments,
    naive_calendar_days,
    naive_working_days,
    naive_working_minutes,
    with_holiday,
)
from hypothesis import assume, given
from hypothesis import strategies as st

from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.deadlines import compute, promise_without_limit
from reception.domain.errors import RuleViolation
from reception.domain.explanation import days_of
from reception.domain.intake import Channel
from reception.domain.office import OfficeHours, Session
from reception.domain.runs import Adjustments, Pause
from reception.domain.time_limit import CutOff, Stage, TimeLimit, Unit

DAY_UNITS = (Unit.WORKING_DAY, Unit.DAY, Unit.DAY_EXCLUDING_HOLIDAYS, Unit.SAME_DAY)
MORNING = Session(time(7, 30), time(11, 30))


def limit(value: int | str, unit: Unit = Unit.WORKING_DAY, **options: object) -> TimeLimit:
    return TimeLimit(Decimal(value), unit, **options)


@st.composite
def limits(draw: st.DrawFn) -> TimeLimit:
    unit = draw(st.sampled_from(Unit))
    if unit is Unit.SAME_DAY:
        return limit(1, unit)
    if unit is Unit.MONTH:
        return limit(draw(st.integers(1, 6)), unit, month_as_30_days=draw(st.booleans()))
    cutoff = draw(st.sampled_from([None, CutOff(time(15)), CutOff(time(16, 30))]))
    if unit in {Unit.WORKING_HOUR, Unit.HOUR} or (unit is Unit.WORKING_DAY and draw(st.booleans())):
        return limit(str(Decimal(draw(st.integers(1, 60))) / 4), unit, cutoff=cutoff)
    return limit(draw(st.integers(1, 40)), unit, cutoff=cutoff)


@given(moments, st.integers(1, 60))
def test_working_days_agree_with_the_plain_loop(received_at, days):
    assert compute(CALENDAR, limit(days), received_at).due_at == naive_working_days(
        CALENDAR, received_at, days
    )


@given(moments, st.integers(1, 120))
def test_calendar_days_agree_with_the_plain_loop(received_at, days):
    assert compute(CALENDAR, limit(days, Unit.DAY), received_at).due_at == naive_calendar_days(
        CALENDAR, received_at, days
    )


@given(moments.map(lambda moment: moment.replace(second=0)), st.integers(1, 500))
def test_working_hours_agree_with_a_walk_minute_by_minute(received_at, twentieths):
    hours = limit(str(Decimal(twentieths) / 20), Unit.WORKING_HOUR)

    assert compute(CALENDAR, hours, received_at).due_at == naive_working_minutes(
        CALENDAR, received_at, 3 * twentieths
    )


@given(limits(), moments, st.integers(0, 60 * 24 * 30))
def test_a_later_receipt_is_never_due_earlier(some_limit, received_at, minutes):
    later_at = received_at + timedelta(minutes=minutes)

    first = compute(CALENDAR, some_limit, received_at).due_at
    assert first <= compute(CALENDAR, some_limit, later_at).due_at
    assert first >= received_at


@given(limits(), moments)
def test_what_is_due_by_days_is_due_at_the_close_of_a_working_day(some_limit, received_at):
    assume(some_limit.unit not in {Unit.HOUR, Unit.WORKING_HOUR} and not some_limit.value % 1)

    due_at = compute(CALENDAR, some_limit, received_at).due_at

    assert CALENDAR.is_working(due_at.date())
    assert due_at == CALENDAR.closing_on(due_at.date())


@given(moments, st.integers(1, 200), st.integers(1, 200))
def test_working_hours_add_up(received_at, first, second):
    def after(start_at: datetime, quarters: int) -> datetime:
        hours = limit(str(Decimal(quarters) / 4), Unit.WORKING_HOUR)
        return compute(CALENDAR, hours, start_at).due_at

    assert after(received_at, first + second) == after(after(received_at, first), second)


@given(limits(), moments, st.integers(-5, 40))
def test_one_more_holiday_never_makes_a_result_due_earlier(some_limit, received_at, offset):
    holiday_on = received_at.date() + timedelta(days=offset)
    # A holiday on the very day of a due promise that counts every day can only move it later too.
    changed = with_holiday(CALENDAR, holiday_on)

    assert compute(CALENDAR, some_limit, received_at).due_at <= (
        compute(changed, some_limit, received_at).due_at
    )


@given(limits(), moments)
def test_a_swap_outside_the_span_changes_nothing(some_limit, received_at):
    deadline = compute(CALENDAR, some_limit, received_at)
    off_on = deadline.due_at.date() + timedelta(days=3)
    makeup_on = received_at.date() - timedelta(days=7 + received_at.weekday() - 5)
    swap = [
        CalendarDay(off_on, DayKind.SUBSTITUTE_OFF, "Nghỉ hoán đổi"),
        CalendarDay(makeup_on, DayKind.MAKEUP_WORKDAY, "Làm bù"),
    ]
    others = [day for day in CALENDAR.days if day.on not in {off_on, makeup_on}]

    changed = compute(CALENDAR.with_days(others + swap), some_limit, received_at)

    assert changed.due_at == deadline.due_at


@given(moments, st.lists(st.sampled_from([1, 2, 4, 6, 8, 10]), min_size=1, max_size=6))
def test_internal_steps_end_within_the_limit_they_add_up_to(received_at, quarters):
    total = Decimal(sum(quarters)) / 4
    whole = total.to_integral_value(rounding="ROUND_CEILING")
    stages = [Stage("Bước", limit(str(Decimal(step) / 4))) for step in quarters]
    assume(any(step % 4 for step in quarters))

    steps = compute(CALENDAR, None, received_at, stages=stages)

    assert steps.due_at <= compute(CALENDAR, limit(str(whole)), received_at).due_at


@given(limits(), moments, st.integers(0, 5), st.integers(1, 10 * 24), st.sampled_from(Channel))
def test_every_explanation_counts_to_the_limit(some_limit, received_at, extra, hours, channel):
    pause = Pause(received_at + timedelta(hours=hours), received_at + timedelta(hours=2 * hours))
    adjustments = Adjustments(pauses=(pause,), extra_working_days=extra)
    deadline = compute(CALENDAR, some_limit, received_at, channel=channel, adjustments=adjustments)

    notes = days_of(deadline)

    span = (deadline.due_at.date() - received_at.date()).days
    assert [note.on for note in notes] == [
        received_at.date() + timedelta(days=n) for n in range(span + 1)
    ]
    assert all(note.reason and note.basis for note in notes)
    if some_limit.unit in DAY_UNITS and not some_limit.value % 1:
        assert sum(note.counted for note in notes) == some_limit.value + extra


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-10-05T11:30", "2026-10-05T15:30"),  # exactly at the lunch break
        ("2026-10-05T17:30", "2026-10-06T09:30"),  # exactly at closing
        ("2026-10-05T06:00", "2026-10-05T09:30"),
        ("2026-10-09T17:31", "2026-10-12T09:30"),
    ],
)
def test_working_hours_start_when_the_office_works(received, due):
    assert compute(CALENDAR, limit(2, Unit.WORKING_HOUR), at(received)).due_at == at(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-10-05T15:00:00", "2026-10-05T17:30"),
        ("2026-10-05T15:00:01", "2026-10-06T17:30"),
        ("2026-10-05T18:00:00", "2026-10-06T17:30"),
        ("2026-10-09T18:00:00", "2026-10-12T17:30"),
    ],
)
def test_same_day_work_has_its_statutory_cutoff_without_being_told(received, due):
    assert compute(CALENDAR, limit(1, Unit.SAME_DAY), at(received)).due_at == at(due)


def test_a_decree_past_the_announced_years_makes_the_answer_provisional():
    assert not compute(CALENDAR, limit(3), at("2026-11-20T10:00")).provisional
    late = compute(CALENDAR, limit(3), at("2026-12-30T10:00"))
    assert late.due_at == at("2027-01-05T17:30")
    assert late.provisional
    assert "31/12/2026" in late.basis[-1]
    assert compute(CALENDAR, limit(3), at("2014-12-30T10:00")).provisional
    assert compute(CALENDAR, limit(3), at("2040-03-01T10:00")).due_at == at("2040-03-06T17:30")


def test_hours_by_the_clock_are_never_provisional():
    assert not compute(CALENDAR, limit(24, Unit.HOUR), at("2027-03-01T10:00")).provisional


def test_a_saturday_receipt_counts_from_that_saturday_only_where_the_desk_receives():
    calendar = CALENDAR.with_hours([OfficeHours(date(2015, 1, 1), saturday_reception=MORNING)])
    saturday = at("2026-10-10T09:00")

    def due(channel: Channel, unit: Unit = Unit.WORKING_DAY) -> datetime:
        return compute(calendar, limit(1, unit), saturday, channel=channel).due_at

    assert due(Channel.COUNTER) == at("2026-10-12T17:30")
    assert due(Channel.POST) == at("2026-10-12T17:30")
    assert due(Channel.ONLINE_FULL) == at("2026-10-13T17:30")
    assert due(Channel.COUNTER, Unit.SAME_DAY) == at("2026-10-10T11:30")
    assert due(Channel.COUNTER, Unit.WORKING_HOUR) == at("2026-10-12T08:30")


def test_stages_carry_their_own_dates():
    stages = [Stage("Xã", limit(5)), Stage("Sở", limit(12, Unit.DAY))]

    deadline = compute(CALENDAR, None, at("2026-10-05T09:00"), stages=stages)

    assert [(s.office, s.due_at) for s in deadline.stages] == [
        ("Xã", at("2026-10-12T17:30")),
        ("Sở", at("2026-10-26T17:30")),
    ]
    assert deadline.to_promise().stages == deadline.stages
    assert deadline.to_promise().calendar == CALENDAR.version


def test_with_a_limit_the_stages_are_milestones():
    stages = [Stage("Xã", limit(1)), Stage("Công an", limit(1))]

    deadline = compute(CALENDAR, limit(3), at("2026-10-05T09:00"), stages=stages)

    assert deadline.due_at == at("2026-10-08T17:30")
    assert deadline.stages[-1].due_at == at("2026-10-07T17:30")


def test_no_stage_begins_before_the_limits_own_clock():
    linked = limit(3, cutoff=CutOff(time(15)))
    stages = [Stage("Xã", limit(24, Unit.HOUR)), Stage("Công an", limit(2))]

    deadline = compute(CALENDAR, linked, at("2026-10-09T15:30"), stages=stages, parallel=True)

    assert deadline.starts_at == at("2026-10-12T07:30")
    assert [(s.starts_at, s.due_at) for s in deadline.stages] == [
        (deadline.starts_at, at("2026-10-13T07:30")),
        (deadline.starts_at, at("2026-10-14T17:30")),
    ]


def test_a_pause_falls_into_the_stage_that_runs():
    stages = [Stage("Xã", limit(2)), Stage("Sở", limit(3))]
    pause = Pause(at("2026-10-08T09:00"), at("2026-10-13T09:00"))

    deadline = compute(
        CALENDAR,
        None,
        at("2026-10-05T09:00"),
        stages=stages,
        adjustments=Adjustments(pauses=(pause,)),
    )

    assert [s.due_at for s in deadline.stages] == [at("2026-10-07T17:30"), at("2026-10-15T17:30")]


def test_where_the_law_sets_no_limit_nothing_is_promised():
    promise = promise_without_limit(at("2026-10-05T09:00"))

    assert promise.due_at is None
    with pytest.raises(RuleViolation, match="thời hạn"):
        compute(CALENDAR, None, at("2026-10-05T09:00"))


def test_the_law_of_the_day_is_told():
    before = compute(CALENDAR, limit(3), at("2025-06-30T09:00"))
    after = compute(CALENDAR, limit(3), at("2026-08-05T09:00"))

    assert any("61/2018" in text for text in before.law)
    assert not any("118/2025" in text for text in before.law)
    assert any("309/2026" in text for text in after.law)
    assert any("61/2018" in rule for rule in before.basis)


@pytest.mark.parametrize(
    ("adjustments", "code"),
    [
        (Adjustments(accepted_at=at("2026-10-04T09:00")), "impossible-start"),
        (Adjustments(restarted_at=at("2026-10-04T09:00")), "impossible-start"),
        (Adjustments(extra_working_days=-1), "impossible-limit"),
        (Adjustments(extra_working_days=1_000_000), "impossible-limit"),
        (
            Adjustments(pauses=(Pause(at("2026-10-04T09:00"), at("2026-10-06T09:00")),)),
            "pause-before-receipt",
        ),
        (
            Adjustments(
                pauses=(
                    Pause(at("2026-10-06T09:00"), at("2026-10-09T09:00")),
                    Pause(at("2026-10-08T09:00"), at("2026-10-12T09:00")),
                )
            ),
            "pauses-overlap",
        ),
    ],
)
def test_what_cannot_have_happened_is_refused(adjustments, code):
    with pytest.raises(RuleViolation) as refused:
        compute(CALENDAR, limit(5), at("2026-10-05T09:00"), adjustments=adjustments)

    assert refused.value.code == code


def test_a_pause_within_one_closing_time_takes_nothing_away():
    evening = Pause(at("2026-11-26T19:57"), at("2026-11-26T19:58"))
    whole_night = Pause(at("2026-11-26T17:45"), at("2026-11-27T07:00"))
    for pause in (evening, whole_night):
        paused = compute(
            CALENDAR,
            limit(1, Unit.SAME_DAY),
            at("2026-11-26T17:22"),
            adjustments=Adjustments(pauses=(pause,)),
        )
        assert paused.due_at == at("2026-11-27T17:30")


def test_a_pause_ends_after_it_began():
    with pytest.raises(RuleViolation) as refused:
        Pause(at("2026-10-06T09:00"), at("2026-10-06T09:00"))

    assert refused.value.code == "impossible-pause"
