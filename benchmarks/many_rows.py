"""Rows for figures of millions: each of 300,000 invented dossiers stands for several.

Making millions through events would take hours and tell nothing more of reading, so the dossiers'
rows alone are copied, into a register or into a server's ledger, in the order in which they came.
Their events are not there: such a register counts and does nothing else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import psycopg
import sqlcipher3.dbapi2 as sqlite

import measure
from reception.paths import DATABASE_NAME
from reception.services import demo
from reception.storage.ledger.page_tables import dossier, recorded

FEW = 300_000
OF_EACH_COMMUNE = 50_000


def register(folder: Path, dossiers: int) -> Path:
    """The file of a register with so many rows; up to 300,000 have their events, too."""
    if dossiers <= FEW:
        return measure.filled_register(folder, dossiers)
    home = folder / f"rows-{dossiers}"
    if (home / DATABASE_NAME).exists():
        return home / DATABASE_NAME
    source, unfinished = measure.filled_register(folder, FEW), folder / f"unfinished-{os.getpid()}"
    began = time.perf_counter()
    demo.set_up_office(unfinished, lambda: measure.UNTIL).close()
    connection = sqlite.connect(str(unfinished / DATABASE_NAME), isolation_level=None)
    connection.execute("ATTACH ? AS few", (str(source),))
    _multiply(connection, dossiers // FEW)
    connection.close()
    unfinished.rename(home)
    print(f"made {dossiers:,} rows in {time.perf_counter() - began:.0f} s: {home}")
    return home / DATABASE_NAME


def _multiply(connection: sqlite.Connection, times: int) -> None:
    indexes = connection.execute(
        "SELECT name, sql FROM main.sqlite_master WHERE tbl_name = 'dossier' AND type = 'index'"
        " AND sql IS NOT NULL"
    ).fetchall()
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=OFF")
    for name, _sql in indexes:
        connection.execute(f"DROP INDEX main.{name}")
    copies = ", ".join(f"({n})" for n in range(times))
    for table, changed in (
        ("dossier", {"n": f"n * {times} + c.column1", "dossier": "dossier || '-' || c.column1"}),
        ("recorded", {"dossier": "dossier || '-' || c.column1"}),
    ):
        connection.execute(f"DELETE FROM main.{table}")
        names = [row[1] for row in connection.execute(f"PRAGMA few.table_info({table})")]
        values = ", ".join(changed.get(name, name) for name in names)
        connection.execute(
            f"INSERT INTO main.{table} ({', '.join(names)}) SELECT {values} FROM few.{table}"
            f" CROSS JOIN (VALUES {copies}) c"
        )
    for _name, sql in indexes:
        connection.execute(sql)
    connection.execute("PRAGMA journal_mode=WAL").fetchall()


def communes(dossiers: int) -> list[str]:
    """The codes of the communes that so many dossiers belong to."""
    return [f"H40.{n}" for n in range(1, max(1, dossiers // OF_EACH_COMMUNE) + 1)]


def fill_ledger(url: str, source: Path, dossiers: int) -> None:
    """Fill a PostgreSQL ledger's dossiers with the rows of a register, spread over communes."""
    began = time.perf_counter()
    with psycopg.connect(url, autocommit=True) as connection:
        indexes = connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'dossier'"
            " AND indexname <> 'pk_dossier'"
        ).fetchall()
        for name, _sql in indexes:
            connection.execute(f'DROP INDEX "{name}"')
        names = [column.name for column in dossier.columns]
        _copy(connection, "dossier", names, _dossiers(source, dossiers, names))
        names = [column.name for column in recorded.columns]
        _copy(connection, "recorded", names, _recorded(source, dossiers, names))
        for _name, sql in indexes:
            connection.execute(sql)
        connection.execute("VACUUM (ANALYZE)")
    print(f"filled a ledger with {dossiers:,} rows in {time.perf_counter() - began:.0f} s")


def _copy(
    connection: psycopg.Connection, table: str, names: list[str], rows: Iterator[list[Any]]
) -> None:
    with connection.cursor().copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _dossiers(source: Path, dossiers: int, names: list[str]) -> Iterator[list[Any]]:
    at_desk = {
        "code": "reference", "aside": "0", "position": "n", "new_due_at": "NULL", "old_book": "0",
    }  # fmt: skip
    words = ("timeliness", "factors", "cause", "late_unit", "late_holder", "apology_number")
    empty = dict.fromkeys(words, "''")
    values = [(at_desk | empty).get(name, name) for name in names]
    yield from _spread(source, "dossier", values, "n", dossiers)


def _recorded(source: Path, dossiers: int, names: list[str]) -> Iterator[list[Any]]:
    values = ["coalesce(ending, '')" if name == "ending" else name for name in names]
    yield from _spread(source, "recorded", values, "dossier", dossiers)


def _spread(
    source: Path, table: str, values: list[str], order: str, dossiers: int
) -> Iterator[list[Any]]:
    """Rows of a register, each as often as needed, one commune after the other."""
    known, times = communes(dossiers), max(1, dossiers // FEW)
    agency, entity = values.index("agency"), values.index("dossier")
    values[agency] = "''"
    connection = sqlite.connect(str(source))
    rows = connection.execute(f"SELECT {', '.join(values)} FROM {table} ORDER BY {order}")
    # A dossier is counted and corrected in one commune: its place follows from its own name.
    for row in rows:
        for copy in range(times):
            made = list(row)
            made[agency] = known[(crc32(row[entity].encode()) + copy) % len(known)]
            made[entity] = f"{row[entity]}-{copy}"
            yield made
    connection.close()
