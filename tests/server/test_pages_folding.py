"""What a desk brings is on the pages a moment later, whoever took it in."""

from __future__ import annotations

from threading import Event

import pytest

from at_the_counter import clock_at
from ledger_pen import AGENCY, Pen, received
from reception.domain.errors import Trouble
from reception.server.pages import fold_lane
from reception.server.pages.fold_lane import FoldLane
from reception.services import folding
from serving import serving

CLOCK = clock_at("2026-03-10T09:00")
PATIENCE = 30


@pytest.fixture
def folded(monkeypatch):
    """Told each time a commune was folded, with how many events."""
    news, told = Event(), []
    fold = folding.fold

    def fold_and_tell(ledger, agency, clock):
        events = fold(ledger, agency, clock)
        told.append((agency, events))
        news.set()
        return events

    monkeypatch.setattr(fold_lane.folding, "fold", fold_and_tell)

    def wait() -> list[tuple[str, int]]:
        assert news.wait(PATIENCE)
        news.clear()
        return told

    return wait


def test_what_a_desk_pushes_is_folded_at_once(served, desk, folded, communes):
    desk.write(2)
    assert desk.push().status == 200

    assert folded()[0] == (AGENCY, 2)
    with communes.reading() as work:
        assert work.behind() == []


def test_what_came_while_nobody_folded_is_folded_at_the_start(communes, folded):
    Pen(communes).enrol(CLOCK()).write("d1", received(), CLOCK())

    with serving(communes, clock=CLOCK):
        assert folded() == [(AGENCY, 1)]


def test_what_others_took_in_is_found_by_a_sweep(communes, folded):
    lane = FoldLane(communes, CLOCK, sweep_seconds=0.01)
    lane.start()
    try:
        Pen(communes).enrol(CLOCK()).write("d1", received(), CLOCK())
        assert folded() == [(AGENCY, 1)]
    finally:
        lane.stop()


def test_one_commune_s_fault_and_an_absent_database_end_nothing(communes, monkeypatch):
    asked, again = [], Event()

    def fold(_ledger, agency, _clock):
        asked.append(agency)
        if len(asked) == 1:
            raise RuntimeError
        if len(asked) == 2:
            raise Trouble("database-away", "x")
        again.set()
        return 0

    monkeypatch.setattr(fold_lane.folding, "fold", fold)
    lane = FoldLane(communes, CLOCK)
    lane.start()
    try:
        for agency in ("a", "b", "c"):
            lane.wake(agency)
        assert again.wait(PATIENCE)
    finally:
        lane.stop()

    assert asked == ["a", "b", "c"]
