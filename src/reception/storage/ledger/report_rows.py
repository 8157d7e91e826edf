"""What 07a/BTP and the reasons of delay count at the server, and what came from old registers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from reception.domain.counting import Cell, Span
from reception.domain.dossier import State
from reception.domain.handling_report import Choices
from reception.domain.intake import Channel
from reception.domain.justice_report import Standing
from reception.domain.lateness_report import LateAs, cause_words
from reception.domain.timeliness import Rule
from reception.storage.counted_columns import cell_of
from reception.storage.ledger.figure_rows import FigureQuery, conditions
from reception.storage.ledger.line_figures import is_settled, of_period, was_late, was_paused
from reception.storage.ledger.page_tables import dossier, payment, submission
from reception.storage.ledger.part import Part

Standings = Counter[tuple[str, Standing]]
"""How many dossiers stand so, by field."""

_D = dossier.c
_LATE = {"c10": False, "c13": True}
"""The columns of II.06a that count late dossiers, and whether these are open."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a portal brought by a device, and nobody had settled by a period's end."""

    agency: str
    device: str
    procedure: str
    submitted_at: datetime


class ReportRows(Part):
    """Asks what the dossiers of communes come to by the forms that are no II.06a."""

    def standings(self, agencies: Sequence[str], over: Span, rule: Rule) -> dict[str, Standings]:
        """How the dossiers of a period stand in it, by commune."""
        wanted = _D.agency.in_(agencies), of_period(over)
        told = _standing_columns(over).where(*wanted).subquery()
        found = {agency: Standings() for agency in agencies}
        # Grouped from without: a value is another in each place where a statement names it.
        query = select(*told.c, func.count()).group_by(*told.c)
        for agency, field, *columns, kept, number in self._told(query):
            settled = cell_of(kept, rule) if kept else None
            found[agency][field, _standing(settled, *columns)] += number
        return found

    def refused(self, agencies: Sequence[str], over: Span) -> dict[str, Counter[str]]:
        """How many were refused at the counter in a period, by commune and field."""
        rows = self.connection.execute(
            select(_D.agency, _D.field, func.count())
            .where(
                _D.agency.in_(agencies),
                _D.state == State.REFUSED.value,
                _D.opened_at >= over.from_at,
                _D.opened_at < over.until_at,
            )
            .group_by(_D.agency, _D.field)
        )
        return _by_agency((row[0], row[1], row[2]) for row in rows)

    def paid(
        self, agencies: Sequence[str], over: Span
    ) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
        """For how many dossiers something was paid in a period, and for how many of them online."""
        one = payment.c
        of_each = (
            select(one.agency, one.dossier, func.max(one.online).label("online"))
            .where(
                one.agency.in_(agencies),
                one.paid_at >= over.from_at,
                one.paid_at < over.until_at,
            )
            .group_by(one.agency, one.dossier)
            .subquery()
        )
        its = and_(_D.agency == of_each.c.agency, _D.dossier == of_each.c.dossier)
        query = (
            select(_D.agency, _D.field, func.count(), func.sum(of_each.c.online))
            .select_from(of_each.join(dossier, its))
            .group_by(_D.agency, _D.field)
        )
        rows = self.connection.execute(query).all()
        return (
            _by_agency((row[0], row[1], row[2]) for row in rows),
            _by_agency((row[0], row[1], row[3]) for row in rows),
        )

    def waiting(self, agencies: Sequence[str], over: Span) -> list[Waiting]:
        """What portals had brought by a period's end and nobody had settled by then."""
        one = submission.c
        rows = self.connection.execute(
            select(one.agency, one.device, one.procedure, one.submitted_at).where(
                one.agency.in_(agencies),
                one.submitted_at < over.until_at,
                or_(one.settled_at.is_(None), one.settled_at >= over.until_at),
            )
        )
        return [Waiting(*row) for row in rows]

    def field_of(self, agency: str, procedure: str) -> str:
        """The field of a procedure as a commune's dossiers had it last; empty if none had."""
        query = (
            select(_D.field)
            .where(_D.agency == agency, _D.procedure == procedure)
            .order_by(_D.position.desc())
            .limit(1)
        )
        return self.connection.execute(query).scalar() or ""

    def with_portal(self, agencies: Sequence[str]) -> set[tuple[str, str]]:
        """To which communes a portal ever brought anything, and by which device."""
        one = submission.c
        query = select(one.agency, one.device).where(one.agency.in_(agencies)).distinct()
        return {(row[0], row[1]) for row in self.connection.execute(query)}

    def late(
        self, agencies: Sequence[str], over: Span, choices: Choices
    ) -> dict[str, Counter[LateAs]]:
        """The dossiers that were late in a period, so many alike, by commune."""
        found = {agency: Counter[LateAs]() for agency in agencies}
        names = (_D.agency, _D.field, _D.cause, _D.late_holder, _D.apologised_at.is_not(None))
        for column, is_open in _LATE.items():
            figure = FigureQuery(tuple(agencies), column, over, choices)
            query = select(*names, func.count()).where(*conditions(figure)).group_by(*names)
            for agency, field, cause, holder, apologised, number in self._told(query):
                one = LateAs(cause_words(cause), field, holder, is_open, bool(apologised))
                found[agency][one] += number
        return found

    def from_old_books(self, agencies: Sequence[str], over: Span) -> Counter[str]:
        """How many of those received in a period an old register brought, by commune."""
        query = (
            select(_D.agency, func.count())
            .where(
                _D.old_book == 1,
                _D.agency.in_(agencies),
                _D.received_at >= over.from_at,
                _D.received_at < over.until_at,
            )
            .group_by(_D.agency)
        )
        return Counter({row[0]: row[1] for row in self.connection.execute(query)})

    def _told(self, query: Select[*tuple[Any, ...]]) -> Sequence[Sequence[Any]]:
        return self.connection.execute(query).all()


def _standing_columns(over: Span) -> Select[*tuple[Any, ...]]:
    return select(
        _D.agency,
        _D.field,
        _D.channel,
        _as_number(_D.received_at < over.from_at).label("carried_over"),
        _D.non_territorial,
        _as_number(_D.apologised_at.is_not(None)).label("apologised"),
        _as_number(was_late(over)).label("late"),
        _as_number(was_paused(over)).label("paused"),
        case((is_settled(over), _D.kept), else_="").label("kept"),
    )


def _standing(settled: Cell | None, channel: str, *told: int) -> Standing:
    carried_over, non_territorial, apologised, late, paused = map(bool, told)
    return Standing(
        Channel(channel), carried_over, non_territorial, apologised, settled, late, paused
    )


def _as_number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def _by_agency(rows: Iterable[tuple[str, str, int]]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for agency, field, number in rows:
        found.setdefault(agency, Counter())[field] += int(number)
    return found
