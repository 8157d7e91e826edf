"""The dossiers behind a figure of II.06a at the server, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from sqlalchemy import ColumnElement, and_, func, or_, select

from reception.domain.counting import PAUSED, Ending, Span
from reception.domain.handling_report import EARLY, ON_TIME, OVERDUE, Choices, put_as
from reception.domain.intake import Channel
from reception.domain.timeliness import Timeliness
from reception.storage.counted_columns import LETTERS, letters_of, place_of
from reception.storage.ledger.page_rows import FoldedDossier
from reception.storage.ledger.page_tables import dossier
from reception.storage.ledger.part import Part, columns

_COLUMNS = columns(dossier, FoldedDossier)
_D = dossier.c
_KEPT_IN = {"c8": EARLY, "c9": ON_TIME, "c10": OVERDUE}
_ONLINE = [channel.value for channel in Channel if channel.is_online]


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """A figure: the communes it is of, its column, its field (of all without), how it counts."""

    agencies: tuple[str, ...]
    column: str
    over: Span
    choices: Choices
    field: str = ""


class FigureRows(Part):
    """Asks for the dossiers that a figure counts."""

    def behind_figure(self, figure: FigureQuery, limit: int, offset: int) -> list[FoldedDossier]:
        """A page of them, the most pressing first."""
        rows = self.connection.execute(
            select(*_COLUMNS)
            .where(*conditions(figure))
            .order_by(_D.due_at, _D.agency, _D.reference, _D.dossier)
            .limit(limit)
            .offset(offset)
        )
        return [FoldedDossier(*row) for row in rows]

    def figure_size(self, figure: FigureQuery) -> int:
        """How many they are: what the report says."""
        query = select(func.count()).select_from(dossier).where(*conditions(figure))
        return self.connection.execute(query).scalar_one()


def conditions(figure: FigureQuery) -> list[ColumnElement[bool]]:
    """What a dossier's row must be for the figure to count it."""
    found = [_D.agency.in_(figure.agencies), *_of_column(figure)]
    if figure.field:
        found.append(_D.field == figure.field)
    return found


def _of_column(figure: FigureQuery) -> list[ColumnElement[bool]]:
    over = figure.over
    received = _D.received_at < over.until_at
    settled = and_(_D.kept != "", _D.ended_at >= over.from_at, _D.ended_at < over.until_at)
    still_open = or_(_D.kept == "", _D.ended_at >= over.until_at)
    not_before = or_(_D.kept == "", _D.ended_at >= over.from_at)
    late = and_(_D.due_at < over.late_before, _D.state.not_in(PAUSED))
    match figure.column:
        case "c3":
            return [received, not_before]
        case "c4" | "c5":
            online = _D.channel.in_(_ONLINE)
            came = online if figure.column == "c4" else ~online
            return [_D.received_at >= over.from_at, received, came]
        case "c6":
            return [_D.received_at < over.from_at, not_before]
        case "c7":
            return [received, settled]
        case "c8" | "c9" | "c10":
            return [received, settled, _told_as(_KEPT_IN[figure.column], figure.choices)]
        case "c11":
            return [received, still_open]
        case "c12":
            return [received, still_open, or_(_D.due_at.is_(None), ~late)]
        case "c13":
            return [received, still_open, late]
        case _:
            raise ValueError(figure.column)


def _told_as(wanted: Timeliness, choices: Choices) -> ColumnElement[bool]:
    """What the form puts in the column of those that were settled so."""
    cells = product(Timeliness, Ending)
    letters = [letters_of(cell) for cell in cells if put_as(*cell, choices) is wanted]
    kept = func.substr(_D.kept, place_of(choices.rule), 1)
    return kept.concat(func.substr(_D.kept, LETTERS, 1)).in_(letters)
