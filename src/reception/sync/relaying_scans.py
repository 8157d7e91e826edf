"""Scans between a hub and the server above it, after all events: up or down, as they lack."""

from __future__ import annotations

import re

from reception.domain import chain
from reception.domain.dossier_events import ScanAttached
from reception.storage.ledger.ledger import Ledger
from reception.sync.relayed import RelayOutcome
from reception.sync.scan_exchange import ScanRoad

MOST_RELAYED = 32 << 20  # bytes each time, so that events are never kept waiting long
_AT_ONCE = 5000  # positions of the log
_KIND = "dossier.scan-attached"
_NAME = re.compile(r"[0-9a-f]{64}")


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
        bodies = work.bodies_between(log.agency, _KIND, above.scans_told, told)
        work.expect_scans(_scans(bodies), told)
    return True


def _scans(bodies: list[bytes]) -> dict[str, int]:
    found: dict[str, int] = {}
    for body in bodies:
        try:
            scan = chain.read(body, ScanAttached)
        except ValueError:
            continue  # held aside as it is; nobody sees a scan of it
        if _NAME.fullmatch(scan.sha256):
            found[scan.sha256] = scan.size
    return found
