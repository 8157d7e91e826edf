"""Figures of a period by commune and field, out of three covering ranges, as a desk counts them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from reception.domain.counting import PAUSED, Cell, Counted, Counts, Ending, Span
from reception.domain.intake import Channel
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.timeliness import Rule
from reception.storage.counted_columns import (
    add_open,
    add_settled,
    as_recorded,
    cell_of,
    ending_of,
    take_paused,
)
from reception.storage.ledger.part import Part

ByField = dict[str, Counts]
"""What dossiers add up to, by field."""

# SQLite would rather take a shorter range and look every row up; PostgreSQL knows which is cheaper.
_HINT = " INDEXED BY ix_dossier_"
_RECEIVED = (
    "SELECT agency, field, channel AS detail, count(*) AS number, CAST(0 AS bigint) AS carried,"
    f" CAST(0 AS bigint) AS late, CAST(0 AS bigint) AS apologised FROM dossier{_HINT}received"
    " WHERE agency IN :agencies AND received_at >= :from_at AND received_at < :until_at"
    " GROUP BY agency, field, channel"
)
_SETTLED = (
    "SELECT agency, field, kept, count(*), count(*) FILTER (WHERE received_at < :from_at),"
    " CAST(0 AS bigint),"
    f" count(apologised_at) FROM dossier{_HINT}settled"
    " WHERE agency IN :agencies AND kept <> '' AND ended_at >= :from_at AND ended_at < :until_at"
    " AND received_at < :until_at GROUP BY agency, field, kept"
)
_OPEN = (
    "SELECT agency, field, '', count(*), count(*) FILTER (WHERE received_at < :from_at),"
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
RANGES = " UNION ALL ".join((_RECEIVED, _SETTLED, _SETTLED_SINCE, _NEVER_SETTLED))
"""Each of the four is answered by a covering index alone."""
_PAUSED = "paused"
# Few of any commune stand, so their rows are looked at.
_THAT_STAND = (
    f"SELECT agency, field, '{_PAUSED}', count(*), 0, 0, count(apologised_at) FROM dossier{_HINT}"
    "paused WHERE agency IN :agencies AND state IN ('awaiting-supplement', 'suspended')"
    " AND received_at < :until_at AND due_at < :late_before GROUP BY agency, field"
)
_ALL_AT_ONCE = f"{RANGES} UNION ALL {_THAT_STAND}"
"""Five requests would take as long for the way there and back as for the counting."""
_CHANNELS = {channel.value: channel for channel in Channel}

_COUNTS = ("field", "channel", "received_at", "due_at", "ended_at")
_CORRECTED = (
    f"SELECT r.agency, {', '.join(f'd.{name}' for name in _COUNTS)}, d.kept, d.apologised_at,"
    f" d.state, {', '.join(f'r.{name}' for name in _COUNTS)}, r.ending, r.apologised"
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
        cells: dict[str, Cell] = {}
        for agency, field, detail, number, carried, late, apologised in self._rows(
            _ALL_AT_ONCE, agencies, over
        ):
            by_field = sums[agency]
            into = by_field.get(field)
            if into is None:
                into = by_field[field] = Counts()
            if not detail:
                add_open(into, number, carried, late, apologised)
            elif detail == _PAUSED:
                take_paused(into, number, apologised)
            elif channel := _CHANNELS.get(detail):
                into.received[channel] = number
            else:
                cell = cells.get(detail) or cells.setdefault(detail, cell_of(detail, rule))
                add_settled(into, cell, number, carried, apologised)
        return sums

    def counts_as_recorded(
        self, sums: Mapping[str, ByField], over: Span, rule: Rule
    ) -> dict[str, ByField]:
        """The same figures as if no dossier had been corrected; ``sums`` stay as they are."""
        pairs: dict[str, list[tuple[Counted | None, Counted | None]]] = {}
        for agency, *row in self._rows(_CORRECTED, list(sums), over):
            *now, kept, apologised_at, state = row[: len(_COUNTS) + 3]
            *was, ending, apologised = row[len(_COUNTS) + 3 :]
            said, paused = Ending(ending) if ending else None, state in PAUSED
            pair = (
                _counted(now, ending_of(kept), apologised=bool(apologised_at), paused=paused),
                _counted(was, said, apologised=bool(apologised), paused=paused),
            )
            pairs.setdefault(agency, []).append(pair)
        return {
            agency: as_recorded(one, pairs.get(agency, ()), over, rule)
            for agency, one in sums.items()
        }

    def _rows(self, sql: str, agencies: Sequence[str], over: Span) -> Sequence[Sequence[Any]]:
        on_sqlite = self.connection.dialect.name == "sqlite"
        asked = {
            "agencies": json.dumps(agencies) if on_sqlite else list(agencies),
            "from_at": to_utc_text(over.from_at),
            "until_at": to_utc_text(over.until_at),
            "late_before": to_utc_text(over.late_before),
        }
        with self.connection.exec_driver_sql(spelled(sql, on_sqlite=on_sqlite), asked) as told:
            # The driver's own rows: making one of SQLAlchemy's of each takes as long as the sums.
            return told.cursor.fetchall() if told.cursor else []


@cache
def spelled(sql: str, *, on_sqlite: bool) -> str:
    """A query as one of the databases takes it: the same text each time, so that it is prepared."""
    if on_sqlite:
        return sql.replace("IN :agencies", "IN (SELECT value FROM json_each(:agencies))")
    sql = re.sub(f"{_HINT}[a-z]+", "", sql).replace("IN :agencies", "= ANY(:agencies)")
    return re.sub(r":([a-z_]+)", r"%(\1)s", sql)


def _counted(
    row: Sequence[Any], ending: Ending | None, *, apologised: bool, paused: bool
) -> Counted | None:
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
        paused=paused,
    )


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None
