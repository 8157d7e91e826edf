"""The dossiers behind figures: each that may count in a period, with what it is counted by.

Three ranges of an index each: what was received in the period, what was settled in it or later,
and what never was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reception.domain.counting import Counted, Span
from reception.domain.moments import to_utc_text
from reception.storage import counting_rows
from reception.storage.database import Database

_COLUMNS = (
    "n, dossier, non_territorial, field, channel, received_at, due_at, ended_at, kept,"
    " apologised_at, state"
)
_FIELD = "(:field = '' OR field = :field)"
_RANGES = (
    "received_at >= :from_at AND received_at < :until_at",
    "ended_at >= :from_at AND received_at < :from_at",
    "ended_at IS NULL AND received_at IS NOT NULL AND received_at < :from_at",
)
_INDEXES = ("ix_dossier_received", "ix_dossier_settled", "ix_dossier_unsettled")


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A dossier's row as figures see it; ``n`` is its number in lists."""

    n: int
    dossier_id: str
    non_territorial: bool
    counted: Counted


def of_period(database: Database, over: Span, field: str = "") -> Iterator[CountedRow]:
    """Every dossier that may count in a period, perhaps of one field alone, each once."""
    values = {"from_at": to_utc_text(over.from_at), "until_at": to_utc_text(over.until_at)}
    for index, condition in zip(_INDEXES, _RANGES, strict=True):
        named = {name: value for name, value in values.items() if f":{name}" in condition}
        query = f"SELECT {_COLUMNS} FROM dossier INDEXED BY {index} WHERE {condition} AND {_FIELD}"
        for n, dossier_id, non_territorial, *columns in database.rows(query, field=field, **named):
            one = counting_rows.as_counted(*columns)
            if one:
                yield CountedRow(n, dossier_id, bool(non_territorial), one)
