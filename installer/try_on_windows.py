#!/usr/bin/env python3
"""Live through the life of built Windows files on a real Windows, in the account that runs this.

    py installer/try_on_windows.py FOLDER

FOLDER holds what `try_under_wine.py --build` made on Linux. The account must not have the program
yet: the trial removes it with its data. The MSI takes an administrator.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from packing.place import project_version
from trials.artefacts import Artefacts
from trials.desk import Installed
from trials.story_msi import try_msi
from trials.story_packs import try_packs
from trials.story_setup import try_setup
from trials.trial import Trial
from trials.windows_pc import WindowsPc


def main() -> int:
    """Tell the stories one after the other."""
    made = Artefacts(Path(sys.argv[1]).resolve(), project_version())
    pc, trial = WindowsPc(), Trial()
    desk = Installed(pc, pc.local / "Programs" / "Reception")
    if desk.home.exists() or desk.data.exists():
        sys.exit(f"The program or its data is here already: {desk.home}, {desk.data}")
    try_setup(trial, desk, made)
    try_packs(trial, desk, made)
    desk.remove("/DELETEDATA")
    if getattr(ctypes, "windll").shell32.IsUserAnAdmin():  # noqa: B009 - only Windows has it
        programs = Path(os.environ["PROGRAMFILES"])
        try_msi(trial, Installed(pc, programs / "Reception"), made)
    return trial.end()


if __name__ == "__main__":
    sys.exit(main())
