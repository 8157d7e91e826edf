"""From a hub upward: what its desks brought goes on, under the heads that they signed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from reception.domain import chain
from reception.storage.ledger.above import Above
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow, SignedHead
from reception.storage.ledger.work import Work
from reception.sync import introducing, messages, wire
from reception.sync.batch_size import BatchSize
from reception.sync.line import Caller, LineDown, RefusedBy, read_or_down
from reception.sync.messages import (
    HeldLine,
    IntroducedLine,
    Introduction,
    IntroductionAnswer,
    PushAnswer,
)
from reception.sync.pushing import Diverged, signed_receipt
from reception.sync.relayed import FORK, NOT_SIGNED, RelayOutcome
from reception.sync.signatures import to_text

_PATIENCE = 6  # breaks of the line without any progress before this time is given up
_TOO_LARGE = "too-large"
_HOLDS_UP = {FORK, NOT_SIGNED, _TOO_LARGE, "unknown-device", "not-a-batch"}

There = Mapping[str, Mapping[int, HeldLine]]
"""How far the server above holds every chain."""


@dataclass(frozen=True, slots=True)
class Upward:
    """What handing on needs."""

    ledger: Ledger
    caller: Caller
    above: Above
    size: BatchSize
    seconds: Callable[[], float]


def hand_on(upward: Upward, there: There, outcome: RelayOutcome) -> None:
    """Hand on what the server above lacks, batch after batch in the order of the hub's log.

    Raises:
        Diverged: The server above does not hold what it said.
        LineDown: The line broke time and again; what was receipted is safe.
        Later, RefusedBy: As that server says.
        Trouble: ``receipt-forged``.
    """
    heads = _lacking(upward, there, outcome)
    _introduce(upward, {head.device for head in heads} - there.keys(), outcome)
    acked = {(head.device, head.epoch): 0 for head in heads}
    for device, epoch in acked:
        held = there.get(device, {}).get(epoch)
        acked[device, epoch] = held.acked if held else 0
    left, breaks = deque(heads), 0
    while left:
        which = (left[0].device, left[0].epoch)
        if which in outcome.held_up or left[0].seq <= acked[which]:
            left.popleft()
            continue
        run = _run(left, acked[which], upward.size.events)
        try:
            reached = _hand_on_run(upward, run, acked[which])
        except LineDown:
            upward.size.broke()
            breaks += 1
            if breaks > _PATIENCE:
                raise
            continue
        except RefusedBy as refusal:
            _judge(upward, refusal, run, outcome)
            continue
        outcome.sent += reached - acked[which]
        acked[which], breaks = reached, 0


def _lacking(upward: Upward, there: There, outcome: RelayOutcome) -> Sequence[SignedHead]:
    """The signed heads beyond what the server above holds, in the order of the hub's log."""
    agency, found = upward.above.agency, list[SignedHead]()
    with upward.ledger.reading() as work:
        for device, epochs in work.held_all(agency).items():
            for epoch, here in epochs.items():
                held = there.get(device, {}).get(epoch)
                after = held.acked if held else 0
                if after < here.acked and (device, epoch) not in outcome.held_up:
                    found += work.heads_after(agency, device, epoch, after)
    return sorted(found, key=lambda head: head.position)


def _run(heads: Iterable[SignedHead], acked: int, most: int) -> list[SignedHead]:
    """The first heads, as long as they are one chain's and come to no more events than allowed."""
    run: list[SignedHead] = []
    for head in heads:
        same = not run or (head.device, head.epoch) == (run[0].device, run[0].epoch)
        if not same or (run and head.seq - acked > most):
            break
        run.append(head)
    return run


def _hand_on_run(upward: Upward, run: Sequence[SignedHead], acked: int) -> int:
    """Send a chain's events up to a head; answers up to where the server above has it then."""
    last = run[-1]
    with upward.ledger.reading() as work:
        like, body = _packed(work, upward.above.agency, last, acked, plain=upward.size.plain)
    if len(body) > wire.MOST_PACKED and len(run) > 1:
        return _hand_on_run(upward, run[: len(run) // 2], acked)
    target = f"/v1/devices/{last.device}/epochs/{last.epoch}/events?first={acked + 1}&like={like}"
    began = upward.seconds()
    try:
        answer = upward.caller.json("POST", target, PushAnswer, body)
    except RefusedBy as refusal:
        if refusal.code != "not-a-batch" or upward.size.plain:
            raise
        # The server above may hold those before them blanked by now.
        upward.size.plain = True
        return _hand_on_run(upward, run, acked)
    _check(upward, last, answer)
    upward.size.arrived(upward.seconds() - began, full=last.seq - acked >= upward.size.events)
    return last.seq


def _packed(
    work: Work, agency: str, last: SignedHead, acked: int, *, plain: bool
) -> tuple[int, bytes]:
    """The events up to a head as one batch, packed like so many of those before them.

    ``plain`` packs them by themselves.
    """
    which = (agency, last.device, last.epoch)
    events = work.events_of_chain(*which, acked + 1, last.seq - acked)
    before = work.hashes(*which, acked, 1) if acked else []
    prev = before[0] if before else chain.genesis(last.device, last.epoch)
    told = [wire.slim((event.header, event.body)) for event in events]
    like: list[wire.Told] = []
    if acked and len(events) < wire.FEW_EVENTS and not plain:
        first = max(1, acked - wire.LIKE_EVENTS + 1)
        known = work.events_of_chain(*which, first, acked - first + 1)
        before_it = [(event.header, event.body) for event in known]
        like = before_it if all(map(wire.is_as_written, before_it)) else []
    return len(like), wire.pack(wire.Batch(prev, told, last.signature), like)


def _check(upward: Upward, last: SignedHead, answer: PushAnswer) -> None:
    """Hold what the server above says and signs against the chain.

    Raises:
        Diverged: It has more than the hub, or something else.
    """
    above = upward.above
    receipt = read_or_down(
        lambda: signed_receipt(above.server_key, above.agency, last.device, answer.receipt)
    )
    said = (receipt.epoch, receipt.acked, receipt.head.hex(), receipt.incarnation)
    there = (last.epoch, last.seq, last.hash.hex(), above.incarnation)
    if said != there or (answer.acked, answer.head) != there[1:3]:
        raise Diverged


def _judge(
    upward: Upward, refusal: RefusedBy, run: Sequence[SignedHead], outcome: RelayOutcome
) -> None:
    """Go on without a chain that is refused; whatever else is refused ends this time.

    Raises:
        Diverged, RefusedBy: It is no matter of this chain alone.
    """
    if refusal.code == "gap":
        raise Diverged from refusal
    if refusal.code == _TOO_LARGE and len(run) > 1:
        upward.size.broke()
        return
    if refusal.code not in _HOLDS_UP:
        raise refusal
    with upward.ledger.reading() as work:
        device = work.device(run[0].device)
    name = device.name if device else run[0].device
    outcome.hold_up((run[0].device, run[0].epoch), refusal.code, name)


def _introduce(upward: Upward, unknown: set[str], outcome: RelayOutcome) -> None:
    """Introduce devices of which the server above has nothing; who is refused holds up no other."""
    with upward.ledger.reading() as work:
        found = [work.device(device) for device in sorted(unknown)]
        own = work.held_all(upward.above.agency)
    devices = [d for d in found if d and d.public_key != upward.above.server_key]
    by_id = {device.device: device for device in devices}
    target = f"/v1/communes/{quote(upward.above.agency)}/devices"
    for first in range(0, len(devices), introducing.MOST):
        some = devices[first : first + introducing.MOST]
        body = messages.write(Introduction([introduced(device) for device in some]))
        answer = upward.caller.json("POST", target, IntroductionAnswer, body)
        outcome.introduced += len(some) - len(answer.refused)
        for refused in answer.refused:
            outcome.in_the_way[refused.device] = refused.name
            for epoch in own.get(refused.device, {}):
                name = by_id[refused.device].name if refused.device in by_id else ""
                outcome.hold_up((refused.device, epoch), refused.error, name)


def introduced(device: DeviceRow, now: datetime | None = None) -> IntroducedLine:
    """A device as the hub introduces it, and by ``now`` when it was last heard of."""
    seen = now - device.last_seen_at if now and device.last_seen_at else None
    numbers = device.kind in {DeviceKind.DESK, DeviceKind.ELSEWHERE} and device.revoked_at is None
    return IntroducedLine(
        device=device.device,
        slot=device.slot if numbers else introducing.NO_SLOT,
        name=device.name,
        public_key=to_text(device.public_key),
        seal_key=to_text(device.seal_key),
        seen=None if seen is None else max(0, int(seen.total_seconds())),
    )
