"""What both ends say in JSON (docs/exchange.md). Hashes are hex, keys and signatures base64url.

Numbers and texts have bounds: whoever answers may be anybody.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec

from reception.sync.signatures import Receipt, from_text, to_text

PROTOCOL = (1, 1)
"""The oldest and the newest major version that this program speaks."""

Count = Annotated[int, msgspec.Meta(ge=0, le=(1 << 53) - 1)]
Epoch = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Slot = Annotated[int, msgspec.Meta(ge=-1, le=9)]
"""Which numbers a desk gives out; a hub, which numbers nothing, has -1."""
Name = Annotated[str, msgspec.Meta(max_length=1000)]
Id = Annotated[str, msgspec.Meta(max_length=200)]
Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]{1,64}$")]
"""Why something was refused, for programs; it is shown to people, too."""

_T = TypeVar("_T")


class ReceiptLine(msgspec.Struct, frozen=True):
    """A signed receipt; agency and device are those of the request."""

    epoch: Epoch
    acked: Count
    head: Id
    position: Count
    chain: Id
    incarnation: Id
    signature: Id

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

    seq: Count
    code: Id


class PushAnswer(msgspec.Struct, frozen=True):
    """What the server holds of the chain after a push."""

    acked: Count
    head: Id
    receipt: ReceiptLine
    server_time: str
    quarantined: list[AsideLine] = []


class RefusalLine(msgspec.Struct, frozen=True):
    """Why a request was refused; where a chain was meant, how far it is held."""

    error: Code
    detail: str = ""
    acked: Count | None = None
    head: str = ""


class HeldLine(msgspec.Struct, frozen=True):
    """How far a chain is held."""

    acked: Count
    head: Id


class StateAnswer(msgspec.Struct, frozen=True):
    """What the server holds of a device, and where the commune's log stands."""

    incarnation: Id
    epochs: dict[Epoch, HeldLine]
    position: Count
    chain: Id
    server_time: Id


class DevicesAnswer(msgspec.Struct, frozen=True):
    """How far every chain of the commune is held, and who was shut out how many seconds ago."""

    devices: dict[str, dict[Epoch, HeldLine]]
    revoked: dict[Id, Annotated[int, msgspec.Meta(ge=0, le=10**10)]] = {}


class PlaceAnswer(msgspec.Struct, frozen=True):
    """The log's chain at a position."""

    position: Count
    chain: Id


class HashAnswer(msgspec.Struct, frozen=True):
    """A device chain's hash at a place."""

    seq: Count
    hash: Id


class ScanAnswer(msgspec.Struct, frozen=True):
    """How much of a scan is there, in bytes; ``complete`` once it is whole."""

    offset: Count
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

    agency: Id
    agency_name: Name
    server_name: Name
    slot: Slot
    server_key: Id
    seal_key: Id
    incarnation: Id


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
