"""The written form of events, and the hash chain that each device's events make.

The bytes that are hashed are the bytes that are stored and sent; nothing is ever written anew.
A header names its body by SHA-256, so a body can be blanked by law later while the chain still
verifies. ``h(0) = SHA-256("v1" | device | epoch)`` and ``h(n) = SHA-256(h(n-1) | header(n))``.
The log in which a server puts all events of a commune has its own chain (docs/exchange.md).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from reception.domain.errors import RuleViolation
from reception.domain.moments import to_utc_text

WRITTEN_FORM = 1

# One event must fit into one batch and one page of the exchange, 1 MiB as packed, or its desk could
# send nothing any more. Text packs to a part of its size; what no text can break is this.
LARGEST_BODY = 1_000_000  # bytes

_T = TypeVar("_T")
_encoder = msgspec.json.Encoder(order="sorted", decimal_format="string")
_decoders: dict[type[Any], msgspec.json.Decoder[Any]] = {}


@dataclass(frozen=True, slots=True)
class Header:
    """What is hashed of an event: who did what to which entity when, and its body's digest.

    ``base`` is the hash (hex) of the entity's last event that the act was built on, empty for the
    first. ``at`` is the device's clock in UTC: shown to people, never used to decide an order.
    """

    v: int
    kind: str
    id: str
    ent: str
    ent_type: str
    base: str
    at: str
    tz: str
    by: str
    app: str
    body_sha256: str


@dataclass(frozen=True, slots=True)
class Link:
    """One event as it lies in its device's chain."""

    header: bytes
    body: bytes
    hash: bytes


def write(value: object) -> bytes:
    """A value's written form: UTF-8 JSON, sorted keys, decimals as text."""
    return _encoder.encode(value)


def read(data: bytes, kind: type[_T]) -> _T:
    """A value read back from its written form; fields not known here are passed over.

    Raises:
        ValueError: The bytes are no such value.
    """
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    try:
        return decoder.decode(data)
    except RuleViolation as impossible:
        raise ValueError(impossible.text) from impossible


def genesis(device: str, epoch: int) -> bytes:
    """The hash before a device's first event of an epoch."""
    return hashlib.sha256(f"v1|{device}|{epoch}".encode()).digest()


def link(
    previous: bytes,
    body: object,
    *,
    kind: str,
    event_id: str,
    entity: str,
    entity_type: str,
    base: bytes,
    at: datetime,
    by: str,
    app: str,
) -> Link:
    """Write an event down and hang it on the chain after ``previous``.

    Raises:
        RuleViolation: ``event-too-large``.
    """
    body_bytes = write(body)
    if len(body_bytes) > LARGEST_BODY:
        raise RuleViolation(
            "event-too-large",
            f"Nội dung của một việc không được quá {LARGEST_BODY // 1_000_000} MB, vì lớn hơn thì"
            " không gửi được lên máy chủ cấp trên; hãy rút ngắn, hoặc chia ra ghi nhiều lần.",
        )
    header = write(
        Header(
            v=WRITTEN_FORM,
            kind=kind,
            id=event_id,
            ent=entity,
            ent_type=entity_type,
            base=base.hex(),
            at=to_utc_text(at),
            tz="+07:00",
            by=by,
            app=app,
            body_sha256=hashlib.sha256(body_bytes).hexdigest(),
        )
    )
    return Link(header, body_bytes, next_hash(previous, header))


def next_hash(previous: bytes, header: bytes) -> bytes:
    """The chain's hash after one more header."""
    return hashlib.sha256(previous + header).digest()


def log_genesis(agency: str) -> bytes:
    """The hash before the first event of a commune's log."""
    return hashlib.sha256(f"v1|commune|{agency}".encode()).digest()


def log_next(before: bytes, device: str, epoch: int, seq: int, event_hash: bytes) -> bytes:
    """The commune's log's hash after one more event."""
    return hashlib.sha256(before + f"{device}|{epoch}|{seq}|".encode() + event_hash).digest()


def body_matches(header: Header, body: bytes) -> bool:
    """Whether a body is the one that the header names."""
    return hashlib.sha256(body).hexdigest() == header.body_sha256
