"""A bundle taken before is told, and an older one does no harm."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reception.domain.moments import parse_moment
from reception.sync.bundle_head import BundleHead
from reception.sync.bundle_taking import Standing, Taken, judge

AT = parse_moment("2026-03-10T09:00")
HEAD = BundleHead("device", "d1", "H40.16", "b7", 7, "", "i1", AT)


def took(number: int, incarnation: str = "i1", hour: str = "09") -> Taken:
    return Taken(f"b{number}", number, incarnation, parse_moment(f"2026-03-11T{hour}:00"))


@pytest.mark.parametrize(
    ("taken", "standing"),
    [
        ([], Standing.NEW),
        ([took(6)], Standing.NEW),
        ([took(1), took(6), took(3)], Standing.NEW),
        ([took(7)], Standing.TAKEN),
        ([took(7), took(8)], Standing.TAKEN),
        ([took(7, "i2"), took(8)], Standing.TAKEN),
        ([took(8)], Standing.OLDER),
        ([took(6), took(9), took(8)], Standing.OLDER),
        ([replace(took(7), bundle_id="another")], Standing.OLDER),
        ([took(8, "i2")], Standing.NEW),
        ([took(8, "i2"), took(6)], Standing.NEW),
    ],
)
def test_how_a_bundle_stands_to_those_before(taken, standing):
    assert judge(HEAD, taken).standing is standing


def test_only_one_that_was_taken_is_not_worth_reading():
    # A PC that came back from a copy counts on from there: its numbers are older, its events new.
    assert judge(HEAD, [took(9)]).worth_reading
    assert judge(HEAD, []).worth_reading
    assert not judge(HEAD, [took(7)]).worth_reading


def test_the_clerk_is_told_when_it_was_taken():
    said = judge(HEAD, [took(7, hour="14"), took(8)]).text
    assert said == "Gói số 7 đã được nhận lúc 14:00 11/03/2026; không cần nhận lại."


def test_the_clerk_is_told_which_one_came_later():
    said = judge(HEAD, [took(8), took(9, hour="14")]).text
    assert "gói số 9 đã nhận lúc 14:00 11/03/2026" in said
    assert "nhận cũng không sao" in said


def test_the_sender_s_clock_decides_nothing():
    for year in (1990, 2090):
        assert judge(replace(HEAD, created_at=AT.replace(year=year)), [took(8)]) == judge(
            HEAD, [took(8)]
        )
