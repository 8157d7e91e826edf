#!/usr/bin/env python3
"""Build the Windows files and live through all of their life under Wine, on Linux.

    python3 installer/try_under_wine.py               build, then try everything
    python3 installer/try_under_wine.py --reuse       with the files of the last time
    python3 installer/try_under_wine.py --only setup  one of: setup, packs, window, msi
    python3 installer/try_under_wine.py --build       build what try_on_windows.py takes, and stop

It takes what installer/README.md lists, no screen, and no network once the downloads are cached.
Each check is one line; the last line counts them. Nothing outside the cache is touched.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from packing.place import default_cache, project_version
from trials.artefacts import Artefacts, make_artefacts
from trials.desk import Installed
from trials.screen import screen
from trials.story_msi import try_msi
from trials.story_packs import try_packs
from trials.story_setup import try_setup
from trials.story_window import try_window
from trials.trial import Trial
from trials.wine_pc import WinePc

Story = Callable[[Trial, Installed, Artefacts], None]
STORIES: dict[str, Story] = {
    "setup": try_setup,
    "packs": try_packs,
    "window": try_window,
    "msi": try_msi,
}


def main() -> int:
    """Tell the stories that were asked for, each on a new PC."""
    parser = argparse.ArgumentParser(
        description="Try the Windows files under Wine.", allow_abbrev=False
    )
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--reuse", action="store_true", help="take the files of the last time")
    parser.add_argument("--build", action="store_true", help="build, and try nothing")
    parser.add_argument("--only", nargs="+", choices=STORIES, default=list(STORIES))
    wanted = parser.parse_args()
    folder = wanted.cache.resolve() / "trial"
    made = Artefacts(folder, project_version())
    if not (wanted.reuse and made.forged.exists()):
        made = make_artefacts(folder, wanted.cache.resolve())
    if wanted.build:
        print(made.folder)
        return 0
    trial = Trial()
    with screen() as display:
        for name in wanted.only:
            _tell(name, trial, made, display)
    return trial.end()


def _tell(name: str, trial: Trial, made: Artefacts, display: str) -> None:
    print(f"== {name}", flush=True)
    prefix = made.folder / f"pc-{name}"
    shutil.rmtree(prefix, ignore_errors=True)
    pc = WinePc(prefix, display)
    pc.prepare()
    programs = "Program Files" if name == "msi" else pc.local / "Programs"
    try:
        STORIES[name](trial, Installed(pc, prefix / "drive_c" / programs / "Reception"), made)
    finally:
        pc.end_program()


if __name__ == "__main__":
    sys.exit(main())
