"""The day's paper from a real register, and what the window may show as proved."""

from __future__ import annotations

from datetime import date

import pytest

from ends import received
from pdf_reading import text_of
from reception.domain.errors import Trouble
from reception.domain.reconciliation import Verdict, grouped_hash
from reception.services import books, exchange, line_state, reconciliation
from reception.services.set_up import office_named, set_up
from reception.storage import line_rows

DAY = date(2026, 3, 10)


@pytest.fixture
def first(commune):
    return commune.desk(0)


def go(commune, desk):
    return exchange.exchange(desk, commune.line(), exchange.make_exchanger(desk, lambda: 0.0))


def ends(desk):
    return reconciliation.ends(desk, line_rows.line(desk.database))


def test_before_the_first_receipt_nothing_is_proved(first):
    assert ends(first).own_verdict is Verdict.NO_RECEIPT
    assert not line_state.look(first).good


def test_after_an_exchange_both_ends_are_equal(commune, first):
    received(first)
    go(commune, first)
    told = ends(first)

    assert (told.own_verdict, told.log_verdict) == (Verdict.EQUAL, Verdict.EQUAL)
    assert told.own == told.acked
    assert told.waiting == 0
    assert line_state.look(first).good


def test_what_is_not_sent_yet_takes_the_green_mark_away_but_not_the_proof(commune, first):
    received(first)
    go(commune, first)
    received(first)
    state = line_state.look(first)

    assert (state.proved, state.good, state.standing.waiting) == (True, False, 1)


@pytest.mark.parametrize("column", ["head", "chain", "signature", "incarnation"])
def test_a_receipt_that_somebody_touched_proves_nothing(commune, first, column):
    received(first)
    go(commune, first)
    with first.store.writing():
        other = "'other'" if column == "incarnation" else f"zeroblob(length({column}))"
        first.database.run(f"UPDATE receipt SET {column} = {other}")

    assert not line_state.look(first).proved
    assert ends(first).own_verdict is Verdict.NO_RECEIPT


def test_a_chain_that_is_not_what_the_server_signed_is_no_green_mark(commune, first):
    received(first)
    go(commune, first)
    with first.store.writing():
        first.database.run("UPDATE event SET hash = zeroblob(32) WHERE seq = 1 AND epoch = 1")
        first.database.run(
            "UPDATE event SET hash = randomblob(32) WHERE seq = (SELECT max(seq) FROM event)"
        )

    assert not line_state.look(first).good
    assert ends(first).own_verdict is Verdict.DIFFERENT


def test_the_paper_holds_the_day_and_nothing_of_another(commune, first):
    received(first)
    go(commune, first)
    commune.clock.set_to("2026-03-11T08:00")
    received(first)
    go(commune, first)
    head = grouped_hash(first.store.journal.head()[1])

    [volume] = reconciliation.volumes(first, DAY, by="")
    text = text_of(books.pdf([volume]))

    assert len(volume.rows) == 1
    for words in ("BIÊN BẢN ĐỐI SOÁT", "10/03/2026", "BẰNG NHAU", head[:19], "LÃNH ĐẠO"):
        assert words in text


def test_a_desk_without_a_server_has_nothing_to_reconcile(commune, tmp_path):
    alone = set_up(tmp_path / "alone", office_named("Xã Mường Lay", "H40.16"), commune.clock)
    with pytest.raises(Trouble) as refusal:
        reconciliation.volumes(alone, DAY, by="")
    alone.close()

    assert refusal.value.code == "not-enrolled"


def test_the_line_is_said_to_be_down_since_it_was_last_known_to_be_up(commune, first):
    go(commune, first)
    commune.clock.set_to("2026-03-10T11:00")
    exchange.exchange(first, Down(), exchange.make_exchanger(first, lambda: 0.0))
    assert line_state.look(first).words.startswith("Chưa nối được máy chủ từ 09:00 · ")
    commune.clock.set_to("2026-03-12T08:00")
    exchange.exchange(first, Down(), exchange.make_exchanger(first, lambda: 0.0))

    assert "từ 09:00 10/03/2026" in line_state.look(first).words


class Down:
    def ask(self, request):
        from reception.sync.line import LineDown

        raise LineDown
