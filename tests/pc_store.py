"""A PC whose system keeps secrets for its users: a real backend of keyring's, in memory."""

from __future__ import annotations

import keyring
from keyring.backend import KeyringBackend


class PcStore(KeyringBackend):
    """Keeps what it is given until it is told to forget, or until Windows is installed anew."""

    priority = 1  # type: ignore[assignment] - keyring computes it from a class attribute

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]

    def reinstall(self) -> None:
        """What a new Windows still knows."""
        self.kept.clear()


def use(store: KeyringBackend) -> None:
    """Let the program find this store."""
    keyring.set_keyring(store)
