"""Everything that lies in a register's file, to be compared before and after."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

JOURNAL = {"event", "head", "device", "counter"}
LISTS = {"dossier", "office", "procedure_version", "calendar_day", "account"}


def contents(path: Path, only: set[str] | None = None) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table (or of those named), and the schema itself."""
    connection = sqlite.connect(str(path))
    try:
        schema = connection.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
        names = {name for name, kind, sql in schema if kind == "table" and "VIRTUAL" not in sql}
        rows = {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=str)
            for name in sorted(names if only is None else names & only)
            if name != "sqlite_sequence"
        }
        return rows | {"schema": sorted(schema, key=str)}
    finally:
        connection.close()


def alter(path: Path, *statements: str, **values: object) -> int:
    """Change the file behind the program's back; answers how many rows were touched."""
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        return sum(connection.execute(sql, values).rowcount for sql in statements)
    finally:
        connection.close()
