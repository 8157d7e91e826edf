"""Locking a register on disk: who opens it, how that changes, and what to do when nobody can."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.lock_secrets import SECRET_BYTES, check_passphrase, normal, read, written
from reception.paths import DATABASE_NAME
from reception.services.desk import Desk
from reception.services.scans import files_of, known
from reception.storage import credential_store, key_file
from reception.storage.encrypting import encrypt
from reception.storage.key_file import KeyFile, SlotKind
from reception.storage.register_key import RegisterKey

PASSPHRASE_VARIABLE = "RECEPTION_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable
"""The environment's name for the file that :func:`secret_in` reads, for scripts and services."""

_MACHINE_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class Lock:
    """What is to open a register: the printed key always, and one way that is used every day.

    With ``on_this_pc`` the operating system keeps a secret for whoever is signed in to it.
    """

    recovery_key: str
    passphrase: str = ""
    on_this_pc: bool = False


@dataclass(frozen=True, slots=True)
class LockState:
    """Whether a register is encrypted, and what opens it besides the printed key."""

    is_locked: bool
    by_passphrase: bool = False
    on_this_pc: bool = False


def secret_in(file: Path) -> str:
    """The passphrase or recovery key in the first line of a file.

    Raises:
        Trouble: ``passphrase-file`` when there is none.
    """
    try:
        secret = file.read_text(encoding="utf-8-sig").partition("\n")[0].strip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(
            "passphrase-file",
            f"Không đọc được mật khẩu mở sổ từ tệp {file}; hãy kiểm tra tên tệp, lưu bằng UTF-8.",
        ) from error
    if not secret:
        raise Trouble(
            "passphrase-file",
            f"Dòng đầu của tệp {file} trống; hãy ghi mật khẩu mở sổ vào đó.",
        )
    return secret


def pc_keeps_secrets() -> bool:
    """Whether this PC's system can open the register by itself."""
    return credential_store.is_there()


def new_recovery_key() -> str:
    """A recovery key as it is printed; it is nowhere else."""
    return written(os.urandom(SECRET_BYTES))


def new_lock(passphrase: str = "", *, on_this_pc: bool = False) -> Lock:
    """A lock with a recovery key of its own.

    Raises:
        RuleViolation: ``passphrase-unfit``, or ``lock-without-opener`` when neither is chosen.
    """
    if passphrase:
        check_passphrase(passphrase)
    elif not on_this_pc:
        raise RuleViolation(
            "lock-without-opener",
            "Chưa chọn cách mở sổ hằng ngày; hãy đặt mật khẩu mở sổ.",
            field="passphrase",
        )
    return Lock(new_recovery_key(), passphrase, on_this_pc)


def put_lock(register: Path, lock: Lock) -> RegisterKey:
    """A new key for a register, locked in the file beside it.

    Raises:
        Trouble: ``store-refused`` when this PC's system does not keep the secret, or the folder
            cannot be written.
    """
    key = RegisterKey.new()
    keys = KeyFile(os.urandom(16).hex())
    keys = keys.with_slot(key, SlotKind.RECOVERY, read(lock.recovery_key))
    if lock.passphrase:
        keys = keys.with_slot(key, SlotKind.PASSPHRASE, normal(lock.passphrase).encode())
    if lock.on_this_pc:
        keys = _with_this_pc(keys, key)
    key_file.save(register, keys)
    return key


def state(desk: Desk) -> LockState:
    """Whether and how the desk's register is locked."""
    if desk.database.key is None:
        return LockState(is_locked=False)
    keys = _keys(desk)
    return LockState(
        is_locked=True,
        by_passphrase=keys.has(SlotKind.PASSPHRASE),
        on_this_pc=keys.has(SlotKind.MACHINE) and credential_store.kept(keys.name) is not None,
    )


def change_passphrase(desk: Desk, passphrase: str) -> None:
    """Set the passphrase anew; whoever knew only the old one cannot open the register any more.

    Raises:
        RuleViolation: ``passphrase-unfit`` or ``not-locked``.
    """
    check_passphrase(passphrase)
    key = _key(desk)
    secret = normal(passphrase).encode()
    key_file.save(desk.database.path, _keys(desk).with_slot(key, SlotKind.PASSPHRASE, secret))


def renew_recovery_key(desk: Desk) -> str:
    """A new recovery key to be printed; the old paper opens nothing any more.

    Raises:
        RuleViolation: ``not-locked``.
    """
    key, text = _key(desk), new_recovery_key()
    key_file.save(desk.database.path, _keys(desk).with_slot(key, SlotKind.RECOVERY, read(text)))
    return text


def check_recovery_key(desk: Desk, text: str) -> None:
    """Make sure that a recovery key on paper opens this register.

    Raises:
        RuleViolation: ``recovery-key-mistyped``, ``wrong-passphrase`` or ``not-locked``.
    """
    _key(desk)
    if _keys(desk).opened_by(SlotKind.RECOVERY, read(text)) is None:
        raise RuleViolation(
            "wrong-passphrase",
            "Khoá phục hồi này không mở được sổ; hãy dùng tờ in mới nhất, hoặc in khoá mới.",
            field="secret",
        )


def trust_this_pc(desk: Desk) -> None:
    """Let this PC's system open the register for whoever is signed in to it.

    Raises:
        Trouble: ``store-refused``.
        RuleViolation: ``not-locked``.
    """
    key = _key(desk)
    key_file.save(desk.database.path, _with_this_pc(_keys(desk), key))


def distrust_this_pc(desk: Desk) -> None:
    """Ask for the passphrase at every opening.

    Raises:
        RuleViolation: ``not-locked``, or ``lock-without-opener`` while there is no passphrase.
    """
    _key(desk)
    keys = _keys(desk)
    if not keys.has(SlotKind.PASSPHRASE):
        raise RuleViolation(
            "lock-without-opener",
            "Sổ chưa có mật khẩu mở; hãy đặt mật khẩu trước rồi mới bỏ việc máy tự mở.",
            field="passphrase",
        )
    key_file.save(desk.database.path, keys.without(SlotKind.MACHINE))
    credential_store.forget(keys.name)


def lock_open_register(desk: Desk, lock: Lock) -> int:
    """Encrypt a register that lies open, its scans too; closes the desk and answers the events.

    Ended half-way it can be done again.

    Raises:
        Trouble: ``already-locked``, ``busy``, or the disk is full.
    """
    register = desk.database.path
    if desk.database.key:
        raise Trouble("already-locked", "Sổ hồ sơ này đã được khoá rồi; không cần khoá lại.")
    scans, names = files_of(desk), known(desk)
    desk.close()
    key = put_lock(register, lock)
    events = encrypt(register, key)
    scans.under(key).seal_all(names)
    return events


def open_copies(folder: Path) -> list[Path]:
    """Older copies in the data folder that anybody can still read."""
    copies = (path for path in folder.glob("*.db") if path.name != DATABASE_NAME)
    return sorted(path for path in copies if key_file.lies_open(path))


def _with_this_pc(keys: KeyFile, key: RegisterKey) -> KeyFile:
    secret = os.urandom(_MACHINE_BYTES)
    if not credential_store.keep(keys.name, secret):
        raise Trouble(
            "store-refused",
            "Máy này không giữ được khoá cho tài khoản Windows đang dùng; hãy đặt mật khẩu mở sổ.",
        )
    return keys.with_slot(key, SlotKind.MACHINE, secret)


def _keys(desk: Desk) -> KeyFile:
    keys = key_file.load(desk.database.path)
    if keys is None:
        raise Trouble(
            "key-file-lost",
            "Tệp khoá cạnh sổ đã mất; hãy chép lại từ cạnh một bản sao lưu trước khi đóng chương"
            " trình, nếu không lần sau sẽ không mở được sổ.",
        )
    return keys


def _key(desk: Desk) -> RegisterKey:
    if desk.database.key is None:
        raise RuleViolation(
            "not-locked",
            "Sổ hồ sơ này chưa được khoá; hãy khoá trước bằng “reception key encrypt”.",
        )
    return desk.database.key
