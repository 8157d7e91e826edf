"""What stands of old registers that were taken over: one row for each entry not taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reception.domain.dossier import Dossier
from reception.domain.moments import from_utc_text, to_utc_text
from reception.storage.database import Database

COLUMNS = ("dossier", "run", "file", "row", "row_sha256", "number", "imported_at")

NO_NUMBER = "không số"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import: from which file, when, how many entries it left here, how many still open."""

    run: str
    file: str
    imported_at: datetime
    entries: int
    open: int


def row_of(dossier: Dossier) -> tuple[tuple[object, ...], ...]:
    """The row of a dossier that came from an old register and was not taken back."""
    origin = dossier.origin
    if origin is None or dossier.import_undone:
        return ()
    return (
        (
            dossier.dossier_id, origin.run, origin.file, origin.row, origin.row_sha256,
            origin.number, to_utc_text(dossier.imported_at or dossier.opened_at),
        ),
    )  # fmt: skip


def runs(database: Database) -> list[ImportRun]:
    """The imports of which anything stands, the latest first."""
    rows = database.rows(
        "SELECT i.run, min(i.file), min(i.imported_at), count(*), sum(d.ended_at IS NULL)"
        " FROM imported i JOIN dossier d ON d.dossier = i.dossier"
        " GROUP BY i.run ORDER BY 3 DESC, 1"
    )
    return [ImportRun(run, file, from_utc_text(at), n, left) for run, file, at, n, left in rows]


def dossiers_of(database: Database, run: str) -> list[tuple[str, int]]:
    """The dossiers of an import, each with its row in the file, in the file's order."""
    return [
        (dossier, row)
        for dossier, row in database.rows(
            "SELECT dossier, row FROM imported WHERE run = :run ORDER BY row", run=run
        )
    ]


def known_of(database: Database, hashes: Iterable[str]) -> set[str]:
    """Which of these rows were taken over already."""
    known: set[str] = set()
    wanted = list(hashes)
    for first in range(0, len(wanted), _AT_ONCE):
        # Hashes are hexadecimal, made by this program alone.
        marks = ",".join(f"'{one}'" for one in wanted[first : first + _AT_ONCE])
        query = f"SELECT row_sha256 FROM imported WHERE row_sha256 IN ({marks})"
        known |= {found for (found,) in database.rows(query)}
    return known


def mapping_of(database: Database, layout: str) -> str:
    """How a register of this layout was last read; empty where none was."""
    row = database.row("SELECT mapping FROM import_layout WHERE layout = :layout", layout=layout)
    return str(row[0]) if row else ""


def keep_mapping(database: Database, layout: str, mapping: str) -> None:
    """Keep how a register of this layout is read, inside the present transaction."""
    database.run(
        "INSERT INTO import_layout (layout, mapping) VALUES (:layout, :mapping)"
        " ON CONFLICT (layout) DO UPDATE SET mapping = excluded.mapping",
        layout=layout,
        mapping=mapping,
    )


def received_between(database: Database, from_at: datetime, until_at: datetime) -> int:
    """How many that count as received in a span were taken over from old registers."""
    row = database.row(
        "SELECT count(*) FROM imported i JOIN dossier d ON d.dossier = i.dossier"
        " WHERE d.received_at >= :from_at AND d.received_at < :until_at",
        from_at=to_utc_text(from_at),
        until_at=to_utc_text(until_at),
    )
    return int(row[0]) if row else 0


def worked_on(database: Database, dossiers: Iterable[str]) -> set[str]:
    """Which of these dossiers have more to their history than that they were taken over.

    What somebody decided about their import is no work on one of them.
    """
    marks = ",".join(f"'{one}'" for one in dossiers)
    rows = database.rows(
        f"SELECT entity FROM event WHERE entity IN ({marks}) AND kind <> 'dossier.review-settled'"
        " GROUP BY entity HAVING count(*) > 1"
    )
    return {entity for (entity,) in rows}


def numbers_of(database: Database, dossiers: Iterable[str]) -> dict[str, str]:
    """Of those dossiers that came from an old register, the number there, or that there is none."""
    marks = ",".join(f"'{one}'" for one in dossiers)
    rows = database.rows(f"SELECT dossier, number FROM imported WHERE dossier IN ({marks})")
    return {dossier: number or NO_NUMBER for dossier, number in rows}
