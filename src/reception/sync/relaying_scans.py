"""Scans between a hub and the server above it, after all events: up or down, as they lack."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TypeVar

from reception.domain import chain
from reception.domain.dossier_events import ScanAttached
from reception.domain.program_offer import ProgramOffered
from reception.domain.submission import SubmissionArrived, names_content
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.work import Work
from reception.sync.relayed import RelayOutcome
from reception.sync.scan_exchange import ScanRoad

MOST_RELAYED = 32 << 20  # bytes each time, so that events are never kept waiting long
_AT_ONCE = 5000  # positions of the log
_ATTACHED, _ARRIVED = "dossier.scan-attached", "submission.arrived"
_OFFERED = "program.offered"
_T = TypeVar("_T")


def relay_scans(ledger: Ledger, road: ScanRoad, outcome: RelayOutcome) -> None:
    """Relay some of the scans that the hub's log tells of; the next time goes on with the rest.

    Raises:
        LineDown: The line broke time and again; what arrived stays.
        Later, RefusedBy: As the server above says.
        Trouble: A scan cannot be read or written.
    """
    while _expect_more(ledger):
        pass
    with ledger.reading() as work:
        waiting = work.scans_to_relay()
    carried = 0
    for name, size in waiting:
        if carried and carried + size > MOST_RELAYED:
            return
        if road.pieces.files.path_of(name).exists():
            road.send(name)
            outcome.scans_sent += 1
        elif road.fetch(name, size):
            outcome.scans_fetched += 1
        else:
            continue
        carried += size
        with ledger.writing() as work:
            work.scan_relayed(name)


def _expect_more(ledger: Ledger) -> bool:
    """Note the scans of the next stretch of the hub's log; whether there may be more."""
    with ledger.writing() as work:
        above = work.hold_above()
        log = work.agency(above.agency) if above else None
        if above is None or log is None or above.scans_told >= log.position:
            return False
        told = min(above.scans_told + _AT_ONCE, log.position)
        work.expect_scans(scans_named(work, log.agency, above.scans_told, told), told)
    return True


def scans_named(work: Work, agency: str, after: int, last: int) -> dict[str, int]:
    """The scans that a stretch of a commune's log tells of, with their sizes."""
    attached = _told(work, ScanAttached, _ATTACHED, agency, after, last)
    arrived = _told(work, SubmissionArrived, _ARRIVED, agency, after, last)
    offered = _told(work, ProgramOffered, _OFFERED, agency, after, last)
    named = [*attached, *(file for one in arrived for file in one.attachments), *offered]
    return {one.sha256: one.size for one in named if names_content(one.sha256)}


def _told(
    work: Work, kind: type[_T], name: str, agency: str, after: int, last: int
) -> Iterator[_T]:
    for body in work.bodies_between(agency, name, after, last):
        # One that cannot be read is held aside as it is; nobody sees a scan of it.
        with suppress(ValueError):
            yield chain.read(body, kind)
