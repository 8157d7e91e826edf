"""Appending events to the server's ledger, against raw COPY of the same rows into such a table.

The ledger takes the positions under the commune's row, makes the commune's chain, moves the
device's mark, keeps the signed head and commits, batch by batch. Raw COPY is handed finished rows
and commits as often; beside it all are copied in one transaction, which no server could do. Each
works in its own database of one PostgreSQL (synchronous_commit and fsync on), in turn. Reading the
log page by page, and SQLite in the place of PostgreSQL, are told as well.

    python benchmarks/ledger.py [--events 10000] [--rounds 7]
"""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

import measure
from reception.domain.chain import log_genesis
from reception.storage.ledger import appending
from reception.storage.ledger.commune_chain import commune_chain
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import NewEvent

sys.path.append(str(Path(__file__).parent.parent / "tests"))
import postgres

NOW = datetime(2026, 11, 20, 3, 30, tzinfo=UTC)
HEADER, BODY = 420, 780
BATCHES = (500, 2000)
GOAL = 0.5


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=7)
    asked = options.parse_args()
    with postgres.running("-c listen_addresses=") as server:
        ledger = Ledger.open(server.create("ours"))
        Ledger.open(server.create("raw")).close()
        with psycopg.connect(server.url("raw")) as raw:
            for batch in BATCHES:
                _compare(ledger, raw, batch, asked)
            _pages(ledger, asked)
        ledger.close()
    with TemporaryDirectory() as folder:
        ledger = Ledger.open(f"{folder}/ledger.db")
        _on_sqlite(ledger, asked)
        ledger.close()
    measure.machine()


def _compare(
    ledger: Ledger, raw: psycopg.Connection, batch: int, asked: argparse.Namespace
) -> None:
    def each(n: int) -> tuple[str, list[NewEvent]]:
        return f"H{batch}.{n}", _events(asked.events, n)

    contenders: dict[str, Callable[[int], object]] = {
        "our ledger": lambda n: _append(ledger, *made[n], batch),
        "raw COPY, as many commits": lambda n: _copy(raw, rows[n], batch),
        "raw COPY, one commit": lambda n: _copy(raw, again[n], asked.events),
    }
    made = [each(n) for n in range(asked.rounds + 1)]
    rows = [_rows(agency, events) for agency, events in made]
    again = [_rows(f"{agency}-b", events) for agency, events in made]
    with ledger.writing() as work:
        for agency, _ in made:
            work.add_agency(agency, agency, NOW)
    taken = measure.in_turn(contenders, asked.rounds, warm_up=1)
    measure.table(f"{asked.events:,} events of 1.2 kB, {batch} in a batch", taken)
    speeds = {name: asked.events / statistics.median(t.wall_ms) * 1e3 for name, t in taken.items()}
    print("  " + ", ".join(f"{name} {speed:,.0f} events/s" for name, speed in speeds.items()))
    ours, *others = speeds.values()
    for other, name in zip(others, list(speeds)[1:], strict=True):
        share = ours / other
        verdict = "PASS     " if share >= GOAL else "BELOW GOAL"
        print(f"  {verdict} {share:.0%} of {name} (at least {GOAL:.0%})")


def _pages(ledger: Ledger, asked: argparse.Namespace) -> None:
    def read(n: int) -> None:
        after = 0
        while after < asked.events:
            with ledger.reading() as work:
                page = work.page(f"H500.{n}", after, limit=2000, max_bytes=1 << 23)
            after = page[-1].position

    taken = measure.in_turn({"our ledger": read}, asked.rounds, warm_up=1)
    measure.table(f"{asked.events:,} events read, 2000 in a page", taken)


def _on_sqlite(ledger: Ledger, asked: argparse.Namespace) -> None:
    made = [(f"H{n}", _events(asked.events, n)) for n in range(asked.rounds + 1)]
    with ledger.writing() as work:
        for agency, _ in made:
            work.add_agency(agency, agency, NOW)
    contenders: dict[str, Callable[[int], object]] = {
        "our ledger": lambda n: _append(ledger, *made[n], 500)
    }
    taken = measure.in_turn(contenders, asked.rounds, warm_up=1)
    measure.table(f"SQLite: {asked.events:,} events, 500 in a batch", taken)


def _append(ledger: Ledger, agency: str, events: Sequence[NewEvent], batch: int) -> None:
    for start in range(0, len(events), batch):
        with ledger.writing() as work:
            work.append(agency, events[start : start + batch], NOW, bytes(64))


def _copy(raw: psycopg.Connection, rows: Sequence[tuple[object, ...]], batch: int) -> None:
    for start in range(0, len(rows), batch):
        with raw.transaction(), raw.cursor() as cursor, cursor.copy(appending._COPY) as copy:
            copy.set_types(appending._COPY_TYPES)
            for row in rows[start : start + batch]:
                copy.write_row(row)


def _rows(agency: str, events: Sequence[NewEvent]) -> list[tuple[object, ...]]:
    chains = commune_chain(log_genesis(agency), events)
    return list(appending._rows(agency, 0, events, chains, "2026-11-20T03:30:00Z"))


def _events(count: int, seed: int) -> list[NewEvent]:
    draw = random.Random(seed)
    device = f"0199-{seed:031}"
    return [
        NewEvent(
            device,
            1,
            seq,
            f"0199-{seq // 4:031}",
            "dossier.received",
            draw.randbytes(HEADER // 2).hex().encode(),
            draw.randbytes(BODY // 2).hex().encode(),
            hashlib.sha256(str(seq).encode()).digest(),
        )
        for seq in range(1, count + 1)
    ]


if __name__ == "__main__":
    main()
