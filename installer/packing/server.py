"""The server above as one archive: wheel, locked packages, unit, settings, a proxy's block."""

from __future__ import annotations

import os
import re
import shutil
import tarfile
from pathlib import Path

from packing.place import ROOT, fresh, project_python, project_version, run

_SERVER = ROOT / "installer" / "server"
_BESIDE = ("install.sh", "reception-server.service", "server.env", "nginx.conf")
# The desk's window, and what only builds the wheel: a server loads none of it.
_NOT_ON_A_SERVER = {
    "pyside6-essentials", "shiboken6",
    "hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers",
}  # fmt: skip


def make_server(out: Path) -> Path:
    """Build the archive into a folder."""
    name = f"reception-server-{project_version()}"
    folder = fresh(out / name)
    # The project's own environment has the build tool that the lock pins.
    pip = [project_python(), "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT])
    for beside in _BESIDE:
        shutil.copy2(_SERVER / beside, folder)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("screenshots"))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (folder / "requirements.lock").write_text(server_lock(lock), encoding="utf-8")
    target = out / f"{name}.tar.gz"
    _pack(folder, target)
    shutil.rmtree(folder)
    return target


def server_lock(lock: str) -> str:
    """The entries of a lock file that a server needs."""
    entries = re.split(r"\n(?=\S)", lock.strip())
    wanted = [one for one in entries if one.partition("==")[0] not in _NOT_ON_A_SERVER]
    return "\n".join(wanted) + "\n"


def _pack(folder: Path, target: Path) -> None:
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))

    def impersonal(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        return entry

    with tarfile.open(target, "w:gz") as archive:
        archive.add(folder, folder.name, filter=impersonal)
