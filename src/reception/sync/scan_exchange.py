"""Scans travel after the events, in pieces that go on where the line broke."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeVar

from reception.domain.errors import Trouble
from reception.domain.moments import Clock, to_utc_text
from reception.storage import submission_rows
from reception.storage.line_rows import note_scan_sent, scans_sent
from reception.storage.scan_files import ScanFiles
from reception.storage.scan_pieces import PieceRefused, ScanPieces
from reception.storage.store import Store
from reception.sync.line import Caller, LineDown, RefusedBy
from reception.sync.messages import ScanAnswer
from reception.sync.program_offers import newer_offer

_SMALLEST, _LARGEST = 16 << 10, 1 << 20  # bytes
_AIM_SECONDS = 4.0
_PATIENCE = 6  # breaks of the line without any progress before this exchange is given up
MOST_FETCHED = 32 << 20  # bytes in one exchange, so that events are never kept waiting long
_MOST_ABSENT = 50  # scans that are not at the server yet and may be asked for in one exchange
_T = TypeVar("_T")
FROM_SERVER = "line"  # who writes the pieces of what comes down, by line or on a stick


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

    def send(self, name: str) -> bool:
        """Send a scan up, as far as it is not there; whether any of it was not.

        Raises:
            LineDown: The line broke time and again; what arrived stays.
            Later, RefusedBy: As the server says.
            Trouble: The scan is lost.
        """
        data = self.pieces.files.read(name)
        there = self._steadily(lambda: self._ask("GET", f"/v1/scans/{name}/progress"))
        lacked, stood = not there.complete, 0
        while not there.complete:
            offset = there.offset
            target = f"/v1/scans/{name}?offset={offset}&size={len(data)}"
            there = self._steadily(lambda t=target, o=offset: self._send_piece(t, data, o))
            stood += there.offset <= offset
            if stood > _PATIENCE and not there.complete:
                raise LineDown("no progress")
        return lacked

    def fetch(self, name: str, size: int) -> bool:
        """Bring a scan down; ``False`` when the server does not have it yet.

        Raises:
            LineDown, Later, RefusedBy, Trouble: As :meth:`send`.
        """
        there = self.pieces.progress(name, FROM_SERVER)
        while not there.complete:
            offset = there.offset
            try:
                data = self._steadily(lambda o=offset: self._fetch_piece(name, o))
            except RefusedBy as refusal:
                if refusal.code == "no-such-scan":
                    return False
                raise
            try:
                there = self.pieces.append(name, FROM_SERVER, offset, data, size)
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
    """What exchanging scans needs; ``seconds`` is a clock that only runs forward.

    ``absent`` keeps which scans the server did not have when it was asked, so that next time others
    are asked for first.
    """

    store: Store
    pieces: ScanPieces
    caller: Caller
    clock: Clock
    size: PieceSize
    seconds: Callable[[], float]
    absent: set[str] = field(default_factory=set[str])

    def exchange(self, outcome: ScanOutcome) -> None:
        """Send the scans that the server lacks, then fetch those that this desk lacks.

        Raises:
            LineDown: The line broke time and again; what arrived stays.
            Later, RefusedBy: As the server says.
            Trouble: A scan of this desk is damaged, or the disk is full; all others were sent.
        """
        damaged = self._send_all(outcome)
        self._fetch_some(outcome)
        if damaged:
            raise damaged

    def _send_all(self, outcome: ScanOutcome) -> Trouble | None:
        damaged: Trouble | None = None
        for name in unsent(self.store):
            if self.pieces.files.size_of(name) is None:
                continue
            try:
                outcome.sent += self._road().send(name)
            except Trouble as trouble:
                damaged = trouble  # no other waits for it
            else:
                note_at_server(self.store, [name], self.clock)
        return damaged

    def _fetch_some(self, outcome: ScanOutcome) -> None:
        fetched, absent = 0, 0
        lacking = missing(self.store, self.pieces.files)
        if lacking.keys() <= self.absent:
            self.absent.clear()
        for name in sorted(lacking, key=self.absent.__contains__):
            if absent == _MOST_ABSENT or (fetched and fetched + lacking[name] > MOST_FETCHED):
                return
            if self._road().fetch(name, lacking[name]):
                note_at_server(self.store, [name], self.clock)
                outcome.fetched += 1
                fetched += lacking[name]
            else:
                self.absent.add(name)
                absent += 1

    def _road(self) -> ScanRoad:
        return ScanRoad(self.pieces, self.caller, self.size, self.seconds)


def unsent(store: Store) -> list[str]:
    """The scans that this register names and does not know to be at the server, oldest first.

    Others' are among them after the server came back from a copy, which may have lost them.
    """
    sent = scans_sent(store.database)
    brought = submission_rows.attachments_waiting(store.database)
    known = dict.fromkeys([*store.journal.scans(), *brought])
    return [name for name in known if name not in sent]


def missing(store: Store, files: ScanFiles) -> dict[str, int]:
    """The scans that this register names and that do not lie beside it, with their sizes.

    So does an update of the program that the server offers, which travels like them.

    What came with a submission stands first: it must be answered within hours.
    """
    submitted = submission_rows.attachments_waiting(store.database)
    offer = newer_offer(store)
    named = submitted | store.journal.scan_sizes()
    if offer:
        named[offer.sha256] = offer.size
    return {name: size for name, size in named.items() if files.size_of(name) is None}


def note_at_server(store: Store, names: Collection[str], clock: Clock) -> None:
    """Note that the server has scans whole."""
    if not names:
        return
    at = to_utc_text(clock())
    with store.writing():
        for name in names:
            note_scan_sent(store.database, name, at)
