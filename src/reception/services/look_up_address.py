"""At the server: the address of its look-up page, told to every commune's desks once."""

from __future__ import annotations

from datetime import datetime

from reception.domain.errors import Trouble
from reception.domain.look_up import ENTITY, LookUpAnnounced, checked_address
from reception.domain.moments import Clock
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import Agency
from reception.storage.ledger.work import Work
from reception.sync.server_chain import say, server_device


def present(ledger: Ledger) -> str:
    """The address that desks print; empty where there is none."""
    with ledger.reading() as work:
        return work.authority().look_up


def announce(ledger: Ledger, address: str, clock: Clock) -> tuple[str, list[str]]:
    """Have all desks print an address from now on, or none; answers it, and who was told now.

    Each commune is a transaction of its own: what breaks off goes on with the next call.

    Raises:
        RuleViolation: ``address-impossible``.
    """
    wanted = checked_address(address) if address else ""
    with ledger.writing() as work:
        work.put_look_up(wanted)
        known = work.agencies()
    told: list[str] = []
    for agency in known:
        with ledger.writing() as work:
            if tell(work, agency, clock()):
                told.append(agency.agency)
    return wanted, told


def tell(work: Work, agency: Agency, now: datetime) -> bool:
    """Tell a commune's desks the present address; ``False`` where they were told last."""
    address = work.authority().look_up
    if address == _told_last(work, agency):
        return False
    say(work, agency.agency, LookUpAnnounced(address, now), ENTITY, now)
    return True


def _told_last(work: Work, agency: Agency) -> str:
    own = server_device(agency.agency, work.authority())
    events = work.events_of(agency.agency, [ENTITY], agency.position).get(ENTITY, [])
    for stored in reversed(events):
        try:
            event = stored.event()
        except Trouble:
            continue
        if stored.device == own and isinstance(event, LookUpAnnounced):
            return event.address
    return ""
