"""What devices and servers sign, and whether a signature holds (docs/exchange.md, "Signatures").

Every statement is text whose parts are joined by ``|``; it is signed with Ed25519.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_AUTHORIZATION = re.compile(r'Ed25519 device="([0-9A-Za-z-]{1,64})", signature="([\w-]+)"')


@dataclass(frozen=True, slots=True)
class Receipt:
    """The server's word that a device's chain is durable up to ``acked``, and where the log stands.

    ``head`` and ``chain`` are raw hashes.
    """

    agency: str
    device: str
    epoch: int
    acked: int
    head: bytes
    position: int
    chain: bytes
    incarnation: str

    @property
    def statement(self) -> bytes:
        """The text that the server signs."""
        return _statement(
            "receipt", self.agency, self.device, self.epoch, self.acked, self.head, self.position,
            self.chain, self.incarnation,
        )  # fmt: skip


def head_statement(device: str, epoch: int, seq: int, head: bytes) -> bytes:
    """What a device signs of its chain: everything up to this hash is its own word."""
    return _statement("head", device, epoch, seq, head)


def request_statement(method: str, target: str, body: bytes) -> bytes:
    """What a device signs of a request; ``target`` is path and query as sent."""
    return _statement("request", method, target, hashlib.sha256(body).digest())


def enrolment_statement(
    code: str, agency: str, device: str, public_key: bytes, seal_key: bytes
) -> bytes:
    """What a new device signs to prove that its key is in its own hands."""
    return _statement("enrol", code, agency, device, public_key, seal_key)


def above_statement(agency: str, device: str, public_key: bytes) -> bytes:
    """What a server signs of a server above it: what that device says, it says as a server."""
    return _statement("above", agency, device, public_key)


def page_statement(agency: str, after: int, position: int, chain: bytes, incarnation: str) -> bytes:
    """What the server signs of a page of the commune's log that ends at ``position``."""
    return _statement("page", agency, after, position, chain, incarnation)


def program_statement(manifest: bytes) -> bytes:
    """What the builder of the program signs of an update pack: its manifest, byte for byte."""
    return _statement("program", hashlib.sha256(manifest).digest())


def sign(private_key: bytes, statement: bytes) -> bytes:
    """A statement's signature, 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private_key).sign(statement)


def holds(public_key: bytes, signature: bytes, statement: bytes) -> bool:
    """Whether a signature is the key's own; broken keys and signatures hold nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def authorization(device: str, private_key: bytes, statement: bytes) -> str:
    """The header by which a device vouches for a request."""
    signature = to_text(sign(private_key, statement))
    return f'Ed25519 device="{device}", signature="{signature}"'


def read_authorization(header: str) -> tuple[str, bytes] | None:
    """Device and signature of such a header; ``None`` when it is none."""
    found = _AUTHORIZATION.fullmatch(header.strip())
    signature = from_text(found[2]) if found else b""
    return (found[1], signature) if found and signature else None


def to_text(data: bytes) -> str:
    """Bytes as base64url without padding, as keys and signatures stand in JSON and headers."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_text(text: str) -> bytes:
    """Bytes of such a text; empty when it is none."""
    try:
        return base64.b64decode(
            text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True
        )
    except (binascii.Error, UnicodeEncodeError):
        return b""


def _statement(kind: str, *parts: str | int | bytes) -> bytes:
    said = (part.hex() if isinstance(part, bytes) else str(part) for part in parts)
    return "|".join(("v1", kind, *said)).encode()
