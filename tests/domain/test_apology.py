"""When a draft apology stands ready: always before its dossier is overdue, never at birth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from counting import CALENDAR, moments
from hypothesis import example, given, settings
from hypothesis import strategies as st

from at_the_counter import asking
from reception.domain.apology import WARN_WORKING_DAYS, needs_draft_from, propose, send_by
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.custody import worked
from reception.domain.deadlines import compute
from reception.domain.dossier import Dossier, State
from reception.domain.intake import Intake, ProcedureOfDay
from reception.domain.moments import parse_moment
from reception.domain.time_limit import TimeLimit, Unit

limits = st.one_of(
    st.just(TimeLimit(Decimal(1), Unit.SAME_DAY)),
    st.builds(
        lambda n, unit: TimeLimit(Decimal(n), unit),
        st.integers(1, 60),
        st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.DAY_EXCLUDING_HOLIDAYS]),
    ),
    st.builds(
        lambda tenths, unit: TimeLimit(Decimal(tenths) / 10, unit),
        st.integers(1, 400),
        st.sampled_from([Unit.WORKING_HOUR, Unit.HOUR]),
    ),
    st.builds(lambda n: TimeLimit(Decimal(n), Unit.MONTH), st.integers(1, 6)),
)


@st.composite
def calendars(draw):
    """The shipped calendar, at times with a long holiday or a week of make-up days put in."""
    first_on = draw(st.dates(date(2018, 1, 1), date(2026, 12, 1)))
    kind = draw(st.sampled_from([DayKind.HOLIDAY, DayKind.MAKEUP_WORKDAY]))
    more = [
        CalendarDay(first_on + timedelta(days=n), kind, "Ngày thử")
        for n in range(draw(st.integers(0, 12)))
    ]
    taken = {day.on for day in more}
    kept = [day for day in CALENDAR.days if day.on not in taken]
    return CALENDAR.with_days([*kept, *more]) if more else CALENDAR


def dossier_of(calendar, limit, received_at) -> Dossier:
    promise = compute(calendar, limit, received_at).to_promise()
    procedure = ProcedureOfDay("1.0", 1, "Thủ tục thử", "Hộ tịch", limit)
    return Dossier(
        dossier_id="d",
        state=State.RECEIVED,
        intake=Intake(procedure, asking().owner, papers=()),
        opened_at=received_at,
        regime="2025",
        promise=promise,
        first_promise=promise,
    )


@settings(max_examples=400)
@given(calendar=calendars(), limit=limits, received_at=moments)
@example(CALENDAR, TimeLimit(Decimal(1), Unit.SAME_DAY), parse_moment("2026-03-10T17:29:30"))
@example(CALENDAR, TimeLimit(Decimal("0.1"), Unit.HOUR), parse_moment("2026-03-10T12:00"))
def test_no_dossier_is_overdue_before_its_draft_stands_ready(calendar, limit, received_at):
    dossier = dossier_of(calendar, limit, received_at)
    promise = dossier.promise
    since = needs_draft_from(calendar, dossier)

    assert since is not None
    assert promise.starts_at <= since < promise.due_at
    if promise.starts_at.date() == promise.due_at.date():
        whole = worked(calendar, promise.starts_at, promise.due_at)
        assert worked(calendar, promise.starts_at, since) <= whole / 2
    # From then on the list that drafts are read from holds it, however late it is.
    assert promise.due_at.date() <= calendar.nth_working_day(since.date(), WARN_WORKING_DAYS)


@settings(max_examples=200)
@given(limit=limits, received_at=moments, late=st.integers(0, 60))
def test_the_new_appointment_is_a_working_day_after_the_due_one_and_after_now(
    limit, received_at, late
):
    dossier = dossier_of(CALENDAR, limit, received_at)
    now = dossier.due_at + timedelta(days=late, hours=-6)
    proposal = propose(CALENDAR, dossier, now)

    assert proposal.new_due_at > max(dossier.due_at, now)
    assert CALENDAR.is_working(proposal.new_due_at.date())
    assert send_by(CALENDAR, dossier) <= dossier.due_at.date()


def test_without_a_due_moment_there_is_no_draft():
    dossier = dossier_of(
        CALENDAR, TimeLimit(Decimal(1), Unit.SAME_DAY), parse_moment("2026-03-10T09:00")
    )
    assert needs_draft_from(CALENDAR, replace(dossier, promise=None)) is None
