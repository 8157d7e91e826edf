"""Makes the other benchmarks' and the tests' modules importable; imported before them."""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(_ROOT / "benchmarks"), str(_ROOT / "tests")]
