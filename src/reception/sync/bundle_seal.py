"""Sealing a bundle's frames to its receiver's key, so that only the receiver reads them.

The sender makes one X25519 key for each bundle. The key for the frames comes from both keys by
HKDF and is bound to the head, so frames cannot be moved under another head. A frame's nonce is its
number and whether it is the last: left out, doubled or exchanged frames do not open.
"""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from reception.sync.bundle_refusals import damaged

_PURPOSE = b"reception bundle v1"


def new_ephemeral() -> tuple[bytes, bytes]:
    """A key pair for one bundle: private, public."""
    key = X25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def public_of(seal_key: bytes) -> bytes:
    """The public half of a machine's own seal key."""
    return X25519PrivateKey.from_private_bytes(seal_key).public_key().public_bytes_raw()


def fingerprint(public_key: bytes) -> bytes:
    """By what a head names the key that the bundle is sealed to."""
    return hashlib.sha256(public_key).digest()


class Seal:
    """Closes or opens the frames of one bundle."""

    def __init__(
        self, own: bytes, other: bytes, *, ephemeral: bytes, to: bytes, prelude: bytes
    ) -> None:
        """Agree on the key.

        Args:
            own: This side's private key.
            other: The other side's public key.
            ephemeral: The bundle's own public key.
            to: The receiver's public key.
            prelude: Magic, length and head as they stand in the file.

        Raises:
            ValueError: A key is none.
        """
        shared = X25519PrivateKey.from_private_bytes(own).exchange(
            X25519PublicKey.from_public_bytes(other)
        )
        info = _PURPOSE + hashlib.sha256(prelude).digest()
        derived = HKDF(algorithm=SHA256(), length=32, salt=ephemeral + to, info=info)
        self._cipher = ChaCha20Poly1305(derived.derive(shared))

    def close(self, number: int, plain: bytes, *, last: bool) -> bytes:
        """The sealed frame of this number, counted from 0."""
        return self._cipher.encrypt(_nonce(number, last=last), plain, None)

    def open(self, number: int, sealed: bytes, *, last: bool) -> bytes:
        """What is in a frame.

        Raises:
            Trouble: ``bundle-damaged`` when it is not the frame that belongs here.
        """
        try:
            return self._cipher.decrypt(_nonce(number, last=last), sealed, None)
        except (InvalidTag, ValueError):
            raise damaged() from None


def _nonce(number: int, *, last: bool) -> bytes:
    return bytes(7) + number.to_bytes(4, "big") + bytes([last])
