"""What two desks' acts left for a person to decide: a projection of the dossiers' merging."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reception.domain import chain
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import ReviewSettled
from reception.domain.merging import Clash
from reception.storage import imported_twice
from reception.storage.database import Database

COLUMNS = ("dossier", "about", "field", "kind", "against", "kept", "other", "why")
SAME_CODE = "same-code"
SAME_SUBMISSION = "same-submission"

_ADD = (
    f"INSERT OR REPLACE INTO review ({', '.join(COLUMNS)})"
    f" VALUES ({', '.join(f':{name}' for name in COLUMNS)})"
)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One thing to decide. ``about`` is the hash (hex) of the event that did not fit.

    ``reference`` and ``owner`` are the dossier's, empty before it is listed.
    """

    dossier_id: str
    about: str
    field: str
    kind: str
    against: str
    kept: str
    other: str
    why: str
    reference: str
    owner: str


def put(database: Database, dossier_id: str, clashes: tuple[Clash, ...]) -> None:
    """Write what is left to decide of a dossier, in the place of what was."""
    database.run("DELETE FROM review WHERE dossier = :dossier", dossier=dossier_id)
    for clash in clashes:
        database.run(
            _ADD,
            dossier=dossier_id,
            about=clash.hash.hex(),
            field=clash.field,
            kind=clash.kind.value,
            against=clash.against.hex(),
            kept=clash.kept,
            other=clash.other,
            why=clash.why,
        )


def note_same_code(database: Database, dossier: Dossier) -> None:
    """Note every other dossier that carries the same code; each of them is kept.

    Two copies of one register gave it out, and both papers are in somebody's hands.
    """
    mine = dossier.dossier_id
    database.run(
        "DELETE FROM review WHERE about = :dossier AND kind = :kind", dossier=mine, kind=SAME_CODE
    )
    for (other,) in database.rows(
        "SELECT dossier FROM dossier WHERE reference = :reference AND dossier <> :dossier",
        reference=dossier.reference,
        dossier=mine,
    ):
        if not _settled_between(database, mine, other):
            _add_same_code(database, mine, other, dossier.reference)
            _add_same_code(database, other, mine, dossier.reference)


def note_same_submission(
    database: Database, dossier_id: str, about: str, *, against: str, first: str
) -> None:
    """Note that another desk had made a dossier, ``first``, of the same submission before."""
    values = (dossier_id, about, "", SAME_SUBMISSION, against, first, "", "")
    database.run(_ADD, **dict(zip(COLUMNS, values, strict=True)))


def _settled_between(database: Database, one: str, other: str) -> bool:
    """Whether somebody has decided about these two."""
    rows = database.rows(
        "SELECT body FROM event WHERE entity IN (:one, :other) AND kind = 'dossier.review-settled'",
        one=one,
        other=other,
    )
    return any(_decided_about(body) in {one, other} for (body,) in rows)


def _decided_about(body: bytes) -> str:
    try:
        return chain.read(body, ReviewSettled).about
    except ValueError:
        return ""  # a faulty program's


def _add_same_code(database: Database, dossier_id: str, other: str, reference: str) -> None:
    values = (dossier_id, other, "code", SAME_CODE, "", reference, "", "")
    database.run(_ADD, **dict(zip(COLUMNS, values, strict=True)))


def waiting(database: Database, dossier_id: str = "") -> Iterator[ReviewRow]:
    """What is left to decide, of all dossiers or of one; of imports see :mod:`.imported_twice`."""
    for row in database.rows(
        f"SELECT {', '.join(f'r.{name}' for name in COLUMNS)}, coalesce(d.reference, ''),"
        " coalesce(d.owner, '') FROM review r LEFT JOIN dossier d ON d.dossier = r.dossier"
        " WHERE :dossier IN ('', r.dossier) AND r.kind NOT IN (:twice, :kept)"
        " ORDER BY r.dossier, r.about, r.field",
        dossier=dossier_id,
        twice=imported_twice.TWICE,
        kept=imported_twice.KEPT,
    ):
        yield ReviewRow(*row)


def owner_of(database: Database, dossier_id: str) -> str:
    """Whose dossier it is; empty before it is listed."""
    row = database.row("SELECT owner FROM dossier WHERE dossier = :dossier", dossier=dossier_id)
    return row[0] if row else ""


def count(database: Database) -> int:
    """How many things are left to decide."""
    row = database.row(
        "SELECT count(*) FROM review WHERE kind NOT IN (:twice, :kept)",
        twice=imported_twice.TWICE,
        kept=imported_twice.KEPT,
    )
    return (int(row[0]) if row else 0) + imported_twice.count_waiting(database)


def clear(database: Database) -> None:
    """Forget all, before it is worked out anew."""
    database.run("DELETE FROM review")
