"""What indices are counted from: columns of each dossier's row, and two covering ranges.

Dossiers that are alike are counted together here; which of them an index counts is said in
:mod:`reception.domain.indicators` alone, for sums and for lists.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reception.domain.counting import Span
from reception.domain.dossier import Dossier
from reception.domain.indicators import Base, Fact, Tally
from reception.domain.intake import Channel
from reception.domain.moments import to_utc_text
from reception.domain.timeliness import Rule, Timeliness
from reception.domain.traits import spent_minutes, term_minutes, traits, trips
from reception.storage.counted_columns import cell_of
from reception.storage.database import Database

COLUMNS = ("traits", "trips", "spent_min", "term_min")

_RECEIVED = (
    "FROM dossier INDEXED BY ix_dossier_coming"
    " WHERE received_at >= :from_at AND received_at < :until_at"
)
_SETTLED = (
    "FROM dossier INDEXED BY ix_dossier_going"
    " WHERE ended_at >= :from_at AND ended_at < :until_at AND received_at < :until_at"
)
# What waits for a supplement or is suspended has a clock that stands: it can miss no date.
_OVERDUE_NOW = (
    "FROM dossier INDEXED BY ix_dossier_unsettled"
    " WHERE ended_at IS NULL AND received_at IS NOT NULL AND received_at < :until_at"
    " AND due_at < :late_before AND state NOT IN ('awaiting-supplement', 'suspended')"
)
_OVERDUE_THEN = (
    "FROM dossier INDEXED BY ix_dossier_settled"
    " WHERE ended_at >= :until_at AND received_at < :until_at AND due_at < :late_before"
)
_ALIKE = "procedure, channel, traits"
_TIMES = "sum(CASE WHEN term_min IS NOT NULL THEN spent_min END), sum(term_min)"
_BASES: dict[Base, tuple[str, ...]] = {
    Base.RECEIVED: (_RECEIVED,),
    Base.SETTLED: (_SETTLED,),
    Base.DUE: (_SETTLED, _OVERDUE_NOW, _OVERDUE_THEN),
}
_UNSENT = (
    "SELECT DISTINCT entity FROM event WHERE device = :device AND epoch = :epoch"
    " AND seq > coalesce((SELECT acked FROM receipt WHERE device = :device AND epoch = :epoch), 0)"
)


@dataclass(frozen=True, slots=True)
class FactRow:
    """A dossier of an index: its code, what it is of, and what counts of it."""

    dossier_id: str
    reference: str
    procedure_name: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class TripsRow:
    """How many dossiers of a procedure, come by one road, that are over took so many trips."""

    procedure: str
    channel: Channel
    trips: int
    dossiers: int


def columns_of(dossier: Dossier) -> dict[str, object]:
    """The columns of a dossier's row that indices are counted from."""
    values = (traits(dossier), trips(dossier), spent_minutes(dossier), term_minutes(dossier))
    return dict(zip(COLUMNS, values, strict=True))


def tallies(database: Database, over: Span, base: Base) -> list[Tally]:
    """The dossiers of a base in a period, those that are alike together.

    Of those settled by a promised date, with the time taken and the time given.
    """
    if base is Base.RECEIVED:
        return _tallies(database, over, _RECEIVED, "''")
    if base is Base.SETTLED:
        return _tallies(database, over, _SETTLED, "kept", _TIMES)
    return [*tallies(database, over, Base.SETTLED), *overdue(database, over)]


def overdue(database: Database, over: Span) -> list[Tally]:
    """What a period's end found open and overdue."""
    return [
        tally
        for rows in (_OVERDUE_NOW, _OVERDUE_THEN)
        for tally in _tallies(database, over, rows, "'late'")
    ]


def _tallies(
    database: Database, over: Span, rows: str, kept: str, times: str = "0, 0"
) -> list[Tally]:
    query = f"SELECT {_ALIKE}, {kept}, count(*), {times} {rows} GROUP BY {_ALIKE}, {kept}"
    return [
        Tally(_fact(*row[:4]), row[4], row[5] or 0, row[6] or 0)
        for row in database.rows(query, **_moments(over))
    ]


def facts(database: Database, over: Span, base: Base) -> Iterator[FactRow]:
    """The same dossiers one by one, in the order of their codes."""
    moments, named = _moments(over), "dossier, reference, procedure_name"
    rows = [
        row
        for part in _BASES[base]
        for row in database.rows(
            f"SELECT {named}, {_ALIKE}, {'kept' if part is _SETTLED else _as_overdue(part)} {part}",
            **moments,
        )
    ]
    for dossier_id, reference, name, *fact in sorted(rows, key=lambda row: (row[1], row[0])):
        yield FactRow(dossier_id, reference, name, _fact(*fact))


def trips_of(database: Database, over: Span) -> list[TripsRow]:
    """How often people came for the dossiers that were settled in a period and are over."""
    query = f"SELECT procedure, channel, trips, count(*) {_SETTLED} AND trips IS NOT NULL"
    rows = database.rows(f"{query} GROUP BY procedure, channel, trips", **_moments(over))
    return [TripsRow(row[0], Channel(row[1]), row[2], row[3]) for row in rows]


def in_vain(database: Database, over: Span) -> Counter[str]:
    """By procedure: how often somebody came to the counter and nothing could be received."""
    rows = database.rows(
        "SELECT procedure, count(*) FROM dossier WHERE state IN ('guided', 'refused')"
        " AND channel = 'counter' AND opened_at >= :from_at AND opened_at < :until_at"
        " GROUP BY procedure",
        **_moments(over),
    )
    return Counter(dict(rows))


def unsent(database: Database) -> set[str] | None:
    """What this desk wrote that the server above has not receipted; ``None`` without a server."""
    if database.row("SELECT 1 FROM line WHERE code = ''") is None:
        return None
    # Epoch by epoch, so that each is a range of the chain and not a walk along all of it.
    return {
        entity
        for device, last in database.rows("SELECT device, epoch FROM device WHERE own = 1")
        for epoch in range(1, last + 1)
        for (entity,) in database.rows(_UNSENT, device=device, epoch=epoch)
    }


def received_among(database: Database, over: Span, ids: Iterable[str]) -> int:
    """How many of some dossiers were received in a period."""
    row = database.row(
        "SELECT count(*) FROM json_each(:ids) JOIN dossier ON dossier.dossier = value"
        " WHERE received_at >= :from_at AND received_at < :until_at",
        ids=json.dumps(sorted(ids)),
        **_moments(over),
    )
    return int(row[0]) if row else 0


def _as_overdue(rows: str) -> str:
    return "''" if rows is _RECEIVED else "'late'"


@lru_cache(maxsize=4096)
def _fact(procedure: str, channel: str, letters: str, kept: str) -> Fact:
    how, ending = None, None
    if kept == "late":
        how = Timeliness.OVERDUE
    elif kept:
        how, ending = cell_of(kept, Rule.NATIONAL)
    return Fact(procedure, Channel(channel), letters, how, ending)


def _moments(over: Span) -> dict[str, str]:
    return {
        "from_at": to_utc_text(over.from_at),
        "until_at": to_utc_text(over.until_at),
        "late_before": to_utc_text(over.late_before),
    }
