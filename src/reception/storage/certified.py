"""What the certification books hold, asked in ways that only the certifying desk asks."""

from __future__ import annotations

from datetime import datetime

from reception.domain.moments import to_utc_text
from reception.storage.database import Database


def latest(database: Database, most: int, papers_at_once: int) -> list[str]:
    """The dossiers certified last, the newest first.

    ``papers_at_once`` is the most papers that one of them can have: so far the index is read.
    """
    rows = database.rows(
        "SELECT dossier FROM certified ORDER BY certified_at DESC, dossier DESC LIMIT :lines",
        lines=most * papers_at_once,
    )
    return list(dict.fromkeys(row[0] for row in rows))[:most]


def paper_uses(database: Database, since: datetime) -> dict[tuple[str, str], int]:
    """How often each paper was certified since a moment, by its book and name."""
    rows = database.rows(
        "SELECT book, paper, count(*) FROM certified WHERE certified_at >= :since"
        " GROUP BY book, paper ORDER BY 3 DESC, 2",
        since=to_utc_text(since),
    )
    return {(book, paper): uses for book, paper, uses in rows}
