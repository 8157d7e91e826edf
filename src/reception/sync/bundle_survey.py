"""Reading a bundle's file: the one walk that proves it is the one that was written.

The checksum tells a bad copy from a forgery: whatever happened to the bytes on the way is
``truncated`` or ``damaged``, never an accusation.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reception.sync.bundle_form import (
    LAST,
    MAGIC,
    MAX_FILE_BYTES,
    MAX_FRAME_BYTES,
    MAX_FRAMES,
    MAX_HEAD_BYTES,
    SIGNATURE_BYTES,
    prelude_of,
)
from reception.sync.bundle_refusals import (
    damaged,
    newer,
    not_a_bundle,
    too_large,
    truncated,
    unreadable,
)

_FAMILY = MAGIC[:4]
_READ_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Outline:
    """What a whole file consists of.

    ``prelude`` is everything before the frames, ``frames`` place and length of each, ``signed`` the
    digest that the signature is over.
    """

    head: bytes
    prelude: bytes
    frames: tuple[tuple[int, int], ...]
    signed: bytes
    signature: bytes


class Input:
    """Reads a bundle; a file that ends early is told as such."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path

    def size(self) -> int:
        """How long the file is; it then stands at its beginning."""
        try:
            length = self._file.seek(0, os.SEEK_END)
            self._file.seek(0)
        except OSError as error:
            raise unreadable(self._path, error) from error
        return length

    def some(self, most: int, *, at: int | None = None) -> bytes:
        """Up to so many bytes from a place, or from here; fewer only at the end."""
        try:
            if at is not None:
                self._file.seek(at)
            return self._file.read(most)
        except OSError as error:
            raise unreadable(self._path, error) from error

    def exactly(self, length: int, *, at: int | None = None) -> bytes:
        """So many bytes.

        Raises:
            Trouble: ``bundle-truncated`` or ``bundle-unreadable``.
        """
        data = self.some(length, at=at)
        if len(data) < length:
            raise truncated()
        return data


@contextmanager
def read(path: Path) -> Generator[Input]:
    """The file, open for reading.

    Raises:
        Trouble: ``bundle-unreadable``.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with file:
        yield Input(file, path)


def survey(file: Input) -> Outline:
    """Walk through the whole file once, in small pieces, and prove it the one that was written.

    Raises:
        RuleViolation: ``not-a-bundle``.
        Trouble: ``bundle-truncated``, ``bundle-damaged``, ``bundle-newer``, ``bundle-too-large``
            or ``bundle-unreadable``.
    """
    if file.size() > MAX_FILE_BYTES:
        raise too_large(MAX_FILE_BYTES)
    _check_magic(file.some(len(MAGIC)))
    head = file.exactly(_bounded(int.from_bytes(file.exactly(4), "big"), MAX_HEAD_BYTES))
    prelude = prelude_of(head)
    digest = hashlib.sha256(prelude)
    frames = tuple(_walk_frames(file, len(prelude), digest.update))
    signed = digest.digest()
    signature = file.exactly(SIGNATURE_BYTES)
    digest.update(signature)
    if file.exactly(digest.digest_size) != digest.digest() or file.some(1):
        raise damaged()
    return Outline(head, prelude, frames, signed, signature)


def _walk_frames(
    file: Input, at: int, seen: Callable[[bytes], object]
) -> Generator[tuple[int, int]]:
    for _ in range(MAX_FRAMES):
        prefix = file.exactly(4)
        seen(prefix)
        said = int.from_bytes(prefix, "big")
        last, length = bool(said & LAST), _bounded(said & ~LAST, MAX_FRAME_BYTES)
        yield at + len(prefix), length
        at += len(prefix) + length
        while length:
            piece = file.exactly(min(length, _READ_BYTES))
            seen(piece)
            length -= len(piece)
        if last:
            return
    raise damaged()


def _check_magic(found: bytes) -> None:
    if found == MAGIC:
        return
    if len(found) < len(MAGIC) and MAGIC.startswith(found):
        raise truncated()
    if found[:4] == _FAMILY and found[4:5] > MAGIC[4:5] and found[4:5].isdigit():
        raise newer()
    raise not_a_bundle()


def _bounded(length: int, most: int) -> int:
    if length > most:
        raise damaged()
    return length
