"""Reading a commune's log and the device chains in it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, literal, or_, select

from reception.domain.chain import log_genesis
from reception.storage.ledger import tables
from reception.storage.ledger.engines import AS_BYTES
from reception.storage.ledger.part import Part, columns
from reception.storage.ledger.rows import Held, LedgerEvent, OwnChains, SignedHead

_EVENT = columns(tables.event, LedgerEvent)
_AT_ONCE = 500  # events read between two looks at how much they weigh


class _Events(Part):
    def _events(self, query: Select[*tuple[Any, ...]]) -> list[LedgerEvent]:
        # All at once: asked for row by row, the driver takes twice as long.
        rows = self.connection.execute(query, execution_options=AS_BYTES).all()
        return [LedgerEvent(*row) for row in rows]


class Chains(_Events):
    """The device chains, as far as they are held."""

    def held(self, agency: str, device: str, epoch: int) -> Held | None:
        """How far a device chain is held; ``None`` before its first event."""
        return self.held_of(agency, device).get(epoch)

    def held_of(self, agency: str, device: str) -> dict[int, Held]:
        """How far each epoch of a device is held."""
        return self._held(agency, tables.chain.c.device == device).get(device, {})

    def held_all(self, agency: str) -> dict[str, dict[int, Held]]:
        """How far every chain of a commune is held: by device and epoch."""
        return self._held(agency)

    def _held(self, agency: str, *which: ColumnElement[bool]) -> dict[str, dict[int, Held]]:
        marks = tables.chain.c
        rows = self.connection.execute(
            select(marks.device, marks.epoch, marks.acked, marks.head)
            .where(marks.agency == agency, *which)
            .order_by(marks.device, marks.epoch)
        )
        found: dict[str, dict[int, Held]] = {}
        for device, epoch, acked, head in rows:
            found.setdefault(device, {})[epoch] = Held(acked, head)
        return found

    def hashes(self, agency: str, device: str, epoch: int, first: int, count: int) -> list[bytes]:
        """The hashes of a chain's events from ``first`` on, as many as are held of ``count``."""
        run = _run(agency, device, epoch, first, count)
        query = select(tables.event.c.hash).where(*run).order_by(tables.event.c.seq)
        return list(self.connection.execute(query).scalars())

    def heads_after(self, agency: str, device: str, epoch: int, after: int) -> list[SignedHead]:
        """What a device signed of a chain beyond a place, in order."""
        head = tables.head.c
        rows = self.connection.execute(
            select(*columns(tables.head, SignedHead))
            .where(
                head.agency == agency,
                head.device == device,
                head.epoch == epoch,
                head.seq > after,
            )
            .order_by(head.seq)
        )
        return [SignedHead(*row) for row in rows]

    def events_of_chain(
        self, agency: str, device: str, epoch: int, first: int, count: int
    ) -> list[LedgerEvent]:
        """The events of a chain from ``first`` on, as many as are held of ``count``."""
        run = _run(agency, device, epoch, first, count)
        return self._events(select(*_EVENT).where(*run).order_by(tables.event.c.seq))


class Log(_Events):
    """A commune's log by position."""

    def page(
        self,
        agency: str,
        after: int,
        *,
        limit: int,
        max_bytes: int,
        own: OwnChains | None = None,
    ) -> list[LedgerEvent]:
        """The events that follow a position, while headers and bodies weigh no more than allowed.

        The first one comes whatever it weighs. Of events that the asker has, as ``own`` says,
        header and body are left out, and weigh nothing.
        """
        found: list[LedgerEvent] = []
        weight = 0
        while len(found) < limit:
            wanted = min(_AT_ONCE, limit - len(found))
            part = self._between(agency, after, after + wanted, own)
            for event in part:
                weight += len(event.header) + len(event.body)
                if found and weight > max_bytes:
                    return found
                found.append(event)
            if len(part) < wanted:
                break
            after += wanted
        return found

    def _between(
        self, agency: str, after: int, last: int, own: OwnChains | None
    ) -> list[LedgerEvent]:
        event = tables.event.c
        wanted = [
            _unless_own(column, own) if own and column.name in {"header", "body"} else column
            for column in _EVENT
        ]
        query = select(*wanted).where(
            event.agency == agency, event.position > after, event.position <= last
        )
        return self._events(query.order_by(event.position))

    def bodies_between(self, agency: str, kind: str, after: int, last: int) -> list[bytes]:
        """The bodies of the events of a kind after one position and up to another."""
        event = tables.event.c
        query = (
            select(event.body)
            .where(
                event.agency == agency,
                event.position > after,
                event.position <= last,
                event.kind == kind,
            )
            .order_by(event.position)
        )
        return list(self.connection.execute(query).scalars())

    def event_at(self, agency: str, position: int) -> LedgerEvent | None:
        """The event at a position of a commune's log."""
        found = self._events(
            select(*_EVENT).where(
                tables.event.c.agency == agency, tables.event.c.position == position
            )
        )
        return found[0] if found else None

    def chain_at(self, agency: str, position: int) -> bytes | None:
        """The log's chain at a position; ``None`` where the log has not come yet."""
        if position == 0:
            return log_genesis(agency)
        event = tables.event.c
        return self.connection.execute(
            select(event.chain).where(event.agency == agency, event.position == position)
        ).scalar()

    def heads_between(self, agency: str, after: int, last: int) -> list[SignedHead]:
        """What devices signed of the events after one position and up to another."""
        head = tables.head.c
        rows = self.connection.execute(
            select(*columns(tables.head, SignedHead))
            .where(head.agency == agency, head.position > after, head.position <= last)
            .order_by(head.position)
        )
        return [SignedHead(*row) for row in rows]


def _run(
    agency: str, device: str, epoch: int, first: int, count: int
) -> tuple[ColumnElement[bool], ...]:
    event = tables.event.c
    return (
        event.agency == agency,
        event.device == device,
        event.epoch == epoch,
        event.seq >= first,
        event.seq < first + count,
    )


def _unless_own(column: ColumnElement[Any], own: OwnChains) -> ColumnElement[Any]:
    event = tables.event.c
    epochs = (
        and_(event.epoch == epoch, event.seq <= seq) for epoch, seq in sorted(own.epochs.items())
    )
    theirs = and_(event.device == own.device, or_(false(), *epochs))
    return case((theirs, literal(b"")), else_=column)
