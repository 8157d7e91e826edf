"""What a trial installs: the setup files and packs of three versions, the third a broken one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from packing import msi, payload
from packing.launcher import make_launchers
from packing.place import ROOT, project_python, project_version, run
from packing.setup_exe import make_setup
from packing.variant import following, make_variant


@dataclass(frozen=True, slots=True)
class Artefacts:
    """Files by the version they bring: the checkout's, the next, and one that does not work."""

    folder: Path
    version: str

    @property
    def newer(self) -> str:
        """The version after."""
        return following(self.version, 1)

    @property
    def broken(self) -> str:
        """The version that fails its self-test."""
        return following(self.version, 2)

    def setup(self, version: str) -> Path:
        """The setup file of a version."""
        return self.folder / f"Setup-{version}.exe"

    def msi(self, version: str) -> Path:
        """The MSI of a version."""
        return self.folder / f"Reception-{version}.msi"

    def pack(self, version: str) -> Path:
        """The pack that leads from the checkout's version to another."""
        return self.folder / f"to-{version}.rcu"

    @property
    def forged(self) -> Path:
        """A pack to the next version that somebody else signed."""
        return self.folder / "forged.rcu"


def make_artefacts(folder: Path, cache: Path) -> Artefacts:
    """Build all of them, packed quickly."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")
    folder.mkdir(parents=True, exist_ok=True)
    made = Artefacts(folder, project_version())
    public = _keys(folder)
    first = payload.make_payload(folder / made.version, cache, version=made.version, keys=[public])
    for version, broken in ((made.newer, False), (made.broken, True)):
        make_variant(folder / version, first, version=version, keys=[public], broken=broken)
    for version in (made.version, made.newer, made.broken):
        launchers = make_launchers(folder / "launchers", version)
        make_setup(made.setup(version), folder / version, launchers, version, fast=True)
        msi.make_msi(made.msi(version), folder / version, launchers, version)
    base = folder / made.version / payload.MANIFEST
    for version in (made.newer, made.broken):
        _pack(folder / version, base, folder / "own.private", made.pack(version))
    _pack(folder / made.newer, base, folder / "other.private", made.forged)
    return made


def _keys(folder: Path) -> str:
    """New keys, one trusted and one not; answers the trusted public one."""
    for name in ("own", "other"):
        for kind in ("private", "public"):
            (folder / f"{name}.{kind}").unlink(missing_ok=True)
        run([project_python(), ROOT / "installer" / "update_pack.py", "key", folder / name])
    return (folder / "own.public").read_text(encoding="ascii").strip()


def _pack(version: Path, base: Path, key: Path, target: Path) -> None:
    tool = ROOT / "installer" / "update_pack.py"
    run([project_python(), tool, "pack", version, "--base", base, "--key", key, "--out", target])
