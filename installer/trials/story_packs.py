"""Update packs: forged, broken, good; and the way back."""

from __future__ import annotations

import time
from collections.abc import Callable

from trials.artefacts import Artefacts
from trials.desk import COMMUNE, Installed
from trials.pc import wait_for
from trials.story_setup import install
from trials.trial import Trial

_START_S = 600


def try_packs(trial: Trial, desk: Installed, made: Artefacts) -> None:
    """Take one pack after the other on a PC with the first version."""
    install(desk, made.setup(made.version))
    desk.command("init", "--commune", COMMUNE, "--agency-code", "H99.36")

    def take(version: str) -> bool:
        began = time.monotonic()
        status = desk.command("update", made.pack(version)).status
        trial.note(f"taking a pack of {_kilobytes(made, version)}", f"{_since(began)}")
        return status == 0 and desk.current() == made.version

    def forged() -> bool:
        ran = desk.command("update", made.forged)
        return ran.status == 1 and "không do nơi phát hành" in ran.said

    def broken_goes() -> bool:
        waiting = desk.home / "waiting.txt"
        waited = _start(desk, lambda: not waiting.exists())
        told = (desk.home / "refused.txt").exists()
        return waited and told and desk.versions() == {made.version}

    def good_takes_over() -> bool:
        began = time.monotonic()
        waited = _start(desk, lambda: desk.current() == made.newer)
        trial.note("start that takes an update over", _since(began))
        return waited and desk.versions() == {made.version, made.newer}

    def back() -> bool:
        done = desk.command("update", "--back").status == 0
        return done and desk.current() == made.version

    trial.check("refuses a pack that somebody else signed", forged)
    trial.check("puts a broken version beside", lambda: take(made.broken))
    trial.check("the broken version goes at the next start", broken_goes)
    trial.check("puts a good version beside", lambda: take(made.newer))
    trial.check("the good version takes over at the next start", good_takes_over)
    trial.check("the new version verifies the register", lambda: desk.answer("verify")["whole"])
    trial.check("goes back to the earlier version", back)
    trial.check("the earlier version works", lambda: desk.answer("verify")["whole"])


def _start(desk: Installed, happened: Callable[[], bool]) -> bool:
    """Start the window, wait for something, and for a window after it; then end it all."""
    desk.pc.start(desk.program)
    seen = wait_for(lambda: "yes" if happened() else "", _START_S)
    shown = desk.pc.window("Một cửa")
    desk.pc.end_program()
    return bool(seen and shown)


def _kilobytes(made: Artefacts, version: str) -> str:
    return f"{made.pack(version).stat().st_size / 1000:.0f} kB"


def _since(began: float) -> str:
    return f"{time.monotonic() - began:.0f} s"
