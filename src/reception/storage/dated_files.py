"""The files of dated copies in the second place: their names, and what belongs to each.

A name carries the desk's mark, so that several desks may copy to one folder of a server. All dated
copies of a register share one folder of scans: a scan never changes, and none is copied twice.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reception.storage import key_file
from reception.storage.troubles import troubles

_NAME = re.compile(r"so-ho-so-(?P<mark>[0-9a-f]{8})-(?P<day>\d{4}-\d{2}-\d{2})\.db")
_MARK_LETTERS = 8


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A dated copy: whose it is and of which day."""

    path: Path
    mark: str
    made_on: date

    @property
    def is_locked(self) -> bool:
        """Whether it is encrypted."""
        return not key_file.lies_open(self.path)


def mark_of(device: str) -> str:
    """By which letters a device's copies are known: the last of its id, which are random."""
    return device[-_MARK_LETTERS:]


def path_for(place: Path, device: str, day: date) -> Path:
    """Where a device's copy of a day lies."""
    return place / f"so-ho-so-{mark_of(device)}-{day.isoformat()}.db"


def files_in(place: Path, device: str = "") -> list[CopyFile]:
    """The dated copies in a folder, of one device or of all, the newest first.

    Raises:
        Trouble: The folder cannot be read.
    """
    with troubles():
        found = [copy for path in place.iterdir() if (copy := _read(path))]
    of_one = [copy for copy in found if not device or copy.mark == mark_of(device)]
    return sorted(of_one, key=lambda copy: (copy.made_on, copy.mark), reverse=True)


def scans_of(copy: Path) -> Path | None:
    """The folder that holds the scans of a dated copy; ``None`` when a file is none.

    Those of a locked register lie apart from those that were copied before it was locked.
    """
    named = _NAME.fullmatch(copy.name)
    if named is None:
        return None
    ending = "-khoa" if key_file.path_for(copy).exists() else ""
    return copy.with_name(f"so-ho-so-{named['mark']}-scans{ending}")


def remove(copy: CopyFile) -> None:
    """Remove a copy that newer ones have replaced, with its key file.

    Raises:
        Trouble: The folder cannot be written.
    """
    with troubles():
        copy.path.unlink(missing_ok=True)
        for companion in ("-wal", "-shm"):
            copy.path.with_name(copy.path.name + companion).unlink(missing_ok=True)
        key_file.path_for(copy.path).unlink(missing_ok=True)


def on_one_disk(one: Path, other: Path) -> bool:
    """Whether two files lie on the same volume, where one blow takes both."""
    with troubles():
        return one.stat().st_dev == other.stat().st_dev


def settle(path: Path) -> None:
    """Make sure that a file has reached the disk: a stick is pulled out without asking.

    Raises:
        Trouble: The disk is full or gone.
    """
    with troubles(), path.open("r+b") as file:
        os.fsync(file.fileno())


def settle_name(folder: Path) -> None:
    """Make sure that a renaming has reached the disk, where a folder can be asked for that."""
    if os.name == "nt":
        return  # Windows writes names through its own journal
    with troubles():
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _read(path: Path) -> CopyFile | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        return CopyFile(path, named["mark"], date.fromisoformat(named["day"]))
    except ValueError:
        return None
