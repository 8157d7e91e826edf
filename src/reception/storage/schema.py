"""Bringing a database to the program's schema, all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from reception.storage.register_key import RegisterKey

STEPS = Path(__file__).parent / "migrations"


def engine_for(path: Path, key: RegisterKey | None = None) -> Engine:
    """An engine whose transactions are real ones: SQLite's driver would commit before each DDL."""

    def connect() -> sqlite.Connection:
        connection = sqlite.connect(str(path), isolation_level=None)
        if key:
            connection.execute(f"PRAGMA key = {key.for_sqlcipher()}")
        # Off, and before BEGIN: rebuilding a parent table with them on deletes its children.
        connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    engine = create_engine("sqlite://", module=sqlite, creator=connect, poolclass=NullPool)

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "begin", begin)
    return engine


def configuration(connection: Connection, steps: Path = STEPS) -> Config:
    """Alembic's configuration for a history of steps on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(steps))
    config.attributes["connection"] = connection
    return config


def upgrade(
    path: Path, revision: str = "head", steps: Path = STEPS, *, key: RegisterKey | None = None
) -> None:
    """Run the missing steps in one transaction, then check that no reference is broken.

    Raises:
        sqlcipher3.dbapi2.DatabaseError: The disk or a step failed; the database is as it was.
    """
    engine = engine_for(path, key)
    try:
        with engine.begin() as connection:
            command.upgrade(configuration(connection, steps), revision)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise sqlite.DatabaseError(f"broken references after the upgrade: {broken[:3]}")
    except DBAPIError as error:
        if isinstance(error.orig, sqlite.DatabaseError):
            raise error.orig from error
        raise
    finally:
        engine.dispose()
