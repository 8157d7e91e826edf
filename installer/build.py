#!/usr/bin/env python3
"""Build the files that offices install, from a checkout, on Linux.

    python3 installer/build.py                all of them, into dist/
    python3 installer/build.py --fast         quickly packed ones, for trials
    python3 installer/build.py --only setup   one of: setup, msi, server

Docs: installer/README.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from packing import msi, payload, server
from packing.launcher import make_launchers
from packing.place import ROOT, TOOLS, default_cache, project_version, require_tools, run
from packing.setup_exe import make_setup

KINDS = ("setup", "msi", "server")


def main() -> None:
    """Build what was asked for, and tell how large it is."""
    wanted = _options()
    os.environ.setdefault("SOURCE_DATE_EPOCH", _committed_at())
    wanted.out.mkdir(parents=True, exist_ok=True)
    if "server" in wanted.only:
        _timed("server", lambda: server.make_server(wanted.out))
    if set(wanted.only) - {"server"}:
        _build_for_windows(wanted)


def _build_for_windows(wanted: argparse.Namespace) -> None:
    require_tools(list(TOOLS))
    version, out, work = wanted.version, wanted.out, wanted.cache / "work"
    folder = work / "payload" / version
    keys = [key for path in wanted.release_key for key in path.read_text("ascii").split()]
    payload.make_payload(folder, wanted.cache, version=version, keys=keys)
    size, files = payload.size_of(folder)
    print(f"version {version}: {size / 1e6:.1f} MB in {files} files", flush=True)
    launchers = make_launchers(work / "launchers", version)
    name = f"Reception-{version}"
    shutil.copyfile(folder / payload.MANIFEST, out / f"{name}.json")
    if "setup" in wanted.only:
        target = out / f"{name}-Setup.exe"
        _timed("setup", lambda: make_setup(target, folder, launchers, version, fast=wanted.fast))
    if "msi" in wanted.only:
        target = out / f"{name}.msi"
        _timed("msi", lambda: msi.make_msi(target, folder, launchers, version))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Build the files that offices install.", allow_abbrev=False
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where they go")
    parser.add_argument("--cache", type=Path, default=default_cache(), help="for downloads")
    parser.add_argument("--version", default=project_version(), help="instead of the checkout's")
    parser.add_argument("--only", nargs="+", choices=KINDS, default=KINDS, help="some of them")
    parser.add_argument("--fast", action="store_true", help="pack quickly, for trials")
    parser.add_argument(
        "--release-key", type=Path, nargs="+", default=[], help="public keys of update packs"
    )
    wanted = parser.parse_args()
    wanted.out, wanted.cache = wanted.out.resolve(), wanted.cache.resolve()
    return wanted


def _committed_at() -> str:
    """The moment of the last commit, so that the same commit makes the same files."""
    return run(["git", "log", "-1", "--format=%ct"]).strip()


def _timed(name: str, make: Callable[[], Path]) -> None:
    began = time.monotonic()
    made = make()
    took = time.monotonic() - began
    print(f"{name}: {made} {made.stat().st_size / 1e6:.1f} MB, {took:.0f} s", flush=True)


if __name__ == "__main__":
    main()
