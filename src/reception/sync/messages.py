"""What both ends say in JSON (docs/exchange.md). Hashes are hex, keys and signatures base64url."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from reception.sync.signatures import Receipt, from_text, to_text

PROTOCOL = (1, 1)
"""The oldest and the newest major version that this program speaks."""

_T = TypeVar("_T")


class ReceiptLine(msgspec.Struct, frozen=True):
    """A signed receipt; agency and device are those of the request."""

    epoch: int
    acked: int
    head: str
    position: int
    chain: str
    incarnation: str
    signature: str

    def receipt(self, agency: str, device: str) -> Receipt:
        """The statement that is signed.

        Raises:
            ValueError: The hashes are none.
        """
        return Receipt(
            agency, device, self.epoch, self.acked, bytes.fromhex(self.head), self.position,
            bytes.fromhex(self.chain), self.incarnation,
        )  # fmt: skip

    @property
    def signed(self) -> bytes:
        """The signature's bytes."""
        return from_text(self.signature)


def receipt_line(receipt: Receipt, signature: bytes) -> ReceiptLine:
    """A receipt with its signature, to be sent."""
    return ReceiptLine(
        epoch=receipt.epoch,
        acked=receipt.acked,
        head=receipt.head.hex(),
        position=receipt.position,
        chain=receipt.chain.hex(),
        incarnation=receipt.incarnation,
        signature=to_text(signature),
    )


class AsideLine(msgspec.Struct, frozen=True):
    """An accepted event that is held aside."""

    seq: int
    code: str


class PushAnswer(msgspec.Struct, frozen=True):
    """What the server holds of the chain after a push."""

    acked: int
    head: str
    receipt: ReceiptLine
    server_time: str
    quarantined: list[AsideLine] = []


class RefusalLine(msgspec.Struct, frozen=True):
    """Why a request was refused; where a chain was meant, how far it is held."""

    error: str
    detail: str = ""
    acked: int | None = None
    head: str = ""


class HeldLine(msgspec.Struct, frozen=True):
    """How far a chain is held."""

    acked: int
    head: str


class StateAnswer(msgspec.Struct, frozen=True):
    """What the server holds of a device, and where the commune's log stands."""

    incarnation: str
    epochs: dict[int, HeldLine]
    position: int
    chain: str
    server_time: str


class DevicesAnswer(msgspec.Struct, frozen=True):
    """How far every chain of the commune is held, and who was shut out how many seconds ago."""

    devices: dict[str, dict[int, HeldLine]]
    revoked: dict[str, int] = {}


class PlaceAnswer(msgspec.Struct, frozen=True):
    """The log's chain at a position."""

    position: int
    chain: str


class HashAnswer(msgspec.Struct, frozen=True):
    """A device chain's hash at a place."""

    seq: int
    hash: str


class ScanAnswer(msgspec.Struct, frozen=True):
    """How much of a scan is there, in bytes; ``complete`` once it is whole."""

    offset: int
    complete: bool


class Limits(msgspec.Struct, frozen=True):
    """How much one batch may carry: events, bytes as sent, bytes unpacked."""

    events: int
    packed: int
    plain: int


class Hello(msgspec.Struct, frozen=True):
    """Who the server is; unsigned, so pinned only together with an enrolment code."""

    protocol: tuple[int, int]
    incarnation: str
    server_name: str
    server_key: str
    seal_key: str
    limits: Limits
    server_time: str


class Spoken(msgspec.Struct, frozen=True):
    """Of a hello, what every version of the protocol tells."""

    protocol: tuple[int, int]


class Enrolment(msgspec.Struct, frozen=True):
    """A desk's request to be let in."""

    code: str
    agency: str
    device: str
    slot: int
    name: str
    public_key: str
    seal_key: str
    proof: str


class EnrolAnswer(msgspec.Struct, frozen=True):
    """The desk is let in, to number its dossiers with this slot."""

    agency: str
    agency_name: str
    server_name: str
    slot: int
    server_key: str
    seal_key: str
    incarnation: str


class IntroducedLine(msgspec.Struct, frozen=True):
    """A device that asks at a hub, as the hub introduces it; ``slot`` is -1 where it has none.

    ``seen`` is how many seconds ago the hub heard of it, ``None`` where it never did.
    """

    device: str
    slot: int
    name: str
    public_key: str
    seal_key: str
    seen: int | None = None


class Introduction(msgspec.Struct, frozen=True):
    """Devices whose chains a hub is about to hand on."""

    devices: list[IntroducedLine]


class NotIntroduced(msgspec.Struct, frozen=True):
    """A device that cannot be introduced, and why; ``name`` is that of the one in its way."""

    device: str
    error: str
    name: str


class IntroductionAnswer(msgspec.Struct, frozen=True):
    """All but the ones named here are known now."""

    refused: list[NotIntroduced]


def write(message: msgspec.Struct) -> bytes:
    """A message as JSON."""
    return msgspec.json.encode(message)


def read(data: bytes, kind: type[_T]) -> _T:
    """A message read back.

    Raises:
        ValueError: It is none of this kind.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(str(error)) from error


def plain(message: msgspec.Struct) -> dict[str, Any]:
    """A message as what JSON is made of."""
    return msgspec.to_builtins(message)
