"""The work lists find their few dossiers by an index, however many there are."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from invented_dossier import RECEIVED_AT
from reception.domain.dossier import State
from reception.domain.dossier_events import HandedOver, ResultRecorded
from reception.domain.list_frame import Period
from reception.domain.listing import Horizon, ListQuery, Order, Shelf
from reception.domain.moments import OFFICE_ZONE
from reception.storage import lists, print_log
from reception.storage.store import Store

HORIZON = Horizon(
    now=RECEIVED_AT,
    soon_until=RECEIVED_AT.date(),
    untouched_since=datetime.combine(RECEIVED_AT.date(), time(), OFFICE_ZONE),
)


@pytest.mark.parametrize("order", [Order.NEWEST, Order.DUE])
@pytest.mark.parametrize("shelf", [shelf for shelf in Shelf if shelf is not Shelf.ALL])
def test_a_shelf_is_read_by_an_index(register, monkeypatch, shelf, order):
    asked = []

    def rows(sql, **values):
        asked.append((sql, values))
        return []

    monkeypatch.setattr(register, "numbers", rows)
    lists.numbers(register, ListQuery(shelf, order=order), HORIZON, most=200)
    monkeypatch.undo()

    ((sql, values),) = asked
    plan = [row[3] for row in register.rows(f"EXPLAIN QUERY PLAN {sql}", **values)]
    # An index over some rows alone may be walked from end to end.
    assert plan[0].startswith(("SEARCH dossier USING", "SCAN dossier USING")), plan


@pytest.mark.parametrize("filters", [{}, {"login": "maylt"}, {"login": "maylt", "form": "receipt"}])
def test_the_print_log_is_read_by_its_index_and_never_sorted(register, monkeypatch, filters):
    asked = []

    def rows(sql, **values):
        asked.append((sql, values))
        return []

    today = Period(RECEIVED_AT.date(), RECEIVED_AT.date())
    monkeypatch.setattr(register, "rows", rows)
    print_log.page(register, today, **filters, before=(RECEIVED_AT, 7), most=200)
    monkeypatch.undo()

    ((sql, values),) = asked
    plan = [row[3] for row in register.rows(f"EXPLAIN QUERY PLAN {sql}", **values)]
    assert "USING INDEX ix_printed_printed_at_n_login_form" in plan[0]
    assert not any("TEMP B-TREE" in step for step in plan), plan


def test_what_another_connection_did_is_seen_by_the_next_act(register):
    here, there = Store(register), Store(register.another())
    assert here.dossier("d2").state is State.RECEIVED
    with there.writing():
        there.record("d2", ResultRecorded(RECEIVED_AT), at=RECEIVED_AT, by="maylt")
    with here.writing():
        after = here.record("d2", HandedOver(RECEIVED_AT), at=RECEIVED_AT, by="maylt")
    assert after.state is State.HANDED_OVER
    assert there.dossier("d2") == here.dossier("d2") == after
    there.database.close()


def test_what_was_taken_back_is_forgotten(register):
    store = Store(register)

    def broken_off() -> None:
        with store.writing():
            store.record("d2", ResultRecorded(RECEIVED_AT), at=RECEIVED_AT, by="maylt")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert store.dossier("d2").state is State.RECEIVED


def test_a_dossier_is_found_by_the_blank_it_was_keyed_in_from(register):
    assert lists.by_reference(register, "0001/2026/PTG") is None
    assert lists.by_reference(register, "") is None
