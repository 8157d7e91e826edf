"""The journal: this device's chain of events, written inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import uuid_utils

from reception import __version__
from reception.domain import chain
from reception.domain.dossier_events import ScanAttached
from reception.domain.errors import Trouble
from reception.domain.events import Event, entity_type_of, kind_of, read_event
from reception.storage.database import Database

_APPEND = (
    "INSERT INTO event (device, epoch, seq, entity, kind, header, body, hash)"
    " VALUES (:device, :epoch, :seq, :entity, :kind, :header, :body, :hash)"
)
_COLUMNS = "n, device, epoch, seq, entity, kind, header, body, hash"
_LAST = (
    "SELECT seq, hash FROM event WHERE device = :device AND epoch = :epoch"
    " ORDER BY seq DESC LIMIT 1"
)
_BATCH = 2000  # events read at once


@dataclass(frozen=True, slots=True)
class Device:
    """This installation: its identity, its place among the commune's desks, its present epoch."""

    device: str
    epoch: int
    slot: int


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it lies in the journal."""

    n: int
    device: str
    epoch: int
    seq: int
    entity: str
    kind: str
    header: bytes
    body: bytes
    hash: bytes

    def envelope(self) -> chain.Header:
        """The header, read."""
        return chain.read(self.header, chain.Header)

    def event(self) -> Event | None:
        """What happened, read from the body; ``None`` for a kind that a newer program made.

        Raises:
            Trouble: ``event-unreadable`` when the body is no longer what was written.
        """
        try:
            return read_event(self.kind, self.body)
        except ValueError as error:
            raise Trouble(
                "event-unreadable",
                f"Sự kiện số {self.seq} của sổ gốc không đọc được nữa;"
                " hãy chạy “reception verify”, rồi phục hồi từ bản sao bằng “reception restore”.",
            ) from error


def new_id() -> str:
    """A new identity for an event or entity: UUIDv7, so that ids sort by their making."""
    return str(uuid_utils.uuid7())


class Journal:
    """Appends to this device's chain and reads everybody's events."""

    def __init__(self, database: Database, device: Device) -> None:
        self._database = database
        self.device = device

    def append(self, event: Event, entity: str, *, base: bytes, at: datetime, by: str) -> bytes:
        """Write one event down inside the present transaction; answers its hash.

        The chain's head is read here, not remembered: another process may have written since.
        """
        kind = kind_of(event)
        seq, previous = self.head()
        link = chain.link(
            previous,
            event,
            kind=kind,
            event_id=new_id(),
            entity=entity,
            entity_type=entity_type_of(kind),
            base=base,
            at=at,
            by=by,
            app=__version__,
        )
        self._database.run(
            _APPEND,
            device=self.device.device,
            epoch=self.device.epoch,
            seq=seq + 1,
            entity=entity,
            kind=kind,
            header=link.header,
            body=link.body,
            hash=link.hash,
        )
        return link.hash

    def head(self) -> tuple[int, bytes]:
        """The sequence number and hash of this device's last event; 0 and genesis before any."""
        device, epoch = self.device.device, self.device.epoch
        last = self._database.row(_LAST, device=device, epoch=epoch)
        return (last[0], last[1]) if last else (0, chain.genesis(device, epoch))

    def last_of(self, entity: str) -> bytes:
        """The hash of an entity's last event; empty before any."""
        row = self._database.row(
            "SELECT hash FROM event WHERE entity = :entity ORDER BY n DESC LIMIT 1", entity=entity
        )
        return row[0] if row else b""

    def of_entity(self, entity: str) -> list[StoredEvent]:
        """All events of an entity, in the order in which this register learnt of them."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM event WHERE entity = :entity ORDER BY n",
            entity=entity,
        )
        return [StoredEvent(*row) for row in rows]

    def all(self) -> Iterator[StoredEvent]:
        """Every event, in the order in which this register learnt of them."""
        after = 0
        while rows := self._database.rows(
            f"SELECT {_COLUMNS} FROM event WHERE n > :after ORDER BY n LIMIT :batch",
            after=after,
            batch=_BATCH,
        ):
            yield from (StoredEvent(*row) for row in rows)
            after = rows[-1][0]

    def along_chains(self) -> Iterator[StoredEvent]:
        """Every event, device by device along the chains."""
        chains = self._database.rows(
            "SELECT DISTINCT device, epoch FROM event ORDER BY device, epoch"
        )
        for device, epoch in chains:
            after = -1
            while rows := self._database.rows(
                # Whatever was put there in their place, bytes are what can be hashed.
                "SELECT n, device, epoch, seq, entity, kind, CAST(header AS BLOB),"
                " CAST(body AS BLOB), CAST(hash AS BLOB) FROM event"
                " WHERE device = :device AND epoch = :epoch AND seq > :after"
                " ORDER BY seq LIMIT :batch",
                device=device,
                epoch=epoch,
                after=after,
                batch=_BATCH,
            ):
                yield from (StoredEvent(*row) for row in rows)
                after = rows[-1][3]

    def scans(self) -> list[str]:
        """The hashes of all scans that were ever attached, each once."""
        found: dict[str, None] = {}
        for (body,) in self._database.rows(
            "SELECT body FROM event WHERE kind = 'dossier.scan-attached' ORDER BY n"
        ):
            found[chain.read(body, ScanAttached).sha256] = None
        return list(found)

    def count(self) -> int:
        """How many events the register holds."""
        row = self._database.row("SELECT count(*) FROM event")
        return int(row[0]) if row else 0
