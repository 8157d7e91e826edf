"""Marks in the journal: up to where somebody has read it, and which dossiers went on since."""

from __future__ import annotations

from dataclasses import dataclass

from reception.storage.database import Database


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the journal, and the hash (hex) of the event that lies there."""

    n: int
    hash: str


START = Mark(0, "")


def first(database: Database) -> Mark:
    """The journal's first event, by which a register is known again."""
    return _mark(database, "ORDER BY n LIMIT 1")


def last(database: Database) -> Mark:
    """The journal's last event."""
    return _mark(database, "ORDER BY n DESC LIMIT 1")


def holds(database: Database, mark: Mark) -> bool:
    """Whether the journal still has that event in that place; a restored copy may not."""
    return mark == START or _mark(database, "WHERE n = :n", n=mark.n) == mark


def touched(database: Database, after: Mark, until: Mark) -> list[str]:
    """The dossiers to which anything happened between two marks, in the order it happened."""
    rows = database.rows(
        "SELECT entity, min(n) AS since FROM event WHERE n > :after AND n <= :until"
        " AND kind LIKE 'dossier.%' GROUP BY entity ORDER BY since",
        after=after.n,
        until=until.n,
    )
    return [row[0] for row in rows]


def _mark(database: Database, where: str, **values: object) -> Mark:
    row = database.row(f"SELECT n, hash FROM event {where}", **values)
    return Mark(int(row[0]), bytes(row[1]).hex()) if row else START
