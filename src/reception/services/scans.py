"""Scanned papers and results: attached to a dossier, kept by their content, looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import ScanAttached
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.life import Act
from reception.domain.scan import MOST_BYTES, CheckedScan, Media
from reception.domain.text import checked_text
from reception.services.acting import perform
from reception.services.desk import Desk
from reception.storage import submission_rows
from reception.storage.journal import new_id
from reception.storage.scan_files import FOLDER, ScanFiles

ABOUT_PAPER, ABOUT_RESULT = "paper", "result"
DONE_FOLDER = "da-dinh-kem"
_SUFFIXES = {".pdf", ".jpg", ".jpeg", ".png"}
# A file that a scanner still writes to has changed within this time.
_SETTLED_AFTER_S = 2.0


class NamedScan(Protocol):
    """What names a scan: one attached to a dossier, or one that came with a submission."""

    @property
    def sha256(self) -> str:
        """The hash of its content."""
        ...

    @property
    def name(self) -> str:
        """What its file was called."""
        ...


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file in the watched folder that no dossier has yet; ``size`` is in bytes."""

    path: Path
    size: int


def attach(
    desk: Desk,
    dossier_id: str,
    data: bytes,
    name: str,
    *,
    by: str,
    about: str = ABOUT_PAPER,
    at: datetime | None = None,
) -> Dossier:
    """Attach a scan: first the file is whole on disk, then the event names it.

    Raises:
        RuleViolation: ``scan-kind``, ``scan-broken``, ``scan-too-large``, ``scan-pages``,
            ``scan-locked``, ``scan-twice``, or the dossier takes none.
        Trouble: The disk is full or cannot be written; nothing was recorded.
    """
    from reception.printing.pictures import checked_scan  # only who attaches waits for it

    label = checked_text(Path(name).name, "name") or "ban-quet"
    scan = checked_scan(data, label)
    sha256 = files_of(desk).put(scan.data)

    def make(dossier: Dossier, moment: datetime) -> ScanAttached:
        if sha256 in {kept.sha256 for kept in dossier.scans}:
            raise RuleViolation(
                "scan-twice",
                f"Bản quét {label} đã có trong hồ sơ {dossier.reference}; không cần đính kèm lại.",
                field="scan",
            )
        return ScanAttached(moment, sha256, label, scan.media.value, len(scan.data), about)

    return perform(desk, dossier_id, Act.ATTACH, make, by=by, at=at)


def attach_file(
    desk: Desk, dossier_id: str, path: Path, *, by: str, about: str = ABOUT_PAPER
) -> Dossier:
    """Attach the scan in a file; one from the watched folder is put aside there afterwards.

    Raises:
        Trouble: ``scan-unreadable``, besides those of :func:`attach`.
    """
    try:
        # Not a byte more than may be kept: the file may be anything.
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Trouble(
            "scan-unreadable",
            f"Không đọc được tệp {path.name} ({disk_words(error)}); hãy kiểm tra rồi làm lại.",
        ) from error
    return attach(desk, dossier_id, data, path.name, by=by, about=about)


def put_aside(path: Path) -> None:
    """Move an attached file out of the watched folder, into a folder of its own beside it."""
    target = path.parent / DONE_FOLDER / path.name
    target.parent.mkdir(exist_ok=True)
    if target.exists():
        target = target.with_stem(f"{target.stem}-{new_id()}")
    path.replace(target)


def read(desk: Desk, kept: ScanAttached) -> CheckedScan:
    """An attached scan, proved to be what was attached.

    Raises:
        Trouble: ``scan-not-here`` while it is still on its way, ``scan-lost`` or ``scan-altered``.
    """
    return CheckedScan(Media(kept.media), _content(desk, kept))


def _content(desk: Desk, kept: NamedScan) -> bytes:
    if not is_here(desk, kept) and kept.sha256 not in kept_here(desk):
        raise Trouble(
            "scan-not-here",
            f"Bản quét {kept.name[:60]} chưa về máy này; nó về khi máy trao đổi với máy chủ, qua"
            " mạng hay bằng USB, hãy mở lại sau.",
        )
    return files_of(desk).read(kept.sha256)


def is_here(desk: Desk, kept: NamedScan) -> bool:
    """Whether a scan lies at this desk."""
    return files_of(desk).path_of(kept.sha256).exists()


def look(desk: Desk, kept: NamedScan) -> CheckedScan:
    """A scan to be looked at; what others sent may be anything, so its content is judged anew.

    Raises:
        RuleViolation: As for :func:`attach`, if it cannot be shown.
        Trouble: As for :func:`read`.
    """
    from reception.printing.pictures import checked_scan

    return checked_scan(_content(desk, kept), kept.name[:60])


def small_picture(desk: Desk, kept: NamedScan) -> bytes:
    """A PNG of a scan's first page, small.

    Raises:
        RuleViolation: It cannot be shown.
        Trouble: As for :func:`read`.
    """
    from reception.printing.pictures import kind_of, thumbnail

    data = _content(desk, kept)
    return thumbnail(CheckedScan(kind_of(data, kept.name[:60]), data))


def known(desk: Desk) -> list[str]:
    """The hashes of all scans that the register names, attached or submitted, here or not yet."""
    brought = submission_rows.attachments_waiting(desk.database)
    return list(dict.fromkeys([*desk.store.journal.scans(), *brought]))


def kept_here(desk: Desk) -> list[str]:
    """The scans that must lie here: attached here, unless they came with a submission, or fetched.

    What came with a submission hangs at its dossier from the moment of the answer on, though it may
    still be on its way.
    """
    files = files_of(desk)
    own = set(desk.store.journal.scans(own=True))
    names = known(desk)
    here = {name for name in names if files.path_of(name).exists()}
    if own - here:
        own -= submission_rows.attachments_settled(desk.database)
    return [name for name in names if name in own or name in here]


def files_of(desk: Desk) -> ScanFiles:
    """The scans that lie beside the desk's register."""
    return ScanFiles(folder_of(desk), desk.database.key)


def folder_of(desk: Desk) -> Path:
    """The folder of the desk's scans."""
    return desk.database.path.parent / FOLDER


def waiting_files(folder: Path, now_s: float) -> list[WaitingFile]:
    """The scans in a watched folder that are written to the end, the oldest first.

    Args:
        folder: The folder that the scanner writes to.
        now_s: Seconds since 1970, by the clock that stamps the files.
    """
    found: list[tuple[float, WaitingFile]] = []
    try:
        for path in folder.iterdir():
            facts = path.stat()
            settled = now_s - facts.st_mtime >= _SETTLED_AFTER_S
            if path.suffix.lower() in _SUFFIXES and path.is_file() and facts.st_size and settled:
                found.append((facts.st_mtime, WaitingFile(path, facts.st_size)))
    except OSError:
        # The folder is on a stick that was pulled out, or a file went away meanwhile.
        return []
    return [waiting for _since, waiting in sorted(found, key=lambda pair: pair[0])]
