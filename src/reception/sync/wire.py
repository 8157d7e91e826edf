"""Batches and pages as bytes: MessagePack in one zstd frame (docs/exchange.md).

Lengths are checked before anything is unpacked, so a small message cannot grow beyond the limits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

import msgspec
import zstandard

MEDIA_TYPE = "application/vnd.reception.events+zstd"
MOST_EVENTS = 2000
MOST_PACKED = 1 << 20  # bytes
MOST_PLAIN = 8 << 20  # bytes

# From this many events on a batch is its own best dictionary.
FEW_EVENTS = 400
LIKE_EVENTS = 16

_LEVEL = 9
_OWN_SHA = b'"body_sha256":"'
_NO_SHA = _OWN_SHA + b'"'
# What a faulty program wrote must come out as it went in, also where no digest can be left out.
_AS_IT_IS = b"\x00as-it-is\x00"
_T = TypeVar("_T")

Count = Annotated[int, msgspec.Meta(ge=0, le=(1 << 53) - 1)]
"""A place or an epoch: no more than any register can keep."""

Told = tuple[bytes, bytes]
"""Header and body of one event."""


class NotAMessage(ValueError):
    """Bytes that are no batch or page, or would grow beyond the limits."""


class Batch(msgspec.Struct, array_like=True, frozen=True):
    """Events of one chain: the hash before them, each header and body, the signature after them."""

    prev: bytes
    events: list[Told]
    signature: bytes


class DeviceLine(msgspec.Struct, array_like=True, frozen=True):
    """A device named in a page; ``vouched`` is the server's signature if it is a server above."""

    device: str
    slot: Annotated[int, msgspec.Meta(ge=-1, le=9)]
    public_key: bytes
    name: str
    vouched: bytes = b""


class EventLine(msgspec.Struct, array_like=True, frozen=True):
    """An event of a page; ``device`` is its place in the page's list of devices."""

    device: Count
    epoch: Count
    seq: Count
    header: bytes
    body: bytes


class HeadLine(msgspec.Struct, array_like=True, frozen=True):
    """A head that a device signed."""

    device: str
    epoch: Count
    seq: Count
    hash: bytes
    signature: bytes


class Page(msgspec.Struct, frozen=True):
    """A stretch of the commune's log: ``last`` is its last position, ``chain`` its hash here."""

    incarnation: str
    agency: str
    after: Count
    devices: list[DeviceLine]
    events: list[EventLine]
    heads: list[HeadLine]
    chain: bytes
    last: Count
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class _Codecs:
    """One encoder, and a decoder for each kind of message."""

    encoder: msgspec.msgpack.Encoder = field(default_factory=msgspec.msgpack.Encoder)
    decoders: dict[type[Any], msgspec.msgpack.Decoder[Any]] = field(
        default_factory=dict[type[Any], "msgspec.msgpack.Decoder[Any]"]
    )


_codecs = _Codecs()


def pack(message: object, like: Sequence[Told] = ()) -> bytes:
    """A message as one frame; ``like`` are events that the receiver holds already."""
    plain = _codecs.encoder.encode(message)
    dictionary = _dictionary(like)
    packer = zstandard.ZstdCompressor(level=_LEVEL, dict_data=dictionary)
    return packer.compress(plain)


def unpack(data: bytes, kind: type[_T], like: Sequence[Told] = ()) -> _T:
    """A message read back.

    Raises:
        NotAMessage: It is none, or larger than the limits allow.
    """
    try:
        size = zstandard.frame_content_size(data)
        if len(data) > MOST_PACKED or not 0 <= size <= MOST_PLAIN:
            raise NotAMessage("larger than the limits allow")
        dictionary = _dictionary(like)
        plain = zstandard.ZstdDecompressor(dict_data=dictionary).decompress(
            data, max_output_size=size or 1, allow_extra_data=False
        )
        return _decoder(kind).decode(plain)
    except (zstandard.ZstdError, msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise NotAMessage(str(error)) from error


def _decoder(kind: type[_T]) -> msgspec.msgpack.Decoder[_T]:
    decoder = _codecs.decoders.get(kind)
    if decoder is None:
        decoder = _codecs.decoders[kind] = msgspec.msgpack.Decoder(kind)
    return decoder


def _dictionary(like: Sequence[Told]) -> zstandard.ZstdCompressionDict | None:
    if not like:
        return None
    content = b"".join(header + body for header, body in like)
    return zstandard.ZstdCompressionDict(content, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def is_as_written(told: Told) -> bool:
    """Whether a body is the one that its header names; one that was blanked by law is not.

    The other end may hold it as it was, so nothing is packed by it.
    """
    header, body = told
    return hashlib.sha256(body).hexdigest().encode() in header


def slim(told: Told) -> Told:
    """An event without the digest that its own body tells."""
    header, body = told
    if _NO_SHA in header or header.count(_OWN_SHA) > 1 or header.startswith(_AS_IT_IS):
        return _AS_IT_IS + header, body
    digest = hashlib.sha256(body).hexdigest().encode()
    return header.replace(_OWN_SHA + digest + b'"', _NO_SHA, 1), body


def whole(told: Told) -> Told:
    """An event with the digest put back that :func:`slim` left out."""
    header, body = told
    if header.startswith(_AS_IT_IS):
        return header[len(_AS_IT_IS) :], body
    if _NO_SHA not in header:
        return told
    digest = hashlib.sha256(body).hexdigest().encode()
    return header.replace(_OWN_SHA, _OWN_SHA + digest, 1), body
