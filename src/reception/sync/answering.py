"""The server's other answers: pages of the log, and how far everything is held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from reception.domain import chain
from reception.domain.errors import Trouble
from reception.domain.moments import to_utc_text
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import (
    Agency,
    Authority,
    DeviceKind,
    DeviceRow,
    Held,
    LedgerEvent,
    OwnChains,
)
from reception.storage.ledger.work import Work
from reception.sync import messages, wire
from reception.sync.accepting import refused
from reception.sync.signatures import above_statement, page_statement, sign, to_text

_SEEN_EVERY = timedelta(minutes=5)
_MOST_PAGE = 6 << 20  # bytes before packing


def hello(ledger: Ledger, now: datetime) -> messages.Hello:
    """Who the server is."""
    with ledger.reading() as work:
        authority = work.authority()
    return messages.Hello(
        protocol=messages.PROTOCOL,
        incarnation=authority.incarnation,
        server_name=authority.server_name,
        server_key=to_text(authority.public_key),
        seal_key=to_text(authority.seal_key),
        limits=messages.Limits(wire.MOST_EVENTS, wire.MOST_PACKED, wire.MOST_PLAIN),
        server_time=to_utc_text(now),
    )


def note_seen(ledger: Ledger, sender: DeviceRow, now: datetime) -> None:
    """Note that a device asked, though it may have nothing to bring; now and then is enough."""
    if sender.last_seen_at is None or now - sender.last_seen_at >= _SEEN_EVERY:
        # Not worth a refusal: the next time will do.
        with suppress(Trouble), ledger.writing() as work:
            work.saw(sender.device, now)


def state(ledger: Ledger, sender: DeviceRow, device_id: str, now: datetime) -> messages.StateAnswer:
    """How far a device's chains are held, and where its commune's log stands."""
    with ledger.reading() as work:
        agency = _agency(work, sender, sender.agency)
        held = work.held_of(sender.agency, device_id)
        return messages.StateAnswer(
            incarnation=work.authority().incarnation,
            epochs=_lines(held),
            position=agency.position,
            chain=agency.chain.hex(),
            server_time=to_utc_text(now),
        )


def devices(
    ledger: Ledger, sender: DeviceRow, agency: str, now: datetime
) -> messages.DevicesAnswer:
    """How far every chain of the commune is held, and who was shut out."""
    with ledger.reading() as work:
        _agency(work, sender, agency)
        held, known = work.held_all(agency), work.devices(agency)
    return messages.DevicesAnswer(
        {device: _lines(epochs) for device, epochs in held.items()},
        {
            one.device: max(0, int((now - one.revoked_at).total_seconds()))
            for one in known
            if one.revoked_at
        },
    )


def place(ledger: Ledger, sender: DeviceRow, agency: str, at: int) -> messages.PlaceAnswer:
    """The log's chain at a position."""
    with ledger.reading() as work:
        _agency(work, sender, agency)
        found = work.chain_at(agency, at)
    if found is None:
        raise refused(404, "no-such-position")
    return messages.PlaceAnswer(at, found.hex())


def hash_at(
    ledger: Ledger, sender: DeviceRow, device_id: str, epoch: int, seq: int
) -> messages.HashAnswer:
    """A device chain's hash at a place."""
    if seq == 0:
        return messages.HashAnswer(0, chain.genesis(device_id, epoch).hex())
    with ledger.reading() as work:
        found = work.hashes(sender.agency, device_id, epoch, seq, 1)
    if not found:
        raise refused(404, "no-such-event")
    return messages.HashAnswer(seq, found[0].hex())


def page(
    ledger: Ledger,
    sender: DeviceRow,
    agency: str,
    after: int,
    at: bytes,
    limit: int,
    held: Mapping[int, int],
) -> bytes:
    """A page of the commune's log after a position, packed and signed.

    Raises:
        Refused: ``diverged`` when the log does not have the hash ``at`` there.
    """
    with ledger.reading() as work:
        log = _agency(work, sender, agency)
        if work.chain_at(agency, after) != at:
            raise refused(409, "diverged")
        events = work.page(
            agency,
            after,
            limit=min(max(limit, 1), wire.MOST_EVENTS),
            max_bytes=_MOST_PAGE,
            own=OwnChains(sender.device, held),
        )
        while True:
            packed = wire.pack(_page(work, log, after, at, events))
            if len(packed) <= wire.MOST_PACKED or len(events) <= 1:
                return packed
            events = events[: len(events) // 2]


def _page(
    work: Work, log: Agency, after: int, at: bytes, events: Sequence[LedgerEvent]
) -> wire.Page:
    authority = work.authority()
    upto, reached = (events[-1].position, events[-1].chain) if events else (after, at)
    named = list(dict.fromkeys(event.device for event in events))
    place_of = {device: n for n, device in enumerate(named)}
    known = {device.device: device for device in work.devices(log.agency)}
    return wire.Page(
        incarnation=authority.incarnation,
        agency=log.agency,
        after=after,
        devices=[_device_line(known[device], authority) for device in named],
        events=[_event_line(place_of[event.device], event) for event in events],
        heads=[
            wire.HeadLine(h.device, h.epoch, h.seq, h.hash, h.signature)
            for h in work.heads_between(log.agency, after, upto)
        ],
        chain=reached,
        last=log.position,
        signature=_signed(authority, log.agency, after, upto, reached),
    )


def _signed(authority: Authority, agency: str, after: int, upto: int, reached: bytes) -> bytes:
    statement = page_statement(agency, after, upto, reached, authority.incarnation)
    return sign(authority.private_key, statement)


def _device_line(device: DeviceRow, authority: Authority) -> wire.DeviceLine:
    vouched = b""
    if device.kind is DeviceKind.SERVER and device.public_key != authority.public_key:
        statement = above_statement(device.agency, device.device, device.public_key)
        vouched = sign(authority.private_key, statement)
    return wire.DeviceLine(device.device, device.slot, device.public_key, device.name, vouched)


def _event_line(place: int, event: LedgerEvent) -> wire.EventLine:
    header, body = wire.slim((event.header, event.body))
    return wire.EventLine(place, event.epoch, event.seq, header, body)


def _lines(held: Mapping[int, Held]) -> dict[int, messages.HeldLine]:
    return {epoch: messages.HeldLine(one.acked, one.head.hex()) for epoch, one in held.items()}


def _agency(work: Work, sender: DeviceRow, agency: str) -> Agency:
    found = work.agency(agency) if agency == sender.agency else None
    if found is None:
        raise refused(403, "other-agency")
    return found
