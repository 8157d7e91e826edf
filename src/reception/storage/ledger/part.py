"""What the parts of a piece of work on the ledger share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Column, Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


class Part:
    """One subject's rows within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection


def columns(table: Table, kind: type[Any]) -> list[Column[Any]]:
    """The columns that make up a dataclass, in its fields' order."""
    return [table.c[each.name] for each in fields(kind)]


def insert_if_new(connection: Connection, table: Table, values: Mapping[str, object]) -> bool:
    """Insert a row; ``False`` when one with the same key is there already, which then stays."""
    into = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    done = connection.execute(
        into(table).values(**values).on_conflict_do_nothing(),
        # SQLAlchemy keeps it for other statements only.
        execution_options={"preserve_rowcount": True},
    )
    return done.rowcount == 1
