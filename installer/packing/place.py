"""Where things are, and running the tools that do the work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "installer" / "windows"
PYTHON_VERSION = "3.11"

# What each tool is called in Debian.
TOOLS = {
    "makensis": "nsis",
    "wixl": "wixl",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "x86_64-w64-mingw32-windres": "gcc-mingw-w64-x86-64",
    "convert": "imagemagick",
    "osslsigncode": "osslsigncode",
}


def default_cache() -> Path:
    """Where downloads and built parts stay from one build to the next."""
    caches = os.environ.get("XDG_CACHE_HOME")
    return (Path(caches) if caches else Path.home() / ".cache") / "reception-installer"


def project_version() -> str:
    """The version that the checkout has."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def project_python() -> Path:
    """The interpreter of the environment that ``dev.py`` sets up."""
    python = ROOT / ".venv" / "bin" / "python"
    if not python.exists():
        sys.exit("Set up the project's environment first: python3 dev.py setup")
    return python


def require_tools(names: Sequence[str]) -> None:
    """End with the packages to install if a tool is missing."""
    missing = sorted({TOOLS[name] for name in names if shutil.which(name) is None})
    if missing:
        sys.exit(f"Install these system packages, then run this again: {' '.join(missing)}")
    if sys.version_info[:2] != tuple(map(int, PYTHON_VERSION.split("."))):
        # The files compiled here must be the ones that the shipped interpreter takes.
        sys.exit(f"This takes Python {PYTHON_VERSION}, the version that is shipped.")


def run(
    command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> str:
    """Run a tool; answers what it printed, or ends with that if it failed."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=os.environ | dict(env or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{command[0]} failed with {done.returncode}:\n{done.stdout[-4000:]}")
    return done.stdout


def fresh(folder: Path) -> Path:
    """An empty folder in this place."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
