"""The server under a province: 600 communes on a Monday after an outage, and in office hours.

``reception server run`` with several workers on PostgreSQL; the communes' desks are played by one
process that keeps 600 connections. Every request is signed, every receipt verified, every batch and
page in the exchange's own form. What is refused with 429 or 503 is asked again as the program does.

    python benchmarks/load.py [--communes 600] [--events 500] [--workers 2]
                              [--rate 80] [--seconds 60] [--poll 15]

Server, database and desks share this machine's cores; the CPU of each is told.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Coroutine, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import measure
from load_communes import (
    Commune,
    Desk,
    Figures,
    arrivals,
    as_text,
    let_in,
    make_commune,
    template,
)  # fmt: skip
from reception.storage.ledger.ledger import Ledger

sys.path.append(str(Path(__file__).parent.parent / "tests"))
import postgres
from postgres import Postgres

NOW = datetime(2026, 11, 20, 3, 30, tzinfo=UTC)
SETTINGS = "-c listen_addresses= -c max_connections=200"
STORM_SECONDS, STORM_RATE = 600, 500
_TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    asked = _options()
    spare = max(8, int(asked.rate * asked.seconds / asked.communes * 3) + 8)
    communes = _made(asked, spare)
    with tempfile.TemporaryDirectory() as folder, postgres.running(SETTINGS) as database:
        url = database.create("load")
        ledger = Ledger.open(url)
        let_in(ledger, communes, NOW)
        with ledger.reading() as work:
            key = work.authority().public_key
        with _served(url, Path(folder), asked.workers) as (port, pid):
            spent = Spent(pid, database)
            asyncio.run(_load(asked, communes, port, key, spent))
        ledger.close()
        _verify(database, communes)
    measure.machine()


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--communes", type=int, default=600)
    options.add_argument("--events", type=int, default=500, help="of each after the outage")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--rate", type=float, default=80, help="events a second in office hours")
    options.add_argument("--seconds", type=float, default=60, help="of office hours")
    options.add_argument("--poll", type=float, default=15, help="seconds between two exchanges")
    return options.parse_args()


def _made(asked: argparse.Namespace, spare: int) -> list[Commune]:
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        events = template(Path(folder) / "office", asked.events + spare, NOW)
    communes = [make_commune(n, events, asked.events) for n in range(asked.communes)]
    plain = sum(len(header) + len(body) for header, body in communes[0].told[: asked.events])
    packed = len(communes[0].batch)
    print(
        f"{asked.communes} communes made in {time.perf_counter() - began:.0f} s; the batch of one:"
        f" {asked.events} events, {plain:,} bytes, packed {packed:,}"
    )
    return communes


@contextmanager
def _served(url: str, folder: Path, workers: int) -> Generator[tuple[int, int]]:
    """The server with its workers; its port and process id once all of them are up."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = (
        *(sys.executable, "-m", "reception", "server", "run", "--database", url),
        *("--data", folder, "--port", port, "--workers", workers, "--address-rate", 100_000),
    )
    log = folder / "server.log"
    with (
        log.open("wb") as kept,
        subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE) as server,
    ):
        up = 0
        for line in server.stdout:
            up += b"startup complete" in line
            if up == workers:
                break
        # Nobody reads on: the log goes where it costs what it costs in service.
        tee = Thread(target=shutil.copyfileobj, args=(server.stdout, kept), daemon=True)
        tee.start()
        yield port, server.pid
        server.send_signal(signal.SIGTERM)
        if server.wait():
            raise SystemExit(f"the server ended with {server.returncode}")
        tee.join()


@dataclass
class Spent:
    """CPU seconds of the server's processes and of PostgreSQL's since the last look."""

    server: int
    database: Postgres
    was: dict[str, float] = field(default_factory=dict[str, float])

    def look(self) -> dict[str, float]:
        """What each has spent since."""
        first = int((self.database.folder / "data" / "postmaster.pid").read_text().split()[0])
        now = {
            "server": _cpu_of_all(self.server),
            "PostgreSQL": _cpu_of_all(first),
            "desks": time.process_time(),
        }
        since = {name: spent - self.was.get(name, 0) for name, spent in now.items()}
        self.was = now
        return since


def _cpu_of_all(first: int) -> float:
    """Of a process and all its children, also of those that have ended."""
    rows: dict[int, tuple[int, float]] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        rows[int(entry.name)] = int(fields[1]), sum(map(int, fields[11:15])) / _TICKS
    family, grown = {first}, True
    while grown:
        more = {pid for pid, (parent, _cpu) in rows.items() if parent in family} - family
        grown, family = bool(more), family | more
    return sum(rows[pid][1] for pid in family if pid in rows)


async def _load(
    asked: argparse.Namespace, communes: list[Commune], port: int, key: bytes, spent: Spent
) -> None:
    storm = Figures()
    desks = [Desk(each, port, storm, key) for each in communes]
    seconds = await _timed(spent, [desk.exchange(asked.events) for desk in desks])
    _report("a Monday after an outage", storm, seconds, spent.look())
    _judge(len(communes) * asked.events / seconds)
    hours = Figures()
    for desk in desks:
        desk._figures = hours
    await _office_hours(asked, communes, desks, spent, hours)
    for desk in desks:
        desk.close()


def _judge(speed: float) -> None:
    measure.goal_at_least(f"events a second, of {STORM_RATE} wanted,", speed / STORM_RATE, 1)


async def _timed(spent: Spent, work: list[Coroutine[Any, Any, None]]) -> float:
    spent.look()
    began = time.perf_counter()
    await asyncio.gather(*work)
    return time.perf_counter() - began


async def _office_hours(
    asked: argparse.Namespace,
    communes: list[Commune],
    desks: list[Desk],
    spent: Spent,
    figures: Figures,
) -> None:
    """Events come at random; each desk exchanges after its own, and otherwise every so often."""
    chance = random.Random(1)
    moments = [
        (at, chance.randrange(len(desks)), True)
        for at in arrivals(chance, asked.rate, asked.seconds)
    ]
    polls = arrivals(chance, len(desks) / asked.poll, asked.seconds)
    moments += [(at, chance.randrange(len(desks)), False) for at in polls]
    written = [each.acked for each in communes]
    loop = asyncio.get_running_loop()
    began = loop.time()

    async def one(at: float, which: int, *, event: bool) -> None:
        await asyncio.sleep(began + at - loop.time())
        if event:
            written[which] = min(written[which] + 1, len(communes[which].told))
        # What was written while an exchange was under way goes with the next.
        await desks[which].exchange(written[which])
        if event:
            # From the moment at which it was written, however long it had to wait for its turn.
            figures.note("receipted", loop.time() - began - at)

    work = [one(at, which, event=event) for at, which, event in moments]
    seconds = await _timed(spent, work)
    _report("office hours", figures, seconds, spent.look())
    events = sum(event for _at, _which, event in moments)
    print(
        f"  {events} events and {len(moments)} exchanges in {asked.seconds:.0f} s,"
        f" all done {seconds - asked.seconds:+.1f} s after"
    )


def _report(title: str, figures: Figures, seconds: float, cpu: dict[str, float]) -> None:
    asked = sum(figures.statuses.values())
    print(
        f"\n{title}: {figures.acked:,} events receipted in {seconds:.1f} s"
        f" = {figures.acked / seconds:,.0f} a second, {asked / seconds:,.0f} requests a second"
    )
    for what, took in figures.took_ms.items():
        p50, p99 = (measure.percentile(took, share) for share in (50, 99))
        print(
            f"  {what:10} {len(took):7} times, p50 {p50:8.1f} ms, p99 {p99:8.1f} ms,"
            f" most {max(took):8.1f} ms"
        )
    print(
        f"  answers {as_text(figures.statuses)}, bodies {figures.up:,} bytes up,"
        f" {figures.down:,} down"
    )
    told = ", ".join(
        f"{name} {spent:.1f} s ({spent / max(1, figures.acked) * 1000:.2f} ms an event)"
        for name, spent in cpu.items()
    )
    print(f"  CPU {told}; load {os.getloadavg()[0]:.1f}")


def _verify(database: Postgres, communes: list[Commune]) -> None:
    """Positions are dense in every commune, and every event is there that was receipted."""
    rows = database.execute(
        "SELECT e.agency, count(*), min(e.position), max(e.position), count(DISTINCT e.position),"
        " count(DISTINCT (e.device, e.epoch, e.seq)), a.position FROM event e"
        " JOIN agency a ON a.agency = e.agency GROUP BY e.agency, a.position",
        "load",
    )
    wanted = {each.agency: each.acked for each in communes}
    wrong = Counter(
        str(row[0]) for row in rows if row[1:] != (wanted[str(row[0])], 1, *[row[1]] * 4)
    )
    if wrong or len(rows) != len(communes):
        raise SystemExit(f"not dense or not whole: {wrong}, {len(rows)} communes")
    print(f"\nverified: {sum(wanted.values()):,} events, positions dense in {len(rows)} communes")


if __name__ == "__main__":
    main()
