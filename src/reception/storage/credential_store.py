"""Secrets that the operating system keeps for whoever is signed in to it.

Windows' Credential Manager, the keychain or Secret Service of other systems, whichever there is.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Reception"


def is_there() -> bool:
    """Whether this system keeps secrets for its users."""
    return _store() is not None


def keep(name: str, secret: bytes) -> bool:
    """Keep a secret under a name; answers whether the system really has it now."""
    from keyring.errors import KeyringError

    store = _store()
    if store is None:
        return False
    try:
        store.set_password(_SERVICE, name, base64.b64encode(secret).decode())  # pyright: ignore[reportUnknownMemberType] - its decorator has no types
    except KeyringError:
        return False
    # Some stores take a secret and have nothing afterwards; then it must not be relied on.
    return kept(name) == secret


def kept(name: str) -> bytes | None:
    """The secret of a name; ``None`` when there is none, or the system does not give it."""
    from keyring.errors import KeyringError

    store = _store()
    try:
        text = store.get_password(_SERVICE, name) if store else None
        return base64.b64decode(text, validate=True) if text else None
    except (KeyringError, binascii.Error):
        return None


def forget(name: str) -> None:
    """Keep the secret of a name no longer."""
    from keyring.errors import KeyringError, PasswordDeleteError

    store = _store()
    try:
        if store:
            store.delete_password(_SERVICE, name)
    except (PasswordDeleteError, KeyringError):
        return  # there was none, or there is nobody to ask


def _store() -> KeyringBackend | None:
    # Loaded only for a locked register: it looks through every store that there might be.
    import keyring
    from keyring.backends import fail, null

    found = keyring.get_keyring()
    return None if isinstance(found, (fail.Keyring, null.Keyring)) else found
