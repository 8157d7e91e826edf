"""Turning a register that lies open into an encrypted one."""

from __future__ import annotations

from pathlib import Path

from reception.domain.errors import Trouble
from reception.storage.backup import prove, sweep
from reception.storage.database import Database, open_database, publish
from reception.storage.register_key import RegisterKey
from reception.storage.troubles import read_only, troubles


def encrypt(register: Path, key: RegisterKey) -> int:
    """Write a register anew under a key, prove it whole, and put it in the open one's place.

    Its key file lies beside it already. Answers the number of events. At whatever moment it ends,
    the register is there, open or encrypted.

    Raises:
        Trouble: ``busy`` while another program has it open, or the disk is full or damaged.
    """
    unfinished = register.with_suffix(".dang-khoa")
    try:
        sweep(unfinished)
        source = open_database(register)
        try:
            _export(source, unfinished, key)
            # Proved while nobody else can write to the old one.
            events = prove(unfinished, key)
        finally:
            source.close()
        _refuse_a_log(register)
        publish(open_database(unfinished, key), register)
    finally:
        sweep(unfinished)
    return events


def _export(source: Database, target: Path, key: RegisterKey) -> None:
    if source.only_read:
        raise read_only(source.path)
    with troubles():
        source.rows("PRAGMA locking_mode=EXCLUSIVE")
        with source.writing():
            pass  # from here on no other program gets in
        source.run(f"ATTACH DATABASE :path AS locked KEY {key.for_sqlcipher()}", path=str(target))
        source.rows("SELECT sqlcipher_export('locked')")
        source.run("DETACH DATABASE locked")


def _refuse_a_log(register: Path) -> None:
    # SQLite would play a log that was left behind into whatever has the register's name then.
    log = register.with_name(f"{register.name}-wal")
    if log.exists() and log.stat().st_size:
        raise Trouble(
            "busy",
            "Sổ hồ sơ đang mở ở chương trình khác nên chưa khoá được; hãy đóng chương trình ấy rồi"
            " làm lại. Chưa có gì bị thay đổi.",
        )
