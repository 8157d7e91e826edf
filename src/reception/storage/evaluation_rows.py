"""How an office judges itself: each year's sheet, the last word on each criterion and target."""

from __future__ import annotations

from reception.domain import chain
from reception.domain.events import EvaluationEvent
from reception.domain.self_score import SelfScoreGiven, SelfScoreSheetSet
from reception.domain.targets import TargetSet
from reception.storage.database import Database

TABLES = ("score_sheet", "self_score", "target")
PREFIXES = ("self-score:", "target:")


def entity_of(event: EvaluationEvent) -> str:
    """The entity of the journal: all of a year's scores, or all of its targets."""
    return f"{'target' if isinstance(event, TargetSet) else 'self-score'}:{event.year}"


def apply(database: Database, event: EvaluationEvent) -> None:
    """Bring the tables up to date with an event, inside the present transaction."""
    match event:
        case SelfScoreSheetSet(year):
            database.run(
                "INSERT OR REPLACE INTO score_sheet (year, body) VALUES (:year, :body)",
                year=year,
                body=chain.write(event),
            )
        case SelfScoreGiven(year=year, criterion=criterion):
            database.run(
                "INSERT OR REPLACE INTO self_score (year, criterion, body)"
                " VALUES (:year, :criterion, :body)",
                year=year,
                criterion=criterion,
                body=chain.write(event),
            )
        case TargetSet(year=year, target=target):
            database.run(
                "INSERT OR REPLACE INTO target (year, target, body) VALUES (:year, :target, :body)",
                year=year,
                target=target,
                body=chain.write(event),
            )


def sheet(database: Database, year: int) -> SelfScoreSheetSet | None:
    """A year's sheet of criteria."""
    row = database.row("SELECT body FROM score_sheet WHERE year = :year", year=year)
    return chain.read(row[0], SelfScoreSheetSet) if row else None


def scores(database: Database, year: int) -> dict[str, SelfScoreGiven]:
    """The points of a year by criterion."""
    rows = database.rows("SELECT criterion, body FROM self_score WHERE year = :year", year=year)
    return {criterion: chain.read(body, SelfScoreGiven) for criterion, body in rows}


def targets(database: Database, year: int) -> dict[str, TargetSet]:
    """The targets of a year that stand."""
    rows = database.rows("SELECT target, body FROM target WHERE year = :year", year=year)
    told = {name: chain.read(body, TargetSet) for name, body in rows}
    return {name: one for name, one in told.items() if one.percent is not None}
