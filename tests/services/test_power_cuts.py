"""The short version of ``benchmarks/power_cuts``: the desk is killed, and its files torn."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

POWER_CUTS = Path(__file__).parents[2] / "benchmarks" / "power_cuts"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the desks that are killed are forked")
def test_what_was_told_outlives_thirty_power_cuts(tmp_path):
    run = subprocess.run(
        [
            *(sys.executable, POWER_CUTS, "--kills", "30", "--workers", "1"),
            *("--data", tmp_path, "--seed", "7"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    *_, struck, verdict = run.stdout.splitlines()
    name, *figures = struck.replace(",", "").split()
    plain, encrypted, torn_plain, torn_encrypted, told = map(int, figures)
    assert (name, plain + encrypted) == ("all", 30)
    assert min(torn_plain + torn_encrypted, told) > 0
    assert verdict.endswith("lost, doubled, altered, not whole: 0")
