"""The small file beside a register in which its key lies locked, once in each slot.

Any slot opens: a person's passphrase, the printed recovery key, or a secret that the operating
system keeps for this Windows account. The last must never be the only one: a reinstalled Windows
forgets it, and with it the whole register would be lost. A copy of a register has a copy of this
file beside it; it tells nothing to whoever has none of the secrets.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

import msgspec

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.lock_secrets import normal, read
from reception.storage import credential_store
from reception.storage.register_key import RegisterKey
from reception.storage.troubles import troubles

_ENDING = ".khoa"
_OPEN = b"SQLite format 3\0"
_SALT_BYTES = 16
# Twice what signing in costs on an old PC of 4 GB: a stolen one can be guessed at for years.
_MEMORY_KIB, _PASSES = 46 * 1024, 2


class SlotKind(StrEnum):
    """By what a slot is opened."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the word, not a secret
    RECOVERY = "recovery"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Slot:
    """The key, locked under one secret; the cost is Argon2id's, 0 for secrets nobody chose."""

    kind: SlotKind
    salt: bytes
    locked: bytes
    memory_kib: int = 0
    passes: int = 0


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All slots of a register; ``name`` tells its secrets from those of others on this PC."""

    name: str
    slots: tuple[Slot, ...] = field(default=())
    v: int = 1

    def has(self, kind: SlotKind) -> bool:
        """Whether there is a slot of a kind."""
        return any(slot.kind is kind for slot in self.slots)

    def with_slot(self, key: RegisterKey, kind: SlotKind, secret: bytes) -> KeyFile:
        """The file with a slot of this kind opened by ``secret`` alone."""
        memory_kib, passes = (_MEMORY_KIB, _PASSES) if kind is SlotKind.PASSPHRASE else (0, 0)
        slot = Slot(kind, os.urandom(_SALT_BYTES), b"", memory_kib, passes)
        locked = key.locked_under(_derived(slot, secret), self.name)
        others = self.without(kind).slots
        return replace(self, slots=(*others, replace(slot, locked=locked)))

    def without(self, kind: SlotKind) -> KeyFile:
        """The file without the slots of a kind."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind is not kind))

    def opened_by(self, kind: SlotKind, secret: bytes) -> RegisterKey | None:
        """The key, if the slot of a kind is opened by this secret."""
        for slot in self.slots:
            if slot.kind is kind:
                return RegisterKey.unlocked(_derived(slot, secret), slot.locked, self.name)
        return None


def path_for(register: Path) -> Path:
    """Where the key file of a register, or of a copy of one, lies."""
    return register.with_name(register.name + _ENDING)


def load(register: Path) -> KeyFile | None:
    """The key file beside a register; ``None`` where the register is not encrypted.

    Raises:
        Trouble: ``key-file-damaged``.
    """
    path = path_for(register)
    if not path.exists():
        return None
    try:
        with troubles():
            return msgspec.json.decode(path.read_bytes(), type=KeyFile)
    except ValueError as error:
        raise Trouble(
            "key-file-damaged",
            f"Tệp khoá {path.name} đã hỏng nên chưa mở được sổ; hãy chép lại tệp ấy từ cạnh một"
            " bản sao lưu của sổ này rồi mở lại, dữ liệu vẫn còn nguyên.",
        ) from error


def save(register: Path, keys: KeyFile) -> None:
    """Write the key file, whole on disk before the old one goes.

    Raises:
        Trouble: The folder cannot be written.
    """
    path = path_for(register)
    unfinished = path.with_name(path.name + ".dang-ghi")
    with troubles():
        with unfinished.open("wb") as file:
            file.write(msgspec.json.encode(keys))
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(0o600)
        unfinished.replace(path)


def copy(register: Path, target: Path) -> None:
    """Give a copy of a register its key file, or take an older one's away from it.

    Raises:
        Trouble: The folder cannot be written.
    """
    keys = load(register)
    if keys:
        save(target, keys)
    else:
        with troubles():
            path_for(target).unlink(missing_ok=True)


def unlock(register: Path, secret: str = "") -> RegisterKey | None:
    """The key of a register; ``None`` where it is not encrypted.

    Args:
        register: The register, or a copy of one.
        secret: A passphrase or a printed recovery key; without one this PC's own store is asked.

    Raises:
        Trouble: ``locked`` when nothing opens it here, or ``key-file-damaged``.
        RuleViolation: ``wrong-passphrase``.
    """
    keys = load(register)
    if keys is None or lies_open(register):
        return None
    if secret:
        return _opened_by_hand(keys, secret)
    stored = credential_store.kept(keys.name) if keys.has(SlotKind.MACHINE) else None
    key = keys.opened_by(SlotKind.MACHINE, stored) if stored else None
    if key is None:
        raise Trouble(
            "locked",
            "Sổ hồ sơ này được khoá bằng mật khẩu; hãy mở bằng mật khẩu hoặc khoá phục hồi đã in"
            " (ở dòng lệnh: thêm --passphrase-file TỆP).",
        )
    return key


def lies_open(register: Path) -> bool:
    """Whether anybody can read a register: it begins as an SQLite file does, not with noise."""
    with troubles():
        if not register.exists():
            return False
        with register.open("rb") as file:
            return file.read(len(_OPEN)) == _OPEN


def _opened_by_hand(keys: KeyFile, secret: str) -> RegisterKey:
    key = keys.opened_by(SlotKind.PASSPHRASE, normal(secret).encode())
    if key is None:
        try:
            key = keys.opened_by(SlotKind.RECOVERY, read(secret))
        except RuleViolation:
            key = None  # it was meant as a passphrase
    if key is None:
        raise RuleViolation(
            "wrong-passphrase",
            "Mật khẩu hoặc khoá phục hồi không đúng với sổ này; hãy gõ lại, chú ý chữ hoa và dấu.",
            field="secret",
        )
    return key


def _derived(slot: Slot, secret: bytes) -> bytes:
    """Thirty-two bytes of a secret: slowly of what a person chose, at once of what is random."""
    if slot.passes:
        from argon2.low_level import Type, hash_secret_raw

        return hash_secret_raw(
            secret,
            slot.salt,
            time_cost=slot.passes,
            memory_cost=slot.memory_kib,
            parallelism=1,
            hash_len=32,
            type=Type.ID,
        )
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derive = HKDF(SHA256(), length=32, salt=slot.salt, info=b"reception slot v1")
    return derive.derive(secret)
