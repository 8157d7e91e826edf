"""Due dates: our table against what is picked instead, and a decree that moves many of them.

    python benchmarks/deadlines.py

The libraries compared are installed into a throw-away environment, in which
``deadline_contenders.py`` then runs with our own code: every contender in turn, in one process.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = ("holidays==0.109", "workalendar==17.0.0", "platformdirs")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        subprocess.run([python, "-m", "pip", "install", "-qq", *PEERS], check=True)
        env = os.environ | {"PYTHONPATH": str(HERE.parent / "src")}
        subprocess.run([python, HERE / "deadline_contenders.py"], check=True, env=env)


if __name__ == "__main__":
    main()
