"""The projections' rows: how far each log is folded, and what the fold reads and writes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Table, and_, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from reception.storage.journal import StoredEvent
from reception.storage.ledger import tables
from reception.storage.ledger.beside_rows import ClosingRow, PauseRow, PaymentRow, SubmissionRow
from reception.storage.ledger.engines import AS_BYTES
from reception.storage.ledger.page_rows import COUNTED, FoldedDossier, RecordedRow, Tally
from reception.storage.ledger.page_tables import (
    clash,
    closing,
    dossier,
    listed,
    pause,
    payment,
    recorded,
    submission,
    tally,
)
from reception.storage.ledger.part import Part, columns, insert_if_new

_FOLDED = columns(dossier, FoldedDossier)
_EVENT = tables.event.c
_AT_ONCE = 500  # a statement's values have a limit


@dataclass(frozen=True, slots=True)
class News:
    """An event that is not folded yet: where it stands and what it is about."""

    position: int
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Aside:
    """An event that was held aside; ``settled`` when somebody let it go on since."""

    code: str
    settled: bool


@dataclass(frozen=True, slots=True)
class ClashRow:
    """What two desks' acts left to decide about a dossier."""

    agency: str
    dossier: str
    about: bytes
    field: str
    kind: str
    since_at: datetime


_Beside = PauseRow | PaymentRow | SubmissionRow | ClosingRow
_Row = FoldedDossier | RecordedRow | ClashRow | _Beside


class Listing(Part):
    """How far each commune's log is folded."""

    def hold_listed(self, agency: str) -> int:
        """How far a log is folded; until the transaction's end nobody else folds it."""
        insert_if_new(self.connection, listed, {"agency": agency, "position": 0})
        return self.connection.execute(
            select(listed.c.position).where(listed.c.agency == agency).with_for_update()
        ).scalar_one()

    def move_listed(self, agency: str, position: int) -> None:
        """Note how far a log is folded now."""
        self.connection.execute(
            update(listed).where(listed.c.agency == agency).values(position=position)
        )

    def listed(self) -> dict[str, int]:
        """How far the logs are folded, those that are folded at all."""
        return {row[0]: row[1] for row in self.connection.execute(select(listed))}

    def behind(self) -> list[str]:
        """The communes whose logs go on beyond what is folded."""
        reached = func.coalesce(listed.c.position, 0)
        query = (
            select(tables.agency.c.agency)
            .join(listed, listed.c.agency == tables.agency.c.agency, isouter=True)
            .where(reached < tables.agency.c.position)
            .order_by(tables.agency.c.agency)
        )
        return list(self.connection.execute(query).scalars())


class Unfolded(Part):
    """What the fold reads of the logs."""

    def news(self, agency: str, after: int, most: int) -> list[News]:
        """The next events that are not folded yet."""
        rows = self.connection.execute(
            select(_EVENT.position, _EVENT.entity, _EVENT.kind)
            .where(_EVENT.agency == agency, _EVENT.position > after)
            .order_by(_EVENT.position)
            .limit(most)
        )
        return [News(*row) for row in rows.all()]

    def events_of(
        self, agency: str, entities: Sequence[str], upto: int
    ) -> dict[str, list[StoredEvent]]:
        """All events of some entities up to a position, in the order of the log."""
        found: dict[str, list[StoredEvent]] = {}
        query = select(
            _EVENT.position, _EVENT.device, _EVENT.epoch, _EVENT.seq, _EVENT.entity, _EVENT.kind,
            _EVENT.header, _EVENT.body, _EVENT.hash, _EVENT.position.label("place"),
        )  # fmt: skip
        for some in parts(entities):
            wanted = and_(_EVENT.agency == agency, _EVENT.entity.in_(some), _EVENT.position <= upto)
            wanted_rows = query.where(wanted).order_by(_EVENT.position)
            for row in self.connection.execute(wanted_rows, execution_options=AS_BYTES).all():
                found.setdefault(row.entity, []).append(StoredEvent(*row))
        return found

    def received_at(self, agency: str, positions: Sequence[int]) -> dict[int, datetime]:
        """When events came in, by their positions."""
        found: dict[int, datetime] = {}
        for some in parts(positions):
            rows = self.connection.execute(
                select(_EVENT.position, _EVENT.received_at).where(
                    _EVENT.agency == agency, _EVENT.position.in_(some)
                )
            )
            found.update({row[0]: row[1] for row in rows})
        return found

    def aside_of(self, agency: str, entities: Sequence[str]) -> dict[int, Aside]:
        """The events of some entities that are or were held aside."""
        held = tables.quarantine.c
        found: dict[int, Aside] = {}
        if not self.connection.execute(
            select(held.position).where(held.agency == agency).limit(1)
        ).first():
            return found
        for some in parts(entities):
            rows = self.connection.execute(
                select(held.position, held.code, held.settled_at)
                .join(
                    tables.event,
                    and_(_EVENT.agency == held.agency, _EVENT.position == held.position),
                )
                .where(held.agency == agency, _EVENT.entity.in_(some))
            )
            found.update({row[0]: Aside(row[1], row[2] is not None) for row in rows})
        return found


class Projection(Part):
    """What the fold writes, each inside the transaction that holds the log's mark."""

    def folded_of(self, agency: str, ids: Sequence[str]) -> dict[str, FoldedDossier]:
        """Dossiers as they were folded last, those that were."""
        found: dict[str, FoldedDossier] = {}
        for some in parts(ids):
            rows = self.connection.execute(
                select(*_FOLDED).where(dossier.c.agency == agency, dossier.c.dossier.in_(some))
            )
            found.update({row.dossier: FoldedDossier(*row) for row in rows.all()})
        return found

    def put_folded(self, rows: Sequence[FoldedDossier]) -> None:
        """Keep dossiers as they are folded now."""
        self._put(dossier, ("agency", "dossier"), rows)

    def count(self, agency: str, changes: Tally) -> None:
        """Change the figures of days by what is more or less of each now."""
        by_day: dict[str, dict[str, int]] = {}
        for (day, figure), more in changes.items():
            if more:
                by_day.setdefault(day, dict.fromkeys(COUNTED, 0))[figure] = more
        rows = [{"agency": agency, "day": day, **by_day[day]} for day in sorted(by_day)]
        if not rows:
            return
        new = self._into(tally)
        added = {name: tally.c[name] + new.excluded[name] for name in COUNTED}
        self.connection.execute(
            new.on_conflict_do_update(index_elements=["agency", "day"], set_=added), rows
        )

    def put_clashes(self, agency: str, ids: Sequence[str], rows: Iterable[ClashRow]) -> None:
        """Keep what is left to decide about dossiers, and nothing else about them."""
        self._clear(clash, agency, ids)
        self._put(clash, ("agency", "dossier", "about", "field"), list(rows))

    def put_recorded(self, agency: str, ids: Sequence[str], rows: Sequence[RecordedRow]) -> None:
        """Keep how the corrected ones of some dossiers would count without."""
        self._clear(recorded, agency, ids)
        self._put(recorded, ("agency", "dossier"), rows)

    def put_beside(
        self,
        agency: str,
        before: Sequence[str],
        pauses: Sequence[PauseRow],
        payments: Sequence[PaymentRow],
    ) -> None:
        """Keep when clocks stood and what was paid; of those folded ``before`` nothing else."""
        self._clear(pause, agency, before)
        self._put(pause, ("agency", "dossier", "from_at"), pauses)
        self._clear(payment, agency, before)
        self._put(payment, ("agency", "dossier", "place"), payments)

    def put_submissions(self, rows: Sequence[SubmissionRow]) -> None:
        """Keep when what portals brought came, and was settled."""
        self._put(submission, ("agency", "submission", "device"), rows)

    def put_closings(self, rows: Sequence[ClosingRow]) -> None:
        """Keep where a commune's periods were closed."""
        self._put(closing, ("agency", "position"), rows)

    def forget_folded(self, agency: str) -> None:
        """Take all that was folded of a commune away, before it is folded anew."""
        for table in (dossier, recorded, tally, clash, pause, payment, submission, closing):
            self.connection.execute(delete(table).where(table.c.agency == agency))
        self.connection.execute(update(listed).where(listed.c.agency == agency).values(position=0))

    def _clear(self, table: Table, agency: str, ids: Sequence[str]) -> None:
        for some in parts(ids):
            self.connection.execute(
                delete(table).where(table.c.agency == agency, table.c.dossier.in_(some))
            )

    def _put(
        self,
        table: Table,
        key: Collection[str],
        rows: Sequence[_Row],
    ) -> None:
        if not rows:
            return
        new, names = self._into(table), [each.name for each in fields(rows[0])]
        anew = {name: new.excluded[name] for name in names if name not in key}
        self.connection.execute(
            new.on_conflict_do_update(index_elements=list(key), set_=anew),
            # ``asdict`` would copy every moment in them.
            [{name: getattr(row, name) for name in names} for row in rows],
        )

    def _into(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        on_postgres = self.connection.dialect.name == "postgresql"
        return postgresql.insert(table) if on_postgres else sqlite.insert(table)


def parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Values in portions that a statement takes."""
    for place in range(0, len(values), _AT_ONCE):
        yield values[place : place + _AT_ONCE]
