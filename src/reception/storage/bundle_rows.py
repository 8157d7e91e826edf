"""Bundles that this register wrote to sticks, and those that it took from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.domain.moments import from_utc_text, to_utc_text
from reception.storage.database import Database


class Direction(StrEnum):
    """Whether a bundle was taken or written."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One bundle. ``incarnation`` is the server's that its head names, ``at`` this PC's clock."""

    bundle: str
    direction: Direction
    sender: str
    number: int
    incarnation: str
    at: datetime


def note(database: Database, row: BundleRow) -> None:
    """Write a bundle down, inside the present transaction; the first time stands."""
    database.run(
        "INSERT OR IGNORE INTO bundle (bundle, direction, sender, number, incarnation, at)"
        " VALUES (:bundle, :direction, :sender, :number, :incarnation, :at)",
        bundle=row.bundle,
        direction=row.direction.value,
        sender=row.sender,
        number=row.number,
        incarnation=row.incarnation,
        at=to_utc_text(row.at),
    )


def bundles(database: Database, direction: Direction, sender: str) -> list[BundleRow]:
    """All bundles of a sender that were taken, or written, by their numbers."""
    rows = database.rows(
        "SELECT bundle, sender, number, incarnation, at FROM bundle"
        " WHERE direction = :direction AND sender = :sender ORDER BY number, bundle",
        direction=direction.value,
        sender=sender,
    )
    return [BundleRow(r[0], direction, r[1], r[2], r[3], from_utc_text(r[4])) for r in rows]


def next_number(database: Database, sender: str) -> int:
    """The number of the next bundle that this device writes."""
    row = database.row(
        "SELECT coalesce(max(number), 0) + 1 FROM bundle"
        " WHERE direction = 'out' AND sender = :sender",
        sender=sender,
    )
    return int(row[0]) if row else 1
