"""Keeping the register safe: verify, write its lists anew, copy, and come back from a copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reception.domain.moments import Clock, in_office_zone
from reception.paths import DATABASE_NAME
from reception.services.desk import Desk, desk_on
from reception.services.exchange import finish_listing
from reception.services.scans import files_of, kept_here, known
from reception.storage import integrity
from reception.storage.backup import bring_back, copy_register
from reception.storage.database import open_database
from reception.storage.dated_files import scans_of
from reception.storage.device import sign_head
from reception.storage.integrity import Fault, Progress, Verdict, no_progress
from reception.storage.key_file import unlock
from reception.storage.register_key import RegisterKey
from reception.storage.scan_files import ScanFiles


def verify(desk: Desk, progress: Progress = no_progress) -> Verdict:
    """Check every chain, signature, list and scan; only what came down last is listed before."""
    if not desk.database.only_read:
        finish_listing(desk)
    verdict = integrity.verify(desk.store, progress)
    lost = [Fault(trouble.code, trouble.text) for trouble in files_of(desk).faults(kept_here(desk))]
    return replace(verdict, faults=(*verdict.faults, *lost))


def mend(desk: Desk, verdict: Verdict, progress: Progress = no_progress) -> Verdict:
    """Write anew what is wrong beside events that are whole; answers how the register stands then.

    Nothing is touched where the events themselves are at fault: what they add up to is not known.
    """
    if not verdict.of_lists or desk.database.only_read:
        return verdict
    integrity.mend_lists(desk.store, progress)
    desk.reload()
    return verify(desk, progress)


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
    return copy_whole(desk, target, lists=True)


def copy_whole(desk: Desk, target: Path, *, lists: bool, progress: Progress = no_progress) -> int:
    """As :func:`backup`; without ``lists`` only what cannot be written anew is proved.

    A list that is at fault must not keep the events from being copied every day.
    """
    sign(desk, "sao lưu")
    events = copy_register(desk.database, target, lists=lists, progress=progress)
    files_of(desk).copy_to(ScanFiles(scans_beside(target), desk.database.key), kept_here(desk))
    return events


def scans_beside(copy: Path) -> Path:
    """The folder with the scans of a copy; dated copies of one register share theirs."""
    return scans_of(copy) or copy.with_name(f"{copy.name}-scans")


def restore(copy: Path, folder: Path, clock: Clock, secret: str = "") -> Desk:
    """Go on from a copy. A register already in the folder is kept beside it under another name.

    ``secret`` opens an encrypted copy; without one this PC's own store is asked.

    Raises:
        Trouble: The copy is no register, ``locked``, damaged, or the folder cannot be written.
        RuleViolation: ``wrong-passphrase``.
    """
    return restore_with(copy, folder, clock, unlock(copy, secret))


def restore_with(copy: Path, folder: Path, clock: Clock, key: RegisterKey | None) -> Desk:
    """As :func:`restore`, from a copy of the register in use, whose key is known."""
    now = in_office_zone(clock())
    keep_as = f"reception-truoc-phuc-hoi-{now:%Y%m%d-%H%M%S-%f}.db"
    bring_back(copy, folder / DATABASE_NAME, now.date(), keep_as=keep_as, key=key)
    desk = desk_on(open_database(folder / DATABASE_NAME, key), clock)
    beside = ScanFiles(scans_beside(copy), key)
    # What the copy lacks is told by verify; the register itself must come back in any case.
    there = [name for name in known(desk) if beside.path_of(name).exists()]
    beside.copy_to(files_of(desk), there)
    return desk


def restored_words(desk: Desk, copy: Path) -> str:
    """What a restoring brought back, in one sentence."""
    events = desk.store.journal.count()
    return (
        f"Đã phục hồi {events} sự kiện từ {copy.name}; sổ trước đó, nếu có, được giữ trong"
        f" {desk.database.path.parent}."
    )
