"""A desk that has no line at all: let in by a file, and by sticks alone."""

from __future__ import annotations

import msgspec
import pytest

from ends import AGENCY, COMMUNE, Commune, lists_of, log_of, received
from reception.domain.errors import Trouble
from reception.services import safekeeping
from reception.services.desk import Desk
from reception.services.set_up import office_named, set_up
from reception.storage import line_rows
from reception.storage.ledger.rows import DeviceRow
from reception.sync.enrolling import invite
from reception.sync.joining import join_by_invitation, read_invitation
from reception.sync.line import RefusedBy
from reception.sync.signatures import to_text
from reception.sync.stick import write_stick
from reception.sync.stick_answering import take_bundle
from sticks import answered, carried, taken, written


def invitation_file(commune: Commune, slot: int, **other: str) -> bytes:
    """What ``reception server invite --file`` writes."""
    code = invite(commune.ledger, AGENCY, slot, f"Quầy {slot}", commune.clock())
    with commune.ledger.reading() as work:
        authority = work.authority()
    told = {
        "server_name": authority.server_name,
        "url": "https://mot-cua.example.vn",
        "server_key": to_text(authority.public_key),
        "seal_key": to_text(authority.seal_key),
        "agency": AGENCY,
        "agency_name": COMMUNE,
        "slot": slot,
        "code": code,
        "valid_until": "2026-03-11T09:00:00+07:00",
        "incarnation": authority.incarnation,
    }
    return msgspec.json.encode(told | other)


def invited(commune: Commune, slot: int, *, own_slot: int = 0, **other: str) -> Desk:
    """A desk with an invitation, that numbered with a slot of its own before."""
    folder = commune.folder / f"quay-{len(commune.desks)}"
    desk = set_up(folder, office_named(COMMUNE, AGENCY), commune.clock, slot=own_slot)
    commune.desks.append(desk)
    invitation = read_invitation(invitation_file(commune, slot, **other))
    join_by_invitation(desk.store, invitation, commune.clock)
    return desk


def known(commune: Commune, desk: Desk) -> DeviceRow | None:
    with commune.ledger.reading() as work:
        return work.device(desk.store.journal.device.device)


def test_a_desk_is_let_in_with_its_first_bundle(commune):
    desk = invited(commune, 3)
    received(desk, "Đỗ Thị Ưởng")
    assert known(commune, desk) is None

    out = write_stick(desk.store, commune.folder / "goi", commune.clock)
    done = take_bundle(commune.ledger, commune.folder / "goi", commune.folder / "ve", commune.clock)
    brought = taken(commune, desk, commune.folder / "ve")

    assert out.enrolling
    assert "xin ghi danh" in out.words
    assert (done.enrolled, brought.enrolled) == (True, True)
    assert done.received == brought.sent > 0
    assert "máy này đã được ghi danh" in brought.words
    assert line_rows.line(desk.database).code == ""
    assert line_rows.line(desk.database).agency_name == COMMUNE
    assert desk.store.journal.device.slot == 3
    assert known(commune, desk).name == "Quầy 3"


def test_from_then_on_it_numbers_with_the_slot_that_it_was_given(commune):
    desk, other = invited(commune, 3), commune.desk(0)
    before = received(desk)
    carried(commune, desk)
    after = received(desk)
    for each in (desk, other, desk):
        carried(commune, each)
    carried(commune, other)

    assert before.code.endswith("0001")
    assert after.code.endswith("3002")
    assert desk.store.journal.device.epoch == 2
    assert list(log_of(desk)) == list(log_of(other))
    assert lists_of(desk) == lists_of(other)
    assert safekeeping.verify(desk).faults == ()
    assert commune.exchange(desk).sent == 0


def test_a_lost_answer_does_not_use_the_code_up(commune):
    desk = invited(commune, 3)
    answered(commune, written(commune, desk))

    brought = carried(commune, desk)

    assert brought.enrolled
    assert line_rows.line(desk.database).code == ""


def test_the_code_may_be_used_by_line_after_all(commune):
    desk = invited(commune, 3)
    received(desk)
    on_the_way = written(commune, desk)

    outcome = commune.exchange(desk)
    late = taken(commune, desk, answered(commune, on_the_way))

    assert outcome.sent > 0
    assert (late.outcome, late.enrolled) == ("", False)
    assert desk.store.journal.device.slot == 3
    assert desk.store.journal.device.epoch == 2


def test_the_answer_to_the_enrolment_late_and_twice_changes_nothing(commune):
    desk = invited(commune, 3)
    answers = [answered(commune, written(commune, desk)) for _ in range(2)]
    for answer in answers * 2:
        taken(commune, desk, answer)

    assert desk.store.journal.device.epoch == 2
    assert desk.store.journal.device.slot == 3


def test_an_invitation_taken_once_more_keeps_the_key_that_answers_are_sealed_to(commune):
    desk = invited(commune, 3)
    answer = answered(commune, written(commune, desk))
    again = read_invitation(invitation_file(commune, 4))

    join_by_invitation(desk.store, again, commune.clock)

    assert taken(commune, desk, answer).enrolled


def test_by_line_another_server_than_the_invitation_s_is_not_trusted(commune):
    desk = invited(commune, 3, server_key=to_text(b"k" * 32))

    with pytest.raises(Trouble) as refused:
        commune.exchange(desk)

    assert refused.value.code == "server-other"
    assert line_rows.line(desk.database).code


def test_by_line_a_code_that_came_too_late_is_told_as_such(commune):
    desk = invited(commune, 3)
    commune.clock.set_to("2027-01-01T08:00")

    with pytest.raises(RefusedBy) as refused:
        commune.exchange(desk)

    assert refused.value.code == "code-expired"
