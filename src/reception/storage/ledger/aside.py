"""Events that were accepted and are held aside."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, delete, select, update

from reception.storage.ledger import tables
from reception.storage.ledger.part import Part, insert_if_new
from reception.storage.ledger.rows import Quarantined


class Quarantine(Part):
    """Events that were accepted, and could not be understood or did not fit."""

    def quarantine(
        self, agency: str, position: int, *, code: str, detail: str, noted_at: datetime
    ) -> bool:
        """Hold an event aside; ``False`` when it is already, for the reason first given."""
        values = {
            "agency": agency,
            "position": position,
            "code": code,
            "detail": detail,
            "noted_at": noted_at,
        }
        return insert_if_new(self.connection, tables.quarantine, values)

    def settle(self, agency: str, position: int, at: datetime) -> bool:
        """Let an event go on; ``False`` when none is held aside there."""
        aside = tables.quarantine.c
        done = self.connection.execute(
            update(tables.quarantine)
            .where(aside.agency == agency, aside.position == position, aside.settled_at.is_(None))
            .values(settled_at=at)
        )
        return done.rowcount == 1

    def judge_again(self, agency: str, position: int) -> bool:
        """Hold an event aside no longer, so that it is judged anew; ``False`` when none is."""
        aside = tables.quarantine.c
        done = self.connection.execute(
            delete(tables.quarantine).where(
                aside.agency == agency, aside.position == position, aside.settled_at.is_(None)
            )
        )
        return done.rowcount == 1

    def quarantined(self, agency: str, device: str | None = None) -> list[Quarantined]:
        """The events of a commune, or of one device, that are held aside still."""
        aside, event = tables.quarantine.c, tables.event.c
        query = (
            select(
                aside.position,
                event.device,
                event.epoch,
                event.seq,
                event.entity,
                aside.code,
                aside.detail,
                aside.noted_at,
            )
            .join(
                tables.event,
                and_(event.agency == aside.agency, event.position == aside.position),
            )
            .where(aside.agency == agency, aside.settled_at.is_(None))
            .order_by(aside.position)
        )
        if device is not None:
            query = query.where(event.device == device)
        return [Quarantined(*row) for row in self.connection.execute(query)]
