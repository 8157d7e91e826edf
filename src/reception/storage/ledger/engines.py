"""Connecting to the ledger: PostgreSQL by psycopg, or one SQLite file; every commit is durable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import ExecutionContext
from sqlalchemy.pool import QueuePool

from reception.storage.troubles import troubles

if TYPE_CHECKING:
    from psycopg import Connection as PostgresConnection
    from psycopg import Cursor

BUSY_SECONDS = 15
_READING = "ledger_reading"
_AS_BYTES = "ledger_as_bytes"
AS_BYTES = {_AS_BYTES: True}
"""For queries that answer whole events: PostgreSQL otherwise writes bytes as hex, twice as long."""
# A worker that died while it held a commune's row must not hold it for ever.
_POSTGRES_SETTINGS = (
    f"-c synchronous_commit=on -c lock_timeout={BUSY_SECONDS}s"
    " -c idle_in_transaction_session_timeout=60s"
)
# PostgreSQL's own way of packing long values takes half of the time in which events are stored; lz4
# makes them as small. Not every PostgreSQL is built with it.
_PACK_QUICKLY = (
    "SELECT set_config(name, 'lz4', false) FROM pg_settings"
    " WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)"
)
_TRIES = 100


def engine_for(url: str) -> Engine:
    """The engine for a ``postgresql://`` address, or for a file as ``sqlite:///`` or plain path."""
    if url.startswith(("postgresql:", "postgres:", "postgresql+psycopg:")):
        return _postgresql(make_url(url).set(drivername="postgresql+psycopg"))
    path = make_url(url).database or "" if url.startswith("sqlite:") else url
    return _sqlite(Path(path))


def for_reading(engine: Engine) -> Engine:
    """The same engine, whose transactions each see one moment and write nothing."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine.execution_options(**{_READING: True})


def _postgresql(url: URL) -> Engine:
    # A ledger in a file does without.
    from psycopg.pq import Format

    asked = url.query.get("options", "")
    own = asked if isinstance(asked, str) else " ".join(asked)
    engine = create_engine(
        url,
        connect_args={"options": f"{_POSTGRES_SETTINGS} {own}".strip(), "connect_timeout": 10},
        pool_size=10,
        max_overflow=10,
        pool_timeout=BUSY_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,
    )

    def pack_quickly(connection: PostgresConnection[Any], _record: object) -> None:
        connection.execute(_PACK_QUICKLY)
        connection.commit()

    def ask_for_bytes(cursor: Cursor[Any], context: ExecutionContext, **_more: object) -> None:
        if context.execution_options.get(_AS_BYTES):
            cursor.format = Format.BINARY

    event.listen(engine, "connect", pack_quickly)
    event.listen(engine, "before_cursor_execute", ask_for_bytes, named=True)
    return engine


def _sqlite(path: Path) -> Engine:
    with troubles():
        path.parent.mkdir(parents=True, exist_ok=True)
        # The server's keys lie in it.
        path.touch(mode=0o600)

    def connect() -> sqlite.Connection:
        connection = sqlite.connect(
            str(path),
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        connection.execute("PRAGMA synchronous=FULL")
        _keep_log(connection)
        return connection

    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=connect,
        poolclass=QueuePool,
        pool_size=10,
        max_overflow=10,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
    )

    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get(_READING, False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    event.listen(engine, "begin", begin)
    return engine


def _keep_log(connection: sqlite.Connection) -> None:
    """Have a write-ahead log. Where several come at once, SQLite refuses all but one at once."""
    for left in reversed(range(_TRIES)):
        try:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
        except sqlite.OperationalError as error:
            if "locked" not in str(error) or not left:
                raise
            # A write transaction waits for its turn, as that statement does not.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        else:
            return
