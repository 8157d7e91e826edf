"""What a bundle says of itself: from whom, for whom, and which one it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from reception.domain.moments import from_utc_text, to_utc_text
from reception.sync.bundle_refusals import damaged, newer

VERSION = 1
MAX_NAME = 128

SenderKind = Literal["device", "server"]

_UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_Uuid = Annotated[str, Meta(pattern=rf"\A{_UUID}\Z")]
_UuidOrNone = Annotated[str, Meta(pattern=rf"\A({_UUID})?\Z")]
_Id = Annotated[str, Meta(pattern=r"\A[0-9A-Za-z-]{1,64}\Z")]
_Agency = Annotated[str, Meta(pattern=r"\A[0-9A-Za-z.-]{1,64}\Z")]
_Number = Annotated[int, Meta(ge=1, le=2**53 - 1)]
_Key = Annotated[bytes, Meta(min_length=32, max_length=32)]
_Moment = Annotated[str, Meta(pattern=r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")]

_PART_NAME = re.compile(r"[a-z]{2,12}(-[0-9a-z]{1,64}){1,8}")


@dataclass(frozen=True, slots=True)
class BundleHead:
    """What the sender says of a bundle.

    ``number`` ascends with each bundle of this sender to this receiver; ``answers`` is the id of
    the bundle that this one answers, or empty. ``incarnation`` is the server's, as far as the
    sender knows it. ``created_at`` is the sender's clock in whole seconds: shown to people, never
    used to decide an order. ``key`` is the sender's own Ed25519 public key while the receiver does
    not know it yet, otherwise empty.
    """

    sender_kind: SenderKind
    sender: str
    agency: str
    bundle_id: str
    number: int
    answers: str
    incarnation: str
    created_at: datetime
    key: bytes = b""


class _Written(Struct, omit_defaults=True):
    """The head as it stands in the file; what a later program adds is passed over."""

    v: int
    kind: SenderKind
    sender: _Id
    agency: _Agency
    recipient: _Key
    ephemeral: _Key
    bundle: _Uuid
    number: _Number
    answers: _UuidOrNone
    incarnation: _UuidOrNone
    created: _Moment
    key: Annotated[bytes, Meta(max_length=32)] = b""


class _Versioned(Struct):
    v: Annotated[int, Meta(ge=1)]


@dataclass(frozen=True, slots=True)
class Envelope:
    """A head with the keys: ``recipient`` is a fingerprint, ``ephemeral`` a public key."""

    head: BundleHead
    recipient: bytes
    ephemeral: bytes


def written_envelope(envelope: Envelope) -> bytes:
    """The envelope's bytes.

    Raises:
        ValueError: A field of the head is not as the format wants it.
    """
    head = envelope.head
    written = _Written(
        v=VERSION,
        kind=head.sender_kind,
        sender=head.sender,
        agency=head.agency,
        recipient=envelope.recipient,
        ephemeral=envelope.ephemeral,
        bundle=head.bundle_id,
        number=head.number,
        answers=head.answers,
        incarnation=head.incarnation,
        created=to_utc_text(head.created_at),
        key=head.key,
    )
    data = msgspec.msgpack.encode(written)
    msgspec.msgpack.decode(data, type=_Written)  # nothing is written that would not be read
    return data


def read_envelope(data: bytes) -> Envelope:
    """The envelope in these bytes.

    Raises:
        Trouble: ``bundle-newer`` or ``bundle-damaged``.
    """
    try:
        if msgspec.msgpack.decode(data, type=_Versioned).v > VERSION:
            raise newer()
        read = msgspec.msgpack.decode(data, type=_Written)
        created_at = from_utc_text(read.created)
    except (ValueError, OverflowError, RecursionError):
        raise damaged() from None
    head = BundleHead(
        sender_kind=read.kind,
        sender=read.sender,
        agency=read.agency,
        bundle_id=read.bundle,
        number=read.number,
        answers=read.answers,
        incarnation=read.incarnation,
        created_at=created_at,
        key=read.key,
    )
    return Envelope(head, read.recipient, read.ephemeral)


def is_part_name(name: str) -> bool:
    """Whether a part may be called so: ``events-1``, ``scan-<sha256>``.

    A kind, then words of lower-case letters and digits, joined by hyphens. No name has a dot, a
    slash, a drive or a letter of two sizes, so none can lead anywhere on a disk.
    """
    return len(name) <= MAX_NAME and bool(_PART_NAME.fullmatch(name))
