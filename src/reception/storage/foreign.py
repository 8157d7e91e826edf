"""Events that other devices wrote, and the places that the commune's log gave to all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reception.domain import chain
from reception.domain.moments import from_utc_text
from reception.storage.database import Database

# An event that is held already, since a server that came back from a copy gives it once more, only
# gets its new place.
_ADD = (
    "INSERT INTO event (device, epoch, seq, entity, kind, header, body, hash, position)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (device, epoch, seq) DO UPDATE SET position = excluded.position"
    " WHERE hash = excluded.hash"
)
_PLACE = "UPDATE event SET position = ? WHERE device = ? AND epoch = ? AND seq = ?"
UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event with its place in the commune's log; ``header`` is empty if the desk holds it."""

    position: int
    device: str
    epoch: int
    seq: int
    header: bytes
    body: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """A device of the commune and the key that it signs with; ``server`` if it is one's own."""

    device: str
    slot: int
    public_key: bytes
    name: str
    server: bool = False


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A device's own word that its chain had this hash at this place."""

    device: str
    epoch: int
    seq: int
    hash: bytes
    signature: bytes


def put_devices(database: Database, devices: Iterable[KnownDevice]) -> None:
    """Learn of devices, inside the present transaction; a key once known is never changed."""
    for known in devices:
        database.run(
            "INSERT INTO device (device, epoch, slot, public_key, own, name)"
            " VALUES (:device, 0, :slot, :public_key, 0, :name)"
            " ON CONFLICT (device) DO UPDATE SET name = excluded.name"
            " WHERE name <> excluded.name",
            device=known.device,
            slot=known.slot,
            public_key=known.public_key,
            name=known.name,
        )
        if known.server:
            # The key is the one that was first known under this id; only of it this was said.
            database.run(
                "UPDATE device SET server = 1 WHERE device = :device AND public_key = :public_key"
                " AND own = 0",
                device=known.device,
                public_key=known.public_key,
            )


def name_of(database: Database, device: str) -> str:
    """What a device of the commune is called; “máy này” is this one."""
    row = database.row("SELECT own, name FROM device WHERE device = :device", device=device)
    if row is None:
        return ""
    return "máy này" if row[0] else str(row[1])


def put_events(database: Database, events: Sequence[PlacedEvent]) -> None:
    """Take events in, inside the present transaction: what is held already gets its place."""
    database.run_many(
        _PLACE, [(e.position, e.device, e.epoch, e.seq) for e in events if not e.header]
    )
    database.run_many(_ADD, [_row(event) for event in events if event.header])


def _row(event: PlacedEvent) -> tuple[object, ...]:
    header = _read(event.header)
    if header is None or not chain.body_matches(header, event.body):
        entity, kind = UNREADABLE, UNREADABLE  # it came so: from now on this says so
    else:
        entity, kind = header.ent, header.kind
    return (
        event.device, event.epoch, event.seq, entity, kind, event.header, event.body, event.hash,
        event.position,
    )  # fmt: skip


def labels(header: bytes) -> tuple[str, str]:
    """Entity and kind that a header names; a header that cannot be read names none."""
    read = _read(header)
    return (read.ent, read.kind) if read else (UNREADABLE, UNREADABLE)


def _read(header: bytes) -> chain.Header | None:
    """A header, if it can be read.

    What it says of its moment and of the event before it must make sense, too: every history of
    the entity would stumble over it.
    """
    try:
        read = chain.read(header, chain.Header)
        bytes.fromhex(read.base)
        from_utc_text(read.at)
    except (ValueError, OverflowError, RecursionError):
        return None
    return read


def place_run(
    database: Database, device: str, epoch: int, first: int, last: int, position: int
) -> None:
    """Give the events of a chain from one place to another theirs in the log, from one on."""
    database.run(
        "UPDATE event SET position = seq + :shift WHERE device = :device AND epoch = :epoch"
        " AND seq BETWEEN :first AND :last",
        shift=position - first,
        device=device,
        epoch=epoch,
        first=first,
        last=last,
    )


def put_heads(database: Database, heads: Iterable[SignedHead], *, at: str) -> None:
    """Keep other devices' signed heads, by which their chains are proved here, too."""
    database.run_many(
        "INSERT OR IGNORE INTO head (device, epoch, seq, hash, signature, signed_at, occasion)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(h.device, h.epoch, h.seq, h.hash, h.signature, at, "trao đổi") for h in heads],
    )


def held(database: Database, device: str) -> dict[int, int]:
    """How far each epoch of a device's chain is held."""
    return dict(
        database.rows(
            # Leaps from epoch to epoch in the index; grouping would read every event of the chain.
            "WITH RECURSIVE had (epoch) AS ("
            " SELECT min(epoch) FROM event WHERE device = :device UNION ALL"
            " SELECT (SELECT min(epoch) FROM event WHERE device = :device AND epoch > had.epoch)"
            " FROM had WHERE had.epoch IS NOT NULL)"
            " SELECT epoch, (SELECT max(seq) FROM event"
            " WHERE device = :device AND event.epoch = had.epoch) FROM had WHERE epoch IS NOT NULL",
            device=device,
        )
    )


def last_placed(database: Database, device: str, epoch: int) -> int:
    """Up to which place a chain has come down in the commune's log; 0 before any."""
    row = database.row(
        "SELECT seq FROM event WHERE device = :device AND epoch = :epoch"
        " AND +position IS NOT NULL ORDER BY seq DESC LIMIT 1",
        device=device,
        epoch=epoch,
    )
    return int(row[0]) if row else 0


def hash_at(database: Database, device: str, epoch: int, seq: int) -> bytes:
    """A chain's hash at a place, its genesis at 0; empty where it is not held."""
    if seq == 0:
        return chain.genesis(device, epoch)
    row = database.row(
        "SELECT hash FROM event WHERE device = :device AND epoch = :epoch AND seq = :seq",
        device=device,
        epoch=epoch,
        seq=seq,
    )
    return row[0] if row else b""


def hashes_between(
    database: Database, device: str, epoch: int, first: int, last: int
) -> list[tuple[int, bytes]]:
    """Seq and hash of the events of a chain from one place to another, as far as they are held."""
    return database.rows(
        "SELECT seq, hash FROM event WHERE device = :device AND epoch = :epoch"
        " AND seq BETWEEN :first AND :last ORDER BY seq",
        device=device,
        epoch=epoch,
        first=first,
        last=last,
    )


def chain_events(
    database: Database, device: str, epoch: int, after: int, most: int
) -> list[tuple[int, bytes, bytes, bytes]]:
    """Seq, header, body and hash of the events of a chain after a place, in order."""
    return database.rows(
        "SELECT seq, header, body, hash FROM event WHERE device = :device AND epoch = :epoch"
        " AND seq > :after ORDER BY seq LIMIT :most",
        device=device,
        epoch=epoch,
        after=after,
        most=most,
    )


def log_chain(database: Database, agency: str) -> list[bytes]:
    """The hash of the commune's log at each place that is held, from 0 on."""
    hashes = [chain.log_genesis(agency)]
    for device, epoch, seq, event_hash in database.rows(
        "SELECT device, epoch, seq, hash FROM event WHERE position IS NOT NULL ORDER BY position"
    ):
        hashes.append(chain.log_next(hashes[-1], device, epoch, seq, event_hash))
    return hashes


def foreign_chains(database: Database) -> list[tuple[str, int]]:
    """Device and epoch of every chain of another device that is held."""
    return database.rows(
        "SELECT DISTINCT e.device, e.epoch FROM event e JOIN device d ON d.device = e.device"
        " WHERE d.own = 0 AND e.epoch > 0 ORDER BY e.device, e.epoch"
    )


def placed(database: Database, device: str, epoch: int) -> int:
    """How far a chain stands in the commune's log, as far as this desk knows the log."""
    row = database.row(
        "SELECT max(seq) FROM event WHERE device = :device AND epoch = :epoch"
        " AND position IS NOT NULL",
        device=device,
        epoch=epoch,
    )
    return row[0] or 0 if row else 0


def signed_heads(
    database: Database, device: str, epoch: int, after: int
) -> list[tuple[int, bytes]]:
    """Where after a place a device signed its chain, and with what signature."""
    return database.rows(
        "SELECT seq, signature FROM head WHERE device = :device AND epoch = :epoch AND seq > :after"
        " ORDER BY seq",
        device=device,
        epoch=epoch,
        after=after,
    )


def count_placed(database: Database, after: int) -> int:
    """How many events have a place after one in the log."""
    row = database.row("SELECT count(*) FROM event WHERE position > :after", after=after)
    return int(row[0]) if row else 0


def forget_places(database: Database, after: int) -> list[str]:
    """Take the places after one from their events: the server that gave them has lost them.

    Answers the entities whose events now come in another order.
    """
    moving = database.rows(
        "SELECT DISTINCT entity FROM event e WHERE position > :after AND EXISTS (SELECT 1"
        " FROM event other WHERE other.entity = e.entity AND (other.position > :after"
        " AND other.position < e.position AND other.n > e.n"
        " OR other.position IS NULL AND other.n < e.n))",
        after=after,
    )
    database.run("UPDATE event SET position = NULL WHERE position > :after", after=after)
    return [entity for (entity,) in moving]
