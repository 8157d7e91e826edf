"""What the parts of a bundle say (docs/exchange.md, "What the parts carry"): MessagePack."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from reception.sync.bundle_refusals import damaged
from reception.sync.messages import EnrolAnswer, ReceiptLine

ENROLMENT, HOLDINGS, ANSWER = "enrol-1", "state-1", "answer-1"
EVENTS, HASHES, PAGE = "events", "hashes", "page"

# What may stand in one bundle besides head, manifest and seals.
MOST_BYTES = 1_900_000_000
MOST_HASHES = 500_000
HASH_BYTES = 32

_T = TypeVar("_T")
_Hash = Annotated[bytes, Meta(min_length=HASH_BYTES, max_length=HASH_BYTES)]
_Place = Annotated[int, Meta(ge=0)]
_Places = Annotated[list[tuple[_Place, _Hash]], Meta(max_length=64)]


class Holdings(Struct, frozen=True):
    """What a desk holds: its place in the commune's log, and its own chains.

    ``log`` and ``chains`` name hashes at places ever farther back, so that the other end finds how
    far both agree without asking.
    """

    incarnation: str
    position: int
    chain: bytes
    log: _Places
    chains: Annotated[dict[int, _Places], Meta(max_length=1000)]


class Brought(Struct, frozen=True, array_like=True):
    """A batch as it is pushed by line, with what the line says in path and query."""

    device: str
    epoch: int
    first: int
    like: int
    batch: bytes


class Turned(Struct, frozen=True, array_like=True):
    """A part that was not taken, and why."""

    part: str
    error: str


class Told(Struct, frozen=True):
    """The server's answer to a desk's bundle.

    ``asked`` repeats incarnation, position and chain that the desk named. The pages go on after
    ``common``, the last position that both logs are known to have; ``position`` is the log's last.
    ``forks`` names chains of the desk that the server has more of, or otherwise, and from which
    place on their hashes are in the part ``hashes-<epoch>``.
    """

    incarnation: str
    asked: tuple[str, int, bytes]
    position: int
    common: int
    receipts: list[ReceiptLine]
    forks: dict[int, int]
    refused: list[Turned]
    enrolment: EnrolAnswer | None = None


def kind_of(name: str) -> str:
    """What sort of part a name is of."""
    return name.partition("-")[0]


def write(message: object) -> bytes:
    """A message's bytes."""
    return msgspec.msgpack.encode(message)


def read(content: bytes, kind: type[_T]) -> _T:
    """A message in a part.

    Raises:
        ValueError: It is none.
    """
    try:
        return msgspec.msgpack.decode(content, type=kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(str(error)) from error


def must_read(read_it: Callable[[], _T]) -> _T:
    """What is read of a part without which the whole bundle says nothing.

    Raises:
        Trouble: ``bundle-damaged``.
    """
    try:
        return read_it()
    except ValueError:
        raise damaged() from None


def ladder(last: int, hash_at: Callable[[int], bytes]) -> list[tuple[int, bytes]]:
    """Hashes at the last place and at places ever farther before it."""
    places: list[int] = []
    back = 0
    while last - back > 0:
        places.append(last - back)
        back = back * 2 or 1
    return [(place, hash_at(place)) for place in places]


def server_id(server_key: bytes) -> str:
    """By what a server names itself as a bundle's sender."""
    return hashlib.sha256(server_key).hexdigest()
