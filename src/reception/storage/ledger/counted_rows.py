"""Figures of a period by commune and field, out of three covering ranges, as a desk counts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import TextClause, bindparam, text

from reception.domain.counting import Counted, Counts, Ending, Span
from reception.domain.intake import Channel
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.timeliness import Rule
from reception.storage.counted_columns import (
    add_open,
    add_settled,
    as_recorded,
    cell_of,
    ending_of,
)
from reception.storage.ledger.part import Part

ByField = dict[str, Counts]
"""What dossiers add up to, by field."""

# SQLite would rather take a shorter range and look every row up; PostgreSQL knows which is cheaper.
_HINT = " INDEXED BY ix_dossier_"
_RECEIVED = (
    f"SELECT agency, field, channel, count(*) FROM dossier{_HINT}received"
    " WHERE agency IN :agencies AND received_at >= :from_at AND received_at < :until_at"
    " GROUP BY agency, field, channel"
)
_SETTLED = (
    "SELECT agency, field, kept, count(*), count(*) FILTER (WHERE received_at < :from_at),"
    f" count(apologised_at) FROM dossier{_HINT}settled"
    " WHERE agency IN :agencies AND kept <> '' AND ended_at >= :from_at AND ended_at < :until_at"
    " AND received_at < :until_at GROUP BY agency, field, kept"
)
_OPEN = (
    "SELECT agency, field, count(*), count(*) FILTER (WHERE received_at < :from_at),"
    " count(*) FILTER (WHERE due_at < :late_before),"
    f" count(apologised_at) FILTER (WHERE due_at < :late_before) FROM dossier{_HINT}"
)
_SETTLED_SINCE = (
    f"{_OPEN}settled WHERE agency IN :agencies AND kept <> '' AND ended_at >= :until_at"
    " AND received_at < :until_at GROUP BY agency, field"
)
_NEVER_SETTLED = (
    f"{_OPEN}unsettled WHERE agency IN :agencies AND kept = '' AND received_at IS NOT NULL"
    " AND received_at < :until_at GROUP BY agency, field"
)
RANGES = (_RECEIVED, _SETTLED, _SETTLED_SINCE, _NEVER_SETTLED)
"""Each is answered by a covering index alone."""

_COUNTS = ("field", "channel", "received_at", "due_at", "ended_at")
_CORRECTED = (
    f"SELECT r.agency, {', '.join(f'd.{name}' for name in _COUNTS)}, d.kept, d.apologised_at,"
    f" {', '.join(f'r.{name}' for name in _COUNTS)}, r.ending, r.apologised"
    " FROM recorded r JOIN dossier d ON d.agency = r.agency AND d.dossier = r.dossier"
    " WHERE r.agency IN :agencies AND (r.received_at < :until_at OR d.received_at < :until_at)"
    " AND (coalesce(r.ended_at, :from_at) >= :from_at"
    " OR coalesce(d.ended_at, :from_at) >= :from_at)"
)


class CountedRows(Part):
    """Asks what the dossiers of communes add up to over a period."""

    def counts(self, agencies: Sequence[str], over: Span, rule: Rule) -> dict[str, ByField]:
        """With every correction, by commune and field; see :func:`.counting.count`."""
        sums: dict[str, ByField] = {agency: {} for agency in agencies}
        received, settled, *still_open = (self._rows(one, agencies, over) for one in RANGES)
        for agency, field, channel, number in received:
            _into(sums, agency, field).received[Channel(channel)] += number
        for agency, field, kept, number, carried, apologised in settled:
            into = _into(sums, agency, field)
            add_settled(into, cell_of(kept, rule), number, carried, apologised)
        for rows in still_open:
            for agency, field, number, carried, late, apologised in rows:
                add_open(_into(sums, agency, field), number, carried, late, apologised)
        return sums

    def counts_as_recorded(
        self, sums: Mapping[str, ByField], over: Span, rule: Rule
    ) -> dict[str, ByField]:
        """The same figures as if no dossier had been corrected; ``sums`` stay as they are."""
        pairs: dict[str, list[tuple[Counted | None, Counted | None]]] = {}
        for agency, *row in self._rows(_CORRECTED, list(sums), over):
            *now, kept, apologised_at = row[: len(_COUNTS) + 2]
            *was, ending, apologised = row[len(_COUNTS) + 2 :]
            pair = (
                _counted(now, ending_of(kept), apologised=apologised_at is not None),
                _counted(was, Ending(ending) if ending else None, apologised=bool(apologised)),
            )
            pairs.setdefault(agency, []).append(pair)
        return {
            agency: as_recorded(one, pairs.get(agency, ()), over, rule)
            for agency, one in sums.items()
        }

    def _rows(self, sql: str, agencies: Sequence[str], over: Span) -> Sequence[Sequence[Any]]:
        if not agencies:
            return []
        on_sqlite = self.connection.dialect.name == "sqlite"
        moments = {
            "from_at": to_utc_text(over.from_at),
            "until_at": to_utc_text(over.until_at),
            "late_before": to_utc_text(over.late_before),
        }
        named = {name: value for name, value in moments.items() if f":{name}" in sql}
        return self.connection.execute(
            statement(sql, hinted=on_sqlite), {"agencies": list(agencies), **named}
        ).all()


def statement(sql: str, *, hinted: bool) -> TextClause:
    """A range's query, for a database that is told which index to use, or for one that is not."""
    if not hinted:
        for name in ("received", "settled", "unsettled"):
            sql = sql.replace(f"{_HINT}{name} ", " ")
    return text(sql).bindparams(bindparam("agencies", expanding=True))


def _into(sums: dict[str, ByField], agency: str, field: str) -> Counts:
    return sums.setdefault(agency, {}).setdefault(field, Counts())


def _counted(row: Sequence[Any], ending: Ending | None, *, apologised: bool) -> Counted | None:
    field, channel, received_at, due_at, ended_at = row
    if received_at is None:
        return None
    return Counted(
        field,
        Channel(channel),
        from_utc_text(received_at),
        _moment(due_at),
        _moment(ended_at),
        ending,
        apologised=apologised,
    )


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None
