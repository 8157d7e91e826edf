"""The desk's end of a pull: the commune's log comes down page by page, each checked, then stored.

A page and the place that it leads to are written in one transaction; what the events mean is worked
out afterwards (:mod:`reception.storage.listing_foreign`).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from urllib.parse import quote

from msgspec import structs

from reception.domain import chain
from reception.domain.errors import Trouble
from reception.domain.moments import Clock, to_utc_text
from reception.domain.text import clean
from reception.storage import foreign, line_rows
from reception.storage.epochs import set_aside
from reception.storage.foreign import KnownDevice, PlacedEvent, SignedHead
from reception.storage.line_rows import LineRow
from reception.storage.store import Store
from reception.sync import wire
from reception.sync.batch_size import BatchSize
from reception.sync.line import Caller, LineDown, RefusedBy
from reception.sync.pushing import Diverged
from reception.sync.signatures import above_statement, holds, page_statement

_Answered = tuple[wire.Page, float]

_LONGEST_NAME = 200
_PATIENCE = 6  # breaks of the line without any progress before this exchange is given up


@dataclass(frozen=True, slots=True)
class Puller:
    """What pulling needs."""

    store: Store
    caller: Caller
    clock: Clock
    size: BatchSize
    seconds: Callable[[], float]


def pull(puller: Puller, line: LineRow) -> int:
    """Bring down all that the log has after this desk's place; answers how many events came.

    Raises:
        Diverged: The log is not the one that this desk knows.
        LineDown: The line broke time and again; what was stored is safe.
        Trouble: ``page-forged`` or ``page-wrong``; nothing of the page was taken.
    """
    received, breaks = 0, 0
    under_way: Future[_Answered] | None = None
    with ThreadPoolExecutor(1, "page") as road:
        while True:
            try:
                page, seconds = under_way.result() if under_way else _ask(puller, line)()
            except LineDown:
                under_way = None
                puller.size.broke()
                breaks += 1
                if breaks > _PATIENCE:
                    raise
                continue
            breaks = 0
            puller.size.arrived(seconds, full=len(page.events) >= puller.size.events)
            after = replace(line, position=line.position + len(page.events), chain=page.chain)
            is_last = after.position >= page.last or not page.events
            # The next page is under way while this one is checked and stored.
            under_way = None if is_last else road.submit(_ask(puller, after))
            received += take(puller.store, line, page, puller.clock)
            if is_last:
                return received
            line = after


def _ask(puller: Puller, line: LineRow) -> Callable[[], _Answered]:
    """The question for the page after a place; asking it does not need the register."""
    held = foreign.held(puller.store.database, puller.store.journal.device.device)
    told = ",".join(f"{epoch}:{seq}" for epoch, seq in sorted(held.items()))
    target = (
        f"/v1/communes/{quote(line.agency)}/events?after={line.position}"
        f"&chain={line.chain.hex()}&limit={puller.size.events}&held={told}"
    )
    return lambda: _asked(puller, target, line.position)


def _asked(puller: Puller, target: str, position: int) -> _Answered:
    began = puller.seconds()
    try:
        packed = puller.caller.bytes("GET", target)
    except RefusedBy as refusal:
        if refusal.code == "diverged":
            raise Diverged from refusal
        raise
    try:
        page = wire.unpack(packed, wire.Page)
    except wire.NotAMessage as fault:
        raise LineDown(str(fault)) from fault
    if page.after != position:
        raise Diverged
    return page, puller.seconds() - began


def take(store: Store, line: LineRow, page: wire.Page, clock: Clock) -> int:
    """Check a page and store it; answers how many events this desk did not hold before.

    Of a page that begins before this desk's place, only what comes after that is taken.

    Raises:
        Diverged: The page is of another log, or of another copy of the server.
        Trouble: The page is not signed by the server, or does not hold together.
    """
    check_page(line.agency, line.server_key, page)
    if page.incarnation != line.incarnation or page.after > line.position:
        raise Diverged
    page = structs.replace(
        page, after=line.position, events=page.events[line.position - page.after :]
    )
    events = _placed(store, page)
    if _log_chain(line.chain, events) != page.chain:
        # Of its own events only the places came: another copy of this register may have sent them.
        raise Diverged if _holds_own(store, events) else page_wrong()
    with store.writing():
        _make_way(store, events)
        foreign.put_devices(
            store.database,
            (_known(line, device) for device in page.devices),
        )
        foreign.put_events(store.database, events)
        if foreign.count_placed(store.database, page.after) != len(events):
            raise page_wrong()
        foreign.put_heads(
            store.database,
            (SignedHead(h.device, h.epoch, h.seq, h.hash, h.signature) for h in page.heads),
            at=to_utc_text(clock()),
        )
        line_rows.move_cursor(store.database, page.after + len(events), page.chain)
    return sum(bool(event.header) for event in events)


def _known(line: LineRow, told: wire.DeviceLine) -> KnownDevice:
    """A device as the page tells of it; a hub vouches for the server above it."""
    server = bool(told.vouched) and holds(
        line.server_key,
        told.vouched,
        above_statement(line.agency, told.device, told.public_key),
    )
    return KnownDevice(
        told.device, told.slot, told.public_key, clean(told.name)[:_LONGEST_NAME], server
    )


def check_page(agency: str, server_key: bytes, page: wire.Page) -> None:
    """Hold a page against the pinned key of its server.

    Raises:
        Trouble: ``page-forged``.
    """
    statement = page_statement(
        agency, page.after, page.after + len(page.events), page.chain, page.incarnation
    )
    if page.agency != agency or not holds(server_key, page.signature, statement):
        raise Trouble(
            "page-forged",
            "Dữ liệu tải về không có chữ ký đúng của máy chủ đã ghim; hãy dừng trao đổi và gọi"
            " người quản trị máy chủ, hồ sơ trên máy này vẫn nguyên vẹn.",
        )


def _placed(store: Store, page: wire.Page) -> list[PlacedEvent]:
    """The page's events, each with the hash that follows from the one before in its chain."""
    last: dict[tuple[str, int], tuple[int, bytes]] = {}
    held = _held_hashes(store, page)
    events: list[PlacedEvent] = []
    for position, line in enumerate(page.events, start=page.after + 1):
        device = page.devices[line.device].device
        header, body = wire.whole((line.header, line.body))
        seq, previous = last.get((device, line.epoch), (-1, b""))
        if not header:
            hashed = held.get((line.device, line.epoch, line.seq), b"")
        else:
            if seq != line.seq - 1:
                previous = foreign.hash_at(store.database, device, line.epoch, line.seq - 1)
            hashed = chain.next_hash(previous, header) if previous else b""
        if not hashed:
            raise page_wrong()
        last[device, line.epoch] = line.seq, hashed
        events.append(PlacedEvent(position, device, line.epoch, line.seq, header, body, hashed))
    return events


def _held_hashes(store: Store, page: wire.Page) -> dict[tuple[int, int, int], bytes]:
    """The hashes of events of which only the place comes, each chain's read at once."""
    wanted: dict[tuple[int, int], list[int]] = {}
    for line in page.events:
        if line.device >= len(page.devices):
            raise page_wrong()
        if not line.header:
            wanted.setdefault((line.device, line.epoch), []).append(line.seq)
    return {
        (place, epoch, seq): hashed
        for (place, epoch), seqs in wanted.items()
        for seq, hashed in foreign.hashes_between(
            store.database, page.devices[place].device, epoch, min(seqs), max(seqs)
        )
    }


def _holds_own(store: Store, events: list[PlacedEvent]) -> bool:
    own = store.journal.device.device
    return any(event.device == own for event in events)


def _make_way(store: Store, events: list[PlacedEvent]) -> None:
    """Set aside what a restored server has another continuation of, as far as it is others'."""
    new: set[tuple[str, int]] = set()
    for event in events:
        which = event.device, event.epoch
        if which in new:
            continue
        held = foreign.hash_at(store.database, *which, event.seq)
        if held and held != event.hash:
            set_aside(store, *which, event.seq - 1)
        if held != event.hash:
            new.add(which)  # from here on this desk holds nothing of the chain


def _log_chain(before: bytes, events: list[PlacedEvent]) -> bytes:
    for event in events:
        before = chain.log_next(before, event.device, event.epoch, event.seq, event.hash)
    return before


def page_wrong() -> Trouble:
    """A page that does not hang together with what is held."""
    return Trouble(
        "page-wrong",
        "Dữ liệu tải về không khớp với những gì máy này đã có; hãy thử trao đổi lại, nếu vẫn vậy"
        " thì gọi người quản trị máy chủ. Hồ sơ trên máy này vẫn nguyên vẹn.",
    )
