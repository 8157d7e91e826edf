"""Scans that arrive in pieces: a scan is there only once all its bytes hash to its name."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from reception.domain.scan import MOST_BYTES
from reception.storage.scan_files import ScanFiles
from reception.storage.troubles import troubles

_NAME = re.compile(r"[0-9a-f]{64}")
_SAFE = re.compile(r"[0-9A-Za-z.-]{1,64}")


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a scan is there, in bytes; ``complete`` once it is whole."""

    offset: int
    complete: bool


class PieceRefused(ValueError):
    """A piece that does not fit; ``code`` says why, ``offset`` where to go on."""

    def __init__(self, code: str, offset: int) -> None:
        super().__init__(code)
        self.code, self.offset = code, offset


class ScanPieces:
    """A folder of whole scans, and beside it the beginnings of those on their way.

    ``whose`` sends the pieces: two senders of one scan do not get into each other's way.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.files = ScanFiles(folder)

    def progress(self, name: str, whose: str) -> Progress:
        """How much of a scan is there.

        Raises:
            PieceRefused: ``not-a-scan`` when the name is no hash.
        """
        _check(name, whose)
        if self.files.path_of(name).exists():
            return Progress(self.files.path_of(name).stat().st_size, complete=True)
        part = self._part(name, whose)
        return Progress(part.stat().st_size if part.exists() else 0, complete=False)

    def append(self, name: str, whose: str, offset: int, data: bytes, size: int) -> Progress:
        """Add a piece; with the last one the scan is checked and given its name.

        Raises:
            PieceRefused: ``wrong-offset``, ``scan-too-large``, or ``scan-altered`` when the bytes
                do not hash to the name; they are dropped then.
            Trouble: The disk is full or cannot be written.
        """
        there = self.progress(name, whose)
        if there.complete:
            return there
        if offset != there.offset:
            raise PieceRefused("wrong-offset", there.offset)
        if not 0 < size <= MOST_BYTES or offset + len(data) > size:
            raise PieceRefused("scan-too-large", there.offset)
        part = self._part(name, whose)
        with troubles():
            part.parent.mkdir(parents=True, exist_ok=True)
            with part.open("ab") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        if offset + len(data) < size:
            return Progress(offset + len(data), complete=False)
        return self._finish(name, part)

    def _finish(self, name: str, part: Path) -> Progress:
        with troubles():
            if hashlib.sha256(part.read_bytes()).hexdigest() != name:
                part.unlink()
                raise PieceRefused("scan-altered", 0)
            whole = self.files.path_of(name)
            whole.parent.mkdir(parents=True, exist_ok=True)
            part.replace(whole)
            return Progress(whole.stat().st_size, complete=True)

    def _part(self, name: str, whose: str) -> Path:
        return self._folder / "dang-nhan" / f"{name}.{whose}"


def of_agency(folder: Path, agency: str) -> ScanPieces:
    """The scans of one commune at the server: no other commune's desk comes near them."""
    _check("0" * 64, agency)
    return ScanPieces(folder / agency)


def _check(name: str, whose: str) -> None:
    if not _NAME.fullmatch(name) or not _SAFE.fullmatch(whose) or whose.startswith("."):
        raise PieceRefused("not-a-scan", 0)
