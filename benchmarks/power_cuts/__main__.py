"""Power cuts at the desk: is everything there that anybody was told of?

A desk receives, acts, prints, exchanges with a server on loopback, copies its register, moves its
log into it, or brings an old register up to this program's schema, in a process that is killed at a
random instant. It tells, through a pipe, of each thing that a service returned. After each kill the
register is opened as the program opens it; chains, signatures and lists must be whole, every event
and code that was told must be there, no code twice, the copy whole, and the server must have
nothing that the desk lost. Then the same is asked of the files as a power cut may have left
them, with what was not synced torn (``tearing.py``).

    python benchmarks/power_cuts [--kills 10000] [--seed 1] [--workers 2] [--data FOLDER]

Half of the registers are encrypted. The first thing that is lost ends the run with status 1; its
folder is kept. Needs an operating system that forks.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from random import Random

import proofs
from at_work import Work, log_of, teller
from offices import FOLDER, LEDGER, Pattern, Served, in_a_child, make_pattern, serve
from tearing import torn_log, torn_register

from reception.paths import DATABASE_NAME

# How long each may go on before it is killed, in ms: some times what one piece takes.
STAGES = {
    "intake": 10,
    "acts": 10,
    "printing": 80,
    "exchange": 250,
    "backup": 120,
    "checkpoint": 30,
    "upgrade": 250,
}
KILLS_IN_A_WORLD = 40
OLD_WORLDS = 0.85  # an old one takes but one kill
WRITING_SECONDS = 0.0003
Row = tuple[str, str, str]


class World:
    """An office under fire: its folder, its server, and what its desk promised."""

    def __init__(self, pattern: Pattern, folder: Path, *, old: bool) -> None:
        self.pattern = pattern
        self.folder = pattern.copied(folder)
        self.server: Served | None = None if old else serve(self.folder / LEDGER)
        self.promised = proofs.Promised(set(pattern.events), set(pattern.codes))

    @property
    def register(self) -> Path:
        return self.folder / FOLDER / DATABASE_NAME

    def warm(self) -> None:
        """Load once what the children need, each stage's modules and the first PDF's fonts."""
        url = self.server.url if self.server else ""
        work = Work(self.pattern, self.folder, url, Random(1), lambda **_: None)
        for stage in STAGES:
            work.once(stage)

    def strike(self, stage: str, chance: Random) -> Counter[Row]:
        """One kill and, where something was not synced yet, one torn write."""
        before = self.register.read_bytes()
        told = self._killed(stage, chance)
        for line in told:
            self.promised.take(line)
        kind = "encrypted" if self.pattern.key else "plain"
        counted = Counter({(stage, kind, "kills"): 1})
        counted[stage, kind, "told"] += sum(len(line.get("wrote", ())) for line in told)
        torn = self._torn(stage, before, told, chance)
        if torn:
            proofs.check_desk(self.pattern, torn, self.promised)
            counted[stage, kind, "torn"] += 1
        proofs.check_desk(self.pattern, self.folder, self.promised)
        if stage == "backup":
            proofs.check_copy(self.pattern, self.folder, self.promised)
        return counted

    def _killed(self, stage: str, chance: Random) -> list[dict]:
        reads, writes = os.pipe()
        seed, url = chance.random(), self.server.url if self.server else ""

        def work() -> None:
            os.close(reads)
            Work(self.pattern, self.folder, url, Random(seed), teller(writes)).go_on(stage)

        pid = in_a_child(work)
        os.close(writes)
        with os.fdopen(reads, "rb") as pipe:
            first = pipe.readline()
            self._wait(stage, chance)
            os.kill(pid, signal.SIGKILL)
            lines = [first, *pipe]
        _, status = os.waitpid(pid, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            raise proofs.Lost(f"the desk ended by itself in {stage}")
        return [json.loads(line) for line in lines]

    def _wait(self, stage: str, chance: Random) -> None:
        """For a random while; two times in three also until something is just being written."""
        time.sleep(chance.random() * STAGES[stage] / 1000)
        if chance.random() < 1 / 3:
            return
        watched = self.register if stage == "checkpoint" else log_of(self.folder)
        seen, until = _size_and_time(watched), time.monotonic() + STAGES[stage] / 1000
        while _size_and_time(watched) == seen and time.monotonic() < until:
            pass
        time.sleep(chance.random() * WRITING_SECONDS)

    def _torn(self, stage: str, before: bytes, told: list[dict], chance: Random) -> Path | None:
        """The office as the power left it, in a folder beside it; ``None`` if all was synced."""
        now, log_file = self.register.read_bytes(), log_of(self.folder)
        log = log_file.read_bytes() if log_file.exists() else b""
        synced = next((line["wal"] for line in reversed(told) if "wal" in line), 0)
        if stage == "checkpoint" and told[-1].get("moving"):
            register = torn_register(before, now, log, chance) if log else None
            if register is None:
                return None
        elif now == before and len(log) > synced:
            register, log = now, torn_log(log, synced, chance)
        else:
            return None
        beside = self.folder.with_name(f"{self.folder.name}-torn")
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(self.folder / FOLDER, beside / FOLDER)
        (beside / FOLDER / DATABASE_NAME).write_bytes(register)
        log_of(beside).write_bytes(log)
        log_of(beside).with_name(f"{DATABASE_NAME}-shm").unlink(missing_ok=True)
        return beside

    def end(self) -> None:
        """The server goes, too, and may have nothing that the desk lost."""
        if self.server:
            self.server.stop()
            proofs.check_server(self.pattern, self.folder)
        shutil.rmtree(self.folder)
        shutil.rmtree(self.folder.with_name(f"{self.folder.name}-torn"), ignore_errors=True)


def _size_and_time(file: Path) -> tuple[int, int]:
    try:
        told = file.stat()
    except FileNotFoundError:
        return 0, 0
    return told.st_size, told.st_mtime_ns


def storm(kills: int, seed: int, folder: Path) -> Counter[Row]:
    """One worker's share."""
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    chance, counted, done = Random(seed), Counter[Row](), 0
    patterns = {
        (locked, old): make_pattern(folder / f"pattern-{locked}-{old}", locked=locked, old=old)
        for locked in (False, True)
        for old in (False, True)
    }
    first = World(patterns[False, False], folder / "warm", old=False)
    first.warm()
    first.end()
    while done < kills:
        locked, old = chance.random() < 0.5, chance.random() < OLD_WORLDS
        # An old register is brought up to date once; the next kill takes another.
        many = min(1 if old else KILLS_IN_A_WORLD, kills - done)
        world = World(patterns[locked, old], folder / "world", old=old)
        try:
            for _ in range(many):
                stage = "upgrade" if old else chance.choice([s for s in STAGES if s != "upgrade"])
                counted += world.strike(stage, chance)
            world.end()
        except BaseException:
            print(f"{stage} after {done} kills of seed {seed}: {world.folder}", file=sys.stderr)
            raise
        finally:
            if world.server:
                world.server.stop()
        done += many
    return counted


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--kills", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--data", type=Path, default=Path(tempfile.gettempdir()))
    asked = options.parse_args()
    home = Path(tempfile.mkdtemp(prefix="power-cuts-", dir=asked.data))
    shares = [
        (asked.kills * (n + 1) // asked.workers - asked.kills * n // asked.workers, asked.seed + n)
        for n in range(asked.workers)
    ]
    began = time.monotonic()
    # A pool's own children may not have any; these must fork.
    with get_context("fork").Pool(asked.workers) as pool:
        parts = pool.starmap(
            storm, [(kills, seed, home / str(seed)) for kills, seed in shares], chunksize=1
        )
    report(sum(parts, Counter[Row]()), time.monotonic() - began)
    with suppress(OSError):
        shutil.rmtree(home)
    return 0


def report(counted: Counter[Row], seconds: float) -> None:
    print(f"{'':12} {'kills, plain':>14} {'encrypted':>10} {'torn, plain':>12} {'encrypted':>10}"
          f" {'events told':>12}")  # fmt: skip
    for stage in (*STAGES, "all"):
        figures = [_sum(counted, stage, kind, what) for what in ("kills", "torn")
                   for kind in ("plain", "encrypted")]  # fmt: skip
        told = _sum(counted, stage, "plain", "told") + _sum(counted, stage, "encrypted", "told")
        print(f"{stage:12} {figures[0]:14,} {figures[1]:10,} {figures[2]:12,} {figures[3]:10,}"
              f" {told:12,}")  # fmt: skip
    print(f"{seconds:.0f} s; lost, doubled, altered, not whole: 0")


def _sum(counted: Counter[Row], stage: str, kind: str, what: str) -> int:
    return sum(
        number
        for (a_stage, a_kind, a_what), number in counted.items()
        if stage in {a_stage, "all"} and (a_kind, a_what) == (kind, what)
    )


if __name__ == "__main__":
    sys.exit(main())
