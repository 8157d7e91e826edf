"""Bringing a database to the program's schema, all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool


def engine_for(path: Path) -> Engine:
    """An engine whose transactions are real ones: SQLite's driver would commit before each DDL."""

    def connect() -> sqlite.Connection:
        connection = sqlite.connect(str(path), isolation_level=None)
        # Off, and before BEGIN: rebuilding a parent table with them on deletes its children.
        connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    engine = create_engine("sqlite://", module=sqlite, creator=connect, poolclass=NullPool)

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "begin", begin)
    return engine


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for the register's history on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def upgrade(path: Path, revision: str = "head") -> None:
    """Run the missing steps in one transaction, then check that no reference is broken."""
    engine = engine_for(path)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), revision)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite.DatabaseError(f"broken references after the upgrade: {broken[:3]}")
    engine.dispose()
