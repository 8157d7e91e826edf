"""Measuring contenders in turn within one run, and telling whether a goal is reached.

A shared machine is never quiet, so nothing here stands alone: every figure is one contender beside
another, each round giving each its turn, and the goals are ratios of what the same minutes gave.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from reception.domain.moments import OFFICE_ZONE
from reception.paths import DATABASE_NAME
from reception.services import demo
from reception.services.desk import Desk, open_desk
from reception.services.generate import generate

SEED = 1
# The benchmarks' registers end here, whatever the day on which they are made.
UNTIL = datetime(2026, 11, 20, 10, 30, tzinfo=OFFICE_ZONE)


@dataclass(slots=True)
class Taken:
    """What a contender took: milliseconds of each round."""

    wall_ms: list[float] = field(default_factory=list[float])
    cpu_ms: list[float] = field(default_factory=list[float])


def in_turn(
    contenders: Mapping[str, Callable[[int], object]],
    rounds: int,
    *,
    warm_up: int = 10,
    between: Callable[[int], object] | None = None,
) -> dict[str, Taken]:
    """Give each contender its turn in each round; ``between`` runs after a round, unmeasured.

    Who begins changes from round to round, so that none always follows the same neighbour.
    """
    taken = {name: Taken() for name in contenders}
    names = list(contenders)
    gc.collect()
    gc.freeze()
    for n in range(-warm_up, rounds):
        names.append(names.pop(0))
        for name in names:
            wall, cpu = time.perf_counter(), time.process_time()
            contenders[name](n + warm_up)
            spent_wall, spent_cpu = time.perf_counter() - wall, time.process_time() - cpu
            if n >= 0:
                taken[name].wall_ms.append(spent_wall * 1000)
                taken[name].cpu_ms.append(spent_cpu * 1000)
        if between:
            between(n)
    return taken


def percentile(values: list[float], share: float) -> float:
    """The value below which so large a share (0 to 100) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))]


def table(title: str, taken: Mapping[str, Taken]) -> None:
    """Print what each contender took."""
    print(f"\n{title:44} {'p50':>8} {'p99':>8} {'max':>8} {'CPU p50':>9} {'CPU p99':>9}  ms")
    for name, times in taken.items():
        wall, cpu = times.wall_ms, times.cpu_ms
        print(
            f"  {name:42} {statistics.median(wall):8.3f} {percentile(wall, 99):8.3f}"
            f" {max(wall):8.3f} {statistics.median(cpu):9.3f} {percentile(cpu, 99):9.3f}"
        )


def goal(what: str, value: float, most: float, unit: str = "x") -> None:
    """Print a figure beside the most that it may be."""
    verdict = "PASS     " if value <= most else "OVER GOAL"
    print(f"  {verdict} {what}: {value:.2f}{unit} (at most {most:g}{unit})")


def goal_at_least(what: str, value: float, least: float) -> None:
    """Print how many times quicker something is beside the least that it must be."""
    verdict = "PASS     " if value >= least else "BELOW GOAL"
    print(f"  {verdict} {what}: {value:.0f}x (at least {least:g}x)")


def machine() -> None:
    """Print what the figures were measured on."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}, SQLite {sqlcipher.sqlite_version},"
        f" {time.strftime('%Y-%m-%d')}{load}"
    )


def parser(description: str | None) -> argparse.ArgumentParser:
    """The options that every benchmark on a filled register takes."""
    options = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--dossiers", type=int, default=300_000, help="size of the register")
    options.add_argument(
        "--data",
        type=Path,
        default=Path(tempfile.gettempdir()) / "reception-benchmarks",
        help="folder in which filled registers are kept for the next run",
    )
    return options


def filled_register(folder: Path, dossiers: int) -> Path:
    """The file of a register with so many invented dossiers; made once, then kept."""
    home = folder / f"register-{dossiers}"
    file = home / DATABASE_NAME
    if file.exists():
        return file
    # Filled under another name: a run that was broken off leaves nothing that looks whole.
    unfinished = folder / f"unfinished-{os.getpid()}"
    began = time.perf_counter()
    desk = demo.set_up_office(unfinished, lambda: UNTIL)
    generate(desk, dossiers, seed=SEED, until=UNTIL, progress=_show)
    desk.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.close()
    home.parent.mkdir(parents=True, exist_ok=True)
    unfinished.rename(home)
    print(f"made {dossiers:,} dossiers in {time.perf_counter() - began:.0f} s: {home}")
    return file


def desk_on(file: Path, clock: Callable[[], datetime] = lambda: UNTIL) -> Desk:
    """A desk on a register's file."""
    return open_desk(file.parent, clock)


def _show(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\rfilling the register: {done:,}/{total:,}", end="", file=sys.stderr)
