"""Keeping the register safe: verify, write its lists anew, copy, and come back from a copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reception.domain.moments import Clock, in_office_zone
from reception.paths import DATABASE_NAME
from reception.services.desk import Desk, open_desk
from reception.services.exchange import finish_listing
from reception.services.scans import files_of
from reception.storage import integrity
from reception.storage.backup import bring_back, copy_register
from reception.storage.device import sign_head
from reception.storage.integrity import Fault, Progress, Verdict, no_progress
from reception.storage.scan_files import ScanFiles


def verify(desk: Desk, progress: Progress = no_progress) -> Verdict:
    """Check every chain, signature, list and scan; only what came down last is listed before."""
    if not desk.database.only_read:
        finish_listing(desk)
    verdict = integrity.verify(desk.store, progress)
    lost = [
        Fault(trouble.code, trouble.text) for trouble in files_of(desk).faults(_scans_kept(desk))
    ]
    return replace(verdict, faults=(*verdict.faults, *lost))


def rebuild(desk: Desk, progress: Progress = no_progress) -> int:
    """Write every list anew from the events; answers the number of dossiers."""
    dossiers = integrity.rebuild(desk.store, progress)
    desk.reload()
    return dossiers


def sign(desk: Desk, occasion: str) -> None:
    """Sign the head of this device's chain, if anything was added since the last time."""
    if desk.database.only_read:
        return  # nothing was added, nor can a signature be
    with desk.store.writing():
        sign_head(desk.database, desk.store.journal, at=desk.now(), occasion=occasion)


def backup(desk: Desk, target: Path) -> int:
    """Copy the register to a file and prove the copy whole; answers how many events it holds.

    Scans are copied into a folder beside it, :func:`scans_beside`, those that it lacks.

    Raises:
        Trouble: The file cannot be written, the copy is damaged, or a scan is.
    """
    sign(desk, "sao lưu")
    events = copy_register(desk.database, target)
    files_of(desk).copy_to(ScanFiles(scans_beside(target)), _scans_kept(desk))
    return events


def _scans_kept(desk: Desk) -> list[str]:
    """The scans that must lie here: this desk's own, and those of others that were fetched."""
    own = set(desk.store.journal.scans(own=True))
    files = files_of(desk)
    names = desk.store.journal.scans()
    return [name for name in names if name in own or files.path_of(name).exists()]


def scans_beside(copy: Path) -> Path:
    """The folder with the scans of a copy."""
    return copy.with_name(f"{copy.name}-scans")


def restore(copy: Path, folder: Path, clock: Clock) -> Desk:
    """Go on from a copy. A register already in the folder is kept beside it under another name.

    Raises:
        Trouble: The copy is no register, is damaged, or the folder cannot be written.
    """
    now = in_office_zone(clock())
    keep_as = f"reception-truoc-phuc-hoi-{now:%Y%m%d-%H%M%S-%f}.db"
    bring_back(copy, folder / DATABASE_NAME, now.date(), keep_as=keep_as)
    desk = open_desk(folder, clock)
    beside = ScanFiles(scans_beside(copy))
    # What the copy lacks is told by verify; the register itself must come back in any case.
    there = [name for name in desk.store.journal.scans() if beside.path_of(name).exists()]
    beside.copy_to(files_of(desk), there)
    return desk
