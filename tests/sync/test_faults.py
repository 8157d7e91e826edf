"""Real desks, a real server and a real PostgreSQL under faults: a short play of benchmarks/faults.

``python benchmarks/faults`` plays two thousand of them, and tells what each did.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PLAY = Path(__file__).resolve().parents[2] / "benchmarks" / "faults"


@pytest.mark.skipif(sys.platform != "linux", reason="kills and traces programs as Linux does it")
@pytest.mark.timeout(1200)
def test_what_was_told_to_be_kept_outlives_kills_cuts_repeats_full_disks_and_copies(tmp_path):
    command = [sys.executable, PLAY, "--faults", "60", "--worlds", "1", "--sqlite", "0"]

    ran = subprocess.run(
        [*command, "--keep", tmp_path], capture_output=True, text=True, check=False
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert not list(tmp_path.iterdir()), "a world that held is swept away"
