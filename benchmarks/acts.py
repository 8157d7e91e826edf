"""One act on a dossier, durably, against raw SQLite writing the very same rows.

The service makes sure that the dossier is still as it was looked at, asks the table of acts, makes
the event, hashes and chains it and brings the list's row up to date; raw SQLite is handed the
finished event and row and only writes them, with the same durability (WAL, synchronous=FULL). Each
works on its own copy. ``--unseen`` has the service read and fold the dossier's history first.

    python benchmarks/acts.py [--dossiers 300000] [--rounds 500] [--data FOLDER]
"""

from __future__ import annotations

import os
import shutil
import statistics
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as sqlcipher

import measure
from reception.domain.custody import Holder, HolderKind
from reception.services import finishing, passing_on
from reception.services.desk import Desk
from reception.storage import database

BY = "lan"
SPECIALIST = Holder(HolderKind.SPECIALIST, "Vàng A Lử")
CUSTOMERS_TO_A_PAUSE = 20
_ROW = "SELECT * FROM dossier WHERE dossier = :dossier"  # as the list shows it
Act = Callable[[Desk, str], object]
ACTS: dict[str, Act] = {
    "forward": lambda desk, dossier: passing_on.forward(desk, dossier, SPECIALIST, by=BY),
    "record result": lambda desk, dossier: finishing.record_result(desk, dossier, by=BY),
}


class RawSqlite:
    """Writes a finished event and a finished row, and nothing else."""

    def __init__(self, file: Path) -> None:
        self.connection = sqlcipher.connect(str(file), isolation_level=None, cached_statements=256)
        for pragma in (
            "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON",
            f"wal_autocheckpoint={database._CHECKPOINT_PAGES}",
        ):  # fmt: skip
            self.connection.execute(f"PRAGMA {pragma}").fetchall()
        events = self._columns("event")
        # What no act changes is not written: it would only touch more indexes.
        changing = ["head", *_changing()]
        self._insert = f"INSERT INTO event ({', '.join(events)}) VALUES ({_marks(len(events))})"
        sets = ", ".join(f"{column} = ?" for column in changing)
        self._update = f"UPDATE dossier SET {sets} WHERE dossier = ?"

    def _columns(self, table: str) -> list[str]:
        return [row[1] for row in self.connection.execute(f"PRAGMA table_info({table})")]

    def write(self, event: tuple[object, ...], row: tuple[object, ...]) -> None:
        """One act's rows in one durable transaction."""
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute(self._insert, event)
        self.connection.execute(self._update, row)
        self.connection.execute("COMMIT")

    def look(self, dossier: str) -> None:
        """Read what whoever looks at a dossier reads, so that both write upon warm pages."""
        events = "SELECT * FROM event WHERE entity = ? ORDER BY n"
        self.connection.execute(events, (dossier,)).fetchall()
        self.connection.execute(_ROW, {"dossier": dossier}).fetchall()

    def checkpoint(self) -> None:
        """What an idle moment does."""
        self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rounds", type=int, default=500)
    options.add_argument("--unseen", action="store_true", help="nobody looked at it before")
    asked = options.parse_args()
    file = measure.filled_register(asked.data, asked.dossiers)
    warm_up = 30
    for name, act in ACTS.items():
        with TemporaryDirectory(dir=asked.data) as scratch:
            ours, raw, model = (_copy(file, Path(scratch) / part) for part in ("a", "b", "c"))
            dossiers = _open_dossiers(model, asked.rounds + warm_up)
            rows = _rows(model, dossiers, act)
            os.sync()  # or the first commits wait for the copies to reach the disk
            _measure(
                name, act, dossiers, rows, ours, RawSqlite(raw), warm_up, seen=not asked.unseen
            )
    measure.machine()


def _measure(
    name: str,
    act: Act,
    dossiers: list[str],
    rows: list[tuple[tuple[object, ...], tuple[object, ...]]],
    ours: Path,
    raw: RawSqlite,
    warm_up: int,
    *,
    seen: bool,
) -> None:
    desk = measure.desk_on(ours, _clock())

    def pause(n: int) -> None:
        # Whoever does something with a dossier has looked at it; that reading is not measured.
        if seen and 0 <= n + warm_up + 1 < len(dossiers):
            following = dossiers[n + warm_up + 1]
            desk.database.rows(_ROW, dossier=following)
            desk.store.dossier(following)
            raw.look(following)
        if n % CUSTOMERS_TO_A_PAUSE == 0:
            desk.database.checkpoint()
            raw.checkpoint()

    contenders: dict[str, Callable[[int], object]] = {
        "our service": lambda n: act(desk, dossiers[n]),
        "raw": lambda n: raw.write(*rows[n]),
    }
    taken = measure.in_turn(contenders, len(dossiers) - warm_up, warm_up=warm_up, between=pause)
    measure.table(f"{name}, durably", taken)
    medians = [statistics.median(taken[which].wall_ms) for which in ("our service", "raw")]
    measure.goal(f"{name}, p50 against raw sqlite", medians[0] / medians[1], 2.0)


def _rows(
    file: Path, dossiers: list[str], act: Act
) -> list[tuple[tuple[object, ...], tuple[object, ...]]]:
    """The rows that the act writes for each dossier, read back after each."""
    desk = measure.desk_on(file, _clock())
    columns = ", ".join(("head", *_changing(), "dossier"))
    rows: list[tuple[tuple[object, ...], tuple[object, ...]]] = []
    for dossier in dossiers:
        act(desk, dossier)
        event = desk.database.row("SELECT * FROM event ORDER BY n DESC LIMIT 1")
        row = desk.database.row(
            f"SELECT {columns} FROM dossier WHERE dossier = :dossier", dossier=dossier
        )
        if event is None or row is None:
            raise RuntimeError(dossier)
        rows.append((event, row))
    return rows


def _changing() -> tuple[str, ...]:
    from reception.storage import projection

    return projection._CHANGING


def _open_dossiers(file: Path, wanted: int) -> list[str]:
    desk = measure.desk_on(file, _clock())
    rows = desk.database.rows(
        "SELECT dossier FROM dossier WHERE state = 'received' AND holder <> :holder"
        " ORDER BY n DESC LIMIT :wanted",
        wanted=wanted,
        holder=SPECIALIST.name,
    )
    return [row[0] for row in rows]


def _marks(number: int) -> str:
    return ", ".join("?" * number)


def _clock() -> Callable[[], datetime]:
    seconds = count(1)
    return lambda: measure.UNTIL + timedelta(seconds=next(seconds))


def _copy(file: Path, folder: Path) -> Path:
    folder.mkdir()
    return Path(shutil.copy(file, folder))


if __name__ == "__main__":
    main()
