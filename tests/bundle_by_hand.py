"""Bundles as docs/exchange.md, "On a stick", tells to make them, with nothing of the program in it.

So a test can make what the program would never write, and sign it all the same.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field, replace

import msgspec
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

DESK_KEY = Ed25519PrivateKey.from_private_bytes(b"desk".ljust(32))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"other desk".ljust(32))
SERVER_SEAL = X25519PrivateKey.from_private_bytes(b"server".ljust(32))
OTHER_SEAL = X25519PrivateKey.from_private_bytes(b"other server".ljust(32))
EPHEMERAL = X25519PrivateKey.from_private_bytes(b"one bundle".ljust(32))

SEAL_TO = SERVER_SEAL.public_key().public_bytes_raw()

HEAD = {
    "v": 1,
    "kind": "device",
    "sender": "0198f3a2-7c11-7a3e-9a55-3f6b1c2d4e5f",
    "agency": "H40.16",
    "recipient": hashlib.sha256(SEAL_TO).digest(),
    "ephemeral": EPHEMERAL.public_key().public_bytes_raw(),
    "bundle": "0198f3a2-8d22-7b4f-8b66-4f7c2d3e5f60",
    "number": 7,
    "answers": "",
    "incarnation": "0198f3a2-9e33-7c50-9c77-5f8d3e4f6071",
    "created": "2026-03-10T02:00:00Z",
}

PARTS = (("events-1", b"dossier received " * 20), ("scan-" + "ab" * 32, bytes(range(256))))


@dataclass(frozen=True)
class Bundle:
    """One bundle before it is written: every piece may be put in another's place."""

    head: bytes
    frames: tuple[tuple[bytes, bool], ...]
    signer: Ed25519PrivateKey = field(default=DESK_KEY)

    @property
    def prelude(self) -> bytes:
        return b"RCPB1\n" + struct.pack(">I", len(self.head)) + self.head

    def file(self) -> bytes:
        data = self.prelude
        for frame, last in self.frames:
            data += struct.pack(">I", len(frame) | (0x80000000 if last else 0)) + frame
        said = "v1|bundle|" + hashlib.sha256(data).hexdigest()
        data += self.signer.sign(said.encode())
        return data + hashlib.sha256(data).digest()

    def with_frames(self, *frames: tuple[bytes, bool]) -> Bundle:
        return replace(self, frames=frames)

    def signed_by(self, signer: Ed25519PrivateKey) -> Bundle:
        return replace(self, signer=signer)


def packed(content: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(content)


def line(name: object, content: bytes) -> list[object]:
    """One line of an honest manifest."""
    return [name, len(content), hashlib.sha256(content).digest()]


def honest(parts=PARTS, **head: object) -> Bundle:
    """A bundle with nothing wrong in it."""
    return sealed(
        [packed(content) for _, content in parts], [line(*part) for part in parts], **head
    )


def sealed(contents: list[bytes], manifest: object, **changed: object) -> Bundle:
    """A bundle whose frames and signature are right, whatever it is that they hold."""
    plain = manifest if isinstance(manifest, bytes) else msgspec.msgpack.encode(manifest)
    return sealed_under(msgspec.msgpack.encode({**HEAD, **changed}), [*contents, plain])


def sealed_under(head: bytes, plains: list[bytes]) -> Bundle:
    bundle = Bundle(head, ())
    cipher = ChaCha20Poly1305(_frame_key(bundle.prelude))
    frames = [
        (cipher.encrypt(nonce(number, number == len(plains) - 1), plain, None), False)
        for number, plain in enumerate(plains)
    ]
    return bundle.with_frames(*frames[:-1], (frames[-1][0], True))


def nonce(number: int, last: bool) -> bytes:  # noqa: FBT001 - as the format names it
    return bytes(7) + struct.pack(">IB", number, last)


def _frame_key(prelude: bytes) -> bytes:
    shared = EPHEMERAL.exchange(X25519PublicKey.from_public_bytes(SEAL_TO))
    salt = EPHEMERAL.public_key().public_bytes_raw() + SEAL_TO
    info = b"reception bundle v1" + hashlib.sha256(prelude).digest()
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(shared)


def read_by_hand(data: bytes) -> tuple[dict[str, object], dict[str, bytes]]:
    """Head and parts of a file, read as the page tells, sealed to the server's key."""
    assert hashlib.sha256(data[:-32]).digest() == data[-32:]
    signed = data[:-96]
    said = "v1|bundle|" + hashlib.sha256(signed).hexdigest()
    DESK_KEY.public_key().verify(data[-96:-32], said.encode())
    assert data[:6] == b"RCPB1\n"
    end = 10 + struct.unpack(">I", data[6:10])[0]
    head = msgspec.msgpack.decode(data[10:end])
    shared = SERVER_SEAL.exchange(X25519PublicKey.from_public_bytes(head["ephemeral"]))
    info = b"reception bundle v1" + hashlib.sha256(data[:end]).digest()
    derived = HKDF(algorithm=SHA256(), length=32, salt=head["ephemeral"] + SEAL_TO, info=info)
    cipher = ChaCha20Poly1305(derived.derive(shared))
    plains: list[bytes] = []
    while end < len(signed):
        said_length = struct.unpack(">I", signed[end : end + 4])[0]
        length, last = said_length & 0x7FFFFFFF, bool(said_length >> 31)
        frame = signed[end + 4 : end + 4 + length]
        plains.append(cipher.decrypt(nonce(len(plains), last), frame, None))
        end += 4 + length
    *contents, manifest = plains
    parts = {}
    for content, (name, size, sha256) in zip(
        contents, msgspec.msgpack.decode(manifest), strict=True
    ):
        parts[name] = zstandard.ZstdDecompressor().decompress(content)
        assert (len(parts[name]), hashlib.sha256(parts[name]).digest()) == (size, sha256)
    return head, parts
