"""What the server takes to make pushed events durable, against raw COPY of the same rows.

The server is handed requests as they come from the line: it checks signatures, unpacks, hashes,
gives positions, stores, commits and signs receipts. Raw COPY is handed finished rows of the same
events, into a table with the same indexes, and commits as often; beside it all are copied in one
transaction. In turn, each in databases of one PostgreSQL (fsync and synchronous_commit on).

    python benchmarks/exchange/ingest.py [--dossiers 10000] [--rounds 7]
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import beside  # noqa: F401 -- first: it makes the others importable
import psycopg
import registers

import measure
import postgres
from reception.paths import DATABASE_NAME
from reception.services.desk import open_desk
from reception.services.exchange import exchange, make_exchanger
from reception.storage.ledger import appending
from reception.storage.ledger.ledger import Ledger
from reception.sync import wire
from reception.sync.asking import Answer, Request
from reception.sync.gate import Gate

GOAL = 0.5
_COLUMNS = ", ".join(appending._COLUMNS)
_Rows = list[tuple[object, ...]]


class KeepingLine(registers.NearLine):
    """A line that keeps the pushes that travelled on it."""

    def __init__(self, gate: Gate) -> None:
        super().__init__(gate)
        self.pushes: list[Request] = []

    def ask(self, request: Request) -> Answer:
        if request.method == "POST" and "/events?" in request.target:
            self.pushes.append(request)
        return super().ask(request)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--dossiers", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=7)
    asked = options.parse_args()
    with postgres.running("-c listen_addresses=") as server, TemporaryDirectory() as folder:
        ledger = Ledger.open(server.create("ready"))
        registers.two_desks(ledger, Path(folder), asked.dossiers)
        ledger.close()
        compare(server, Path(folder), asked.dossiers, asked.rounds)
    measure.machine()


def compare(server: postgres.Postgres, folder: Path, dossiers: int, rounds: int) -> None:
    """Measure on the database ``ready`` and the desks that :func:`registers.two_desks` made."""
    pushes, rows = _recorded(server, folder)
    sizes = _sizes(pushes)
    if sum(sizes) != len(rows):
        sys.exit(f"{sum(sizes)} events became {len(rows)} rows")

    def gate(n: int) -> None:
        for push in pushes:
            if gates[n].answer(push).status != 200:
                sys.exit("a push was refused")

    def copy_as_often(n: int) -> None:
        _copy(often[n], rows, sizes)

    def copy_at_once(n: int) -> None:
        _copy(once[n], rows, [len(rows)])

    databases = [server.create(f"ours_{n}", "ready") for n in range(rounds + 1)]
    ledgers = [Ledger.open(each) for each in databases]
    gates = [Gate(ledger, lambda: registers.TO_DAY) for ledger in ledgers]
    often = [psycopg.connect(server.create(f"often_{n}", "ready")) for n in range(rounds + 1)]
    once = [psycopg.connect(server.create(f"once_{n}", "ready")) for n in range(rounds + 1)]
    contenders: dict[str, Callable[[int], object]] = {
        "our server, whole requests": gate,
        "raw COPY, as many commits": copy_as_often,
        "raw COPY, one commit": copy_at_once,
    }
    taken = measure.in_turn(contenders, rounds, warm_up=1)
    for each in (*often, *once, *ledgers):
        each.close()
    measure.table(f"{dossiers:,} registrations into PostgreSQL, {len(pushes)} requests", taken)
    ours, *others = (dossiers / statistics.median(t.wall_ms) * 1e3 for t in taken.values())
    for speed, name in zip(others, list(taken)[1:], strict=True):
        verdict = "PASS      " if ours / speed >= GOAL else "BELOW GOAL"
        print(f"  {verdict} {ours:,.0f}/s, {ours / speed:.0%} of {name} (at least {GOAL:.0%})")


def _recorded(server: postgres.Postgres, folder: Path) -> tuple[list[Request], _Rows]:
    """The first desk's pushes, and the rows that a server makes of them."""
    ledger = Ledger.open(server.create("recorded", "ready"))
    desk = open_desk(folder / "desk-0", lambda: registers.TO_DAY)
    line = KeepingLine(Gate(ledger, lambda: registers.TO_DAY + timedelta(minutes=1)))
    desk.database.copy_to(folder / "kept")
    exchange(desk, line, make_exchanger(desk, lambda: 0.0))
    desk.close()
    (folder / "kept").replace(folder / "desk-0" / DATABASE_NAME)
    ledger.close()
    with psycopg.connect(server.url("recorded")) as recorded:
        [(before,)] = server.execute("SELECT max(position) FROM event", "ready")
        rows = recorded.execute(
            f"SELECT {_COLUMNS} FROM event WHERE position > %s ORDER BY position", [before]
        ).fetchall()
    return line.pushes, rows


def _sizes(pushes: list[Request]) -> list[int]:
    """How many events each push carries, told by where the next begins."""
    sizes = []
    told: list[wire.Told] = []
    for push in pushes:
        like = int(push.target.rpartition("like=")[2])
        batch = wire.unpack(push.body, wire.Batch, told[len(told) - like :] if like else ())
        told += [wire.whole(event) for event in batch.events]
        sizes.append(len(batch.events))
    return sizes


def _copy(raw: psycopg.Connection, rows: _Rows, sizes: list[int]) -> None:
    start = 0
    for size in sizes:
        with raw.transaction(), raw.cursor() as cursor, cursor.copy(appending._COPY) as copy:
            copy.set_types(appending._COPY_TYPES)
            for row in rows[start : start + size]:
                copy.write_row(row)
        start += size


if __name__ == "__main__":
    main()
