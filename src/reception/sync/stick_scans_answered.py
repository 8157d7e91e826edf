"""Scans of a desk's bundle at the server: those that came are kept, and what it lacks goes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reception.storage.scan_pieces import ScanPieces
from reception.sync.stick_parts import read, write
from reception.sync.stick_scans import SCANS, Piece, ScanLoad, ScansAsked, ScansTold, keep


@dataclass(slots=True)
class DeskScans:
    """The scans of a commune, and what one of its desks brings of them and asks for.

    ``received`` counts those that came and are whole.
    """

    pieces: ScanPieces
    device: str
    received: int = 0
    load: ScanLoad = field(default_factory=ScanLoad)
    _asked: ScansAsked | None = None

    def take(self, name: str, content: bytes) -> None:
        """Take a part of the bundle.

        Raises:
            ValueError: It is none about scans.
            Trouble: The disk is full or cannot be written.
        """
        if name == SCANS:
            self._asked = read(content, ScansAsked)
        else:
            self.received += keep(self.pieces, self.device, read(content, Piece))

    def answer(self, named: Iterable[str], room: int) -> Iterator[tuple[str, bytes]]:
        """The parts that go back: what the desk lacks, also of what it is only now told of.

        ``named`` are the scans that the answer's pages tell of, ``room`` is in bytes. A program
        that says nothing of scans is told nothing of them.
        """
        if self._asked is None:
            return
        own = {scan.hex() for scan in self._asked.unsent}
        wanted = {scan.hex(): start for scan, start in self._asked.wanted}
        news = {name: 0 for name in named if name not in own and name not in wanted}
        yield from self.load.parts(self.pieces.files, (wanted | news).items(), room)
        there = [scan for scan in self._asked.unsent if self._is_here(scan.hex())]
        yield SCANS, write(ScansTold(there, self.load.left))

    def _is_here(self, name: str) -> bool:
        return self.pieces.files.size_of(name) is not None
