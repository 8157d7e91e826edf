"""From above down to a hub: pages are checked, and taken in up to where every chain is signed.

A page may end within a batch; what is not covered by a signed head yet waits for the next page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from reception.domain import chain
from reception.domain.moments import Clock
from reception.storage.foreign import labels
from reception.storage.ledger.above import Above
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow, NewEvent
from reception.storage.ledger.work import Work
from reception.sync import accepting, wire
from reception.sync.accepting import Refused
from reception.sync.batch_size import BatchSize
from reception.sync.line import Caller, LineDown, RefusedBy
from reception.sync.messages import HashAnswer
from reception.sync.pulling import check_page, page_wrong
from reception.sync.pushing import Diverged
from reception.sync.relayed import APART, FORK, NOT_SIGNED, OTHER_KEY, ChainName, RelayOutcome
from reception.sync.signatures import above_statement, head_statement, holds

_PATIENCE = 6  # breaks of the line without any progress before this time is given up
_MOST_WAITING = 8 * wire.MOST_EVENTS  # no batch is longer than one of them


@dataclass(frozen=True, slots=True)
class Downward:
    """What bringing down needs."""

    ledger: Ledger
    caller: Caller
    above: Above
    size: BatchSize
    clock: Clock
    seconds: Callable[[], float]


@dataclass(frozen=True, slots=True)
class _Came:
    """An event of a page, and the log's chain there."""

    event: NewEvent
    at: bytes

    @property
    def of(self) -> ChainName:
        return self.event.device, self.event.epoch


@dataclass(slots=True)
class Stretch:
    """What came down and is not taken in yet, from a position of the log above on."""

    incarnation: str = ""
    start: int = 0
    at: bytes = b""
    came: list[_Came] = field(default_factory=list[_Came])
    heads: dict[tuple[str, int, int], bytes] = field(
        default_factory=dict[tuple[str, int, int], bytes]
    )
    devices: dict[str, wire.DeviceLine] = field(default_factory=dict[str, wire.DeviceLine])

    @property
    def position(self) -> int:
        """The last position that came."""
        return self.start + len(self.came)

    def begins_at(self, above: Above) -> bool:
        """Whether it begins where the hub stands."""
        return (self.incarnation, self.start) == (above.incarnation, above.position)

    def closed(self) -> int:
        """How many events there are up to where every chain is signed."""
        open_ones, closed = set[ChainName](), 0
        for count, one in enumerate(self.came, start=1):
            open_ones.add(one.of)
            if (*one.of, one.event.seq) in self.heads:
                open_ones.discard(one.of)
            if not open_ones:
                closed = count
        return closed

    def batches(self, count: int) -> Iterator[tuple[list[NewEvent], bytes]]:
        """The first events, each chain's up to a head, with its signature."""
        open_ones: dict[ChainName, list[NewEvent]] = {}
        for one in self.came[:count]:
            events = open_ones.setdefault(one.of, [])
            events.append(one.event)
            if signature := self.heads.get((*one.of, one.event.seq)):
                yield open_ones.pop(one.of), signature

    def go_on(self, count: int) -> None:
        """Forget the first events: they are taken in."""
        self.start, self.at = self.start + count, self.came[count - 1].at
        self.came = self.came[count:]
        if not self.came:
            self.heads, self.devices = {}, {}


def bring_down(downward: Downward, stretch: Stretch, outcome: RelayOutcome) -> None:
    """Bring down all that the log above has after the hub's place.

    Raises:
        Diverged: The log above is not the one that the hub knows, or somebody else relayed.
        LineDown: The line broke time and again; what was taken in is safe.
        Trouble: ``page-forged`` or ``page-wrong``; nothing of the page was taken.
    """
    breaks = 0
    while True:
        try:
            page, seconds = _ask(downward, stretch)
            _add(downward, stretch, page, outcome)
        except LineDown:
            downward.size.broke()
            breaks += 1
            if breaks > _PATIENCE:
                raise
            continue
        breaks = 0
        downward.size.arrived(seconds, full=len(page.events) >= downward.size.events)
        if count := stretch.closed():
            _take_in(downward, stretch, count, outcome)
        if len(stretch.came) > _MOST_WAITING:
            raise page_wrong()
        if stretch.position >= page.last or not page.events:
            return


def _ask(downward: Downward, stretch: Stretch) -> tuple[wire.Page, float]:
    at = stretch.came[-1].at if stretch.came else stretch.at
    target = (
        f"/v1/communes/{quote(downward.above.agency)}/events?after={stretch.position}"
        f"&chain={at.hex()}&limit={downward.size.events}&held="
    )
    began = downward.seconds()
    try:
        packed = downward.caller.bytes("GET", target)
    except RefusedBy as refusal:
        if refusal.code == "diverged":
            raise Diverged from refusal
        raise
    try:
        page = wire.unpack(packed, wire.Page)
    except wire.NotAMessage as fault:
        raise LineDown(str(fault)) from fault
    check_page(downward.above.agency, downward.above.server_key, page)
    if (page.after, page.incarnation) != (stretch.position, stretch.incarnation):
        raise Diverged
    return page, downward.seconds() - began


def _add(downward: Downward, stretch: Stretch, page: wire.Page, outcome: RelayOutcome) -> None:
    """Add a page's events, each with the hash that follows from the one before in its chain.

    Raises:
        Diverged: They do not come to the chain that the server signed.
    """
    at = stretch.came[-1].at if stretch.came else stretch.at
    last = {one.of: (one.event.seq, one.event.hash) for one in stretch.came}
    came: list[_Came] = []
    for line in page.events:
        if line.device >= len(page.devices) or not line.header:
            raise page_wrong()
        which = (page.devices[line.device].device, line.epoch)
        seq, previous = last.get(which, (-1, b""))
        if seq != line.seq - 1:
            previous = _hash_before(downward, which, line.seq, outcome)
        header, body = wire.whole((line.header, line.body))
        hashed = chain.next_hash(previous, header)
        last[which] = line.seq, hashed
        at = chain.log_next(at, *which, line.seq, hashed)
        entity, kind = labels(header)
        came.append(_Came(NewEvent(*which, line.seq, entity, kind, header, body, hashed), at))
    if at != page.chain:
        raise Diverged
    stretch.came += came
    stretch.heads |= {(h.device, h.epoch, h.seq): h.signature for h in page.heads}
    stretch.devices |= {device.device: device for device in page.devices}


def _hash_before(downward: Downward, which: ChainName, seq: int, outcome: RelayOutcome) -> bytes:
    """A chain's hash before a place, as the server above has it."""
    device, epoch = which
    if seq == 1:
        return chain.genesis(device, epoch)
    if which not in outcome.held_up:
        with downward.ledger.reading() as work:
            held = work.hashes(downward.above.agency, device, epoch, seq - 1, 1)
        if held:
            return held[0]
    # The hub has another continuation of it, or none; the signed chain of the log proves this one.
    target = f"/v1/devices/{device}/epochs/{epoch}/hash?seq={seq - 1}"
    try:
        return bytes.fromhex(downward.caller.json("GET", target, HashAnswer).hash)
    except ValueError as fault:
        raise LineDown(str(fault)) from fault


def _take_in(downward: Downward, stretch: Stretch, count: int, outcome: RelayOutcome) -> None:
    """Append what is new to the hub's log, and move the hub's place, in one transaction.

    Raises:
        Diverged: Somebody else relayed meanwhile.
    """
    received = 0
    with downward.ledger.writing() as work:
        above = work.hold_above()
        here = (above.incarnation, above.position) if above else ("", 0)
        if here != (stretch.incarnation, stretch.start):
            raise Diverged
        named = sorted({one.event.device for one in stretch.came[:count]})
        devices = {one: _learn(work, downward, stretch.devices[one]) for one in named}
        for events, signature in stretch.batches(count):
            received += _take_batch(
                work, downward, devices[events[0].device], events, signature, outcome
            )
        reached = stretch.start + count
        work.move_above(reached, stretch.came[count - 1].at)
    stretch.go_on(count)
    outcome.received += received
    outcome.position = reached


def _learn(work: Work, downward: Downward, told: wire.DeviceLine) -> DeviceRow | None:
    """The device of a page, known from now on; ``None`` where another key has its id."""
    known, above = work.lock_device(told.device), downward.above
    if known is None:
        known = DeviceRow(
            device=told.device,
            agency=above.agency,
            slot=told.slot,
            name=told.name,
            kind=_kind(above, told),
            public_key=told.public_key,
            seal_key=b"",
            enrolled_at=downward.clock(),
        )
        work.enrol_device(known)
    same = (known.agency, known.public_key) == (above.agency, told.public_key)
    return known if same else None


def _kind(above: Above, told: wire.DeviceLine) -> DeviceKind:
    statement = above_statement(above.agency, told.device, told.public_key)
    its_own = told.public_key == above.server_key
    if its_own or (told.vouched and holds(above.server_key, told.vouched, statement)):
        return DeviceKind.SERVER
    return DeviceKind.ELSEWHERE


def _take_batch(
    work: Work,
    downward: Downward,
    device: DeviceRow | None,
    events: Sequence[NewEvent],
    signature: bytes,
    outcome: RelayOutcome,
) -> int:
    """Append what the hub lacks of a batch; what does not fit holds up its own chain alone."""
    last, agency = events[-1], downward.above.agency
    which = (last.device, last.epoch)
    if outcome.held_up.get(which) in APART:
        return 0
    statement = head_statement(last.device, last.epoch, last.seq, last.hash)
    if device is None or not holds(device.public_key, signature, statement):
        outcome.hold_up(which, NOT_SIGNED if device else OTHER_KEY, device.name if device else "")
        return 0
    held = work.held(agency, *which)
    acked, head = (held.acked, held.head) if held else (0, chain.genesis(*which))
    new = [event for event in events if event.seq > acked]
    if not _goes_on(work, agency, events, new, acked, head):
        outcome.hold_up(which, FORK, device.name)
        return 0
    if new:
        try:
            accepting.take(work, device, new, signature, downward.clock())
        except Refused as overtaken:
            raise Diverged from overtaken
    return len(new)


def _goes_on(
    work: Work,
    agency: str,
    events: Sequence[NewEvent],
    new: Sequence[NewEvent],
    acked: int,
    head: bytes,
) -> bool:
    """Whether a batch is what the hub holds, and goes on from there."""
    if new and chain.next_hash(head, new[0].header) != new[0].hash:
        return False
    known = len(events) - len(new)
    if new and new[0].seq != acked + 1:
        return False
    if not known:
        return True
    there = events[known - 1]
    return work.hashes(agency, there.device, there.epoch, there.seq, 1) == [there.hash]
