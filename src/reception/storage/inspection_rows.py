"""What an inspection pack proves with: parts of chains, signed heads, keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reception.domain.list_frame import Period
from reception.storage import foreign
from reception.storage.audit_rows import AT
from reception.storage.book_rows import bounds
from reception.storage.database import Database
from reception.storage.device import own_key

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class ChainPart:
    """A run of one chain, to the head that was signed after it; ``previous`` is the hash before."""

    device: str
    epoch: int
    first: int
    last: int
    previous: bytes
    hash: bytes


def parts(database: Database, period: Period) -> list[ChainPart]:
    """The part of each chain in which a period's events lie, as far as its next signed head."""
    found: list[ChainPart] = []
    for device, epoch, first, last in database.rows(
        f"SELECT device, epoch, min(seq), max(seq) FROM event WHERE {AT} >= :first"
        f" AND {AT} < :after GROUP BY device, epoch ORDER BY device, epoch",
        **bounds(period),
    ):
        signed = database.row(
            "SELECT min(seq) FROM head WHERE device = :device AND epoch = :epoch AND seq >= :last",
            device=device,
            epoch=epoch,
            last=last,
        )
        upto = signed[0] if signed and signed[0] else last
        before = foreign.hash_at(database, device, epoch, first - 1)
        ended = foreign.hash_at(database, device, epoch, upto)
        found.append(ChainPart(device, epoch, first, upto, before, ended))
    return found


def events(database: Database, part: ChainPart) -> Iterator[tuple[int, bytes, bytes]]:
    """Seq, header and hash of each event of a part."""
    after = part.first - 1
    while after < part.last:
        rows = foreign.chain_events(
            database, part.device, part.epoch, after, min(_BATCH, part.last - after)
        )
        if not rows:
            return
        yield from ((seq, header, told) for seq, header, _body, told in rows)
        after = rows[-1][0]


def heads(database: Database, part: ChainPart) -> list[tuple[int, bytes, bytes]]:
    """Seq, hash and signature of each head that was signed within a part."""
    return database.rows(
        "SELECT seq, hash, signature FROM head WHERE device = :device AND epoch = :epoch"
        " AND seq BETWEEN :first AND :last ORDER BY seq",
        device=part.device,
        epoch=part.epoch,
        first=part.first,
        last=part.last,
    )


def keys(database: Database) -> dict[str, bytes]:
    """The public key of every device that this register knows."""
    return dict(database.rows("SELECT device, public_key FROM device ORDER BY device"))


def sign(database: Database, statement: bytes) -> bytes:
    """This device's signature."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,  # only who signs waits for it
    )

    return Ed25519PrivateKey.from_private_bytes(own_key(database)).sign(statement)


def listed(database: Database, period: Period) -> list[tuple[int, bytes]]:
    """The dossiers that began in a period, in their order: row number and last event's hash."""
    return database.rows(
        "SELECT n, head FROM dossier WHERE opened_at >= :first AND opened_at < :after"
        " ORDER BY opened_at, n",
        **bounds(period),
    )
