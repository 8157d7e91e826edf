"""The server's end of a push: events are judged by envelope alone, stored, and only then receipted.

Everything that is said stands in one transaction, so whatever is acknowledged is on disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reception.domain import chain
from reception.domain.moments import to_utc_text
from reception.storage.foreign import UNREADABLE, labels
from reception.storage.ledger.appending import NotNext
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow, Held, LedgerEvent, NewEvent
from reception.storage.ledger.work import Work
from reception.sync import wire
from reception.sync.messages import AsideLine, PushAnswer, ReceiptLine, RefusalLine, receipt_line
from reception.sync.server_chain import recognised
from reception.sync.signatures import Receipt, head_statement, holds, sign

_MOST_EPOCHS = 1_000_000
HEADER_UNREADABLE, BODY_ALTERED = "header-unreadable", "body-altered"


class Refused(Exception):
    """A request that is not served; ``status`` is HTTP's."""

    def __init__(self, status: int, line: RefusalLine, *, retry_after: int = 0) -> None:
        super().__init__(line.error)
        self.status, self.line, self.retry_after = status, line, retry_after


def refused(status: int, error: str, detail: str = "", held: Held | None = None) -> Refused:
    """A refusal; where a chain was meant, how far it is held."""
    acked, head = (held.acked, held.head.hex()) if held else (None, "")
    return Refused(status, RefusalLine(error, detail, acked, head))


def push(
    ledger: Ledger,
    sender: DeviceRow,
    device_id: str,
    epoch: int,
    first: int,
    like: int,
    body: bytes,
    now: datetime,
) -> PushAnswer:
    """Take events of one chain in, as far as they are new.

    Raises:
        Refused: The chain does not go on here (``gap``, ``fork``), or this is no batch of it.
    """
    if (
        not 1 <= epoch < _MOST_EPOCHS
        or first < 1
        or not 0 <= like <= min(wire.LIKE_EVENTS, first - 1)
    ):
        raise refused(422, "not-a-batch", "epoch, first or like")
    with ledger.writing() as work:
        device = work.lock_device(device_id) or recognised(work, sender.agency, device_id, now)
        if device is None or device.agency != sender.agency:
            raise refused(404, "unknown-device")
        held = work.held(device.agency, device_id, epoch) or _nothing(device_id, epoch)
        if first > held.acked + 1:
            raise refused(409, "gap", held=held)
        batch = _unpacked(work, device, epoch, first, like, body)
        events = _chained(device_id, epoch, first, batch)
        _check_overlap(work, device, epoch, first, batch.prev, events, held)
        _check_signature(device, epoch, events, batch.signature)
        new = events[max(0, held.acked - first + 1) :]
        aside = take(work, device, new, batch.signature, now) if new else []
        work.saw(sender.device, now)
        held = work.held(device.agency, device_id, epoch) or held
        return _answer(work, device, epoch, held, aside, now)


def _nothing(device_id: str, epoch: int) -> Held:
    return Held(0, chain.genesis(device_id, epoch))


def _unpacked(
    work: Work, device: DeviceRow, epoch: int, first: int, like: int, body: bytes
) -> wire.Batch:
    if len(body) > wire.MOST_PACKED:
        raise refused(413, "too-large", "packed")
    try:
        batch = wire.unpack(body, wire.Batch, _liked(work, device, epoch, first - like, like))
    except wire.NotAMessage as fault:
        raise refused(422, "not-a-batch", str(fault)) from fault
    if not batch.events:
        raise refused(422, "not-a-batch", "no events")
    if len(batch.events) > wire.MOST_EVENTS:
        raise refused(413, "too-large", "events")
    return batch


def _liked(work: Work, device: DeviceRow, epoch: int, first: int, like: int) -> list[wire.Told]:
    """The held events that the batch was compressed with; mostly none."""
    if not like:
        return []
    held = work.events_of_chain(device.agency, device.device, epoch, first, like)
    told = [(event.header, event.body) for event in held]
    if not all(map(wire.is_as_written, told)):
        # The desk has not heard yet that they were blanked; it sends this batch by itself.
        raise refused(422, "not-a-batch", "like")
    return told


def _chained(device_id: str, epoch: int, first: int, batch: wire.Batch) -> list[NewEvent]:
    """The batch's events, each with the hash that follows from the one before."""
    previous, events = batch.prev, list[NewEvent]()
    for seq, slim in enumerate(batch.events, start=first):
        header, body = wire.whole(slim)
        previous = chain.next_hash(previous, header)
        entity, kind = labels(header)
        events.append(NewEvent(device_id, epoch, seq, entity, kind, header, body, previous))
    return events


def _check_overlap(
    work: Work,
    device: DeviceRow,
    epoch: int,
    first: int,
    prev: bytes,
    events: Sequence[NewEvent],
    held: Held,
) -> None:
    """What is held already must be the very same; anything else is another continuation."""
    overlap = min(held.acked - first + 1, len(events))
    known = work.hashes(device.agency, device.device, epoch, first - 1, overlap + 1)
    if first == 1:
        known = [chain.genesis(device.device, epoch), *known]
    told = [prev, *(event.hash for event in events[:overlap])]
    if known[: overlap + 1] != told:
        raise refused(409, "fork", held=held)


def _check_signature(
    device: DeviceRow, epoch: int, events: Sequence[NewEvent], signature: bytes
) -> None:
    last = events[-1]
    statement = head_statement(device.device, epoch, last.seq, last.hash)
    if not holds(device.public_key, signature, statement):
        raise refused(401, "head-signature")


def take(
    work: Work, device: DeviceRow, new: Sequence[NewEvent], signature: bytes, now: datetime
) -> list[AsideLine]:
    """Give a chain's next events their places; answers those that are held aside at once.

    Raises:
        Refused: ``overtaken`` when somebody was quicker.
    """
    try:
        appended = work.append(device.agency, new, now, signature)
    except NotNext as overtaken:
        raise Refused(503, RefusalLine("overtaken"), retry_after=1) from overtaken
    if device.kind is DeviceKind.ELSEWHERE:
        # Others bring its events, and so a word of it.
        work.saw(device.device, now)
    aside: list[AsideLine] = []
    for position, event in enumerate(new, start=appended.first):
        if code := fault_of(event):
            work.quarantine(device.agency, position, code=code, detail="", noted_at=now)
            aside.append(AsideLine(event.seq, code))
    return aside


def fault_of(event: NewEvent | LedgerEvent) -> str:
    """Why an event is held aside at once; what it means is worked out later."""
    if event.kind == UNREADABLE:
        return HEADER_UNREADABLE
    matches = chain.body_matches(chain.read(event.header, chain.Header), event.body)
    return "" if matches else BODY_ALTERED


def _answer(
    work: Work, device: DeviceRow, epoch: int, held: Held, aside: list[AsideLine], now: datetime
) -> PushAnswer:
    return PushAnswer(
        acked=held.acked,
        head=held.head.hex(),
        receipt=receipt_for(work, device, epoch, held),
        server_time=to_utc_text(now),
        quarantined=aside,
    )


def receipt_for(work: Work, device: DeviceRow, epoch: int, held: Held) -> ReceiptLine:
    """The server's signed word for what it holds of a chain.

    Raises:
        Refused: ``unknown-agency``.
    """
    authority, agency = work.authority(), work.agency(device.agency)
    if agency is None:
        raise refused(404, "unknown-agency")
    receipt = Receipt(
        agency=device.agency,
        device=device.device,
        epoch=epoch,
        acked=held.acked,
        head=held.head,
        position=agency.position,
        chain=agency.chain,
        incarnation=authority.incarnation,
    )
    return receipt_line(receipt, sign(authority.private_key, receipt.statement))
