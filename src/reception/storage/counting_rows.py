"""What figures are counted from: columns of each dossier's row, and three ranges over them.

``kept`` says how a settled dossier kept its promise by each rule, a letter each, and after them
what it ended with. A dossier of which a correction moved a figure has a row in ``recorded``, too:
how it would count without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from typing import Any

from reception.domain.counting import Counted, Counts, Ending, Span, count, counted
from reception.domain.dossier import Dossier
from reception.domain.intake import Channel
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.timeliness import Rule, Timeliness, timeliness
from reception.storage.database import Database

RECORDED = (
    "dossier", "field", "channel", "received_at", "due_at", "ended_at", "ending", "apologised",
)  # fmt: skip

_RULES = tuple(Rule)
_KEPT = {
    Timeliness.EARLY: "e",
    Timeliness.ON_TIME: "o",
    Timeliness.OVERDUE: "l",
    Timeliness.NO_LIMIT: "n",
}
_ENDING = {Ending.RESULT: "r", Ending.REFUSED: "f", Ending.STOPPED: "s"}
_KEPT_BY = {letter: kept for kept, letter in _KEPT.items()}
_ENDING_BY = {letter: ending for ending, letter in _ENDING.items()}

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
QUERIES = (_RECEIVED, _SETTLED, _SETTLED_SINCE, _NEVER_SETTLED)
"""Each is answered by a covering index alone."""


def columns_of(dossier: Dossier) -> dict[str, object]:
    """The columns of a dossier's row by which it is counted."""
    one = counted(dossier)
    ended_at = one.ended_at if one else None
    return {
        "received_at": to_utc_text(one.received_at) if one else None,
        "ended_at": to_utc_text(ended_at) if ended_at else None,
        "kept": _kept(one) if one and ended_at else "",
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


def counts(database: Database, over: Span, rule: Rule) -> dict[str, Counts]:
    """What the dossiers add up to by field, with every correction; see :func:`.counting.count`."""
    sums: dict[str, Counts] = {}
    days = {"from_at": to_utc_text(over.from_at), "until_at": to_utc_text(over.until_at)}
    moments = days | {"late_before": to_utc_text(over.late_before)}
    for field, channel, number in database.rows(_RECEIVED, **days):
        sums.setdefault(field, Counts()).received[Channel(channel)] += number
    for field, kept, number, carried, apologised in database.rows(_SETTLED, **days):
        into = sums.setdefault(field, Counts())
        how = _KEPT_BY[kept[_RULES.index(rule)]]
        into.settled[how, _ENDING_BY[kept[-1]]] += number
        into.carried_over += carried
        into.overdue_apologised += apologised if how is Timeliness.OVERDUE else 0
    for query in (_SETTLED_SINCE, _NEVER_SETTLED):
        for field, number, carried, late, apologised in database.rows(query, **moments):
            into = sums.setdefault(field, Counts())
            into.carried_over += carried
            into.open_overdue += late or 0
            into.open_in_time += number - (late or 0)
            into.open_overdue_apologised += apologised or 0
    return sums


def counts_as_recorded(
    database: Database, sums: Mapping[str, Counts], over: Span, rule: Rule
) -> dict[str, Counts]:
    """The same figures as if no dossier had been corrected; ``sums`` stay as they are."""
    recorded = {field: deepcopy(one) for field, one in sums.items()}
    pairs = list(_corrected(database, over))
    for field, taken in count((now for now, _was in pairs if now), over, rule).items():
        recorded.setdefault(field, Counts()).add(taken, -1)
    for field, added in count((was for _now, was in pairs), over, rule).items():
        recorded.setdefault(field, Counts()).add(added)
    return {field: one for field, one in recorded.items() if one != Counts()}


def _corrected(database: Database, over: Span) -> Iterator[tuple[Counted | None, Counted]]:
    """Each dossier of which a correction moved a figure: as it counts now, and without.

    Those alone that may count in the period.
    """
    now = "d.field, d.channel, d.received_at, d.due_at, d.ended_at, d.kept, d.apologised_at"
    was = ", ".join(f"r.{name}" for name in RECORDED[1:])
    for row in database.rows(
        f"SELECT {now}, {was} FROM recorded r JOIN dossier d ON d.dossier = r.dossier"
        " WHERE (r.received_at < :until_at OR d.received_at < :until_at)"
        " AND (coalesce(r.ended_at, :from_at) >= :from_at"
        " OR coalesce(d.ended_at, :from_at) >= :from_at)",
        from_at=to_utc_text(over.from_at),
        until_at=to_utc_text(over.until_at),
    ):
        present = as_counted(*row[:7])
        field, channel, received_at, due_at, ended_at, ending, apologised = row[7:]
        recorded = _counted(field, channel, received_at, due_at, ended_at, ending, apologised)
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
) -> Counted | None:
    """A dossier as its row counts it; ``None`` if it was never received."""
    ending = _ENDING_BY[kept[-1]] if kept else None
    return _counted(field, channel, received_at, due_at, ended_at, ending, apologised_at)


def _counted(
    field: str,
    channel: str,
    received_at: str | None,
    due_at: str | None,
    ended_at: str | None,
    ending: str | None,
    apologised: object,
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
    )


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None


def _kept(one: Counted) -> str:
    if one.ended_at is None or one.ending is None:
        return ""
    kept = (timeliness(one.due_at, one.ended_at, rule) for rule in _RULES)
    return "".join(_KEPT[how] for how in kept) + _ENDING[one.ending]
