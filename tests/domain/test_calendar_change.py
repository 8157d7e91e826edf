"""A decree changes the calendar: only the promises it touches are counted again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from counting import CALENDAR, at, moments, with_holiday
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.calendar_change import MovedDueDate, OpenDueDate, moved_due_dates
from reception.domain.deadlines import compute
from reception.domain.time_limit import Stage, TimeLimit, Unit

SWAP_DAY = date(2026, 11, 23)


def promise(received: str, days: int, unit: Unit = Unit.WORKING_DAY) -> OpenDueDate:
    limit = TimeLimit(Decimal(days), unit)
    due_at = compute(CALENDAR, limit, at(received)).due_at
    return OpenDueDate(f"{received}+{days}", at(received), due_at, limit)


def test_only_the_promises_that_move_are_told():
    before, across, after = (
        promise("2026-11-16T09:00", 3),
        promise("2026-11-20T09:00", 3),
        promise("2026-11-25T09:00", 3),
    )
    calendar = with_holiday(CALENDAR, SWAP_DAY)

    moved = list(moved_due_dates(calendar, [SWAP_DAY], [before, across, after]))

    assert moved == [
        MovedDueDate(across.dossier_id, at("2026-11-26T17:30"), at("2026-11-27T17:30"))
    ]


def test_without_a_changed_day_nothing_moves():
    assert list(moved_due_dates(CALENDAR, [], [promise("2026-11-20T09:00", 3)])) == []


def test_a_promise_by_stages_is_walked_again():
    stages = (Stage("Xã", TimeLimit(Decimal(1), Unit.WORKING_DAY)),) * 2
    received_at = at("2026-11-19T09:00")
    due_at = compute(CALENDAR, None, received_at, stages=stages).due_at
    open_date = OpenDueDate("linked", received_at, due_at, None, stages=stages)

    [moved] = moved_due_dates(with_holiday(CALENDAR, SWAP_DAY), [SWAP_DAY], [open_date])

    assert moved.would_be_due_at == at("2026-11-25T17:30")


@given(
    st.lists(st.tuples(moments, st.integers(1, 40), st.sampled_from([Unit.WORKING_DAY, Unit.DAY]))),
    st.dates(date(2018, 1, 1), date(2026, 6, 30)),
)
def test_it_finds_exactly_what_recomputing_everything_finds(receipts, holiday_on):
    calendar = with_holiday(CALENDAR, holiday_on)
    promises: list[OpenDueDate] = []
    expected: list[MovedDueDate] = []
    for number, (received_at, days, unit) in enumerate(receipts):
        limit = TimeLimit(Decimal(days), unit)
        old, new = (compute(each, limit, received_at).due_at for each in (CALENDAR, calendar))
        promises.append(OpenDueDate(str(number), received_at, old, limit))
        if old != new:
            expected.append(MovedDueDate(str(number), old, new))

    changed = CALENDAR.changed_days(calendar)
    assert list(moved_due_dates(calendar, changed, promises)) == expected
