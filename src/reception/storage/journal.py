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
from reception.domain.moments import from_utc_text
from reception.domain.submission import names_content
from reception.storage.database import Database

_APPEND = (
    "INSERT INTO event (device, epoch, seq, entity, kind, header, body, hash)"
    " VALUES (:device, :epoch, :seq, :entity, :kind, :header, :body, :hash)"
)
_COLUMNS = "n, device, epoch, seq, entity, kind, header, body, hash, position"
_OWN = "SELECT device, epoch, slot FROM device WHERE own = 1"
_LAST = (
    "SELECT device, epoch, seq, hash FROM event"
    " WHERE device = (SELECT device FROM device WHERE own = 1)"
    " AND epoch = (SELECT epoch FROM device WHERE own = 1) ORDER BY seq DESC LIMIT 1"
)
_BATCH = 2000  # events read at once
# The commune's log decides; what it does not have yet, this desk's own, comes after it.
LOG_ORDER = "position IS NULL, position, n"


@dataclass(frozen=True, slots=True)
class Device:
    """This installation: its identity, its place among the commune's desks, its present epoch."""

    device: str
    epoch: int
    slot: int


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it lies in the journal; ``position`` is its place in the commune's log."""

    n: int
    device: str
    epoch: int
    seq: int
    entity: str
    kind: str
    header: bytes
    body: bytes
    hash: bytes
    position: int | None = None

    def envelope(self) -> chain.Header:
        """The header, read."""
        return chain.read(self.header, chain.Header)

    def event(self) -> Event | None:
        """What happened, read from the body.

        ``None`` for a kind that a newer program made, and for what a faulty one wrote as it stands.

        Raises:
            Trouble: ``event-unreadable`` when the body is no longer what was written.
        """
        try:
            return read_event(self.kind, self.body)
        except ValueError as error:
            if self._is_as_written():
                return None
            raise Trouble(
                "event-unreadable",
                f"Sự kiện số {self.seq} của sổ gốc không đọc được nữa;"
                " hãy chạy “reception verify”, rồi phục hồi từ bản sao bằng “reception restore”.",
            ) from error

    def _is_as_written(self) -> bool:
        # A body that was altered by hand may be of any type.
        return type(self.body) is bytes and chain.body_matches(self.envelope(), self.body)


def new_id() -> str:
    """A new identity for an event or entity: UUIDv7, so that ids sort by their making."""
    return str(uuid_utils.uuid7())


def _scan(body: bytes) -> ScanAttached | None:
    try:
        scan = chain.read(body, ScanAttached)
    except ValueError:
        return None  # the check of the chain names it if it was altered here
    return scan if names_content(scan.sha256) else None


class Journal:
    """Appends to this device's chain and reads everybody's events."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._own_device()

    @property
    def device(self) -> Device:
        """This installation, read anew each time: the exchange may have begun a new epoch."""
        return self._own_device()

    def _own_device(self) -> Device:
        row = self._database.row(_OWN)
        if row is None:
            raise Trouble(
                "no-device",
                "Sổ hồ sơ chưa lập xong; hãy xoá thư mục này và chạy lại “reception init”.",
            )
        return Device(*row)

    def _end(self) -> tuple[str, int, int, bytes]:
        """Where this device's chain ends: device, epoch, the last sequence number and hash."""
        last = self._database.row(_LAST)
        if last:
            return last[0], last[1], last[2], last[3]
        own = self._own_device()
        return own.device, own.epoch, 0, chain.genesis(own.device, own.epoch)

    def append(self, event: Event, entity: str, *, base: bytes, at: datetime, by: str) -> bytes:
        """Write one event down inside the present transaction; answers its hash.

        The chain's head is read here, not remembered: another process may have written since.
        """
        kind = kind_of(event)
        device, epoch, seq, previous = self._end()
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
            device=device,
            epoch=epoch,
            seq=seq + 1,
            entity=entity,
            kind=kind,
            header=link.header,
            body=link.body,
            hash=link.hash,
        )
        return link.hash

    def last_at(self) -> datetime | None:
        """When this device wrote last, by its own clock; what it only noticed does not count."""
        row = self._database.row(
            "SELECT header FROM event WHERE device = (SELECT device FROM device WHERE own = 1)"
            " AND kind <> 'clock.jumped' ORDER BY epoch DESC, seq DESC LIMIT 1"
        )
        try:
            return from_utc_text(chain.read(row[0], chain.Header).at) if row else None
        except ValueError:
            return None  # altered here: the check of the chain names it

    def has_dossiers(self) -> bool:
        """Whether anything was ever received here."""
        return self._database.row("SELECT 1 FROM event WHERE kind LIKE 'dossier.%'") is not None

    def head(self) -> tuple[int, bytes]:
        """The sequence number and hash of this device's last event; 0 and genesis before any."""
        return self._end()[2:]

    def last_of(self, entity: str) -> bytes:
        """The hash of the entity's event that was learnt of last; empty before any."""
        row = self._database.row(
            "SELECT hash FROM event WHERE entity = :entity ORDER BY n DESC LIMIT 1", entity=entity
        )
        return row[0] if row else b""

    def by_hash(self, event_hash: bytes) -> StoredEvent | None:
        """An event by its hash; read once in a while, so no index is kept for it."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM event WHERE hash = :hash", hash=event_hash
        )
        return StoredEvent(*row) if row else None

    def of_entity(self, entity: str) -> list[StoredEvent]:
        """All events of an entity, in the order of the commune's log."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM event WHERE entity = :entity ORDER BY {LOG_ORDER}",
            entity=entity,
        )
        return [StoredEvent(*row) for row in rows]

    def all(self) -> Iterator[StoredEvent]:
        """Every event, in the order of the commune's log."""
        yield from self._by("position", "position IS NOT NULL")
        yield from self._by("n", "position IS NULL")

    def _by(self, key: str, condition: str) -> Iterator[StoredEvent]:
        after = 0
        while rows := self._database.rows(
            f"SELECT {_COLUMNS}, {key} FROM event WHERE {condition} AND {key} > :after"
            f" ORDER BY {key} LIMIT :batch",
            after=after,
            batch=_BATCH,
        ):
            yield from (StoredEvent(*row[:-1]) for row in rows)
            after = rows[-1][-1]

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

    def reference_events(self, first: int, last: int) -> list[StoredEvent]:
        """What changed that desks work by, between two places of the log, in its order."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM event WHERE position BETWEEN :first AND :last"
            " AND kind NOT LIKE 'dossier.%' ORDER BY position",
            first=first,
            last=last,
        )
        return [StoredEvent(*row) for row in rows]

    def beside_dossiers(self) -> list[StoredEvent]:
        """Every event that is not a dossier's, in the order of the commune's log."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM event WHERE kind NOT LIKE 'dossier.%' ORDER BY {LOG_ORDER}"
        )
        return [StoredEvent(*row) for row in rows]

    def scans(self, *, own: bool = False) -> list[str]:
        """The hashes of all scans that were ever attached, or of this device's own, each once."""
        return list(dict(self._scans(self.device.device if own else "")))

    def scan_sizes(self) -> dict[str, int]:
        """The hash of each scan ever attached, with its size in bytes; the latest first."""
        return dict(reversed(self._scans("")))

    def _scans(self, device: str) -> list[tuple[str, int]]:
        rows = self._database.rows(
            "SELECT body FROM event WHERE kind = 'dossier.scan-attached'"
            " AND :device IN ('', device) ORDER BY n",
            device=device,
        )
        return [(scan.sha256, scan.size) for (body,) in rows if (scan := _scan(body))]

    def count(self) -> int:
        """How many events the register holds."""
        row = self._database.row("SELECT count(*) FROM event")
        return int(row[0]) if row else 0
