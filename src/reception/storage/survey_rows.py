"""Which dossiers have a sheet of the survey in a period, and what the office rated itself."""

from __future__ import annotations

from reception.domain import chain
from reception.domain.list_frame import Period
from reception.domain.survey_events import OfficeRated
from reception.storage.database import Database

ENTITY = "survey"
RATINGS = "office_rating"


def answered(database: Database, period: Period) -> dict[str, str]:
    """The way in which each dossier's sheet of these days was answered, by the dossier's id."""
    rows = database.rows(
        "SELECT s.dossier, s.way FROM survey s JOIN dossier d ON d.dossier = s.dossier"
        " WHERE s.taken_on BETWEEN :first AND :last AND d.state <> 'undone'"
        " ORDER BY s.taken_on, d.n",
        first=period.from_on.isoformat(),
        last=period.until_on.isoformat(),
    )
    return dict(rows)


def put_rating(database: Database, event: OfficeRated) -> None:
    """Note what the office rated itself, inside the present transaction; the last one stands."""
    database.run(
        "INSERT INTO office_rating (from_on, until_on, index_number, body)"
        " VALUES (:from_on, :until_on, :number, :body)"
        " ON CONFLICT (from_on, until_on, index_number) DO UPDATE SET body = excluded.body",
        from_on=event.from_on.isoformat(),
        until_on=event.until_on.isoformat(),
        number=event.index,
        body=chain.write(event),
    )


def ratings(database: Database, period: Period) -> list[OfficeRated]:
    """What the office rated itself for exactly these days."""
    rows = database.rows(
        "SELECT body FROM office_rating WHERE from_on = :first AND until_on = :last"
        " ORDER BY index_number",
        first=period.from_on.isoformat(),
        last=period.until_on.isoformat(),
    )
    return [chain.read(row[0], OfficeRated) for row in rows]
