"""The dossiers behind a report's figure at the server, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select

from reception.domain.counting import Span
from reception.domain.handling_report import Choices
from reception.storage.ledger.figure_columns import of_column
from reception.storage.ledger.line_figures import of_justice, of_lateness
from reception.storage.ledger.page_rows import FoldedDossier
from reception.storage.ledger.page_tables import dossier
from reception.storage.ledger.part import Part, columns

_COLUMNS = columns(dossier, FoldedDossier)
_D = dossier.c


class Form(StrEnum):
    """The reports whose figures open, by the names that they have at a desk."""

    HANDLING = "ii06a"
    JUSTICE = "07a"
    LATENESS = "overdue-reasons"


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """A figure: the communes it is of, its column, its line (the sum without), how it counts.

    Lines are of fields; those of the reasons of delay may be ``by`` another thing.
    """

    agencies: tuple[str, ...]
    column: str
    over: Span
    choices: Choices
    field: str = ""
    form: Form = Form.HANDLING
    by: str = ""


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
    column, over, choices = figure.column, figure.over, figure.choices
    of = _D.agency.in_(figure.agencies)
    if figure.form is Form.LATENESS:
        return [of, of_lateness(column, over, choices, figure.by, figure.field)]
    by_form = (
        [of_justice(column, over, choices)]
        if figure.form is Form.JUSTICE
        else of_column(column, over, choices)
    )
    return [of, *by_form, *([_D.field == figure.field] if figure.field else [])]
