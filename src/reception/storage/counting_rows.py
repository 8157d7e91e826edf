"""What figures are counted from: columns of each dossier's row, and three ranges over them.

The columns' letters are those of :mod:`.counted_columns`. A dossier of which a correction moved a
figure has a row in ``recorded``, too: how it would count without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from reception.domain.counting import PAUSED, Counted, Counts, Ending, Span, counted
from reception.domain.dossier import Dossier
from reception.domain.intake import Channel
from reception.domain.moments import from_utc_text, midnight, to_utc_text
from reception.domain.timeliness import Rule
from reception.storage.counted_columns import (
    add_open,
    add_settled,
    as_recorded,
    cell_of,
    ending_of,
    kept_letters,
    take_paused,
)
from reception.storage.database import Database

RECORDED = (
    "dossier", "field", "channel", "received_at", "due_at", "ended_at", "ending", "apologised",
)  # fmt: skip

_RECEIVED = (
    "SELECT field, channel, count(*) FROM dossier"
    " WHERE received_at >= :from_at AND received_at < :until_at GROUP BY field, channel"
)
_SETTLED = (
    "SELECT field, kept, count(*), sum(received_at < :from_at), count(apologised_at) FROM dossier"
    " WHERE ended_at >= :from_at AND ended_at < :until_at AND received_at < :until_at"
    " GROUP BY field, kept"
)
_OPEN = (
    "SELECT field, count(*), sum(received_at < :from_at), sum(due_at < :late_before),"
    " sum(due_at < :late_before AND apologised_at IS NOT NULL) FROM dossier INDEXED BY {index}"
    " WHERE {unended} AND received_at < :until_at GROUP BY field"
)
_SETTLED_SINCE = _OPEN.format(index="ix_dossier_settled", unended="ended_at >= :until_at")
# SQLite would rather go through all that was ever received than through the few that are open.
_NEVER_SETTLED = _OPEN.format(
    index="ix_dossier_unsettled", unended="ended_at IS NULL AND received_at IS NOT NULL"
)
# The states as their index names them; few of any register stand, so their rows are looked at.
_PAUSED = (
    "SELECT field, count(*), count(apologised_at) FROM dossier WHERE state IN ('guided', 'refused',"
    " 'awaiting-supplement', 'suspended', 'stopped', 'undone')"
    " AND state IN ('awaiting-supplement', 'suspended')"
    " AND received_at < :until_at AND due_at < :late_before GROUP BY field"
)
QUERIES = (_RECEIVED, _SETTLED, _SETTLED_SINCE, _NEVER_SETTLED)
"""Each is answered by a covering index alone."""


def columns_of(dossier: Dossier) -> dict[str, object]:
    """The columns of a dossier's row by which it is counted."""
    one = counted(dossier)
    ended_at = one.ended_at if one else None
    return {
        "received_at": to_utc_text(one.received_at) if one else None,
        "ended_at": to_utc_text(ended_at) if ended_at else None,
        "kept": kept_letters(one) if one else "",
    }


def recorded_row(dossier: Dossier) -> tuple[tuple[Any, ...], ...]:
    """The row that tells how a corrected dossier would count without its corrections."""
    one = counted(dossier.uncorrected) if dossier.uncorrected else None
    if one is None:
        return ()
    due_at, ended_at = ((at and to_utc_text(at)) for at in (one.due_at, one.ended_at))
    return (
        (
            dossier.dossier_id, one.field, one.channel.value, to_utc_text(one.received_at), due_at,
            ended_at, one.ending and one.ending.value, int(one.apologised),
        ),
    )  # fmt: skip


def any_received_until(database: Database, day: date) -> bool:
    """Whether any dossier was received on a day or before."""
    after = to_utc_text(midnight(day + timedelta(days=1)))
    return bool(
        database.row("SELECT 1 FROM dossier WHERE received_at < :after LIMIT 1", after=after)
    )


def counts(database: Database, over: Span, rule: Rule) -> dict[str, Counts]:
    """What the dossiers add up to by field, with every correction; see :func:`.counting.count`."""
    sums: dict[str, Counts] = {}
    days = {"from_at": to_utc_text(over.from_at), "until_at": to_utc_text(over.until_at)}
    moments = days | {"late_before": to_utc_text(over.late_before)}
    for field, channel, number in database.rows(_RECEIVED, **days):
        sums.setdefault(field, Counts()).received[Channel(channel)] += number
    for field, kept, number, carried, apologised in database.rows(_SETTLED, **days):
        into = sums.setdefault(field, Counts())
        add_settled(into, cell_of(kept, rule), number, carried, apologised)
    for query in (_SETTLED_SINCE, _NEVER_SETTLED):
        for field, number, carried, late, apologised in database.rows(query, **moments):
            into = sums.setdefault(field, Counts())
            add_open(into, number, carried, late or 0, apologised or 0)
    paused = {name: moments[name] for name in ("until_at", "late_before")}
    for field, number, apologised in database.rows(_PAUSED, **paused):
        take_paused(sums[field], number, apologised)
    return sums


def counts_as_recorded(
    database: Database, sums: Mapping[str, Counts], over: Span, rule: Rule
) -> dict[str, Counts]:
    """The same figures as if no dossier had been corrected; ``sums`` stay as they are."""
    return as_recorded(sums, _corrected(database, over), over, rule)


def _corrected(database: Database, over: Span) -> Iterator[tuple[Counted | None, Counted]]:
    """Each dossier of which a correction moved a figure: as it counts now, and without.

    Those alone that may count in the period.
    """
    names = (
        "field", "channel", "received_at", "due_at", "ended_at", "kept", "apologised_at", "state",
    )  # fmt: skip
    now = ", ".join(f"d.{name}" for name in names)
    was = ", ".join(f"r.{name}" for name in RECORDED[1:])
    for row in database.rows(
        f"SELECT {now}, {was} FROM recorded r JOIN dossier d ON d.dossier = r.dossier"
        " WHERE (r.received_at < :until_at OR d.received_at < :until_at)"
        " AND (coalesce(r.ended_at, :from_at) >= :from_at"
        " OR coalesce(d.ended_at, :from_at) >= :from_at)",
        from_at=to_utc_text(over.from_at),
        until_at=to_utc_text(over.until_at),
    ):
        columns, was_so = row[: len(names)], row[len(names) :]
        present, recorded = as_counted(*columns), _counted(*was_so, state=columns[-1])
        if recorded:
            yield present, recorded


def as_counted(
    field: str,
    channel: str,
    received_at: str | None,
    due_at: str | None,
    ended_at: str | None,
    kept: str,
    apologised_at: str | None,
    state: str,
) -> Counted | None:
    """A dossier as its row counts it; ``None`` if it was never received."""
    ending = ending_of(kept)
    columns = (field, channel, received_at, due_at, ended_at, ending, apologised_at)
    return _counted(*columns, state=state)


def _counted(
    field: str,
    channel: str,
    received_at: str | None,
    due_at: str | None,
    ended_at: str | None,
    ending: str | None,
    apologised: object,
    *,
    state: str,
) -> Counted | None:
    if received_at is None:
        return None
    return Counted(
        field,
        Channel(channel),
        from_utc_text(received_at),
        _moment(due_at),
        _moment(ended_at),
        Ending(ending) if ending else None,
        apologised=bool(apologised),
        paused=state in PAUSED,
    )


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None
