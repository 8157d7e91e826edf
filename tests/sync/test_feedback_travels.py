"""Feedback between desks: each sees it, numbers never meet, and the first answer stands."""

from __future__ import annotations

import pytest

from at_the_counter import BY
from reception.domain.applicant import Party
from reception.services import feedback, safekeeping
from reception.services.feedback import FeedbackRequest

SAID = FeedbackRequest("Bảng treo cao", sender=Party("Giàng Thị Dợ", phone="0398765432"))


@pytest.fixture
def desks(commune):
    return commune.desk(0), commune.desk(1)


def settle(commune, desks):
    for desk in desks * 2:
        commune.exchange(desk)


def test_the_other_desk_lists_it_and_goes_on_with_it(commune, desks):
    first, second = desks
    taken = feedback.receive(first, SAID, by=BY).feedback_id
    settle(commune, desks)

    feedback.answer(second, taken, "Đã hạ bảng", by=BY)
    settle(commune, desks)

    assert feedback.find(first) == feedback.find(second)
    assert feedback.opened(first, taken).feedback.answered is not None
    assert all(safekeeping.verify(desk).whole for desk in desks)


def test_numbers_of_two_desks_never_meet(commune, desks):
    codes = [feedback.receive(desk, SAID, by=BY).received.code for desk in desks]

    settle(commune, desks)

    assert codes == ["0001/2026/PAKN", "1001/2026/PAKN"]
    assert len(feedback.find(desks[0])) == 2
    assert feedback.receive(desks[1], SAID, by=BY).received.code == "1002/2026/PAKN"


def test_of_two_answers_the_first_in_the_log_stands_and_the_other_stays_to_be_read(commune, desks):
    first, second = desks
    taken = feedback.receive(first, SAID, by=BY).feedback_id
    settle(commune, desks)
    feedback.answer(first, taken, "Đã hạ bảng", by=BY)
    feedback.refuse(second, taken, "không rõ", by=BY)

    settle(commune, desks)

    for desk in desks:
        told = feedback.opened(desk, taken)
        assert told.feedback.answered is not None
        assert told.feedback.refused is None
        assert told.feedback.passed_over == 1
        assert len(told.history) == 3
        assert safekeeping.verify(desk).whole
