"""Scans beside the register: files named by the hash of their content, never changed.

Beside an encrypted register they are sealed under its key; the name stays that of the content.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reception.domain.errors import Trouble, disk_words
from reception.domain.submission import names_content
from reception.storage.register_key import SEAL_BYTES, RegisterKey
from reception.storage.troubles import troubles

FOLDER = "scans"
_NOWHERE = "0" * 64  # of no content


class ScanFiles:
    """A folder of scans. A file is whole on disk before its event is written."""

    def __init__(self, folder: Path, key: RegisterKey | None = None) -> None:
        self._folder = folder
        self._key = key

    def under(self, key: RegisterKey) -> ScanFiles:
        """The same folder, its scans sealed under a key."""
        return ScanFiles(self._folder, key)

    def put(self, data: bytes) -> str:
        """Keep a scan; answers its SHA-256 in hex. The same content is kept once.

        Raises:
            Trouble: The disk is full or cannot be written.
        """
        name = hashlib.sha256(data).hexdigest()
        path = self.path_of(name)
        with troubles():
            if self.size_of(name) == len(data):
                return name
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".dang-ghi")
            with unfinished.open("wb") as file:
                file.write(self._key.sealed_file(data, name) if self._key else data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        return name

    def read(self, name: str) -> bytes:
        """A scan by its hash.

        Raises:
            Trouble: ``scan-lost`` when it is not there, ``scan-altered`` when it is another.
        """
        try:
            kept = self.path_of(name).read_bytes()
        except OSError as error:
            raise Trouble(
                "scan-lost",
                f"Không mở được bản quét ({disk_words(error)});"
                " hãy phục hồi thư mục scans từ bản sao, hoặc quét lại.",
            ) from error
        opened = self._key.opened_file(kept, name) if self._key else None
        # One from before the register was encrypted may still lie open.
        data = kept if opened is None else opened
        if hashlib.sha256(data).hexdigest() != name:
            raise Trouble(
                "scan-altered",
                "Bản quét này đã bị sửa hoặc hỏng; hãy phục hồi từ bản sao, hoặc quét lại.",
            )
        return data

    def size_of(self, name: str) -> int | None:
        """How many bytes a scan has; ``None`` when it is not there."""
        path = self.path_of(name)
        if not path.exists():
            return None
        return path.stat().st_size - (SEAL_BYTES if self._key else 0)

    def path_of(self, name: str) -> Path:
        """Where a scan lies: two letters of its hash make a folder, so that none grows too full.

        A name that is no hash leads nowhere.
        """
        safe = name if names_content(name) else _NOWHERE
        return self._folder / safe[:2] / safe[2:]

    def copy_to(self, target: ScanFiles, names: Iterable[str]) -> int:
        """Copy scans to another folder, those that it lacks; answers how many it lacked.

        Raises:
            Trouble: A scan is lost or altered, or the target cannot be written.
        """
        missing = [name for name in names if not target.path_of(name).exists()]
        for name in missing:
            target.put(self.read(name))
        return len(missing)

    def seal_all(self, names: Iterable[str]) -> int:
        """Seal the scans that still lie open; answers how many did.

        Raises:
            Trouble: The disk is full or cannot be written.
        """
        count = 0
        for name in names:
            path = self.path_of(name)
            if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == name:
                self.put(path.read_bytes())
                count += 1
        return count

    def faults(self, names: Iterable[str]) -> Iterator[Trouble]:
        """What is wrong with the scans that ought to be there."""
        for name in names:
            try:
                self.read(name)
            except Trouble as trouble:
                yield trouble
