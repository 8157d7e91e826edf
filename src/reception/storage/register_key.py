"""The key that a register and its scans are encrypted with.

It is 32 random bytes that never change; :mod:`.key_file` keeps it locked beside the register.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_BYTES = 32
_NONCE_BYTES = 12
SEAL_BYTES = _NONCE_BYTES + 16
"""By how much a sealed file is longer than its content."""


class RegisterKey:
    """The key. No dataclass: nothing may ever print what it holds."""

    __slots__ = ("_files", "_secret")

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._files: AESGCM | None = None

    @classmethod
    def new(cls) -> RegisterKey:
        """A key that nobody has yet."""
        return cls(os.urandom(_BYTES))

    def for_sqlcipher(self) -> str:
        """The key as ``PRAGMA key`` takes it: raw, so that nothing is derived at each opening."""
        return f"\"x'{self._secret.hex()}'\""

    def opened_page(self, data: bytes, nonce: bytes) -> bytes:
        """A page of SQLCipher's; nothing proves its bytes, so that a torn one is read, too."""
        from cryptography.hazmat.primitives.ciphers import Cipher
        from cryptography.hazmat.primitives.ciphers.algorithms import AES
        from cryptography.hazmat.primitives.ciphers.modes import CBC

        decryptor = Cipher(AES(self._secret), CBC(nonce)).decryptor()
        return decryptor.update(data) + decryptor.finalize()

    def locked_under(self, secret: bytes, name: str) -> bytes:
        """The key itself, sealed under another secret of 32 bytes."""
        return sealed(_cipher(secret), self._secret, name)

    @classmethod
    def unlocked(cls, secret: bytes, locked: bytes, name: str) -> RegisterKey | None:
        """The key that :meth:`locked_under` sealed; ``None`` under another secret."""
        plain = opened(_cipher(secret), locked, name)
        return None if plain is None else cls(plain)

    def sealed_file(self, data: bytes, name: str) -> bytes:
        """A file's content, sealed so that it opens only under this key and this name."""
        return sealed(self._for_files(), data, name)

    def opened_file(self, data: bytes, name: str) -> bytes | None:
        """What :meth:`sealed_file` made; ``None`` for anything else."""
        return opened(self._for_files(), data, name)

    def _for_files(self) -> AESGCM:
        if self._files is None:
            from cryptography.hazmat.primitives.hashes import SHA256
            from cryptography.hazmat.primitives.kdf.hkdf import HKDF

            derive = HKDF(SHA256(), length=_BYTES, salt=None, info=b"reception files v1")
            self._files = _cipher(derive.derive(self._secret))
        return self._files


def sealed(cipher: AESGCM, data: bytes, name: str) -> bytes:
    """Data under a fresh nonce, bound to a name."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, data, name.encode())


def opened(cipher: AESGCM, data: bytes, name: str) -> bytes | None:
    """What :func:`sealed` made; ``None`` when it was altered or is another's."""
    from cryptography.exceptions import InvalidTag

    if len(data) < SEAL_BYTES:
        return None
    try:
        return cipher.decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], name.encode())
    except InvalidTag:
        return None


def _cipher(secret: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(secret)
