"""Writing a bundle's file front to back, so that it has its name only when it is whole."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from reception.sync.bundle_form import LAST, prelude_of
from reception.sync.bundle_refusals import too_large, unwritable


class Output:
    """Writes a bundle front to back and keeps its running digest."""

    def __init__(self, file: FileIO, path: Path, limit: int) -> None:
        self._file = file
        self._path = path
        self._limit = limit
        self._written = 0
        self._digest = hashlib.sha256()

    def head(self, data: bytes) -> bytes:
        """Begin the file; answers all of it so far, to which the frames are bound."""
        prelude = prelude_of(data)
        self._put(prelude)
        return prelude

    def frame(self, data: bytes, *, last: bool) -> None:
        """Append one sealed frame."""
        self._put((len(data) | (LAST if last else 0)).to_bytes(4, "big"))
        self._put(data)

    def signed(self) -> bytes:
        """The digest of everything so far."""
        return self._digest.digest()

    def close_with(self, signature: bytes) -> None:
        """Append the signature, and the checksum of the file with it."""
        self._put(signature)
        self._put(self._digest.digest())

    def _put(self, data: bytes) -> None:
        self._written += len(data)
        if self._written > self._limit:
            raise too_large(self._limit)
        self._digest.update(data)
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            raise unwritable(self._path, error) from error


@contextmanager
def written(path: Path, limit: int) -> Generator[Output]:
    """A file that gets its name only when it is whole and durable; otherwise nothing stays.

    Raises:
        Trouble: ``bundle-unwritable`` or ``bundle-too-large``.
    """
    # Each writer has its own unfinished file, so that two of them do not mix.
    unfinished = path.parent / f"{path.name}.{secrets.token_hex(4)}.dang-ghi"
    try:
        with _created(unfinished, path) as file:
            yield Output(file, path, limit)
            _settle(file, path)
        try:
            unfinished.replace(path)
            _settle_folder(path.parent)
        except OSError as error:
            raise unwritable(path, error) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


@contextmanager
def _created(unfinished: Path, path: Path) -> Generator[FileIO]:
    try:
        file = unfinished.open("xb", buffering=0)
    except OSError as error:
        raise unwritable(path, error) from error
    with file:
        yield file


def _settle(file: FileIO, path: Path) -> None:
    try:
        os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(path, error) from error


def _settle_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows opens no folders; its file systems keep the order of a rename
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
