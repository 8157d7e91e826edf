"""Scans on a stick: after all events, as many as it has room for, and kept once they are proved.

A bundle is taken whole or not at all, so a scan goes into one whole as well, or waits for the next.
It is named by the 32 bytes of its hash and by nothing else, so it leads nowhere on a disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from reception.domain.errors import Trouble
from reception.domain.scan import MOST_BYTES as MOST_SCAN_BYTES
from reception.storage.scan_files import ScanFiles
from reception.storage.scan_pieces import PieceRefused, ScanPieces, of_register
from reception.storage.store import Store
from reception.sync.scan_exchange import FROM_SERVER, missing, unsent
from reception.sync.stick_parts import HASH_BYTES, must_read, read, write

SCANS, PIECE = "scans-1", "piece"
DEFAULT_ROOM = 1_000_000_000  # bytes

_MOST_TOLD = 150_000  # so that what is told of them fits one part
_PIECE_BYTES = 4 << 20
_MOST_PIECES = 20_000
_SPARE = 8 << 20  # bytes of a stick that are left for the manifest and the file system

_Hash = Annotated[bytes, Meta(min_length=HASH_BYTES, max_length=HASH_BYTES)]
_Bytes = Annotated[int, Meta(ge=0, le=MOST_SCAN_BYTES)]


class ScansAsked(Struct, frozen=True):
    """What a desk says of scans.

    ``unsent`` it does not know to be at the server, ``wanted`` it lacks from a byte on.
    """

    unsent: Annotated[list[_Hash], Meta(max_length=_MOST_TOLD)]
    wanted: Annotated[list[tuple[_Hash, _Bytes]], Meta(max_length=_MOST_TOLD)]


class ScansTold(Struct, frozen=True):
    """What the server answers.

    ``there`` it has whole, of those that the desk had not sent; ``left`` counts those that the desk
    lacks, that are here, and that the answer had no room for.
    """

    there: Annotated[list[_Hash], Meta(max_length=_MOST_TOLD)]
    left: Annotated[int, Meta(ge=0)]


class Piece(Struct, frozen=True, array_like=True):
    """Some bytes of a scan, from one on; ``size`` is that of the whole scan."""

    scan: _Hash
    offset: _Bytes
    size: Annotated[int, Meta(ge=1, le=MOST_SCAN_BYTES)]
    data: bytes


def asked(store: Store, pieces: ScanPieces) -> ScansAsked:
    """What this desk has to say of scans."""
    lacking = islice(missing(store, pieces.files), _MOST_TOLD)
    return ScansAsked(
        unsent=[bytes.fromhex(name) for name in unsent(store)[:_MOST_TOLD]],
        wanted=[
            (bytes.fromhex(name), pieces.progress(name, FROM_SERVER).offset) for name in lacking
        ],
    )


@dataclass(slots=True)
class ScanLoad:
    """What a bundle takes along of scans.

    ``loaded`` counts those in it, ``left`` those that there was no room for, and ``broken`` those
    that are not what their name says.
    """

    loaded: int = 0
    left: int = 0
    broken: int = 0
    _pieces: int = 0

    def parts(
        self, files: ScanFiles, wanted: Iterable[tuple[str, int]], room: int
    ) -> Iterator[tuple[str, bytes]]:
        """The parts that carry the scans that are here, each from a byte on.

        ``room`` is in bytes; a large one that waits lets others go.
        """
        for name, offset in wanted:
            size = files.size_of(name)
            if size is None:
                continue
            start = min(offset, size)
            if size - start > room or self._pieces >= _MOST_PIECES:
                self.left += 1
                continue
            try:
                data = files.read(name)
            except Trouble:
                self.broken += 1  # no other waits for it; who opens it, or verifies, is told
                continue
            for piece in _cut(name, data, start):
                self._pieces += 1
                yield f"{PIECE}-{self._pieces}", write(piece)
            self.loaded += 1
            room -= len(data) - start


def _cut(name: str, data: bytes, start: int) -> Iterator[Piece]:
    # Where all bytes arrived and the power went out before the scan was whole, one without any
    # brings it to its end.
    for at in range(start, max(len(data), start + 1), _PIECE_BYTES):
        yield Piece(bytes.fromhex(name), at, len(data), data[at : at + _PIECE_BYTES])


def keep_all(store: Store, parts: Iterable[tuple[str, bytes]]) -> tuple[set[str], ScansTold]:
    """Keep what came of scans that this register names and lacks; which of them are whole now.

    Answers also what the server told.
    """
    pieces = of_register(store.database)
    lacking = missing(store, pieces.files)
    came, told = set[str](), ScansTold([], 0)
    for name, content in parts:
        if name == SCANS:
            told = must_read(lambda data=content: read(data, ScansTold))
        else:
            piece = must_read(lambda data=content: read(data, Piece))
            scan = piece.scan.hex()
            if scan in lacking and keep(pieces, FROM_SERVER, piece):
                came.add(scan)
    return came, told


def keep(pieces: ScanPieces, whose: str, piece: Piece) -> bool:
    """Keep what goes on from what is here of a scan; whether the scan became whole by it."""
    name = piece.scan.hex()
    there = pieces.progress(name, whose)
    known = there.offset - piece.offset
    is_last = piece.offset + len(piece.data) == piece.size
    if there.complete or not 0 <= known <= len(piece.data) - (not is_last):
        return False
    try:
        kept = pieces.append(name, whose, there.offset, piece.data[known:], piece.size)
    except PieceRefused:
        return False  # it is asked for, or sent, once more
    return kept.complete


def room_beside(path: Path, most: int) -> int:
    """How many bytes of scans may still be written into a file."""
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        return most  # what is wrong with the stick, writing to it will tell
    return max(0, min(most, free - _SPARE))
