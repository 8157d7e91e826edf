"""Folded dossiers as they are looked up and listed: by code, by pile, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, literal_column, or_, select

from reception.domain.moments import midnight
from reception.domain.timeliness import Timeliness
from reception.storage.ledger.board_rows import OPEN, PAUSED
from reception.storage.ledger.page_rows import NOT_RECEIVED, FoldedDossier
from reception.storage.ledger.page_tables import dossier
from reception.storage.ledger.part import Part, columns

_COLUMNS = columns(dossier, FoldedDossier)
_D = dossier.c
_MOST_OF_ONE_CODE = 20


class Pile(StrEnum):
    """The lists behind the board's figures."""

    RECEIVED = "received"
    EARLY = "early"
    ON_TIME = "on-time"
    OVERDUE = "overdue"
    NO_LIMIT = "no-limit"
    OPEN = "open"
    OPEN_OVERDUE = "open-overdue"
    NOT_APOLOGISED = "not-apologised"
    PAUSED = "paused"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class PileQuery:
    """Which dossiers of a commune; ``first`` and ``last`` bound what was received or settled."""

    agency: str
    pile: Pile
    first: date
    last: date
    now: datetime
    field: str = ""
    holder: str = ""


class DossierRows(Part):
    """Asks for folded dossiers."""

    def dossiers_of_code(self, code: str) -> list[FoldedDossier]:
        """The dossiers that carry a code: one, unless two copies of a desk gave it out."""
        rows = self.connection.execute(
            select(*_COLUMNS)
            .where(_D.code == code, _D.code != literal_column("''"))
            .order_by(_D.agency, _D.dossier)
            .limit(_MOST_OF_ONE_CODE)
        )
        return [FoldedDossier(*row) for row in rows]

    def dossiers_of_reference(self, agency: str, reference: str) -> list[FoldedDossier]:
        """A commune's dossiers of a code or slip number."""
        rows = self.connection.execute(
            select(*_COLUMNS)
            .where(_D.agency == agency, _D.reference == reference)
            .order_by(_D.dossier)
            .limit(_MOST_OF_ONE_CODE)
        )
        return [FoldedDossier(*row) for row in rows]

    def pile(self, asked: PileQuery, limit: int, offset: int = 0) -> list[FoldedDossier]:
        """A page of a list, the most pressing first."""
        order = (
            (_D.opened_at, _D.reference)
            if asked.pile is Pile.RECEIVED
            else (_D.due_at, _D.reference)
        )
        rows = self.connection.execute(
            select(*_COLUMNS)
            .where(*_conditions(asked))
            .order_by(*order)
            .limit(limit)
            .offset(offset)
        )
        return [FoldedDossier(*row) for row in rows]

    def pile_size(self, asked: PileQuery) -> int:
        """How many dossiers a list has."""
        query = select(func.count()).select_from(dossier).where(*_conditions(asked))
        return self.connection.execute(query).scalar_one()

    def apologies(self, agency: str, first: date, last: date) -> list[FoldedDossier]:
        """A commune's dossiers for which somebody apologised between two days, both included."""
        rows = self.connection.execute(
            select(*_COLUMNS)
            .where(
                _D.agency == agency,
                _D.apologised_at.is_not(None),
                *_between(_D.apologised_at, first, last),
            )
            .order_by(_D.due_at, _D.reference)
        )
        return [FoldedDossier(*row) for row in rows]


def _conditions(asked: PileQuery) -> list[ColumnElement[bool]]:
    found = [_D.agency == asked.agency, *_of_pile(asked)]
    if asked.field:
        found.append(_D.field == asked.field)
    if asked.holder:
        found.append(_D.holder == asked.holder)
    return found


def _of_pile(asked: PileQuery) -> list[ColumnElement[bool]]:
    late = and_(OPEN, _D.due_at < asked.now)
    ended = [_D.ended_at.is_not(None), *_between(_D.ended_at, asked.first, asked.last)]
    match asked.pile:
        case Pile.RECEIVED:
            days = _between(_D.opened_at, asked.first, asked.last)
            return [*days, _D.state.not_in(NOT_RECEIVED)]
        case Pile.OPEN:
            return [OPEN]
        case Pile.OPEN_OVERDUE:
            return [late]
        case Pile.NOT_APOLOGISED:
            settled = and_(*ended, _D.timeliness == Timeliness.OVERDUE)
            return [or_(late, settled), _D.apologised_at.is_(None)]
        case Pile.PAUSED:
            return [PAUSED]
        case Pile.ASIDE:
            return [_D.aside == 1]
        case Pile.EARLY | Pile.ON_TIME | Pile.OVERDUE | Pile.NO_LIMIT:
            return [*ended, _D.timeliness == asked.pile.value, _D.state.not_in(NOT_RECEIVED)]


def _between(
    column: ColumnElement[datetime], first: date, last: date
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """A moment within the days of the office, both included."""
    return (
        column >= midnight(first),
        column < midnight(last + timedelta(days=1)),
    )
