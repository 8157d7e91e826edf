"""Desks of a commune exchange through the server: everybody has everything, once, and unaltered."""

from __future__ import annotations

from contextlib import suppress

import pytest

from ends import AGENCY, cut_after, lists_of, log_of, received
from reception.services import safekeeping
from reception.sync.line import LineDown


def test_what_one_desk_receives_the_other_sees(commune):
    first, second = commune.desk(0), commune.desk(1)
    dossier = received(first, "Đỗ Thị Ưởng")

    commune.exchange(first)
    outcome = commune.exchange(second)

    assert dossier.dossier_id in outcome.changed
    assert second.store.dossier(dossier.dossier_id) == first.store.dossier(dossier.dossier_id)
    assert lists_of(second) == lists_of(first)


def test_both_ends_hold_the_same_log(commune):
    first, second = commune.desk(0), commune.desk(1)
    for desk in (first, second, first):
        received(desk)
        commune.exchange(desk)
    commune.exchange(second)

    log = list(log_of(first))
    assert log == list(log_of(second))
    with commune.ledger.reading() as work:
        served = work.page(AGENCY, 0, limit=1000, max_bytes=1 << 30)
    assert [(e.position, e.device, e.epoch, e.seq, e.header, e.body, e.hash) for e in served] == log
    assert [row[0] for row in log] == list(range(1, len(log) + 1))


def test_desks_of_two_slots_never_give_out_one_code(commune):
    first, second = commune.desk(0), commune.desk(1)

    codes = {received(desk).code for desk in (first, second) for _ in range(3)}

    assert len(codes) == 6


def test_an_exchange_without_news_carries_nothing(commune):
    desk = commune.desk(0)
    received(desk)
    commune.exchange(desk)

    outcome = commune.exchange(desk)

    assert (outcome.sent, outcome.received, outcome.changed) == (0, 0, ())


@pytest.mark.parametrize("requests", range(8))
def test_an_exchange_cut_anywhere_goes_on_where_it_was(commune, requests):
    first, second = commune.desk(0), commune.desk(1)
    received(first)
    commune.exchange(first)
    for _ in range(3):
        received(second)

    with suppress(LineDown):  # an exchange that needs fewer requests is whole
        commune.exchange(second, commune.line(cut_after(requests)))
    commune.exchange(second)
    commune.exchange(first)

    assert list(log_of(first)) == list(log_of(second))
    assert lists_of(first) == lists_of(second)


def test_a_request_sent_again_changes_nothing(commune):
    desk = commune.desk(0)
    received(desk)
    line = commune.line()
    commune.exchange(desk, line)
    log = list(log_of(desk))

    for request in line.travelled * 2:
        commune.gate.answer(request)
    received(desk)
    commune.exchange(desk)

    assert list(log_of(desk))[: len(log)] == log
    assert safekeeping.verify(desk).whole


def test_registers_verify_after_the_exchange(commune):
    first, second = commune.desk(0), commune.desk(1)
    for desk in (first, second):
        received(desk)
        commune.exchange(desk)
    commune.exchange(first)

    for desk in (first, second):
        verdict = safekeeping.verify(desk)
        assert verdict.faults == ()
        assert verdict.unsigned_events == 0
