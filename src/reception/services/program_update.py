"""Updating an installed program without its setup file: a signed pack, by exchange or USB.

The new version is put together beside the one in use and waits. At the next start it tries itself
out, and only then is it the one in use; if it fails, it goes and everything stays as it was.

    <home>/current.txt       the version in use
    <home>/waiting.txt       the version that waits, if one does
    <home>/refused.txt       why the last one was refused
    <home>/versions/1.2.3/   one version
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.paths import MANIFEST_NAME, WAITING_NAME, program_folder, resource
from reception.services.desk import Desk
from reception.services.scans import files_of
from reception.sync import signatures
from reception.sync.program_files import digest_of, manifest_of, ordered
from reception.sync.program_offers import newer_offer
from reception.sync.program_pack import ENDING, ProgramPack, opened_pack

CURRENT, REFUSED = "current.txt", "refused.txt"
KEYS_NAME = "release-keys.txt"
_UNFINISHED = "incoming"


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the program is installed, and which of its versions this is."""

    home: Path
    version: str

    def folder_of(self, version: str) -> Path:
        """The folder of a version."""
        return self.home / "versions" / version

    @property
    def waiting(self) -> str:
        """The version that takes over at the next start, or nothing."""
        waiting = _read(self.home / WAITING_NAME)
        return waiting if waiting != self.version else ""

    @property
    def refused(self) -> str:
        """Why the last update was refused, or nothing."""
        return _read(self.home / REFUSED)

    @property
    def earlier(self) -> str:
        """The version to which one can go back, or nothing."""
        others = [path.name for path in self.home.glob("versions/*") if _is_version(path)]
        older = [name for name in others if ordered(name) < ordered(self.version)]
        return max(older, key=ordered, default="")


def installation() -> Installation | None:
    """This installation; ``None`` for a checkout or a wheel, which are updated by other means."""
    folder = program_folder()
    if folder is None or not (folder.parents[1] / CURRENT).is_file():
        return None
    return Installation(folder.parents[1], folder.name)


def trusted_keys() -> list[bytes]:
    """The public keys of those whose packs this program takes, as it was built with them."""
    file = resource(KEYS_NAME)
    words = file.read_text(encoding="ascii").split() if file.is_file() else []
    return [signatures.from_text(word) for word in words]


def require_installation() -> Installation:
    """This installation.

    Raises:
        RuleViolation: ``not-installed``.
    """
    here = installation()
    if here is None:
        raise RuleViolation(
            "not-installed",
            "Chương trình này không được cài bằng tệp cài đặt nên không nhận gói cập nhật; hãy cập"
            " nhật theo cách đã cài.",
        )
    return here


def take(here: Installation, path: Path, keys: Collection[bytes]) -> str:
    """Put the version of a pack beside the one in use; answers which version waits now.

    Args:
        here: The installation.
        path: The pack.
        keys: Whose packs are taken: :func:`trusted_keys`.

    Raises:
        RuleViolation: ``pack-not-newer``, ``not-a-pack`` or ``pack-forged``.
        Trouble: The pack is damaged or for another version, or the disk refuses.
    """
    with opened_pack(path, keys) as pack:
        version = pack.manifest.version
        if ordered(version) <= ordered(here.version):
            raise RuleViolation(
                "pack-not-newer",
                f"Gói cập nhật {version} không mới hơn phiên bản {here.version} đang dùng; không"
                " cần làm gì.",
            )
        try:
            _put_beside(here, pack)
            _write(here.home / WAITING_NAME, version)
            (here.home / REFUSED).unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(error) from error
    return version


def offered(desk: Desk) -> str:
    """The newer version that the server sent and that lies here whole, or nothing."""
    offer = newer_offer(desk.store)
    there = offer is not None and files_of(desk).size_of(offer.sha256) is not None
    return offer.version if offer and there else ""


def take_offered(here: Installation, desk: Desk, keys: Collection[bytes]) -> str:
    """Take the pack that the server sent; answers which version waits now.

    Raises:
        RuleViolation: ``nothing-offered``, or as :func:`take`.
        Trouble: As :func:`take`; or what came is damaged.
    """
    offer = newer_offer(desk.store)
    if offer is None or not offered(desk):
        raise RuleViolation(
            "nothing-offered",
            "Máy chủ chưa gửi phiên bản mới nào đến máy này; hãy trao đổi rồi thử lại.",
        )
    with TemporaryDirectory(prefix="reception-", ignore_cleanup_errors=True) as place:
        pack = Path(place) / f"offered{ENDING}"
        pack.write_bytes(files_of(desk).read(offer.sha256))
        return take(here, pack, keys)


def _put_beside(here: Installation, pack: ProgramPack) -> None:
    """Unchanged files are shared with the version in use where the disk can."""
    own = here.folder_of(here.version)
    has = manifest_of(own).files
    unfinished = here.folder_of(_UNFINISHED)
    shutil.rmtree(unfinished, ignore_errors=True)
    for name, digest in pack.manifest.files.items():
        target = unfinished / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if has.get(name) == digest and digest_of(own / name) == digest:
            _share(own / name, target)
        else:
            target.write_bytes(pack.content(name))
    (unfinished / MANIFEST_NAME).write_bytes(pack.written)
    finished = here.folder_of(pack.manifest.version)
    shutil.rmtree(finished, ignore_errors=True)
    unfinished.rename(finished)


def _share(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)  # a disk without links


def settle(here: Installation, version: str, fault: str) -> bool:
    """After its self-test: put the waiting version in use, or take it away; whether it is in use.

    ``fault`` says why it failed, and is empty when it did not.
    """
    if fault:
        # It waits until it is gone: whatever cuts this short is done again at the next start.
        shutil.rmtree(here.folder_of(version), ignore_errors=True)
        with suppress(OSError):
            _write(here.home / REFUSED, f"{version}: {fault}")
            (here.home / WAITING_NAME).unlink(missing_ok=True)
        return False
    try:
        _switch(here, version)
    except OSError:
        return False  # as before; it is tried again at the next start
    return True


def go_back(here: Installation) -> str:
    """Put the earlier version in use again, from the next start on; answers which one that is.

    Raises:
        RuleViolation: ``no-earlier-version``.
        Trouble: The disk refuses.
    """
    version = here.earlier
    if not version:
        raise RuleViolation(
            "no-earlier-version",
            "Không còn phiên bản cũ nào trên máy này; hãy dùng tệp cài đặt để cài lại.",
        )
    try:
        _switch(here, version, keep=here.version)
    except OSError as error:
        raise _unwritable(error) from error
    return version


def _switch(here: Installation, version: str, keep: str = "") -> None:
    _write(here.home / CURRENT, version)
    (here.home / WAITING_NAME).unlink(missing_ok=True)
    kept = {version, keep or here.version}
    for path in here.home.glob("versions/*"):
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)


def _is_version(folder: Path) -> bool:
    return (folder / MANIFEST_NAME).is_file() and folder.name != _UNFINISHED


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _write(path: Path, text: str) -> None:
    """Write in one step; a power cut leaves the old text or the new one."""
    unfinished = path.with_suffix(".new")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{text}\r\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def _unwritable(error: OSError) -> Trouble:
    return Trouble(
        "update-unwritable",
        f"Không ghi được vào thư mục chương trình ({disk_words(error)}); nếu chương trình do người"
        " quản trị cài cho cả máy, hãy nhờ người ấy cập nhật, nếu không hãy kiểm tra ổ đĩa.",
    )
