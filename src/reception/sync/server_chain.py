"""The server's own chain in each commune's log: what comes down to the desks is written there.

The server is a device of every commune. Its id follows from commune and key; its epoch follows from
the incarnation, so a server that came back from a copy never continues what the copy lacks.
"""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime

from reception import __version__
from reception.domain import chain
from reception.domain.events import entity_type_of, kind_of
from reception.domain.look_up import LookUpAnnounced
from reception.domain.pack import PackEvent
from reception.domain.program_offer import ProgramOffered
from reception.domain.submission import SubmissionArrived
from reception.storage.journal import new_id
from reception.storage.ledger.rows import Appended, Authority, DeviceKind, DeviceRow, NewEvent
from reception.storage.ledger.work import Work
from reception.sync.signatures import head_statement, sign

Said = PackEvent | SubmissionArrived | LookUpAnnounced | ProgramOffered
"""What a server writes."""

_EPOCHS = 999_999
_NAMES = uuid.UUID("0f0cbd4e-5bd1-5c1c-9a07-6f5d0c5a7f11")


def server_device(agency: str, authority: Authority) -> str:
    """The id of the server as a device of a commune."""
    return str(uuid.uuid5(_NAMES, f"{agency}|{authority.public_key.hex()}"))


def server_epoch(authority: Authority) -> int:
    """The epoch in which this incarnation of the server writes."""
    digest = hashlib.sha256(authority.incarnation.encode()).digest()
    return 1 + int.from_bytes(digest[:8]) % _EPOCHS


def ensure_device(work: Work, agency: str, now: datetime) -> DeviceRow:
    """The server's row among a commune's devices, made if it is not there, and held.

    Raises:
        LookupError: There is no such commune.
    """
    if work.agency(agency) is None:
        raise LookupError(agency)
    authority = work.authority()
    device = server_device(agency, authority)
    if work.device(device) is None:
        work.enrol_device(
            DeviceRow(
                device=device,
                agency=agency,
                slot=0,
                name=authority.server_name,
                kind=DeviceKind.SERVER,
                public_key=authority.public_key,
                seal_key=authority.seal_key,
                enrolled_at=now,
            )
        )
    held = work.lock_device(device)
    if held is None:
        raise LookupError(device)
    return held


def recognised(work: Work, agency: str, device_id: str, now: datetime) -> DeviceRow | None:
    """The server's own device, though its row is lost; ``None`` for any other.

    So a server that came back from a copy takes back from the desks what it had written.
    """
    if device_id != server_device(agency, work.authority()):
        return None
    return ensure_device(work, agency, now)


def say(work: Work, agency: str, event: Said, entity: str, now: datetime) -> Appended:
    """Write one event into a commune's log, as the server's own word.

    Raises:
        LookupError: There is no such commune.
    """
    device, authority = ensure_device(work, agency, now), work.authority()
    epoch = server_epoch(authority)
    held = work.held(agency, device.device, epoch)
    seq, before = (held.acked, held.head) if held else (0, chain.genesis(device.device, epoch))
    kind = kind_of(event)
    link = chain.link(
        before,
        event,
        kind=kind,
        event_id=new_id(),
        entity=entity,
        entity_type=entity_type_of(kind),
        base=work.last_of(agency, entity),
        at=now,
        by=authority.server_name,
        app=__version__,
    )
    new = NewEvent(device.device, epoch, seq + 1, entity, kind, link.header, link.body, link.hash)
    signed = head_statement(device.device, epoch, new.seq, new.hash)
    return work.append(agency, [new], now, sign(authority.private_key, signed))
