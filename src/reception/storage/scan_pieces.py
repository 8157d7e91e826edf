"""Scans that arrive in pieces: a scan is there only once all its bytes hash to its name."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from reception.domain.scan import MOST_BYTES
from reception.storage.database import Database
from reception.storage.register_key import SEAL_BYTES, RegisterKey
from reception.storage.scan_files import FOLDER, ScanFiles
from reception.storage.troubles import troubles

_NAME = re.compile(r"[0-9a-f]{64}")
_SAFE = re.compile(r"[0-9A-Za-z.-]{1,64}")
_DIGITS = 9  # of a piece's offset, so that names sort as offsets do


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
    """A folder of whole scans, and beside it the pieces of those on their way.

    ``whose`` sends the pieces: two senders of one scan do not get into each other's way. With a key
    nothing of a scan lies open on the disk, not even its beginning.
    """

    def __init__(self, folder: Path, key: RegisterKey | None = None) -> None:
        self._folder = folder
        self._key = key
        self.files = ScanFiles(folder, key)

    def progress(self, name: str, whose: str) -> Progress:
        """How much of a scan is there.

        Raises:
            PieceRefused: ``not-a-scan`` when the name is no hash.
        """
        _check(name, whose)
        size = self.files.size_of(name)
        if size is not None:
            return Progress(size, complete=True)
        pieces = self._pieces(name, whose)
        if not pieces:
            return Progress(0, complete=False)
        last = pieces[-1]
        length = last.stat().st_size - (SEAL_BYTES if self._key else 0)
        return Progress(int(last.name) + length, complete=False)

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
        piece = self._waiting(name, whose) / f"{offset:0{_DIGITS}}"
        unfinished = piece.with_suffix(".dang-ghi")
        with troubles():
            piece.parent.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                file.write(self._key.sealed_file(data, _bound(name, piece)) if self._key else data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(piece)
        if offset + len(data) < size:
            return Progress(offset + len(data), complete=False)
        return self._finish(name, whose)

    def _finish(self, name: str, whose: str) -> Progress:
        with troubles():
            data = b"".join(self._read(name, piece) for piece in self._pieces(name, whose))
            is_whole = hashlib.sha256(data).hexdigest() == name
            if is_whole:
                self.files.put(data)
            shutil.rmtree(self._waiting(name, whose))
        if not is_whole:
            raise PieceRefused("scan-altered", 0)
        return Progress(len(data), complete=True)

    def _read(self, name: str, piece: Path) -> bytes:
        kept = piece.read_bytes()
        if self._key is None:
            return kept
        # An altered piece adds nothing: the whole will not hash to its name.
        return self._key.opened_file(kept, _bound(name, piece)) or b""

    def _pieces(self, name: str, whose: str) -> list[Path]:
        """The pieces that are there, in their order."""
        folder = self._waiting(name, whose)
        return sorted(folder.glob("[0-9]" * _DIGITS)) if folder.is_dir() else []

    def _waiting(self, name: str, whose: str) -> Path:
        return self._folder / "dang-nhan" / f"{name}.{whose}"


def _bound(name: str, piece: Path) -> str:
    return f"{name} {piece.name}"


def of_register(database: Database) -> ScanPieces:
    """The scans beside a register, sealed as it is."""
    return ScanPieces(database.path.parent / FOLDER, database.key)


def of_agency(folder: Path, agency: str) -> ScanPieces:
    """The scans of one commune at the server: no other commune's desk comes near them."""
    _check("0" * 64, agency)
    return ScanPieces(folder / agency)


def _check(name: str, whose: str) -> None:
    if not _NAME.fullmatch(name) or not _SAFE.fullmatch(whose) or whose.startswith("."):
        raise PieceRefused("not-a-scan", 0)
