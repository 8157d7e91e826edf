"""Alembic's entry: runs the steps on the connection it is handed, in one transaction."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from reception.storage import evaluation_tables


def run() -> None:
    """Run the steps asked for on the connection in the configuration's attributes."""
    connection: Connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=evaluation_tables.metadata)
    context.run_migrations()


run()
