"""Starting, watching and ending the programs that a contender is made of, and installing the peers.

The peers are installed from their own registries into a folder outside the repository, and kept
there for the next run.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ANKI = "anki==26.9.3"
POUCH = {"pouchdb": "9.0.0", "pouchdb-server": "4.2.0"}
_START_SECONDS, _END_SECONDS = 60.0, 20.0
_TICKS = os.sysconf("SC_CLK_TCK")


def anki_python(home: Path) -> str:
    """The Python of an environment that has Anki; made when it is not there."""
    folder = home / "anki"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", ANKI], check=True)
        (folder / "ready").touch()
    return str(python)


def pouch_folder(home: Path) -> Path:
    """A folder with PouchDB and its server; made when it is not there."""
    folder = home / "pouch"
    if not (folder / "ready").exists():
        folder.mkdir(parents=True, exist_ok=True)
        package = {"name": "peer", "version": "0.0.0", "private": True, "dependencies": POUCH}
        (folder / "package.json").write_text(json.dumps(package), encoding="utf-8")
        install = ["npm", "install", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(install, cwd=folder, check=True)
        (folder / "ready").touch()
    return folder


class Server:
    """A server program that listens on a port; it and its children end with it."""

    def __init__(
        self,
        before: Sequence[str],
        command: Sequence[str],
        port: int,
        folder: Path,
        more: Mapping[str, str] | None = None,
    ) -> None:
        with (folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*before, *command],
                cwd=folder,
                stdout=log,
                stderr=log,
                env={**os.environ, **(more or {})},
            )
        until = time.monotonic() + _START_SECONDS
        while not _listens(self._process.pid, port):
            if self._process.poll() is not None or time.monotonic() > until:
                sys.exit((folder / "server.log").read_text(errors="replace")[-2000:])
            time.sleep(0.05)

    @property
    def cpu_seconds(self) -> float:
        return cpu_seconds(self._process.pid)

    def end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@dataclass(frozen=True, slots=True)
class Ran:
    """What a client said of itself in its last line, and the CPU that it took."""

    said: dict[str, Any]
    cpu_seconds: float


def run(
    before: Sequence[str],
    command: Sequence[str],
    folder: Path,
    more: Mapping[str, str] | None = None,
) -> Ran:
    """Run a client to its end."""
    out, faults = folder / "client.out", folder / "client.log"
    with out.open("wb") as said, faults.open("ab") as log:
        process = subprocess.Popen(
            [*before, *command],
            cwd=folder,
            stdout=said,
            stderr=log,
            env={**os.environ, **(more or {})},
        )
        _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}\n{faults.read_text(errors='replace')[-2000:]}")
    last = out.read_text(encoding="utf-8").strip().splitlines()[-1:] or ["{}"]
    return Ran(json.loads(last[0]), usage.ru_utime + usage.ru_stime)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as asked:
        return asked.getsockname()[1]


def cpu_seconds(root: int) -> float:
    """The CPU that a process, its children, and those of them that ended have taken."""
    taken, children = {}, dict[int, list[int]]()
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid = int(entry.parent.name)
            fields = entry.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(pid)
        taken[pid] = sum(map(int, fields[11:15])) / _TICKS
    whole, left = 0.0, [root]
    while left:
        pid = left.pop()
        whole += taken.get(pid, 0.0)
        left += children.get(pid, [])
    return whole


def _listens(pid: int, port: int) -> bool:
    """Whether anybody listens on a port, in the network of that process."""
    local = f":{port:04X}"
    for table in ("tcp", "tcp6"):
        try:
            lines = Path(f"/proc/{pid}/net/{table}").read_text(encoding="ascii").splitlines()[1:]
        except OSError:
            return False
        fields = (line.split() for line in lines)
        if any(each[1].endswith(local) and each[3] == "0A" for each in fields):
            return True
    return False
