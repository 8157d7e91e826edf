"""The desk's bundle for the server above, written to a stick where there is no line.

It carries what would go by line: all own events after the last receipts, in the very same batches,
then scans, and what this desk holds, so that the answer can go on from there. Writing changes
nothing here but the bundle's number: if the stick is lost, the next one carries the same and more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from reception.domain.moments import Clock
from reception.storage import bundle_rows, foreign, line_rows
from reception.storage.bundle_rows import BundleRow, Direction
from reception.storage.database import Database
from reception.storage.device import own_key, public_key
from reception.storage.epochs import drop_doubles
from reception.storage.journal import new_id
from reception.storage.line_rows import LineRow
from reception.storage.scan_pieces import ScanPieces, of_register
from reception.storage.store import Store
from reception.sync import messages, wire
from reception.sync.bundle import write_bundle
from reception.sync.bundle_head import BundleHead
from reception.sync.exchanging import enrolled, own_chains
from reception.sync.joining import pending_enrolment
from reception.sync.pushing import Chain, Packed, pack
from reception.sync.recovering import owed
from reception.sync.stick_parts import (
    ENROLMENT,
    EVENTS,
    HOLDINGS,
    MOST_BYTES,
    Brought,
    Holdings,
    ladder,
    write,
)
from reception.sync.stick_scans import DEFAULT_ROOM, SCANS, ScanLoad, asked, room_beside

Part = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class StickOut:
    """A bundle that was written. ``whole`` says that nothing had to be left for the next one.

    ``sent`` counts this device's events in it, ``handed_back`` those of others that a restored
    server had lost; ``bytes`` is the file's size. ``scans`` are in it, ``scans_waiting`` were left
    out for lack of room, ``scans_broken`` are not what was attached.
    """

    bundle: str
    number: int
    sent: int
    handed_back: int
    bytes: int
    enrolling: bool
    whole: bool
    scans: int
    scans_waiting: int
    scans_broken: int

    @property
    def words(self) -> str:
        """What the clerk is told."""
        asks = "xin ghi danh, " if self.enrolling else ""
        scans = f", {self.scans} bản quét" if self.scans or self.scans_waiting else ""
        return (
            f"Đã ghi gói số {self.number}: {asks}{self.sent + self.handed_back} sự kiện{scans}; hãy"
            f" mang đến máy chủ cấp trên và mang gói trả lời về.{self._rest()}"
        )

    def _rest(self) -> str:
        said = ""
        if self.scans_waiting:
            said = (
                f" Còn {self.scans_waiting} bản quét chưa chứa hết; sau khi nhận trả lời hãy xuất"
                " gói tiếp theo."
            )
        elif not self.whole:
            said = " Chưa chứa hết; sau khi nhận trả lời hãy xuất gói tiếp theo."
        if self.scans_broken:
            said += (
                f" Có {self.scans_broken} bản quét trên máy này bị hỏng nên không gửi được; hãy"
                " phục hồi thư mục scans từ bản sao, hoặc quét lại."
            )
        return said


def write_stick(
    store: Store, path: Path, clock: Clock, *, room: int = DEFAULT_ROOM, most: int = MOST_BYTES
) -> StickOut:
    """Write the bundle that the server above is to take.

    It holds at most so many bytes of scans, and in all; of scans not more than the stick has free.

    Raises:
        Trouble: ``not-enrolled``, or the stick cannot be written; then nothing is on it.
    """
    line = enrolled(store)
    _drop_what_a_copy_brought(store)
    head = _next_head(store, line, clock)
    parts = _Parts(store, line, most, of_register(store.database))
    write_bundle(
        path,
        head,
        parts.all(lambda: room_beside(path, room)),
        signing_key=own_key(store.database),
        seal_to=line.server_seal_key,
    )
    return StickOut(
        bundle=head.bundle_id,
        number=head.number,
        sent=parts.sent,
        handed_back=parts.handed_back,
        bytes=path.stat().st_size,
        enrolling=bool(line.code),
        whole=not (parts.left or parts.load.left),
        scans=parts.load.loaded,
        scans_waiting=parts.load.left,
        scans_broken=parts.load.broken,
    )


def _drop_what_a_copy_brought(store: Store) -> None:
    """Leave out what another copy of this register sent already, before this epoch is begun."""
    device = store.journal.device
    if device.epoch > 1 and not line_rows.receipt(store.database, device.device, device.epoch):
        with store.writing():
            drop_doubles(store)


def _next_head(store: Store, line: LineRow, clock: Clock) -> BundleHead:
    device, now = store.journal.device.device, clock()
    with store.writing():
        number = bundle_rows.next_number(store.database, device)
        row = BundleRow(new_id(), Direction.OUT, device, number, line.incarnation, now)
        bundle_rows.note(store.database, row)
    return BundleHead(
        sender_kind="device",
        sender=device,
        agency=line.agency,
        bundle_id=row.bundle,
        number=number,
        answers="",
        incarnation=line.incarnation,
        created_at=now,
        key=public_key(store.database) if line.code else b"",
    )


@dataclass(slots=True)
class _Parts:
    """The parts, made one at a time while the file is written, and what was counted of them."""

    store: Store
    line: LineRow
    most: int
    pieces: ScanPieces
    load: ScanLoad = field(default_factory=ScanLoad)
    sent: int = 0
    handed_back: int = 0
    left: bool = False
    _bytes: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def all(self, room: Callable[[], int]) -> Iterator[Part]:
        """All parts; ``room`` is asked for when all but the scans is written."""
        if self.line.code:
            yield ENROLMENT, messages.write(pending_enrolment(self.store, self.line))
        yield HOLDINGS, write(holdings(self.store, self.line))
        for chain, upto in own_chains(self.store):
            for packed in self._batches(chain, self._acked(chain), upto):
                self.sent += packed.last - packed.first + 1
                yield self._events(chain, packed)
        if self.line.owes_others:
            yield from self._others()
        told = asked(self.store, self.pieces)
        yield SCANS, write(told)
        scans = ((scan.hex(), 0) for scan in told.unsent)
        free = 0 if self.left else min(room(), self.most - self._bytes)
        yield from self.load.parts(self.pieces.files, scans, free)

    def _others(self) -> Iterator[Part]:
        for chain, acked, upto in owed(self.store.database):
            if self._room():
                packed = pack(self.store.database, chain, acked, upto - acked)
                self.handed_back += packed.last - packed.first + 1
                yield self._events(chain, packed)

    def _acked(self, chain: Chain) -> int:
        """How far the server has receipted a chain."""
        receipt = line_rows.receipt(self.store.database, chain.device, chain.epoch)
        if receipt is None or receipt.incarnation != self.line.incarnation:
            return 0
        here = foreign.hash_at(self.store.database, chain.device, chain.epoch, receipt.acked)
        return receipt.acked if here == receipt.head else 0

    def _batches(self, chain: Chain, acked: int, upto: int) -> Iterator[Packed]:
        while acked < upto and self._room():
            packed = _as_large_as_may_be(self.store.database, chain, acked, upto)
            yield packed
            acked = packed.last

    def _room(self) -> bool:
        self.left = self.left or self._bytes > self.most
        return not self.left

    def _events(self, chain: Chain, packed: Packed) -> Part:
        self._bytes += len(packed.body)
        brought = Brought(chain.device, chain.epoch, packed.first, packed.like, packed.body)
        return f"{EVENTS}-{next(self._numbers)}", write(brought)


def _as_large_as_may_be(database: Database, chain: Chain, acked: int, upto: int) -> Packed:
    size = min(wire.MOST_EVENTS, upto - acked)
    packed = pack(database, chain, acked, size)
    while len(packed.body) > wire.MOST_PACKED and packed.last > packed.first:
        size = (packed.last - packed.first + 1) // 2
        packed = pack(database, chain, acked, size)
    return packed


def holdings(store: Store, line: LineRow) -> Holdings:
    """What this desk holds of the log and of its own chains."""
    database, device = store.database, store.journal.device.device
    log = foreign.log_chain(database, line.agency)
    chains = {
        epoch: ladder(last, lambda seq, e=epoch: foreign.hash_at(database, device, e, seq))
        for epoch, last in foreign.held(database, device).items()
    }
    return Holdings(
        incarnation=line.incarnation,
        position=line.position,
        chain=line.chain,
        log=ladder(min(line.position, len(log) - 1), log.__getitem__),
        chains=chains,
    )
