"""The plug is pulled, or several programs work on one register: nothing promised is lost."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from at_the_counter import clock_at
from reception.services import lookup, safekeeping
from reception.services.desk import Desk, open_desk

REGISTERING = Path(__file__).parents[1] / "registering.py"
ROUNDS = 8
TOGETHER = 200


def start(folder: Path, how_many: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, REGISTERING, folder, str(how_many)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def whole(folder: Path) -> Desk:
    """The desk on a folder, after proving it whole."""
    desk = open_desk(folder, clock_at())
    verdict = safekeeping.verify(desk)
    assert verdict.whole, verdict.faults
    return desk


def test_killed_at_any_instant_every_code_that_was_told_is_there(folder):
    chance = Random(20260310)  # noqa: S311 - the same instants at each run
    told: list[str] = []
    for _ in range(ROUNDS):
        with start(folder, TOGETHER - len(told)) as desk_process:
            lines = desk_process.stdout
            assert lines is not None
            instant = chance.randrange(TOGETHER // ROUNDS * 2)
            told += [line.strip() for line in islice(lines, instant)]
            desk_process.kill()
            told += [line.strip() for line in lines]

    assert len(told) > TOGETHER // 4
    assert max(Counter(told).values()) == 1
    desk = whole(folder)
    for code in told:
        found = lookup.show(desk, code)
        assert [entry.kind for entry in found.history] == ["dossier.received"]
        assert found.dossier.code == code
    # What was committed but not told is whole, too, and at most one a kill.
    verdict = safekeeping.verify(desk)
    assert len(told) <= verdict.dossiers <= len(told) + ROUNDS
    desk.close()


@pytest.mark.parametrize("desks", [2, 3])
def test_several_programs_on_one_register_take_turns(folder, desks):
    running = [start(folder, 40) for _ in range(desks)]
    told = [process.communicate()[0].split() for process in running]

    assert [process.returncode for process in running] == [0] * desks
    assert [len(codes) for codes in told] == [40] * desks
    codes = {code for codes in told for code in codes}
    assert codes == {f"H40.16-260310-{number:04d}" for number in range(1, 40 * desks + 1)}
    desk = whole(folder)
    assert safekeeping.verify(desk).chains == 1
    desk.close()
