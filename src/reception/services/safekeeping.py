"""Keeping the register safe: verify, write its lists anew, copy, and come back from a copy."""

from __future__ import annotations

from pathlib import Path

from reception.domain.moments import Clock, in_office_zone
from reception.paths import DATABASE_NAME
from reception.services.desk import Desk, open_desk
from reception.storage import integrity
from reception.storage.backup import bring_back, copy_register
from reception.storage.device import sign_head
from reception.storage.integrity import Progress, Verdict, no_progress


def verify(desk: Desk, progress: Progress = no_progress) -> Verdict:
    """Check every chain, signature and list; nothing is changed."""
    return integrity.verify(desk.store, progress)


def rebuild(desk: Desk, progress: Progress = no_progress) -> int:
    """Write every list anew from the events; answers the number of dossiers."""
    dossiers = integrity.rebuild(desk.store, progress)
    desk.reload()
    return dossiers


def sign(desk: Desk, occasion: str) -> None:
    """Sign the head of this device's chain, if anything was added since the last time."""
    with desk.store.writing():
        sign_head(desk.database, desk.store.journal, at=desk.now(), occasion=occasion)


def backup(desk: Desk, target: Path) -> int:
    """Copy the register to a file and prove the copy whole; answers how many events it holds.

    Raises:
        Trouble: The file cannot be written, or the copy is damaged.
    """
    sign(desk, "sao lưu")
    return copy_register(desk.database, target)


def restore(copy: Path, folder: Path, clock: Clock) -> Desk:
    """Go on from a copy. A register already in the folder is kept beside it under another name.

    Raises:
        Trouble: The copy is no register, is damaged, or the folder cannot be written.
    """
    now = in_office_zone(clock())
    keep_as = f"reception-truoc-phuc-hoi-{now:%Y%m%d-%H%M%S-%f}.db"
    bring_back(copy, folder / DATABASE_NAME, now.date(), keep_as=keep_as)
    return open_desk(folder, clock)
