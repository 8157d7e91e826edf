"""Device chains as a ledger is handed them: headers, bodies and hashes that hang together."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from reception.domain import chain
from reception.storage.ledger.rows import DeviceKind, DeviceRow, NewEvent

AGENCY = "H40.16"
NOW = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
SIGNATURE = bytes(range(64))


def device_chain(device: str, count: int, *, epoch: int = 1, size: int = 40) -> list[NewEvent]:
    """The first events of a device's chain; four of each dossier."""
    before, events = chain.genesis(device, epoch), []
    for seq in range(1, count + 1):
        body = f"{device} {epoch} {seq} ".encode().ljust(size, b"x")
        header = b'{"body_sha256":"%s"}' % hashlib.sha256(body).hexdigest().encode()
        before = chain.next_hash(before, header)
        entity = f"{device}-{seq // 4}"
        events.append(NewEvent(device, epoch, seq, entity, "dossier.made", header, body, before))
    return events


def log_chain(agency: str, events) -> bytes:
    """A commune log's chain after events, word by word as docs/exchange.md has it."""
    before = hashlib.sha256(f"v1|commune|{agency}".encode()).digest()
    for event in events:
        place = f"{event.device}|{event.epoch}|{event.seq}|".encode()
        before = hashlib.sha256(before + place + event.hash).digest()
    return before


def a_desk(device: str, slot: int = 0, agency: str = AGENCY) -> DeviceRow:
    return DeviceRow(
        device, agency, slot, f"Quầy {slot}", DeviceKind.DESK, b"p" * 32, b"s" * 32, NOW
    )
