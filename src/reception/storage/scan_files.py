"""Scans beside the register: files named by the hash of their content, never changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reception.domain.errors import Trouble, disk_words
from reception.storage.troubles import troubles

FOLDER = "scans"


class ScanFiles:
    """A folder of scans. A file is whole on disk before its event is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep a scan; answers its SHA-256 in hex. The same content is kept once.

        Raises:
            Trouble: The disk is full or cannot be written.
        """
        name = hashlib.sha256(data).hexdigest()
        path = self.path_of(name)
        with troubles():
            if path.exists() and path.stat().st_size == len(data):
                return name
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".dang-ghi")
            with unfinished.open("wb") as file:
                file.write(data)
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
            data = self.path_of(name).read_bytes()
        except OSError as error:
            raise Trouble(
                "scan-lost",
                f"Không mở được bản quét ({disk_words(error)});"
                " hãy phục hồi thư mục scans từ bản sao, hoặc quét lại.",
            ) from error
        if hashlib.sha256(data).hexdigest() != name:
            raise Trouble(
                "scan-altered",
                "Bản quét này đã bị sửa hoặc hỏng; hãy phục hồi từ bản sao, hoặc quét lại.",
            )
        return data

    def path_of(self, name: str) -> Path:
        """Where a scan lies: two letters of its hash make a folder, so that none grows too full."""
        return self._folder / name[:2] / name[2:]

    def copy_to(self, target: ScanFiles, names: Iterable[str]) -> int:
        """Copy scans to another folder, those that it lacks; answers how many it lacked.

        Raises:
            Trouble: A scan is lost or altered, or the target cannot be written.
        """
        missing = [name for name in names if not target.path_of(name).exists()]
        for name in missing:
            target.put(self.read(name))
        return len(missing)

    def faults(self, names: Iterable[str]) -> Iterator[Trouble]:
        """What is wrong with the scans that ought to be there."""
        for name in names:
            try:
                self.read(name)
            except Trouble as trouble:
                yield trouble
