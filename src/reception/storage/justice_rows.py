"""What the report 07a/BTP counts beside dossiers that were received, and which of these stood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reception.domain.counting import PAUSED, Span
from reception.domain.dossier_events import PaidBy
from reception.domain.moments import to_utc_text
from reception.storage.book_rows import histories
from reception.storage.database import Database
from reception.storage.store import fold

# Named as their index names them.
_REFUSED = (
    "SELECT {told} FROM dossier WHERE state IN ('guided', 'refused',"
    " 'awaiting-supplement', 'suspended', 'stopped', 'undone') AND state = 'refused'"
    " AND opened_at >= :from_at AND opened_at < :until_at"
)
_COUNT_REFUSED = _REFUSED.format(told="field, count(*)") + " GROUP BY field"
_EACH_REFUSED = _REFUSED.format(told="n") + " AND (:field = '' OR field = :field)"
_PAID = (
    "SELECT {told} FROM fee JOIN dossier USING (dossier)"
    " WHERE paid_at >= :from_at AND paid_at < :until_at AND amount_vnd > 0"
)
_COUNT_PAID = (
    _PAID.format(
        told="field, count(DISTINCT fee.dossier),"
        " count(DISTINCT CASE WHEN paid_by = :online THEN fee.dossier END)"
    )
    + " GROUP BY field"
)
_EACH_PAID = (
    _PAID.format(told="dossier.n, max(paid_by = :online)")
    + " AND (:field = '' OR field = :field) GROUP BY dossier.n"
)
_WAITING = (
    "SELECT submission FROM submission WHERE submitted_at < :until_at"
    " AND (settled_at IS NULL OR settled_at >= :until_at)"
)


def refused(database: Database, over: Span) -> dict[str, int]:
    """How many were refused at the counter in a period, by field."""
    return dict(database.rows(_COUNT_REFUSED, **_ends(over)))


def each_refused(database: Database, over: Span, field: str = "") -> list[int]:
    """The numbers in lists of those that were refused, perhaps of one field alone."""
    return [row[0] for row in database.rows(_EACH_REFUSED, field=field, **_ends(over))]


def paid(database: Database, over: Span) -> dict[str, tuple[int, int]]:
    """For how many dossiers a fee was paid in a period, and for how many of these online."""
    rows = database.rows(_COUNT_PAID, online=PaidBy.ONLINE.value, **_ends(over))
    return {field: (paid_for, online) for field, paid_for, online in rows}


def each_paid(database: Database, over: Span, field: str = "") -> dict[int, bool]:
    """By their numbers in lists the dossiers for which a fee was paid, and whether any was online.

    They may be of one field alone.
    """
    online = PaidBy.ONLINE.value
    rows = database.rows(_EACH_PAID, online=online, field=field, **_ends(over))
    return {n: bool(any_online) for n, any_online in rows}


def waiting(database: Database, over: Span) -> list[str]:
    """The submissions that had come by a period's end and were not answered by then."""
    rows = database.rows(_WAITING, until_at=to_utc_text(over.until_at))
    return [row[0] for row in rows]


def any_submission(database: Database) -> bool:
    """Whether a portal ever brought a submission here."""
    return database.row("SELECT 1 FROM submission LIMIT 1") is not None


def paused(database: Database, ids: Iterable[str], before: datetime) -> set[str]:
    """Those of the dossiers whose clock stood just before a moment, by what had happened then."""
    end = to_utc_text(before)
    found: set[str] = set()
    for dossier_id, events in histories(database, ids):
        dossier = fold(dossier_id, [each for each in events if each.envelope().at < end])
        if dossier and dossier.state in PAUSED:
            found.add(dossier_id)
    return found


def _ends(over: Span) -> dict[str, object]:
    return {"from_at": to_utc_text(over.from_at), "until_at": to_utc_text(over.until_at)}
