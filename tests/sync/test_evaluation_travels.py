"""What an office says of itself reaches its other desks, also through a program that is older."""

from __future__ import annotations

from datetime import date

from at_the_counter import BY
from ends import received
from reception.domain import events
from reception.domain.list_frame import Period
from reception.services import indicators, safekeeping, self_score, targets

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def said(desk) -> None:
    self_score.set_sheet(desk, 2026, None, by=BY)
    self_score.give(desk, 2026, "A1", 375, by=BY)
    targets.set_target(desk, 2026, "on-time", 9800, by=BY)


def told(desk) -> tuple[object, ...]:
    goals = targets.targets(desk, 2026)
    percents = [(one.kind.name, one.percent) for one in goals.progress]
    return self_score.self_score(desk, 2026), percents


def exchanged(desk) -> tuple[int, int] | None:
    share = indicators.indicators(desk, YEAR).of("1.4").share
    return (share.part, share.whole) if share else None


def test_sheet_points_and_targets_reach_the_other_desk(commune):
    first, second = commune.desk(0), commune.desk(1)
    said(first)
    for desk in (first, second):
        commune.exchange(desk)
    assert told(second) == told(first)
    assert safekeeping.verify(second).faults == ()
    self_score.give(second, 2026, "A1", 400, by=BY)
    for desk in (second, first):
        commune.exchange(desk)
    assert self_score.self_score(first, 2026).given["A1"].points == 400


def test_an_older_program_keeps_them_for_the_newer_one(commune, monkeypatch):
    first, second = commune.desk(0), commune.desk(1)
    said(first)
    commune.exchange(first)
    with monkeypatch.context() as before:
        for kind in ("self-score.sheet-set", "self-score.given", "target.set"):
            before.delitem(events._KINDS, kind)
        commune.exchange(second)
        folder = second.database.path.parent
        second.close()
        commune.desks.remove(second)
        commune.opened(folder).close()
        commune.desks.pop()
    newer = commune.opened(folder)
    assert told(newer) == told(first)
    assert safekeeping.verify(newer).faults == ()


def test_the_share_of_exchanged_dossiers_is_of_those_the_server_receipted(commune):
    desk = commune.desk(0)
    received(desk)
    assert exchanged(desk) == (0, 1)
    commune.exchange(desk)
    assert exchanged(desk) == (1, 1)
    waiting = received(desk)
    assert exchanged(desk) == (1, 2)
    [lacking] = indicators.opened(desk, YEAR, "1.4", rest=True)
    assert lacking.code == waiting.code
