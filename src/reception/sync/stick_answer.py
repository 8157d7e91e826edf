"""What the server's answer on a stick carries, worked out from what the desk says it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reception.domain import chain
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceRow
from reception.storage.ledger.work import Work
from reception.sync import answering, wire
from reception.sync.accepting import receipt_for, refused
from reception.sync.messages import EnrolAnswer
from reception.sync.stick_parts import (
    ANSWER,
    HASHES,
    MOST_HASHES,
    PAGE,
    Holdings,
    Told,
    Turned,
    write,
)

Part = tuple[str, bytes]
_NOTHING = Holdings("", 0, b"", [], {})


@dataclass(frozen=True, slots=True)
class _State:
    """How the server stands to a desk: ``agreed`` is the last place of each own chain they share.

    ``at`` is the log's chain at the position after which the pages begin.
    """

    told: Told
    at: bytes
    agreed: dict[int, int]
    hashes: dict[int, bytes]


def answer_parts(
    ledger: Ledger,
    device: DeviceRow,
    holdings: Holdings | None,
    turned: Sequence[Turned],
    enrolment: EnrolAnswer | None,
    scans: Callable[[Told, int], Iterable[Part]],
    most: int,
) -> tuple[Told, Iterator[Part]]:
    """What is told, and the parts that tell it; pages stop once they weigh more than ``most``.

    ``scans`` makes the parts that follow, given what is told and how many bytes are left.

    Raises:
        Refused: ``unknown-agency``.
    """
    with ledger.reading() as work:
        state = _state(work, device, holdings or _NOTHING, turned, enrolment)
    return state.told, _parts(ledger, device, state, scans, most)


def _parts(
    ledger: Ledger,
    device: DeviceRow,
    state: _State,
    scans: Callable[[Told, int], Iterable[Part]],
    most: int,
) -> Iterator[Part]:
    yield ANSWER, write(state.told)
    for epoch, hashes in state.hashes.items():
        yield f"{HASHES}-{epoch}", hashes
    after, at, number, weight = state.told.common, state.at, 0, 0
    while after < state.told.position and weight <= most:
        # Not beyond the position that the receipts are of: chains may have gone on since.
        limit = min(wire.MOST_EVENTS, state.told.position - after)
        packed = answering.page(ledger, device, device.agency, after, at, limit, state.agreed)
        page = wire.unpack(packed, wire.Page)
        number += 1
        yield f"{PAGE}-{number}", packed
        after, at, weight = after + len(page.events), page.chain, weight + len(packed)
    yield from scans(state.told, most - weight)


def _state(
    work: Work,
    device: DeviceRow,
    holdings: Holdings,
    turned: Sequence[Turned],
    enrolment: EnrolAnswer | None,
) -> _State:
    agency = work.agency(device.agency)
    if agency is None:
        raise refused(404, "unknown-agency")
    common, at = _common(work, device.agency, agency.position, holdings)
    agreed, forks, hashes = dict[int, int](), dict[int, int](), dict[int, bytes]()
    held = work.held_of(device.agency, device.device)
    for epoch, there in held.items():
        agreed[epoch] = _agreed(work, device, epoch, there.acked, holdings)
        if agreed[epoch] < there.acked:
            forks[epoch] = agreed[epoch]
            hashes[epoch] = _hashes(work, device, epoch, agreed[epoch])
    told = Told(
        incarnation=work.authority().incarnation,
        asked=(holdings.incarnation, holdings.position, holdings.chain),
        position=agency.position,
        common=common,
        receipts=[receipt_for(work, device, epoch, there) for epoch, there in held.items()],
        forks=forks,
        refused=list(turned),
        enrolment=enrolment,
    )
    return _State(told, at, agreed, hashes)


def _common(work: Work, agency: str, last: int, holdings: Holdings) -> tuple[int, bytes]:
    """The last position told at which the desk's log is this log."""
    for position, told in sorted(holdings.log, reverse=True):
        if position <= last and work.chain_at(agency, position) == told:
            return position, told
    return 0, chain.log_genesis(agency)


def _agreed(work: Work, device: DeviceRow, epoch: int, acked: int, holdings: Holdings) -> int:
    """The last place told at which the desk's chain is the one that is held here."""
    for seq, told in sorted(holdings.chains.get(epoch, ()), reverse=True):
        here = work.hashes(device.agency, device.device, epoch, seq, 1) if seq <= acked else []
        if here == [told]:
            return seq
    return 0


def _hashes(work: Work, device: DeviceRow, epoch: int, first: int) -> bytes:
    """A chain's hashes from a place on, that of the genesis at 0."""
    after = work.hashes(device.agency, device.device, epoch, max(first, 1), MOST_HASHES)
    if first == 0:
        after.insert(0, chain.genesis(device.device, epoch))
    return b"".join(after)
