"""Entries of old registers that stand twice, since two imports brought the same.

Two desks that had not exchanged, or one desk and a register that was written on since. An entry is
the same if its row says the same, or if number, owner, procedure and receipt are the same. Which
two imports have such entries is kept among what waits for a person; the entries are looked up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reception.domain.counting import Span
from reception.domain.dossier import Dossier
from reception.domain.moments import to_utc_text
from reception.storage.database import Database
from reception.storage.imported_rows import ImportRun, runs

FIELD = "import"
TWICE, KEPT = "imported-twice", "imported-twice-kept"
"""What waits for a person; what somebody decided to keep."""

# A number that so many entries have tells none of them.
_TOO_MANY = 50
# In this order, or SQLite goes from a dossier to all that were received on its day.
_SAME = (
    "SELECT a.dossier AS dossier, a.row AS row, b.run AS other, b.dossier AS twin FROM imported a"
    " CROSS JOIN imported b ON b.row_sha256 = a.row_sha256 AND +b.run <> a.run"
    " WHERE a.{which} = :wanted"
    " UNION SELECT a.dossier, a.row, b.run, b.dossier FROM imported a"
    " CROSS JOIN imported b ON b.number = a.number AND b.number <> '' AND +b.run <> a.run"
    " CROSS JOIN dossier x ON x.dossier = a.dossier CROSS JOIN dossier y ON y.dossier = b.dossier"
    " WHERE a.{which} = :wanted AND x.received_at = +y.received_at AND x.owner = +y.owner"
    " AND x.procedure_name = +y.procedure_name AND (SELECT count(*) FROM (SELECT 1 FROM imported"
    f" WHERE number = a.number AND number <> '' LIMIT {_TOO_MANY})) < {_TOO_MANY}"
)
_OF_DOSSIER, _OF_RUN = (_SAME.replace("{which}", which) for which in ("dossier", "run"))


@dataclass(frozen=True, slots=True)
class Twice:
    """Two imports, the earlier first, and the entries of the later that stand in both.

    ``dossier`` is the first of them in the later one's file, and ``twin`` the same in the earlier.
    """

    first: ImportRun
    second: ImportRun
    entries: int
    dossier: str
    twin: str


def note(database: Database, dossier: Dossier) -> None:
    """Note what a dossier tells of its import once it is listed, in the present transaction."""
    if dossier.origin is None:
        return
    run = dossier.origin.run
    if not dossier.import_undone:
        query = f"SELECT DISTINCT other FROM ({_OF_DOSSIER})"
        for (other,) in database.rows(query, wanted=dossier.dossier_id):
            _put(database, run, other, TWICE)
    for decided in dossier.reviews:
        if decided.field == FIELD:
            _put(database, run, decided.about, KEPT)


def tidy(database: Database) -> None:
    """Forget those of which nothing stands twice any more, inside the present transaction."""
    for one, other in _noted(database):
        if not _common(database, one, other):
            _forget(database, one, other)


def waiting(database: Database) -> list[Twice]:
    """The imports that have entries in common about which nobody has decided."""
    noted = _noted(database)
    standing = {run.run: run for run in runs(database)} if noted else {}
    found: list[Twice] = []
    for pair in noted:
        if not all(run in standing for run in pair):
            continue
        first, second = sorted(
            (standing[run] for run in pair), key=lambda run: (run.imported_at, run.run)
        )
        if common := _common(database, second.run, first.run):
            dossier, _row, twin = common[0]
            number = len({dossier for dossier, _row, _twin in common})
            found.append(Twice(first, second, number, dossier, twin))
    return found


def entries_of(database: Database, run: str, other: str = "") -> list[tuple[str, int]]:
    """The entries of an import that ``other`` brought, too, each with its row in the file.

    Without ``other`` those that any brought, but where somebody decided that both are kept.
    """
    rows = database.rows(
        f"SELECT DISTINCT dossier, row FROM ({_OF_RUN}) s WHERE other = :other OR (:other = ''"
        " AND NOT EXISTS (SELECT 1 FROM review r WHERE r.kind = :kept"
        " AND r.dossier = min(:wanted, s.other) AND r.about = max(:wanted, s.other)))"
        " ORDER BY row",
        wanted=run,
        other=other,
        kept=KEPT,
    )
    return [(dossier, row) for dossier, row in rows]


def count_in(database: Database, over: Span) -> int:
    """How many dossiers that may count in a period are told twice, and nobody has decided."""
    doubled: set[str] = set()
    for one in waiting(database):
        rows = database.rows(
            f"SELECT d.dossier FROM ({_OF_RUN}) s CROSS JOIN dossier d ON d.dossier = s.dossier"
            " WHERE s.other = :other AND d.received_at < :until_at"
            " AND coalesce(d.ended_at >= :from_at, 1)",
            wanted=one.second.run,
            other=one.first.run,
            from_at=to_utc_text(over.from_at),
            until_at=to_utc_text(over.until_at),
        )
        doubled |= {dossier for (dossier,) in rows}
    return len(doubled)


def _common(database: Database, run: str, other: str) -> Sequence[tuple[str, int, str]]:
    """The entries of an import that stand in another one, too, in the order of its file."""
    query = f"SELECT dossier, row, twin FROM ({_OF_RUN}) WHERE other = :other ORDER BY row, twin"
    return database.rows(query, wanted=run, other=other)


def _noted(database: Database) -> list[tuple[str, str]]:
    return database.rows("SELECT dossier, about FROM review WHERE kind = :kind", kind=TWICE)


def _put(database: Database, run: str, other: str, kind: str) -> None:
    """Note two imports; what somebody decided about them stays."""
    one, two = sorted((run, other))
    database.run(
        f"INSERT OR {'REPLACE' if kind == KEPT else 'IGNORE'} INTO review"
        " (dossier, about, field, kind, against, kept, other, why)"
        " VALUES (:one, :two, :field, :kind, '', '', '', '')",
        one=one,
        two=two,
        field=FIELD,
        kind=kind,
    )


def _forget(database: Database, one: str, other: str) -> None:
    database.run(
        "DELETE FROM review WHERE dossier = :one AND about = :other AND kind = :kind",
        one=one,
        other=other,
        kind=TWICE,
    )
