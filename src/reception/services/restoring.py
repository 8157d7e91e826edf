"""Before a register goes on from a copy: what the copy holds, and what is newer elsewhere."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reception.domain.errors import Trouble
from reception.domain.moments import short_moment
from reception.paths import DATABASE_NAME
from reception.services.desk import Desk
from reception.services.exchange import grouped
from reception.storage.copy_contents import Contents, Newer, contents, has_server, newer_than
from reception.storage.database import Database, open_database, open_to_read
from reception.storage.key_file import unlock
from reception.storage.register_key import RegisterKey
from reception.storage.troubles import not_a_copy

_MOST_CODES = 8


@dataclass(frozen=True, slots=True)
class Report:
    """A copy held against the register in whose place it would come.

    ``present`` and ``newer`` are ``None`` where there is no register, or none that can be read.
    """

    copy: Contents
    present: Contents | None
    newer: Newer | None
    has_server: bool

    @property
    def of_another_desk(self) -> bool:
        """Whether the copy is of another desk than the register here."""
        return self.present is not None and self.present.device != self.copy.device


def look_into(copy: Path, *, secret: str = "", key: RegisterKey | None = None) -> Contents:
    """A copy in figures; ``key`` is tried first, that of the register in use.

    Raises:
        Trouble: ``locked``, or it is no register.
        RuleViolation: ``wrong-passphrase``.
    """
    opened = _open(copy, secret, key)
    try:
        return contents(opened)
    finally:
        opened.close()


def report(copy: Path, folder: Path, *, secret: str = "", key: RegisterKey | None = None) -> Report:
    """Hold a copy against the register in a folder.

    Raises:
        Trouble: The copy is ``locked`` or no register.
        RuleViolation: ``wrong-passphrase``.
    """
    opened = _open(copy, secret, key)
    try:
        present = _present(folder, secret, key)
        try:
            return _report(opened, present)
        finally:
            if present:
                present.close()
    finally:
        opened.close()


def report_on(desk: Desk, copy: Path, secret: str = "") -> Report:
    """Hold a copy against the register that is open."""
    return report(copy, desk.database.path.parent, secret=secret, key=desk.database.key)


def _report(copy: Database, present: Database | None) -> Report:
    held = contents(copy)
    if present is not None:
        # One that is damaged within opens all the same.
        with suppress(Trouble):
            newer = newer_than(present, copy)
            return Report(held, contents(present), newer, has_server(present))
    return Report(held, None, None, has_server=False)


def _open(copy: Path, secret: str, key: RegisterKey | None) -> Database:
    if key is not None:
        # Otherwise it is locked with another key, or not at all.
        with suppress(Trouble):
            return open_to_read(copy, key)
    try:
        return open_to_read(copy, unlock(copy, secret))
    except Trouble as trouble:
        raise (not_a_copy() if trouble.code == "not-a-register" else trouble) from None


def _present(folder: Path, secret: str, key: RegisterKey | None) -> Database | None:
    path = folder / DATABASE_NAME
    if not path.exists():
        return None
    try:
        return open_database(path, key or unlock(path, secret))
    except Trouble:
        return None  # damaged, or locked with what is not known here: nothing can be told of it


# --- in words -------------------------------------------------------------------------------------


def contents_words(copy: Contents) -> str:
    """A copy's figures as one short line."""
    if not copy.last_code:
        return "chưa có hồ sơ nào"
    return f"{grouped(copy.dossiers)} hồ sơ, mã cuối {copy.last_code}"


def report_words(told: Report) -> list[str]:
    """What a restoring brings and what it leaves behind, a sentence each."""
    last_at = f" lúc {short_moment(told.copy.last_at)}" if told.copy.last_at else ""
    sentences = [
        f"Bản sao có {grouped(told.copy.events)} sự kiện: {contents_words(told.copy)}{last_at}."
    ]
    if told.of_another_desk:
        sentences.append("Bản sao này là của MÁY KHÁC; hãy chắc chắn đó là sổ muốn dùng ở đây.")
    if told.newer is None:
        sentences.append(
            "Ở đây không có sổ nào đọc được để so; những gì máy chủ cấp trên đã nhận sau bản sao"
            " sẽ tự về khi trao đổi."
        )
    elif not told.newer.events:
        sentences.append("Sổ đang có không có gì mới hơn bản sao.")
    else:
        sentences += _newer_words(told.newer, has_server=told.has_server)
    return sentences


def _newer_words(newer: Newer, *, has_server: bool) -> list[str]:
    dossiers: list[str] = []
    if newer.unknown:
        dossiers.append(f"{grouped(len(newer.unknown))} hồ sơ mới ({_codes(newer.unknown)})")
    if newer.went_on:
        dossiers.append(f"{grouped(len(newer.went_on))} hồ sơ đã xử lý thêm")
    of = f" của {' và '.join(dossiers)}" if dossiers else ""
    sentences = [f"Sổ đang có mới hơn bản sao {grouped(newer.events)} sự kiện{of}."]
    if has_server and newer.at_server:
        sentences.append(
            f"Trong đó {grouped(newer.at_server)} sự kiện đã ở máy chủ cấp trên, sẽ tự về khi trao"
            " đổi."
        )
    if newer.only_here:
        sentences.append(
            f"{grouped(newer.only_here)} sự kiện chỉ có trong sổ đang có: bản sao không có lại"
            " được. Sổ ấy được giữ bên cạnh, không bị xoá."
        )
    return sentences


def _codes(codes: tuple[str, ...]) -> str:
    shown = ", ".join(codes[:_MOST_CODES])
    return shown if len(codes) <= _MOST_CODES else f"{shown}…"
