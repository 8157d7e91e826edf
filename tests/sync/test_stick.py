"""An exchange on a stick brings what one by line brings, in whatever order sticks arrive."""

from __future__ import annotations

import pytest

from ends import AGENCY, lists_of, log_of, received
from reception.services import safekeeping
from reception.storage import line_rows
from reception.sync.bundle_taking import Standing
from reception.sync.stick import write_stick
from reception.sync.stick_answering import take_bundle
from reception.sync.stick_taking import GAP, TAKEN, take_stick
from sticks import answered, carried, taken, written


def test_what_one_desk_receives_the_other_sees_by_sticks_alone(commune):
    first, second = commune.desk(0), commune.desk(1)
    dossier = received(first, "Đỗ Thị Ưởng")

    out = carried(commune, first)
    back = carried(commune, second)

    assert out.sent > 0
    assert (out.outcome, back.outcome) == ("", "")
    assert dossier.dossier_id in back.changed
    assert second.store.dossier(dossier.dossier_id) == first.store.dossier(dossier.dossier_id)
    carried(commune, first)
    assert list(log_of(first)) == list(log_of(second))
    assert lists_of(first) == lists_of(second)
    for desk in (first, second):
        assert safekeeping.verify(desk).faults == ()


def test_after_a_stick_the_line_has_nothing_more_to_do(commune):
    desk = commune.desk(0)
    received(desk)
    carried(commune, desk)

    outcome = commune.exchange(desk)

    assert (outcome.sent, outcome.received, outcome.changed) == (0, 0, ())


def test_after_the_line_a_stick_carries_nothing(commune):
    desk = commune.desk(0)
    received(desk)
    commune.exchange(desk)

    out = write_stick(desk.store, commune.folder / "goi", commune.clock)
    done = take_bundle(commune.ledger, commune.folder / "goi", commune.folder / "ve", commune.clock)

    assert (out.sent, done.received, done.sent) == (0, 0, 0)
    assert out.whole


def test_what_was_written_after_the_bundle_waits_for_the_next(commune):
    desk = commune.desk(0)
    received(desk)
    bundle = written(commune, desk)
    received(desk)
    taken(commune, desk, answered(commune, bundle))

    assert carried(commune, desk).sent == 1
    assert commune.exchange(desk).sent == 0


def test_a_lost_stick_costs_a_walk_and_nothing_else(commune):
    desk = commune.desk(0)
    received(desk)
    written(commune, desk)
    received(desk)
    answered(commune, written(commune, desk))

    brought = carried(commune, desk)

    assert brought.outcome == ""
    assert commune.exchange(desk).sent == 0


def test_the_same_answer_twice_is_told_and_left(commune):
    desk = commune.desk(0)
    received(desk)
    answer = answered(commune, written(commune, desk))
    taken(commune, desk, answer)
    log = list(log_of(desk))

    again = taken(commune, desk, answer)

    assert again.outcome == TAKEN
    assert "đã được nhận lúc 09:00 10/03/2026" in again.words
    assert list(log_of(desk)) == log


def test_the_same_bundle_twice_is_told_and_answered_anew(commune):
    desk = commune.desk(0)
    received(desk)
    bundle = written(commune, desk)
    first = take_bundle(commune.ledger, bundle, commune.folder / "a", commune.clock)

    again = take_bundle(commune.ledger, bundle, commune.folder / "b", commune.clock)

    assert first.received > 0
    assert (again.received, again.standing) == (0, Standing.TAKEN)
    assert (first.answer, again.answer) == (1, 2)
    assert "đã được nhận" in again.words
    assert take_stick(desk.store, commune.folder / "b", commune.clock).outcome == ""
    assert take_stick(desk.store, commune.folder / "a", commune.clock).outcome == ""
    assert commune.exchange(desk).sent == 0


def test_answers_in_the_wrong_order_go_forward_only(commune):
    desk, other = commune.desk(0), commune.desk(1)
    received(desk)
    early = written(commune, desk)
    first = answered(commune, early)
    received(other)
    commune.exchange(other)
    received(desk)
    second = answered(commune, written(commune, desk))

    assert taken(commune, desk, second).outcome == ""
    reached = line_rows.line(desk.database).position
    assert taken(commune, desk, first).outcome == ""

    assert line_rows.line(desk.database).position == reached
    assert commune.exchange(desk).sent == 0


def test_an_answer_that_overlaps_what_came_by_line_brings_the_rest(commune):
    desk, other = commune.desk(0), commune.desk(1)
    received(desk)
    bundle = written(commune, desk)
    received(other)
    commune.exchange(other)
    commune.exchange(desk)  # by line, up to here
    received(other)
    commune.exchange(other)

    brought = taken(commune, desk, answered(commune, bundle))

    assert (brought.outcome, brought.received) == ("", 1)
    commune.exchange(other)
    assert list(log_of(desk)) == list(log_of(other))


def test_a_gap_is_told_and_a_new_stick_closes_it(commune, tmp_path):
    """A register brought back from a copy cannot use the answer to what it once was."""
    desk, other = commune.desk(0), commune.desk(1)
    carried(commune, desk)
    copy = tmp_path / "ban-sao.db"
    safekeeping.backup(desk, copy)
    received(other)
    commune.exchange(other)
    commune.exchange(desk)
    received(other)
    commune.exchange(other)
    answer = answered(commune, written(commune, desk))

    back = safekeeping.restore(copy, tmp_path / "moi", commune.clock)
    commune.desks.append(back)
    for _ in range(2):  # it is not noted as taken
        brought = taken(commune, back, answer)
        assert (brought.outcome, brought.received) == (GAP, 0)
        assert "hãy xuất một gói mới" in brought.words
    assert carried(commune, back).outcome == ""
    assert list(log_of(back))[-1][0] == line_rows.line(back.database).position
    assert commune.exchange(back).received == 0


def test_a_bundle_that_may_hold_little_is_followed_by_others(commune):
    desk = commune.desk(0)
    for _ in range(3):
        received(desk)
    store, folder = desk.store, commune.folder
    out = write_stick(store, folder / "goi", commune.clock, most=0)
    assert out.whole  # one batch always goes
    for _ in range(2):
        take_bundle(commune.ledger, folder / "goi", folder / "ve", commune.clock, most=0)
        take_stick(store, folder / "ve", commune.clock)
        write_stick(store, folder / "goi", commune.clock, most=0)

    assert commune.exchange(desk).sent == 0


def test_an_answer_that_may_hold_little_is_followed_by_others(commune):
    desk, other = commune.desk(0), commune.desk(1)
    received(other)
    commune.exchange(other)
    bundle, answer = written(commune, desk), commune.folder / "ve"
    take_bundle(commune.ledger, bundle, answer, commune.clock, most=-1)  # not even one page

    brought = take_stick(desk.store, answer, commune.clock)

    assert (brought.outcome, brought.received, brought.more) == ("", 0, True)
    assert "Hãy xuất thêm một gói nữa" in brought.words
    last = carried(commune, desk)
    assert (last.more, last.received) == (False, len(list(log_of(desk))) - brought.sent)


def test_numbers_ascend_and_the_log_of_bundles_names_them(commune):
    desk = commune.desk(0)
    outs = [write_stick(desk.store, commune.folder / "g", commune.clock) for _ in range(3)]

    assert [out.number for out in outs] == [1, 2, 3]
    assert len({out.bundle for out in outs}) == 3
    with commune.ledger.reading() as work:
        assert work.bundles_of(AGENCY, desk.store.journal.device.device) == []


@pytest.mark.parametrize("count", [1, 60])
def test_a_few_events_and_many_go_alike(commune, count):
    desk = commune.desk(0)
    for _ in range(count):
        received(desk)
    carried(commune, desk)
    for _ in range(count):
        received(desk)

    brought = carried(commune, desk)

    assert brought.sent == count
    assert commune.exchange(desk).sent == 0
