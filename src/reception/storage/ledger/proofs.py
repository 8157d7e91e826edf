"""What proves an event: its place in its device's chain, and what the device signed of it."""

from __future__ import annotations

from sqlalchemy import select

from reception.storage.ledger import tables
from reception.storage.ledger.part import Part, columns
from reception.storage.ledger.rows import SignedHead


class Proofs(Part):
    """Asks for what an event is proved with."""

    def head_over(self, agency: str, device: str, epoch: int, seq: int) -> SignedHead | None:
        """The first signed head at or after an event of a chain."""
        head = tables.head.c
        row = self.connection.execute(
            select(*columns(tables.head, SignedHead))
            .where(
                head.agency == agency,
                head.device == device,
                head.epoch == epoch,
                head.seq >= seq,
            )
            .order_by(head.seq)
            .limit(1)
        ).first()
        return SignedHead(*row) if row else None

    def headers(self, agency: str, device: str, epoch: int, after: int, upto: int) -> list[bytes]:
        """The headers of a chain's events after one and up to another."""
        event = tables.event.c
        query = (
            select(event.header)
            .where(
                event.agency == agency,
                event.device == device,
                event.epoch == epoch,
                event.seq > after,
                event.seq <= upto,
            )
            .order_by(event.seq)
        )
        return list(self.connection.execute(query).scalars())
