"""Feedback between desks: each sees it, numbers never meet, and the first answer stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from at_the_counter import BY
from ends import AGENCY
from reception.domain.applicant import Party
from reception.domain.closing_events import RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.redaction import GONE
from reception.services import feedback, feedback_redaction, folding, safekeeping
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


def redacted(commune, desks):
    first, _second = desks
    said = replace(SAID, procedure="Khai sinh cho con bà Giàng Thị Dợ")
    taken = feedback.receive(first, said, by=BY).feedback_id
    feedback.answer(first, taken, "Bà Giàng Thị Dợ nói đúng", by=BY)
    feedback.publish(first, taken, "Bảng cao", "Đã hạ", by=BY)
    settle(commune, desks)
    feedback_redaction.redact(
        first, taken, RedactionGround.PERSONS_REQUEST, decision="QĐ 1", decided_by="Lò A", by=BY
    )
    settle(commune, desks)
    return taken


def test_who_gave_it_is_blanked_at_every_desk_and_at_the_server(commune, desks):
    taken = redacted(commune, desks)
    folding.fold(commune.ledger, AGENCY, commune.clock)

    for desk in desks:
        told = feedback.opened(desk, taken).feedback
        assert (told.received.sender.name, told.received.text) == (GONE, "")
        assert told.published.answer == "Đã hạ"
        assert feedback.find(desk, "giang") == []
        assert safekeeping.verify(desk).whole
        raw = (desk.database.path).read_bytes()
        assert "Giàng Thị Dợ".encode() not in raw
        assert b"0398765432" not in raw
    with commune.ledger.reading() as work:
        events = work.events_of(AGENCY, [f"feedback:{taken}"], 1_000)[f"feedback:{taken}"]
    assert not any("Giàng".encode() in event.body for event in events)


def test_a_desk_that_comes_later_gets_it_blanked_and_can_prove_it(commune, desks):
    taken = redacted(commune, desks)
    folding.fold(commune.ledger, AGENCY, commune.clock)
    third = commune.desk(2)
    settle(commune, (third,))

    told = feedback.opened(third, taken).feedback
    assert told.received.sender.name == GONE
    assert safekeeping.verify(third).whole


@pytest.mark.parametrize("decided_by", ["", "Lò A"])
def test_what_is_still_open_or_undecided_is_not_blanked(desks, decided_by):
    first, _second = desks
    taken = feedback.receive(first, SAID, by=BY).feedback_id

    with pytest.raises(RuleViolation):
        feedback_redaction.redact(
            first, taken, RedactionGround.DECISION, decision="QĐ 1", decided_by=decided_by, by=BY
        )
    assert feedback.opened(first, taken).feedback.received.sender.name == "Giàng Thị Dợ"
