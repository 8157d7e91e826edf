"""Real desks, a real server and a real PostgreSQL under random faults: is anything lost or altered?

Three desks of one commune, each a process of its own, receive and act and exchange over HTTP with
``reception server run``, while programs are killed, connections cut, requests repeated, clocks
turned, disks filled, and copies of disks put in their place. Again and again all settle, and all
that was ever told to be kept is held against every disk. The plan follows from the seed.

    python benchmarks/faults [--faults 2000] [--seed 1] [--worlds 8] [--sqlite 1] [--keep FOLDER]

A violation ends the run with status 1; its seed, trace, registers and server's ledger are kept.
Linux only; strace and the right to mount a small disk are used where they are there.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).resolve().parents[1]))
sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))

from nemeses import NEMESES, Nemesis
from programs import Violation
from world import POSTGRES_SETTINGS, World

import measure
import postgres
from postgres import Postgres


@dataclass
class Tally:
    """What was done so far, by nemesis."""

    rounds: Counter[str] = field(default_factory=Counter[str])
    struck: Counter[str] = field(default_factory=Counter[str])
    violations: Counter[str] = field(default_factory=Counter[str])
    statuses: Counter[int] = field(default_factory=Counter[int])
    told: int = 0
    receipts: int = 0
    gone: int = 0
    worlds: int = 0
    checks: int = 0


def main() -> int:
    asked = _options()
    # Whoever ends it finds nothing that still runs, and no disk that is still mounted.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    tally, began = Tally(), time.monotonic()
    with ExitStack() as stack:
        database = None
        if asked.sqlite < asked.worlds:
            database = stack.enter_context(postgres.running(POSTGRES_SETTINGS))
        for number in range(asked.worlds):
            on = None if number < asked.sqlite else database
            wanted = (asked.faults * (number + 1)) // asked.worlds
            if not _world(asked, number, on, wanted, tally):
                break
            print(f"world {number}: {tally.struck.total()} faults", file=sys.stderr, flush=True)
    _table(tally, time.monotonic() - began)
    return 1 if tally.violations else 0


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--faults", type=int, default=2000, help="how many must really strike")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--worlds", type=int, default=8, help="begun anew so many times")
    options.add_argument("--sqlite", type=int, default=1, help="worlds without PostgreSQL")
    options.add_argument("--settle-every", type=int, default=20, help="rounds between two checks")
    options.add_argument("--only", default="", help="nemeses whose name holds this")
    options.add_argument("--keep", type=Path, default=None, help="where a failed world is left")
    return options.parse_args()


def _world(
    asked: argparse.Namespace, number: int, database: Postgres | None, wanted: int, tally: Tally
) -> bool:
    """Play one world until so many faults have struck in all; whether everything held."""
    home = Path(tempfile.mkdtemp(prefix="reception-faults-", dir=asked.keep))
    seed = f"{asked.seed}-{number}"
    world = World(home / "world", database, seed=seed)
    tally.worlds += 1
    last = "making the world"
    try:
        for turn in range(1, 10**6):
            nemesis, chance = _next(world, Random(f"{seed}-{turn}"), asked.only)
            last = nemesis.name
            _round(world, nemesis, chance, turn, tally)
            enough = tally.struck.total() >= wanted
            if enough or turn % asked.settle_every == 0:
                world.settle()
                tally.checks += 1
            if enough:
                world.prove()
                break
    except KeyboardInterrupt:
        world.close()
        world.sweep()
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, the evidence is kept
        tally.violations[last] += 1
        _keep(world, database, home, seed, fault)
        return False
    finally:
        _add_up(world, tally)
    world.close()
    world.sweep()
    home.rmdir()
    if database:
        for name in ("live", *world.server_copies):
            database.drop(name)
    return True


def _next(world: World, chance: Random, only: str) -> tuple[Nemesis, Random]:
    possible = [each for each in NEMESES if each.possible(world) and only in each.name]
    [nemesis] = chance.choices(possible, [each.weight for each in possible])
    return nemesis, chance


def _round(world: World, nemesis: Nemesis, chance: Random, turn: int, tally: Tally) -> None:
    world.note(round=turn, nemesis=nemesis.name)
    struck = nemesis.strike(world, chance)
    tally.rounds[nemesis.name] += 1
    tally.struck[nemesis.name] += struck
    world.note(round=turn, struck=struck)
    world.calm()
    world.must_exchange(world.some_desk(chance))
    if turn % 10 == 0:
        print(f"  round {turn}: {tally.struck.total()} faults", file=sys.stderr, flush=True)


def _add_up(world: World, tally: Tally) -> None:
    tally.statuses += world.proxy.statuses
    tally.told += len(world.truth.wrote)
    tally.receipts += len(world.truth.receipts)
    tally.gone += len(world.truth.gone)


def _keep(world: World, database: Postgres | None, home: Path, seed: str, fault: Exception) -> None:
    world.note(violation=str(fault), seed=seed)
    (home / "fault.txt").write_text(
        f"seed {seed}\n{''.join(traceback.format_exception(fault))}", encoding="utf-8"
    )
    world.close()
    world.keep(database)
    kind = "" if isinstance(fault, Violation) else f"{type(fault).__name__}: "
    print(f"VIOLATION, seed {seed}: {kind}{fault}\n  all of it is kept in {home}", flush=True)


def _table(tally: Tally, seconds: float) -> None:
    measure.machine()
    print(f"\n{'nemesis':60} {'rounds':>7} {'struck':>7} {'violations':>11}")
    for each in NEMESES:
        if tally.rounds[each.name] or tally.violations[each.name]:
            print(
                f"{each.name:60} {tally.rounds[each.name]:7} {tally.struck[each.name]:7}"
                f" {tally.violations[each.name]:11}"
            )
    print(
        f"{'all':60} {tally.rounds.total():7} {tally.struck.total():7}"
        f" {tally.violations.total():11}\n"
    )
    print(
        f"{tally.worlds} worlds, {tally.told} events told to be kept, {tally.receipts} receipts,"
        f" {tally.checks} times all held against all, {seconds:.0f} s;"
        f" {tally.gone} events went away with the only disk that they lay on"
    )
    print("answers: " + ", ".join(f"{n} × {s}" for s, n in sorted(tally.statuses.items())))


if __name__ == "__main__":
    sys.exit(main())
