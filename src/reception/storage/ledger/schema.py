"""Bringing the ledger to the program's schema, though several workers may start at once."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text

from reception.storage.ledger import tables
from reception.storage.ledger.authority import found_authority
from reception.storage.ledger.troubles import trouble

SCHEMA = "0007"
STEPS = Path(__file__).parent / "migrations"
_ADVISORY_LOCK = 7_239_114_506  # this program's own number among the locks of a PostgreSQL database


def bring_up_to_date(engine: Engine, server_name: str) -> None:
    """Run the missing steps and make the server's row, in one transaction and one at a time.

    Raises:
        Trouble: ``newer-schema`` when a newer program has been at work on it.
    """
    with engine.begin() as connection:
        # SQLite's transaction is the only writing one as it is.
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _ADVISORY_LOCK})
        found = _found(connection)
        if found > SCHEMA:
            raise trouble("newer-schema")
        if found < SCHEMA:
            _upgrade(connection)
        if connection.execute(select(tables.authority.c.one)).first() is None:
            found_authority(connection, server_name)


def _found(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _upgrade(connection: Connection) -> None:
    # Only a new or old ledger needs Alembic, which takes long to load.
    from alembic import command

    from reception.storage.schema import configuration

    command.upgrade(configuration(connection, STEPS), "head")
