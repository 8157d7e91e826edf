"""The packages that the program needs on Windows, exactly those of the lock file."""

from __future__ import annotations

import sys
from pathlib import Path

from packing.place import PYTHON_VERSION, WINDOWS, fresh, run

LOCK = WINDOWS / "requirements-win.lock"


def wheels(cache: Path) -> Path:
    """The folder with all packages unpacked; fetched the first time, each hash checked."""
    place, site = cache / "wheels", cache / "site"
    done = cache / "site.lock"
    lock = LOCK.read_text(encoding="utf-8")
    if done.is_file() and done.read_text(encoding="utf-8") == lock:
        return site
    place.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    # The lock was resolved for Windows: pip, which thinks of the system it runs on, only fetches.
    only = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--quiet", "-r", LOCK]
    windows = ["--platform", "win_amd64", "--python-version", PYTHON_VERSION]
    windows += ["--implementation", "cp"]
    run([*pip, "download", *only, *windows, "-d", place])
    unpack = ["--no-index", "--find-links", place, "--no-compile", "--target", fresh(site)]
    run([*pip, "install", *only, *windows, *unpack])
    done.write_text(lock, encoding="utf-8")
    return site
