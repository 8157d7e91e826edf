"""The setup file for one PC: NSIS, per user and without an administrator unless told otherwise."""

from __future__ import annotations

from pathlib import Path

from packing.place import WINDOWS, run


def make_setup(target: Path, payload: Path, launchers: Path, version: str, *, fast: bool) -> Path:
    """Pack a version's folder into one setup file.

    Args:
        target: The file to write.
        payload: The version's folder.
        launchers: The folder with the launchers and the icon.
        version: The version.
        fast: Pack in seconds into half as much again, for trials.
    """
    named = {"VERSION": version, "PAYLOAD": payload, "LAUNCHERS": launchers, "OUT": target}
    defined = [f"-D{name}={value}" for name, value in named.items()] + ["-DFAST"] * fast
    run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, "reception.nsi"],
        cwd=WINDOWS,
    )
    return target
