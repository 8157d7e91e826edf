"""The two small programs that start the version in use: one for the desktop, one for a console."""

from __future__ import annotations

import shutil
from pathlib import Path

from packing.place import WINDOWS, fresh, run
from packing.runtime import DLL

DESKTOP, CONSOLE = "Reception.exe", "reception-cli.exe"
_SIZES = "256,64,48,32,24,16"
# Without a time in it, the same sources make the same bytes.
_GCC = (
    "x86_64-w64-mingw32-gcc", "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode",
    "-Wl,--no-insert-timestamp", f'-DPYTHON_DLL=L"{DLL}"',
)  # fmt: skip


def make_launchers(folder: Path, version: str) -> Path:
    """Build icon and launchers into an empty folder."""
    fresh(folder)
    make_icon(folder)
    for name in ("launcher.c", "launcher.rc", "launcher.manifest"):
        shutil.copy2(WINDOWS / name, folder)
    numbers = ",".join([*version.split("."), "0"])
    named = [f"-DVERSION_COMMAS={numbers}", f'-DVERSION_TEXT=\\"{version}\\"']
    windres = ["x86_64-w64-mingw32-windres", "-c", "65001", "-O", "coff", *named]
    run([*windres, "launcher.rc", "-o", "launcher.res"], cwd=folder)
    kinds = {DESKTOP: ["-mwindows"], CONSOLE: ["-mconsole", "-DCONSOLE"]}
    for name, kind in kinds.items():
        run([*_GCC, *kind, "launcher.c", "launcher.res", "-o", name, "-lshell32"], cwd=folder)
    return folder


def make_icon(folder: Path) -> Path:
    """Draw the icon in the sizes that Windows asks for."""
    icon = folder / "reception.ico"
    drawn = ["convert", "-background", "none", WINDOWS / "reception.svg", "-strip"]
    run([*drawn, "-define", f"icon:auto-resize={_SIZES}", icon])
    return icon
