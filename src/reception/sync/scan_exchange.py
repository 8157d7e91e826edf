"""Scans travel after the events, in pieces that go on where the line broke."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from reception.domain.moments import Clock, to_utc_text
from reception.storage.line_rows import note_scan_sent, scans_sent
from reception.storage.scan_pieces import PieceRefused, ScanPieces
from reception.storage.store import Store
from reception.sync.line import Caller, LineDown, RefusedBy
from reception.sync.messages import ScanAnswer

_SMALLEST, _LARGEST = 16 << 10, 1 << 20  # bytes
_AIM_SECONDS = 4.0
_PATIENCE = 6  # breaks of the line without any progress before this exchange is given up
MOST_FETCHED = 32 << 20  # bytes in one exchange, so that events are never kept waiting long
_T = TypeVar("_T")
_LINE = "line"  # who writes the pieces of what is fetched


class PieceSize:
    """How many bytes to send at once: about four seconds of the line."""

    def __init__(self) -> None:
        self.bytes = 128 << 10

    def arrived(self, seconds: float) -> None:
        """A piece arrived after so many seconds."""
        wanted = 2.0 if seconds <= 0 else min(2.0, _AIM_SECONDS / seconds)
        self.bytes = max(_SMALLEST, min(_LARGEST, int(self.bytes * wanted)))

    def broke(self) -> None:
        """The line broke within a piece."""
        self.bytes = max(_SMALLEST, self.bytes // 2)


@dataclass(slots=True)
class ScanOutcome:
    """How many scans went and came."""

    sent: int = 0
    fetched: int = 0


@dataclass(frozen=True, slots=True)
class ScanRoad:
    """Carries one scan after another; ``seconds`` is a clock that only runs forward."""

    pieces: ScanPieces
    caller: Caller
    size: PieceSize
    seconds: Callable[[], float]

    def send(self, name: str) -> None:
        """Send a scan up, as far as it is not there.

        Raises:
            LineDown: The line broke time and again; what arrived stays.
            Later, RefusedBy: As the server says.
            Trouble: The scan is lost.
        """
        data = self.pieces.files.read(name)
        there = self._steadily(lambda: self._ask("GET", f"/v1/scans/{name}/progress"))
        while not there.complete:
            offset = there.offset
            target = f"/v1/scans/{name}?offset={offset}&size={len(data)}"
            there = self._steadily(lambda t=target, o=offset: self._send_piece(t, data, o))

    def fetch(self, name: str, size: int) -> bool:
        """Bring a scan down; ``False`` when the server does not have it yet.

        Raises:
            LineDown, Later, RefusedBy, Trouble: As :meth:`send`.
        """
        there = self.pieces.progress(name, _LINE)
        while not there.complete:
            offset = there.offset
            try:
                data = self._steadily(lambda o=offset: self._fetch_piece(name, o))
            except RefusedBy as refusal:
                if refusal.code == "no-such-scan":
                    return False
                raise
            try:
                there = self.pieces.append(name, _LINE, offset, data, size)
            except PieceRefused:
                return False  # dropped, and fetched anew with the next exchange
            if not data:
                return False
        return True

    def _send_piece(self, target: str, data: bytes, offset: int) -> ScanAnswer:
        began = self.seconds()
        try:
            answer = self._ask("POST", target, data[offset : offset + self.size.bytes])
        except RefusedBy as refusal:
            if refusal.code != "wrong-offset" or refusal.line.acked is None:
                raise
            # An answer was lost: the piece had arrived.
            return ScanAnswer(refusal.line.acked, complete=False)
        self.size.arrived(self.seconds() - began)
        return answer

    def _fetch_piece(self, name: str, offset: int) -> bytes:
        began = self.seconds()
        target = f"/v1/scans/{name}?offset={offset}&limit={self.size.bytes}"
        data = self.caller.bytes("GET", target)
        self.size.arrived(self.seconds() - began)
        return data

    def _ask(self, method: str, target: str, body: bytes = b"") -> ScanAnswer:
        return self.caller.json(method, target, ScanAnswer, body)

    def _steadily(self, ask: Callable[[], _T]) -> _T:
        """Ask until an answer comes, for as long as patience lasts."""
        for _break in range(_PATIENCE):
            try:
                return ask()
            except LineDown:
                self.size.broke()
        return ask()


@dataclass(frozen=True, slots=True)
class ScanExchanger:
    """What exchanging scans needs; ``seconds`` is a clock that only runs forward."""

    store: Store
    pieces: ScanPieces
    caller: Caller
    clock: Clock
    size: PieceSize
    seconds: Callable[[], float]

    def exchange(self, outcome: ScanOutcome) -> None:
        """Send this desk's scans that the server lacks, then fetch those of others.

        Raises:
            LineDown: The line broke time and again; what arrived stays.
            Later, RefusedBy: As the server says.
            Trouble: A scan of this desk is lost, or the disk is full.
        """
        for name in self._unsent():
            if self.pieces.files.path_of(name).exists():
                self._send(name)
                outcome.sent += 1
        fetched = 0
        for name, size in self._missing():
            if fetched + size > MOST_FETCHED and fetched:
                return
            if self._road().fetch(name, size):
                outcome.fetched += 1
            fetched += size

    def _unsent(self) -> Iterator[str]:
        sent = scans_sent(self.store.database)
        yield from (name for name in self.store.journal.scans(own=True) if name not in sent)

    def _missing(self) -> Iterator[tuple[str, int]]:
        for name, size in self.store.journal.scan_sizes().items():
            if not self.pieces.files.path_of(name).exists():
                yield name, size

    def _send(self, name: str) -> None:
        self._road().send(name)
        with self.store.writing():
            note_scan_sent(self.store.database, name, to_utc_text(self.clock()))

    def _road(self) -> ScanRoad:
        return ScanRoad(self.pieces, self.caller, self.size, self.seconds)
