"""Enrolling a commune's hub at the server above it: the hub's keys are those of its ledger."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain import chain
from reception.domain.moments import Clock
from reception.storage.journal import new_id
from reception.storage.ledger.above import Above
from reception.storage.ledger.ledger import Ledger
from reception.sync import messages
from reception.sync.asking import Request
from reception.sync.enrolling import HUB_SLOT
from reception.sync.line import Line, ask, read_or_down
from reception.sync.messages import EnrolAnswer, Enrolment
from reception.sync.signatures import enrolment_statement, from_text, sign, to_text


@dataclass(frozen=True, slots=True)
class HubWish:
    """What a hub asks to be let in with; ``ca_file`` is the server's root certificate, or empty."""

    url: str
    agency: str
    code: str
    ca_file: str = ""


def join_above(ledger: Ledger, line: Line, wish: HubWish, clock: Clock) -> Above:
    """Belong to a server from now on; at the same one the hub keeps its id.

    Raises:
        LineDown, Later, RefusedBy: The server was not reached, or does not let this hub in.
    """
    with ledger.reading() as work:
        authority, before = work.authority(), work.above()
    device = before.device if before and before.agency == wish.agency else new_id()
    public, seal = authority.public_key, authority.seal_key
    statement = enrolment_statement(wish.code, wish.agency, device, public, seal)
    asked = Enrolment(
        code=wish.code,
        agency=wish.agency,
        device=device,
        slot=HUB_SLOT,
        name=authority.server_name,
        public_key=to_text(public),
        seal_key=to_text(seal),
        proof=to_text(sign(authority.private_key, statement)),
    )
    body = ask(line, Request("POST", "/v1/enrol", messages.write(asked)))
    answer = read_or_down(lambda: messages.read(body, EnrolAnswer))
    above = Above(
        url=wish.url,
        ca_file=wish.ca_file,
        agency=answer.agency,
        device=device,
        server_name=answer.server_name,
        server_key=from_text(answer.server_key),
        incarnation=answer.incarnation,
        position=0,
        chain=chain.log_genesis(answer.agency),
        enrolled_at=clock(),
    )
    with ledger.writing() as work:
        work.put_above(above)
    return above
