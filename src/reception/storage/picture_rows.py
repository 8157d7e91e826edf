"""What pictures are drawn from beside the counted sums: hours of receipt, days to come."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from reception.domain.list_frame import Period
from reception.domain.moments import to_utc_text
from reception.storage.book_rows import bounds
from reception.storage.database import Database

# Moments on disk are UTC; the office's zone has no summer time.
_HOURS = (
    "SELECT CAST(strftime('%w', received_at, '+7 hours') AS INTEGER),"
    " CAST(strftime('%H', received_at, '+7 hours') AS INTEGER), count(*) FROM dossier"
    " WHERE received_at >= :first AND received_at < :after"
    " AND NOT EXISTS (SELECT 1 FROM imported WHERE imported.dossier = dossier.dossier)"
    " GROUP BY 1, 2"
)
_AHEAD = (
    "SELECT date(target_at, '+7 hours'), holder, count(*) FROM dossier"
    " WHERE state = 'received' AND target_at >= :now AND target_at < :after AND due_at >= :now"
    " GROUP BY 1, 2"
)
QUERIES = (_HOURS, _AHEAD)
"""Each is answered by an index."""

_SUNDAY = 7


def hours_of_receipt(database: Database, period: Period) -> Counter[tuple[int, int]]:
    """How many dossiers were received by weekday, 1 to 7 from Monday on, and hour of the day.

    What an old register brought is left out: its hours are those that are usual, not those it had.
    """
    found = Counter[tuple[int, int]]()
    for weekday, hour, number in database.rows(_HOURS, **bounds(period)):
        found[weekday or _SUNDAY, hour] += number
    return found


def due_ahead(database: Database, now: datetime, until: date) -> Counter[tuple[date, str]]:
    """How many open dossiers fall due from now on to a day, by day and by who has them in hand."""
    after = bounds(Period(until, until))["after"]
    rows = database.rows(_AHEAD, now=to_utc_text(now), after=after)
    return Counter({(date.fromisoformat(day), holder): number for day, holder, number in rows})
