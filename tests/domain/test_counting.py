"""What dossiers add up to: what came in is settled or open, and periods join without a gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented_dossier import DUE_AT, RECEIVED, RECEIVED_AT
from reception.domain.counting import (
    Counted,
    Counts,
    Ending,
    count,
    counted,
    span,
    total,
)
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Moment, ResultRecorded, Stopped, TimeCorrected
from reception.domain.intake import Channel
from reception.domain.intake_events import ReceiptUndone
from reception.domain.life import evolve
from reception.domain.list_frame import Period
from reception.domain.moments import parse_moment
from reception.domain.timeliness import Rule, Timeliness, timeliness

LATER = parse_moment("2026-12-31T23:00")
FEBRUARY = Period(date(2026, 2, 1), date(2026, 2, 28))

# --- one dossier ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ended", "minute", "day", "national"),
    [
        ("2026-02-24T16:00", "early", "early", "on-time"),
        ("2026-02-25T08:00", "on-time", "on-time", "on-time"),
        ("2026-02-25T17:30", "on-time", "on-time", "on-time"),
        ("2026-02-25T17:31", "overdue", "on-time", "overdue"),
        ("2026-02-26T07:00", "overdue", "overdue", "overdue"),
    ],
)
def test_each_rule_draws_the_line_elsewhere(ended, minute, day, national):
    at = parse_moment(ended)
    assert [timeliness(DUE_AT, at, rule) for rule in Rule] == [minute, day, national]


def folded(*events) -> Dossier:
    dossier = None
    for event in (RECEIVED, *events):
        dossier = evolve(dossier, "d1", event)
    assert dossier is not None
    return dossier


def test_a_receipt_that_was_undone_does_not_count():
    undone = ReceiptUndone(RECEIVED_AT + timedelta(minutes=5), "nhầm người")
    assert counted(folded(undone)) is None


def test_what_was_corrected_counts_both_ways():
    done = ResultRecorded(parse_moment("2026-02-26T08:00"))
    mended = TimeCorrected(
        LATER, Moment.RESULT, done.at, parse_moment("2026-02-25T16:00"), "ghi muộn một hôm"
    )
    dossier = folded(done, mended)
    assert dossier.uncorrected is not None
    assert counted(dossier).ended_at == mended.after_at
    assert counted(dossier.uncorrected).ended_at == done.at


def test_beside_a_correction_life_goes_on():
    mended = TimeCorrected(
        LATER, Moment.RECEIVED, RECEIVED_AT, RECEIVED_AT - timedelta(hours=1), "ghi muộn"
    )
    dossier = folded(mended, Stopped(DUE_AT, "0001/2026/TBD", "đơn tại quầy", "đổi ý"))
    assert counted(dossier).received_at == mended.after_at
    assert counted(dossier.uncorrected) == replace(counted(dossier), received_at=RECEIVED_AT)


# --- many -----------------------------------------------------------------------------------------

MOMENTS = st.datetimes(parse_moment("2025-12-01T00:00").replace(tzinfo=None),
    parse_moment("2026-06-30T00:00").replace(tzinfo=None),
    timezones=st.just(RECEIVED_AT.tzinfo),
)  # fmt: skip


@st.composite
def dossiers(draw) -> Counted:
    received_at = draw(MOMENTS)
    due_at = draw(st.none() | st.integers(0, 60 * 24 * 40).map(minutes_after(received_at)))
    ended_at = draw(st.none() | st.integers(0, 60 * 24 * 60).map(minutes_after(received_at)))
    return Counted(
        draw(st.sampled_from(("Hộ tịch", "Đất đai"))),
        draw(st.sampled_from(Channel)),
        received_at,
        due_at,
        ended_at,
        draw(st.sampled_from(Ending)) if ended_at else None,
        apologised=draw(st.booleans()),
    )


def minutes_after(moment):
    return lambda minutes: moment + timedelta(minutes=minutes)


DAYS = st.dates(date(2026, 1, 1), date(2026, 5, 31))


@given(st.lists(dossiers(), max_size=30), st.lists(DAYS, min_size=3, max_size=3).map(sorted),
    st.sampled_from(Rule))  # fmt: skip
def test_what_came_in_is_settled_or_open_and_periods_join(some, days, rule):
    first, middle, last = days
    one = total(count(some, span(Period(first, middle), LATER, rule), rule).values())
    next_day = middle + timedelta(days=1)
    two = total(count(some, span(Period(next_day, last), LATER, rule), rule).values())
    both = total(count(some, span(Period(first, last), LATER, rule), rule).values())
    for counts in (one, two, both):
        assert counts.adds_up
    if middle < last:
        assert two.carried_over == one.open
        assert both.received == one.received + two.received
        assert both.settled == one.settled + two.settled
        assert both.open == two.open


@given(st.lists(dossiers(), max_size=20), st.sampled_from(Rule))
def test_a_field_s_figures_added_and_taken_away_leave_nothing(some, rule):
    sums = count(some, span(FEBRUARY, LATER, rule), rule)
    whole = total(sums.values())
    for counts in sums.values():
        whole.add(counts, -1)
    assert whole == Counts()


def test_a_period_that_is_not_over_goes_until_now():
    now = parse_moment("2026-02-10T10:00")
    due_soon = Counted("Hộ tịch", Channel.COUNTER, RECEIVED_AT - timedelta(days=10), DUE_AT)
    late = replace(due_soon, due_at=parse_moment("2026-02-10T09:00"))
    by_minute = count([due_soon, late], span(FEBRUARY, now, Rule.MINUTE), Rule.MINUTE)["Hộ tịch"]
    by_day = count([due_soon, late], span(FEBRUARY, now, Rule.DAY), Rule.DAY)["Hộ tịch"]
    assert (by_minute.open_in_time, by_minute.open_overdue) == (1, 1)
    assert (by_day.open_in_time, by_day.open_overdue) == (2, 0)
    for rule in Rule:
        without_end = replace(FEBRUARY, until_on=date.max)
        assert span(without_end, now, rule) == span(FEBRUARY, now, rule)


def test_what_has_no_due_date_is_told_apart():
    at = parse_moment("2026-02-13T14:00")
    certified = Counted("Chứng thực", Channel.COUNTER, at, None, at, Ending.RESULT)
    counts = count([certified], span(FEBRUARY, LATER, Rule.DAY), Rule.DAY)["Chứng thực"]
    assert counts.settled == {(Timeliness.NO_LIMIT, Ending.RESULT): 1}
