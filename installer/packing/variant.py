"""Other versions made of one that was built, for trials of upgrades and of what fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from packing.payload import precompile, put_app, seal

# Without it no paper can be drawn, which the self-test finds.
_MISSED = Path("app/reception/_resources/fonts/Tinos-Regular.ttf")


def make_variant(
    folder: Path, base: Path, *, version: str, keys: Iterable[str] = (), broken: bool = False
) -> Path:
    """The same program under another version; a broken one lacks what its self-test needs."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder, copy_function=os.link)
    shutil.rmtree(folder / "app")
    put_app(folder, version, keys)
    precompile(folder, "app")
    if broken:
        (folder / _MISSED).unlink()
    seal(folder, version)
    return folder


def following(version: str, steps: int) -> str:
    """A version so many minor steps on."""
    major, minor, _patch = version.split(".")
    return f"{major}.{int(minor) + steps}.0"
