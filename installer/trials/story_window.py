"""The real window on a screen, worked by its keys: one dossier is received and printed.

Under Wine alone: nobody presses keys on a build server.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

from packing.place import ROOT
from trials.artefacts import Artefacts
from trials.desk import COMMUNE, Installed
from trials.pc import wait_for
from trials.story_setup import install
from trials.trial import Trial
from trials.wine_pc import WinePc

_TITLE = "DỮ LIỆU THỬ"
# Where the queue that prints to files puts them.
_PRINTED = Path.home() / "PDF"
_PAINTED_S = 15


def try_window(trial: Trial, desk: Installed, made: Artefacts) -> None:
    """Open the window on invented data and receive a dossier with the keyboard alone."""
    pc = desk.pc
    if not isinstance(pc, WinePc):
        return
    install(desk, made.setup(made.version))
    trial.check("starts no slower than from its sources", lambda: _compare_starts(trial, desk))
    pictures = made.folder / "pictures"
    pictures.mkdir(exist_ok=True)
    trial.check("a real window opens", lambda: _open(trial, desk, pc, pictures))
    if has_printer():
        trial.check("receives a dossier by keys and prints it", lambda: _receive(pc, pictures))
    else:
        print("left out: printing, for want of a default printer (installer/README.md)")
    trial.note("memory of the window at work", f"{pc.memory_mb('Reception.exe'):.0f} MB")


def _compare_starts(trial: Trial, desk: Installed) -> bool:
    """Until home is shown, turn by turn, least of three: the installed program and the sources."""
    desk.command("init", "--commune", COMMUNE, "--agency-code", "H99.36")
    ready = ["--data", desk.pc.windows(desk.data), "--exit-when-ready"]
    python = desk.home / "versions" / desk.current() / "runtime" / "pythonw.exe"
    source = desk.pc.windows(ROOT / "src")
    code = (
        f"import sys; sys.path.insert(0, {source!r}); from reception.__main__ import main; main()"
    )
    installed, sources = list[float](), list[float]()
    for _turn in range(3):
        installed.append(desk.pc.run(desk.program, *ready).seconds)
        sources.append(desk.pc.run(python, "-X", "utf8", "-c", code, *ready).seconds)
    told = f"{min(installed):.1f} s, from the sources {min(sources):.1f} s"
    trial.note("start until home is shown", told)
    return min(installed) <= 1.2 * min(sources)


def _open(trial: Trial, desk: Installed, pc: WinePc, pictures: Path) -> bool:
    began = time.monotonic()
    pc.start(desk.program, "demo")
    seen = pc.window(_TITLE, seconds=900)
    trial.note("window on 400 invented dossiers", f"{time.monotonic() - began:.0f} s")
    time.sleep(_PAINTED_S)
    pc.picture(pictures / "home.png")
    return bool(seen)


def _receive(pc: WinePc, pictures: Path) -> bool:
    before = _printed()
    pc.keys("F2")
    time.sleep(_PAINTED_S)
    pc.type("012190001234")
    pc.keys("Tab")
    pc.type("LO THI MAU")
    pc.keys("Tab", "Tab")
    pc.type("cts")
    time.sleep(_PAINTED_S)
    pc.picture(pictures / "intake.png")
    pc.keys("Return", "ctrl+Return")
    came = wait_for(lambda: " ".join(_printed() - before), 180)
    pc.picture(pictures / "received.png")
    return bool(came) and _is_receipt(Path(came), pictures / "receipt")


def _is_receipt(pdf: Path, picture: Path) -> bool:
    """One A5 sheet with ink on it; the queue draws letters as shapes, so none can be read."""
    wait_for(lambda: "yes" if _told(pdf) else "", 60)
    subprocess.run(["pdftoppm", "-r", "70", "-png", "-singlefile", pdf, picture], check=True)
    return "Pages: 1" in _told(pdf) and picture.with_suffix(".png").stat().st_size > 10_000


def _told(pdf: Path) -> str:
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=False).stdout
    return re.sub(" +", " ", told)


def _printed() -> set[str]:
    return {os.fspath(path) for path in _PRINTED.glob("*.pdf")}


def has_printer() -> bool:
    """Whether this machine has a default printer."""
    told = subprocess.run(
        ["lpstat", "-d"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"LC_ALL": "C"},
    ).stdout
    return told.startswith("system default destination")
