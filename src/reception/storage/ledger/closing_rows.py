"""Where communes closed their figures, as the events that say so."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, select

from reception.domain.list_frame import Period
from reception.storage.journal import StoredEvent
from reception.storage.ledger import tables
from reception.storage.ledger.engines import AS_BYTES
from reception.storage.ledger.page_tables import closing
from reception.storage.ledger.part import Part

_EVENT = tables.event.c
_C = closing.c


class ClosingRows(Part):
    """Asks for closed periods."""

    def closing_events(
        self, agencies: Sequence[str], period: Period | None = None, report: str = ""
    ) -> dict[str, list[StoredEvent]]:
        """What was closed by commune, in the order of its log; perhaps of one period or report."""
        its = and_(_EVENT.agency == _C.agency, _EVENT.position == _C.position)
        query = (
            select(
                _EVENT.agency, _EVENT.position, _EVENT.device, _EVENT.epoch, _EVENT.seq,
                _EVENT.entity, _EVENT.kind, _EVENT.header, _EVENT.body, _EVENT.hash,
            )
            .select_from(closing.join(tables.event, its))
            .where(_C.agency.in_(agencies))
            .order_by(_EVENT.agency, _EVENT.position)
        )  # fmt: skip
        if period:
            ends = _C.until_on == period.until_on.isoformat()
            query = query.where(ends, _C.from_on == period.from_on.isoformat())
        if report:
            query = query.where(_C.report == report)
        found: dict[str, list[StoredEvent]] = {}
        for agency, *event in self.connection.execute(query, execution_options=AS_BYTES).all():
            found.setdefault(agency, []).append(StoredEvent(*event))
        return found
