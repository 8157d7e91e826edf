"""Notices and letters: what waits on which road, and how far each letter has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from reception.domain.dossier import State
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.moments import from_utc_text, midnight, to_utc_text
from reception.domain.notice import NoticeRow, Road
from reception.storage.database import Database, Row

# Each signed letter is queued on paper, so these rows are the letters; there are few of them
# beside the dossiers, and no index is needed.
_LETTERS = (
    "FROM notice JOIN dossier USING (dossier)"
    " WHERE notice.about = 'apology' AND notice.channel = 'paper'"
)
_AT_ONCE = 500


def queued(database: Database) -> list[NoticeRow]:
    """Every notice that still waits, the longest waiting first."""
    rows = database.rows(
        "SELECT notice.dossier, reference, owner, state, about, notice.channel, outcome, told_at,"
        " sent_to, note FROM notice JOIN dossier USING (dossier)"
        " WHERE outcome = 'queued' AND state <> 'undone' ORDER BY told_at, reference"
    )
    return [
        NoticeRow(row[0], row[1], row[2], State(row[3]), row[4], _road(row[5:])) for row in rows
    ]


def letters(database: Database, from_on: date, until_on: date) -> list[tuple[int, str]]:
    """The row numbers and letter numbers of apologies signed between two days, the newest first."""
    return database.rows(
        "SELECT dossier.n, coalesce((SELECT number FROM slip WHERE slip.dossier = dossier.dossier"
        f" AND number LIKE '%/PXL'), '') {_LETTERS}"
        " AND apologised_at >= :first AND apologised_at < :after"
        " ORDER BY apologised_at DESC, dossier.n DESC",
        first=to_utc_text(midnight(from_on)),
        after=to_utc_text(midnight(until_on + timedelta(days=1))),
    )


def roads(database: Database, dossier_ids: Sequence[str], about: str) -> dict[str, list[Road]]:
    """The roads of these dossiers' notices; a waybill is the road of the post."""
    found: dict[str, list[Road]] = {dossier_id: [] for dossier_id in dossier_ids}
    for start in range(0, len(dossier_ids), _AT_ONCE):
        some = dossier_ids[start : start + _AT_ONCE]
        values: dict[str, object] = {f"d{n}": dossier_id for n, dossier_id in enumerate(some)}
        marks = ", ".join(f":{name}" for name in values)
        for row in database.rows(
            "SELECT dossier, channel, outcome, told_at, sent_to, note FROM notice"
            f" WHERE about = :about AND dossier IN ({marks}) ORDER BY dossier, channel",
            about=about,
            **values,
        ):
            found[row[0]].append(_road(row[1:]))
        for row in database.rows(
            "SELECT dossier, number, posted_at, answered_at, delivered, note FROM waybill"
            f" WHERE what = :about AND dossier IN ({marks}) ORDER BY posted_at",
            about=about,
            **values,
        ):
            found[row[0]].append(_by_post(row[1:]))
    return found


def ended_late(database: Database, from_on: date, until_on: date) -> tuple[int, int]:
    """Of results that came late between two days: how many, and how many were apologised for."""
    row = database.row(
        "SELECT count(*), count(apologised_at) FROM dossier"
        " WHERE result_at >= :first AND result_at < :after AND result_at > due_at",
        first=to_utc_text(midnight(from_on)),
        after=to_utc_text(midnight(until_on + timedelta(days=1))),
    )
    return (row[0], row[1]) if row else (0, 0)


def overdue_unapologised(database: Database, now: datetime) -> int:
    """How many open dossiers are overdue without an apology."""
    row = database.row(
        "SELECT count(*) FROM dossier WHERE state = 'received' AND due_at < :now"
        " AND apologised_at IS NULL",
        now=to_utc_text(now),
    )
    return row[0] if row else 0


def _road(row: Row) -> Road:
    channel, outcome, told_at, sent_to, note = row
    at = from_utc_text(told_at)
    return Road(NoticeChannel(channel), NoticeOutcome(outcome), at, sent_to, note)


def _by_post(row: Row) -> Road:
    number, posted_at, answered_at, delivered, note = row
    outcomes = {None: NoticeOutcome.SENT, 1: NoticeOutcome.REACHED, 0: NoticeOutcome.FAILED}
    at = from_utc_text(answered_at or posted_at)
    return Road(NoticeChannel.POST, outcomes[delivered], at, number, note)
