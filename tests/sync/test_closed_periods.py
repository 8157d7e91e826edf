"""A month closed at one desk: counted again at any other, whatever came late, to the same byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from at_the_counter import BIRTH, BY
from ends import received
from reception.domain.accounts import Account, Role
from reception.domain.closed_figures import thawed
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.services import (
    catalogue,
    closed_twice,
    closing_periods,
    exchange,
    feedback,
    finishing,
    inbox,
    mending,
    safekeeping,
)
from reception.services.feedback import FeedbackRequest
from reception.services.reports import HANDLING
from sent_down import submitted

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def april(commune):
    """Two desks in April; each received one in March, and only the first knows of both."""
    first, second = commune.desk(0), commune.desk(1)
    theirs = received(second)
    ours = received(first)
    commune.exchange(second)
    commune.exchange(first)
    # What the second desk did in March and did not send before the month was closed.
    commune.clock.set_to("2026-03-20T09:00")
    finishing.record_result(second, theirs.dossier_id, by=BY)
    received(second)
    finishing.record_result(first, ours.dossier_id, by=BY)
    commune.clock.set_to("2026-04-02T09:00")
    return first, second, ours


def close(desk):
    (closing,) = closing_periods.close(desk, MARCH, Choices(), by=BY, names=(HANDLING,))
    return closing.closed


def settle(commune, *desks):
    for desk in desks * 2:
        commune.exchange(desk)


def test_late_events_and_corrections_change_today_and_not_what_was_closed(commune, april):
    first, second, ours = april
    closed = close(first)
    earlier = datetime(2026, 3, 10, 10, tzinfo=ours.opened_at.tzinfo)
    mending.correct_time(
        first, ours.dossier_id, mending.Moment.RESULT, earlier, reason="ghi muộn", by=BY
    )
    settle(commune, first, second)

    for desk in (first, second):
        again = closing_periods.recomputed(desk, MARCH)
        assert again.is_the_same
        assert again.closing.closed == closed
        told = closing_periods.compared(desk, MARCH)
        changed = {one.column for one in told.differences if not one.field}
        assert changed >= {"c3", "c7"}, "the late events count today"
        assert safekeeping.verify(desk).faults == ()


def test_of_two_desks_that_close_a_month_the_first_in_the_log_holds(commune, april):
    first, second, _ours = april
    of_first = close(first)
    of_second = close(second)
    assert of_first.places != of_second.places
    settle(commune, second, first)

    for desk in (first, second):
        (standing,) = closing_periods.closings(desk)
        assert standing.closed == of_second
        assert closing_periods.recomputed(desk, MARCH).is_the_same


def test_the_list_tells_at_which_desk_it_was_closed(commune, april):
    first, second, _ours = april
    close(first)
    settle(commune, first, second)
    told = [closing_periods.who_closed(d, closing_periods.found(d, MARCH)) for d in (first, second)]
    assert told == [f"{BY} (máy này)", f"{BY} (Quầy 0)"]


def test_what_came_online_and_what_was_said_are_counted_as_they_were_known(commune, april):
    first, second, _ours = april
    now = commune.clock()
    came = now.replace(month=3, day=30)
    submitted(commune, first, second, submission="nop-a", submitted_at=came)
    said = feedback.receive(first, FeedbackRequest("Sân lầy lội"), by=BY)
    commune.clock.set_to("2026-05-04T09:00")
    settle(commune, first, second)
    spring = Period(date(2026, 3, 1), date(2026, 4, 30))
    closings = closing_periods.close(first, spring, Choices(), by=BY)
    of = {one.closed.report: thawed(one.closed.figures) for one in closings}
    assert of["07a"].total.figures["c13"] == 1
    assert of["ii05"].total.figures["open_overdue"] == 1

    # Both are answered; the procedure's field and the office's hours are others meanwhile.
    inbox.refuse(second, "nop-a", reason="không thuộc thẩm quyền", by=BY)
    feedback.answer(first, said.feedback_id, "Đã rải đá", by=BY)
    other = replace(first.procedure(BIRTH, now.date()), field="Đất đai")
    head = Account(BY, "Lò Thị Mây", Role.ADMINISTRATOR)
    catalogue.revise(first, [other], "sai lĩnh vực", by=head)
    settle(commune, first, second)
    for desk in (first, second):
        told = closing_periods.recounted(desk, closing_periods.closings(desk))
        assert all(one.is_the_same for one in told)


def test_a_month_closed_at_two_desks_is_told_until_somebody_has_seen_it(commune, april):
    first, second, _ours = april
    commune.exchange(first)
    commune.exchange(second)  # which knows of three dossiers now, the other of two
    close(first)
    close(second)
    settle(commune, second, first)
    for desk in (first, second):
        (told,) = closed_twice.unreviewed(desk)
        words = closed_twice.words(desk, told)
        assert "đến trước nên có hiệu lực" in words
        assert "Tổng số, cột 3: bản trước 3, bản sau 2" in words
        assert exchange.standing(desk).reviews == 1

    closed_twice.review(first, told.closing.event, by=BY)
    settle(commune, first, second)
    for desk in (first, second):
        assert closed_twice.unreviewed(desk) == []
        assert exchange.standing(desk).reviews == 0
        assert len(closed_twice.seconds(desk)) == 1, "the list tells of it for good"
        assert safekeeping.verify(desk).faults == ()
