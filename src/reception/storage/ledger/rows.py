"""What the ledger's rows are to the rest of the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class DeviceKind(StrEnum):
    """What a device is: a desk that asks here, a server itself, a commune's hub.

    ``ELSEWHERE`` is one that asks at another server of its commune, the hub or the one above: its
    chain is known here, and it is not let in.
    """

    DESK = "desk"
    SERVER = "server"
    HUB = "hub"
    ELSEWHERE = "elsewhere"


class BundleDirection(StrEnum):
    """Whether a bundle came from a desk or went to it."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Authority:
    """The server: its name, its keys, and which copy of itself it is.

    ``look_up`` is the address at which people look their dossiers up, empty where there is none.
    """

    incarnation: str
    server_name: str
    private_key: bytes = field(repr=False)
    public_key: bytes
    seal_private_key: bytes = field(repr=False)
    seal_key: bytes
    look_up: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """A commune, and where its log stands."""

    agency: str
    name: str
    position: int
    chain: bytes
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time code for one desk of a commune, or for its hub, known by its hash."""

    code_hash: bytes
    agency: str
    slot: int
    name: str
    made_at: datetime
    valid_until: datetime
    used_at: datetime | None = None
    used_by: str | None = None


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device that may bring events, or once might."""

    device: str
    agency: str
    slot: int
    name: str
    kind: DeviceKind
    public_key: bytes
    seal_key: bytes
    enrolled_at: datetime
    revoked_at: datetime | None = None
    last_seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """How far a device chain is held here, and its hash there."""

    acked: int
    head: bytes


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that is to be given a position."""

    device: str
    epoch: int
    seq: int
    entity: str
    kind: str
    header: bytes
    body: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Appended:
    """The positions that events were given, and the log's chain at the last of them."""

    first: int
    last: int
    chain: bytes


@dataclass(frozen=True, slots=True)
class LedgerEvent:
    """An event in its commune's log; ``chain`` is that of the log, ``hash`` that of the device."""

    position: int
    device: str
    epoch: int
    seq: int
    entity: str
    kind: str
    header: bytes
    body: bytes
    hash: bytes
    chain: bytes


@dataclass(frozen=True, slots=True)
class OwnChains:
    """What a device says it has of its own: each epoch, and how far."""

    device: str
    epochs: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A device's word for its chain up to an event, and that event's position."""

    device: str
    epoch: int
    seq: int
    hash: bytes
    signature: bytes
    position: int


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An event that was accepted and is held aside, and why."""

    position: int
    device: str
    epoch: int
    seq: int
    entity: str
    code: str
    detail: str
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class BundleNote:
    """A bundle that came from a desk, or went to it as an answer; ``at`` is when."""

    agency: str
    device: str
    direction: BundleDirection
    number: int
    bundle: str
    incarnation: str
    at: datetime
