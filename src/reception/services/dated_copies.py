"""Copies that are made by themselves, day by day, in a second place: a stick, a disk, a server.

A copy counts only once it was opened and its chain walked to the end; only then older ones go. How
many are kept is a rule of :mod:`reception.domain.copies`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from reception.domain.copies import Keep, kept
from reception.domain.errors import Trouble
from reception.domain.moments import from_utc_text, in_office_zone, to_utc_text
from reception.services.desk import Desk
from reception.services.safekeeping import copy_whole
from reception.settings import Settings
from reception.storage import dated_files
from reception.storage.dated_files import CopyFile
from reception.storage.integrity import Progress, no_progress

# So long nobody is bothered by a stick that is not there.
PATIENCE_DAYS = 3


@dataclass(frozen=True, slots=True)
class Made:
    """A dated copy that was just made and proved, and how many older ones it let go."""

    file: Path
    events: int
    at: datetime
    removed: int
    on_one_disk: bool


def make(desk: Desk, place: Path, keep: Keep, progress: Progress = no_progress) -> Made:
    """Copy the register into the second place under today's date, prove it, thin out older ones.

    A second copy of one day takes the place of the first, once it is proved.

    Raises:
        Trouble: ``no-second-place`` while the stick or folder is not there, or the copy failed:
            then all older ones stay as they are.
    """
    require(place)
    device, at = desk.store.journal.device.device, desk.now()
    target = dated_files.path_for(place, device, at.date())
    events = copy_whole(desk, target, lists=False, progress=progress)
    return Made(
        file=target,
        events=events,
        at=at,
        removed=_thin(place, device, keep),
        on_one_disk=dated_files.on_one_disk(desk.database.path, target),
    )


def require(place: Path) -> None:
    """Make sure that the second place is there.

    It is never made: where a stick was, an empty folder of the same name would take the copies.

    Raises:
        Trouble: ``no-second-place``.
    """
    if not place.is_dir():
        raise Trouble(
            "no-second-place",
            f"Không thấy thư mục sao lưu {place}; hãy cắm USB hoặc kiểm tra ổ đĩa, máy chủ rồi sao"
            " lưu lại.",
        )


def _thin(place: Path, device: str, keep: Keep) -> int:
    copies = dated_files.files_in(place, device)
    stay = kept((copy.made_on for copy in copies), keep)
    gone = [copy for copy in copies if copy.made_on not in stay]
    for copy in gone:
        dated_files.remove(copy)
    return len(gone)


def found(place: Path) -> list[CopyFile]:
    """The dated copies in a folder, of every desk, the newest first.

    Raises:
        Trouble: ``no-second-place``, or the folder cannot be read.
    """
    require(place)
    return dated_files.files_in(place)


# --- when the next is due -------------------------------------------------------------------------


def keep_of(settings: Settings) -> Keep:
    """How many copies this PC keeps."""
    return Keep(settings.copies_days, settings.copies_weeks, settings.copies_months)


def last_made_at(settings: Settings) -> datetime | None:
    """When the last dated copy was made, as this PC remembers it."""
    try:
        return from_utc_text(settings.last_copy_at) if settings.last_copy_at else None
    except ValueError:
        return None


def remembered(settings: Settings, made: Made) -> Settings:
    """The settings, knowing of a copy that was just made."""
    return replace(settings, last_copy_at=to_utc_text(made.at))


def is_due(settings: Settings, now: datetime) -> bool:
    """Whether today's copy is still to be made; one from a day to come does not count."""
    last = last_made_at(settings)
    return bool(settings.copies_folder) and (
        last is None or last.date() != in_office_zone(now).date()
    )


def days_without(settings: Settings, today: date) -> int | None:
    """For how many days there has been no copy; ``None`` where there never was one."""
    last = last_made_at(settings)
    return None if last is None else max(0, (today - last.date()) // timedelta(days=1))
