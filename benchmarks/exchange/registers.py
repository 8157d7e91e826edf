"""The commune's two desks as every round begins with them: one full of registrations, one empty.

Both are enrolled and have exchanged once, so that what a round measures is the registrations alone.
The documents for the peers are the very bytes of these events: header and body of each.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from reception.domain.calendar import WorkingCalendar
from reception.domain.moments import OFFICE_ZONE
from reception.services import server_keeping
from reception.services.desk import Desk
from reception.services.exchange import enrol, exchange, make_exchanger
from reception.services.invented_work import InventedWork, MovingClock
from reception.services.set_up import office_named, set_up
from reception.storage.bulk_store import BulkStore
from reception.storage.database import Database
from reception.storage.ledger.ledger import Ledger
from reception.sync.asking import Answer, Request
from reception.sync.gate import Gate

AGENCY, COMMUNE = "H40.16", "Xã Mường Lay"
FIRST_DAY, TO_DAY = date(2026, 1, 5), datetime(2026, 11, 20, 17, tzinfo=OFFICE_ZONE)
SEED, A_DAY, IN_ONE_COMMIT = 1, 125, 500


class NearLine:
    """A line to a gate in the same process."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def ask(self, request: Request) -> Answer:
        return self._gate.answer(request)


def two_desks(ledger: Ledger, folder: Path, dossiers: int) -> None:
    """Make both desks in ``folder`` and let the server know them."""
    server_keeping.add_commune(ledger, AGENCY, COMMUNE, lambda: TO_DAY)
    gate = Gate(ledger, lambda: TO_DAY)
    desks = [_enrolled(ledger, gate, folder, slot) for slot in (0, 1)]
    for desk in (*desks, desks[0]):
        if not exchange(desk, NearLine(gate), make_exchanger(desk, lambda: 0.0)).whole:
            sys.exit("the desks did not come to agree")
    _fill(desks[0], dossiers)
    for desk in desks:
        desk.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        desk.close()


def _enrolled(ledger: Ledger, gate: Gate, folder: Path, slot: int) -> Desk:
    office = office_named(COMMUNE, AGENCY)
    desk = set_up(folder / f"desk-{slot}", office, lambda: TO_DAY, slot=slot)
    name = f"Quầy {slot}"
    code = server_keeping.invite(ledger, AGENCY, slot, name, lambda: TO_DAY).code
    enrol(desk, NearLine(gate), "near", code, name)
    return desk


def _fill(desk: Desk, dossiers: int) -> None:
    """Receive so many dossiers; nothing happens to them afterwards."""
    clock = MovingClock(TO_DAY)
    store = BulkStore(desk.database)
    work = InventedWork(Desk(store, clock), clock, dossiers // 8, SEED)
    arrivals = _arrivals(desk.calendar, dossiers)
    for _part in range(0, dossiers, IN_ONE_COMMIT):
        with desk.store.writing():
            for _n, at in zip(range(IN_ONE_COMMIT), arrivals, strict=False):
                work.receive(at)
        store.forget()


def _arrivals(calendar: WorkingCalendar, dossiers: int) -> Iterator[datetime]:
    chance = random.Random(SEED)
    on, left = FIRST_DAY, dossiers
    while left:
        today = min(A_DAY, left) if calendar.is_working(on) else 0
        opens = datetime.combine(on, time(7, 30), OFFICE_ZONE)
        seconds = sorted(chance.randrange(9 * 3600) for _ in range(today))
        yield from (opens + timedelta(seconds=each) for each in seconds)
        left -= today
        on += timedelta(days=1)


def registrations(database: Database) -> list[tuple[bytes, bytes]]:
    """Header and body of each registration that a desk holds, in the order of the first desk."""
    return database.rows(
        "SELECT header, body FROM event WHERE kind LIKE 'dossier.%' ORDER BY device, epoch, seq"
    )


def documents(told: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """Each event as one JSON document, its bytes untouched; ``id`` is that of the event."""
    for header, body in told:
        name = json.loads(header)["id"].encode()
        yield b'{"id":"' + name + b'","header":' + header + b',"body":' + body + b"}"


def digest(told: Iterable[bytes]) -> str:
    """The digest of documents whatever their order and the order of their fields."""
    each = sorted(
        hashlib.sha256(json.dumps(json.loads(one), sort_keys=True).encode()).digest()
        for one in told
    )
    return hashlib.sha256(b"".join(each)).hexdigest()
