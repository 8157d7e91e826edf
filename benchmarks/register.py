"""Registering one dossier durably, against raw SQLite writing the very same rows.

The service checks, counts the due date, numbers, hashes, chains, lists and indexes; raw SQLite is
handed the finished rows and only writes them: event, dossier, search index and the day's count, in
one transaction, with the same durability (WAL, synchronous=FULL). Both are the same SQLite build
(sqlcipher3). A third contender writes them with SQLite's default checkpoint every 1,000 pages,
which then falls into somebody's commit; ours and the first raw one checkpoint between customers.
Each works on its own copy of the same register.

    python benchmarks/register.py [--dossiers 300000] [--rounds 1000] [--data FOLDER]
"""

from __future__ import annotations

import os
import shutil
import statistics
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as sqlcipher

import measure
from reception.services import intake
from reception.services.desk import Desk
from reception.services.intake_request import IntakeRequest
from reception.services.invented import Population
from reception.storage import database

BY = "lan"
# A customer takes minutes; the desk checkpoints in the pauses, here after so many dossiers.
CUSTOMERS_TO_A_PAUSE = 20
DEFAULT_CHECKPOINT_PAGES = 1000
SAFETY_PAGES = database._CHECKPOINT_PAGES
PAGE = 4096
# A commit that carries a checkpoint waits for the disk to take megabytes.
STALL = 10

COPIED = ("event", "dossier", "dossier_search", "counter")


class RawSqlite:
    """Writes finished rows, and nothing else."""

    def __init__(self, file: Path, rows: list[dict[str, tuple[object, ...]]], pages: int) -> None:
        self.connection = sqlcipher.connect(str(file), isolation_level=None, cached_statements=256)
        self._rows = rows
        for pragma in (
            "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"wal_autocheckpoint={pages}"
        ):  # fmt: skip
            self.connection.execute(f"PRAGMA {pragma}").fetchall()
        self._insert = {name: self._statement(name) for name in COPIED}

    def _statement(self, table: str) -> str:
        columns = [row[1] for row in self.connection.execute(f"PRAGMA table_info({table})")]
        if table == "dossier_search":
            columns.insert(0, "rowid")
        verb = "REPLACE" if table == "counter" else "INSERT"
        marks = ", ".join("?" * len(columns))
        return f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({marks})"

    def write(self, n: int) -> None:
        """One dossier's rows in one durable transaction."""
        run, rows = self.connection.execute, self._rows[n]
        run("BEGIN IMMEDIATE")
        for name in COPIED:
            run(self._insert[name], rows[name])
        run("COMMIT")

    def checkpoint(self) -> None:
        """What an idle moment does."""
        self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rounds", type=int, default=1000)
    asked = options.parse_args()
    file = measure.filled_register(asked.data, asked.dossiers)
    warm_up = 50
    requests = _requests(asked.rounds + warm_up)
    with TemporaryDirectory(dir=asked.data) as scratch:
        ours, raw, default = (_copy(file, Path(scratch) / name) for name in ("a", "b", "c"))
        rows = _rows(_copy(file, Path(scratch) / "rows"), requests)
        os.sync()  # or the first commits wait for the copies to reach the disk
        desk = measure.desk_on(ours, _clock())
        raw_idle = RawSqlite(raw, rows, SAFETY_PAGES)
        raw_default = RawSqlite(default, rows, DEFAULT_CHECKPOINT_PAGES)

        log_bytes = 0

        def pause(n: int) -> None:
            nonlocal log_bytes
            log_bytes = max(log_bytes, ours.with_name(f"{ours.name}-wal").stat().st_size)
            if n % CUSTOMERS_TO_A_PAUSE == 0:
                desk.database.checkpoint()
                raw_idle.checkpoint()

        contenders: dict[str, Callable[[int], object]] = {
            "our service": lambda n: intake.register(desk, requests[n], by=BY),
            "raw, checkpoint when idle": raw_idle.write,
            "raw, default checkpoints": raw_default.write,
        }
        taken = measure.in_turn(contenders, asked.rounds, warm_up=warm_up, between=pause)
    measure.machine()
    measure.table(f"register one of {asked.dossiers:,} dossiers, durably", taken)
    _judge(taken)
    print(
        f"  our log never had more than {log_bytes // PAGE:,} pages; a commit would checkpoint it"
        f" only at {SAFETY_PAGES:,}"
    )


def _judge(taken: dict[str, measure.Taken]) -> None:
    ours, raw, default = (
        taken[name].wall_ms
        for name in ("our service", "raw, checkpoint when idle", "raw, default checkpoints")
    )
    print()
    p50 = statistics.median(ours)
    measure.goal("p50 against raw sqlite", p50 / statistics.median(raw), 2.0)
    measure.goal(
        "p99 against raw sqlite with default checkpoints",
        measure.percentile(ours, 99) / measure.percentile(default, 99),
        1.0,
    )
    for name, times in (("ours", ours), ("raw, default", default)):
        stalls = sum(ms > STALL * p50 for ms in times)
        print(f"  commits above {STALL}x our p50, {name}: {stalls} of {len(times)}")


def _requests(number: int) -> list[IntakeRequest]:
    chance = Random(measure.SEED)
    population = Population("Mường Thanh", 5000, measure.SEED)
    return [
        IntakeRequest("2.000815", population.person(chance, measure.UNTIL.date()))
        for _ in range(number)
    ]


def _rows(file: Path, requests: list[IntakeRequest]) -> list[dict[str, tuple[object, ...]]]:
    """The rows that our service writes for each request, read back after each of them."""
    desk = measure.desk_on(file, _clock())
    return [_written(desk, partial(intake.register, desk, request, by=BY)) for request in requests]


def _written(desk: Desk, register: Callable[[], object]) -> dict[str, tuple[object, ...]]:
    register()
    return {
        "event": _last(desk, "SELECT * FROM event ORDER BY n DESC LIMIT 1"),
        "dossier": _last(desk, "SELECT * FROM dossier ORDER BY n DESC LIMIT 1"),
        # The index keeps no text to read back.
        "dossier_search": _last(desk, "SELECT n, words FROM dossier ORDER BY n DESC LIMIT 1"),
        "counter": _last(
            desk, "SELECT * FROM counter WHERE scope LIKE 'code:%' ORDER BY scope DESC"
        ),
    }


def _last(desk: Desk, sql: str) -> tuple[object, ...]:
    row = desk.database.row(sql)
    if row is None:
        raise RuntimeError(sql)
    return row


def _clock() -> Callable[[], datetime]:
    seconds = count(1)
    return lambda: measure.UNTIL + timedelta(seconds=next(seconds))


def _copy(file: Path, folder: Path) -> Path:
    folder.mkdir()
    return Path(shutil.copy(file, folder))


if __name__ == "__main__":
    main()
