"""Giving events their positions in a commune's log: the server's hot path.

Whoever appends holds the commune's row until the commit, so that positions become visible in their
order and without gaps: a reader who has P has everything up to P. The events themselves go in by
COPY on PostgreSQL, and by the driver's own ``executemany`` on SQLite.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from reception.domain.moments import to_utc_text
from reception.storage.ledger import tables
from reception.storage.ledger.commune_chain import commune_chain
from reception.storage.ledger.part import insert_if_new
from reception.storage.ledger.rows import Appended, NewEvent

_COLUMNS = tuple(column.name for column in tables.event.columns)
_COPY = f"COPY event ({', '.join(_COLUMNS)}) FROM STDIN (FORMAT BINARY)"
_INSERT = f"INSERT INTO event ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_COPY_TYPES = (
    "text", "int8", "text", "int8", "int8", "text", "text", "bytea", "bytea", "bytea", "bytea",
    "text",
)  # fmt: skip
_HEAD = tuple(column.name for column in tables.head.columns)
_PUT_HEAD = insert(tables.head)
_OF = tables.agency.c.agency == bindparam("of")
_HOLD_LOG = select(tables.agency.c.position, tables.agency.c.chain).where(_OF).with_for_update()
_MOVE_LOG = (
    update(tables.agency)
    .where(_OF)
    .values(position=bindparam("position"), chain=bindparam("chain"))
)
_LONGEST_KEY = 200

_Row = tuple[object, ...]


class NotNext(Exception):
    """The events do not begin where the device's chain, as it is held, ends."""


def append(
    connection: Connection,
    agency: str,
    events: Sequence[NewEvent],
    received_at: datetime,
    signature: bytes,
) -> Appended:
    """Give one device's next events their positions; ``signature`` is that of the head after them.

    Raises:
        NotNext: Somebody was quicker, or whoever called did not look; nothing may be committed.
        LookupError: There is no such commune.
    """
    _check_run(events)
    last = events[-1]
    position, before = _hold_log(connection, agency)
    _advance(connection, agency, events)
    chains = commune_chain(before, events)
    _put(connection, _rows(agency, position, events, chains, to_utc_text(received_at)))
    position += len(events)
    signed = (agency, last.device, last.epoch, last.seq, last.hash, signature, position)
    connection.execute(_PUT_HEAD, dict(zip(_HEAD, signed, strict=True)))
    connection.execute(_MOVE_LOG, {"of": agency, "position": position, "chain": chains[-1]})
    return Appended(position - len(events) + 1, position, chains[-1])


def _check_run(events: Sequence[NewEvent]) -> None:
    first = events[0]
    for place, event in enumerate(events):
        if (event.device, event.epoch, event.seq) != (first.device, first.epoch, first.seq + place):
            raise NotNext(f"{event.device} {event.epoch} {event.seq}")


def _hold_log(connection: Connection, agency: str) -> tuple[int, bytes]:
    """Where the log stands; until the commit it stands there for everybody."""
    row = connection.execute(_HOLD_LOG, {"of": agency}).first()
    if row is None:
        raise LookupError(agency)
    return row[0], row[1]


def _advance(connection: Connection, agency: str, events: Sequence[NewEvent]) -> None:
    """Move the mark up to which the device's chain is held, if these events come right after it."""
    first, last, marks = events[0], events[-1], tables.chain
    key = {"agency": agency, "device": last.device, "epoch": last.epoch}
    reached = {"acked": last.seq, "head": last.hash}
    if first.seq == 1:
        advanced = insert_if_new(connection, marks, key | reached)
    else:
        done = connection.execute(
            update(marks)
            .where(*(marks.c[name] == value for name, value in key.items()))
            .where(marks.c.acked == first.seq - 1)
            .values(**reached)
        )
        advanced = done.rowcount == 1
    if not advanced:
        raise NotNext(f"{first.device} {first.epoch} {first.seq}")


def _rows(
    agency: str,
    position: int,
    events: Sequence[NewEvent],
    chains: Sequence[bytes],
    received_at: str,
) -> Iterator[_Row]:
    for place, event, chain in zip(count(position + 1), events, chains, strict=False):
        yield (
            agency, place, event.device, event.epoch, event.seq, _key(event.entity),
            _key(event.kind), event.header, event.body, event.hash, chain, received_at,
        )  # fmt: skip


def _put(connection: Connection, rows: Iterator[_Row]) -> None:
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(_INSERT, list(rows))
        return
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
        copy.set_types(_COPY_TYPES)
        for row in rows:
            copy.write_row(row)


def _key(text: str) -> str:
    """A word of somebody else's, fit for a column and its index; the event's bytes stay.

    PostgreSQL knows no NUL in text and no long keys, and no event may hold up those beside it.
    """
    if len(text) <= _LONGEST_KEY and "\0" not in text:
        return text
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
