"""The programs that are run and killed: desks, server, PostgreSQL; faults in their syscalls."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

from postgres import Postgres

HERE = Path(__file__).resolve().parent
PYTHON = (sys.executable, "-X", "utf8")
_START_SECONDS = 120
_STRACE = shutil.which("strace")

Told = dict[str, Any]


class Violation(Exception):
    """Something that must hold does not."""


def can_trace() -> bool:
    """Whether faults can be put into syscalls here."""
    return _STRACE is not None


def reception(*words: object) -> Told:
    """Run a command of the program that prints JSON; one that refuses is a violation."""
    command = [*PYTHON, "-m", "reception", *map(str, words), "--json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise Violation(f"reception {' '.join(map(str, words))}: {ran.stdout} {ran.stderr}")
    return json.loads(ran.stdout)


class DeskProgram:
    """A desk's process: orders go in, what is told comes out until it is done or dead."""

    def __init__(self, folder: Path, told: Callable[[Told], None]) -> None:
        self._told = told
        self._errors = folder.with_name(f"{folder.name}.err")
        with self._errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [*PYTHON, str(HERE / "desk_process.py"), str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        self.pid = self._process.pid
        self._until("ready")

    def order(self, do: str, **more: object) -> None:
        """Tell it to do something; :meth:`done` waits for the answer."""
        line = json.dumps({"do": do, **more}).encode() + b"\n"
        with suppress(BrokenPipeError):
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def done(self, each: Callable[[Told], None] = lambda _told: None) -> Told | None:
        """Read what it tells until it has done its order; ``None`` if it died of it."""
        return self._until("done", each)

    def do(self, name: str, **more: object) -> Told:
        """Tell it to do something that it must live through."""
        self.order(name, **more)
        answer = self.done()
        if answer is None:
            raise Violation(f"the desk died of {name}")
        return answer

    def _until(self, last: str, each: Callable[[Told], None] = lambda _told: None) -> Told | None:
        for line in self._process.stdout:
            if not line.endswith(b"\n"):
                break
            told = json.loads(line)
            self._told(told)
            each(told)
            if last in told:
                return told
        status = self._process.wait()
        if status != -signal.SIGKILL:
            raise Violation(f"the desk ended with {status}: {self._errors.read_text()[-2000:]}")
        return None

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> None:
        """Wait until it is dead."""
        self._process.wait()

    def close(self) -> None:
        """Let it come to its end in good order, and wait for that."""
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


class ServerProgram:
    """``reception server run`` on a port of its own; with a clock that is off, by our own start."""

    def __init__(self, port: int, folder: Path, where: Iterable[object]) -> None:
        self.port = port
        self._log = folder / "server.log"
        self._words = [
            *("server", "run", "--port", port, "--device-rate", 10_000),
            *("--address-rate", 100_000, "--enrol-tries", 10_000, "--stop-seconds", 5, *where),
        ]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *, days_off: float = 0) -> None:
        """Start it and wait until it answers."""
        program = [str(HERE / "server_off.py"), days_off] if days_off else ["-m", "reception"]
        command = [*PYTHON, *map(str, [*program, *self._words])]
        self._process = process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        up = Event()
        Thread(target=self._keep_log, args=(process, up), daemon=True).start()
        if not up.wait(_START_SECONDS) or process.poll() is not None:
            raise Violation(f"the server does not start: {self._log.read_text()[-2000:]}")
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/ready", timeout=60) as answer:
            answer.read()

    def _keep_log(self, process: subprocess.Popen[bytes], up: Event) -> None:
        with self._log.open("ab") as log:
            for line in process.stdout:
                log.write(line)
                log.flush()
                if b"startup complete" in line:
                    up.set()
        up.set()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Ask it to stop, and wait; it must come to its end in good order."""
        if not self.alive:
            return
        self._process.terminate()
        status = self._process.wait()
        if status:
            raise Violation(f"the server ended with {status}: {self._log.read_text()[-2000:]}")

    def faults(self) -> list[str]:
        """What it says of requests that ended in a fault of its own."""
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        return [line for line in lines if '"status": 500' in line or "Traceback" in line]


def postmaster_of(postgres: Postgres) -> int:
    """The process id of PostgreSQL's first process."""
    return int((postgres.folder / "data" / "postmaster.pid").read_text().split()[0])


def children_of(parent: int) -> list[int]:
    found: list[int] = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            # The name in brackets may hold spaces.
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if entry.name.isdecimal() and int(fields[1]) == parent:
                found.append(int(entry.name))
    return found


def kill_postgres(postgres: Postgres) -> None:
    """SIGKILL for all of PostgreSQL's processes, at one moment as far as can be."""
    first = postmaster_of(postgres)
    os.kill(first, signal.SIGSTOP)
    everybody = [*children_of(first), first]
    watched = [os.pidfd_open(pid) for pid in everybody]
    for pid in everybody:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    for handle in watched:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        poll.poll(30_000)
        os.close(handle)
    # What nobody waits for still has its number, which PostgreSQL would take for a running server.
    (postgres.folder / "data" / "postmaster.pid").unlink(missing_ok=True)
    for lock in postgres.folder.glob(".s.PGSQL.*"):
        lock.unlink()


def backends_of(postgres: Postgres) -> list[int]:
    """The processes that serve connections to the server's database."""
    rows = postgres.execute(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
        " AND datname = 'live'"
    )
    return [int(row[0]) for row in rows]


@contextmanager
def syscalls(pid: int, name: str, what: str, when: int, report: Path) -> Generator[None]:
    """Something happens to a program in its ``when``-th call of a kind, as strace can do."""
    command = (
        *(_STRACE, "-f", "-o", report, "-e", f"trace={name}"),
        *("-e", f"inject={name}:{what}:when={when}", "-p", pid),
    )
    tracer = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        for line in tracer.stderr:
            if b"attached" in line:
                break
        yield
    finally:
        tracer.terminate()
        tracer.communicate()


def injected(report: Path) -> int:
    """How often strace did it."""
    return report.read_text(errors="replace").count("(INJECTED)") if report.exists() else 0
