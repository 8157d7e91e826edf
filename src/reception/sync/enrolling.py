"""Letting a desk or a commune's hub in by a one-time code, at the server's end."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import datetime, timedelta

from reception.domain.numbering import SLOTS
from reception.domain.text import clean
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow, Invitation
from reception.storage.ledger.work import Work
from reception.sync.accepting import refused
from reception.sync.messages import EnrolAnswer, Enrolment
from reception.sync.signatures import enrolment_statement, from_text, holds, to_text

VALID_FOR = timedelta(hours=24)
# Read over the telephone and typed by hand: no I, O, 0 or 1.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 10
_KEY_LENGTH = 32
_DEVICE = re.compile(r"[0-9A-Za-z-]{1,64}")
_LONGEST_NAME = 100
HUB_SLOT = -1
"""Stands in the place of a slot where a hub is meant, which numbers nothing."""


def new_code() -> str:
    """A one-time code, such as ``7KQ2M-XW9PA``: 50 random bits."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return f"{letters[:5]}-{letters[5:]}"


def invite(
    ledger: Ledger,
    agency: str,
    slot: int,
    name: str,
    now: datetime,
    *,
    code: str = "",
    valid_for: timedelta = VALID_FOR,
) -> str:
    """Make a one-time code for a desk of a commune, or for its hub; keeps only its hash.

    Raises:
        Refused: ``unknown-agency`` or ``slot-impossible``.
    """
    if slot not in SLOTS and slot != HUB_SLOT:
        raise refused(422, "slot-impossible")
    code = code or new_code()
    with ledger.writing() as work:
        if work.agency(agency) is None:
            raise refused(404, "unknown-agency")
        until = now + valid_for
        work.invite(Invitation(code_hash(code), agency, slot, name, now, until))
    return code


def code_hash(code: str) -> bytes:
    """The hash by which a code is known, however it was typed."""
    bare = "".join(letter for letter in code.upper() if letter in _LETTERS)
    return hashlib.sha256(bare.encode()).digest()


def enrol(ledger: Ledger, wanted: Enrolment, now: datetime) -> EnrolAnswer:
    """Let a desk in, once for each code; the same desk may ask again if the answer was lost.

    Raises:
        Refused: ``not-an-enrolment``, ``code-unknown``, ``code-expired``, ``code-used``,
            ``code-other-kind``, ``slot-taken`` or ``proof``.
    """
    if not _DEVICE.fullmatch(wanted.device):
        raise refused(422, "not-an-enrolment", "device")
    public_key, seal_key = from_text(wanted.public_key), from_text(wanted.seal_key)
    statement = enrolment_statement(wanted.code, wanted.agency, wanted.device, public_key, seal_key)
    if len(seal_key) != _KEY_LENGTH or not holds(public_key, from_text(wanted.proof), statement):
        raise refused(401, "proof")
    hashed = code_hash(wanted.code)
    with ledger.writing() as work:
        invitation = work.invitation(hashed)
        if invitation is None or invitation.agency != wanted.agency:
            raise refused(403, "code-unknown")
        if invitation.used_by != wanted.device:
            _use(work, invitation, wanted, public_key, seal_key, now)
        elif not _is_in(work, wanted.device, public_key):
            raise refused(403, "code-used")
        return _answer(work, wanted, invitation)


def _is_in(work: Work, device_id: str, public_key: bytes) -> bool:
    """Whether the desk that asks again is the very one that was let in, and may still come."""
    known = work.device(device_id)
    return known is not None and known.public_key == public_key and known.revoked_at is None


def _use(
    work: Work,
    invitation: Invitation,
    wanted: Enrolment,
    public_key: bytes,
    seal_key: bytes,
    now: datetime,
) -> None:
    if now > invitation.valid_until:
        raise refused(403, "code-expired")
    hub = invitation.slot == HUB_SLOT
    if hub is not (wanted.slot == HUB_SLOT):
        raise refused(403, "code-other-kind")
    if not work.use_invitation(invitation.code_hash, wanted.device, now):
        raise refused(403, "code-used")
    new = DeviceRow(
        device=wanted.device,
        agency=wanted.agency,
        slot=invitation.slot,
        name=invitation.name or clean(wanted.name)[:_LONGEST_NAME],
        kind=DeviceKind.HUB if hub else DeviceKind.DESK,
        public_key=public_key,
        seal_key=seal_key,
        enrolled_at=now,
    )
    if not _let_in(work, new, invitation):
        raise refused(409, "slot-taken")


def _let_in(work: Work, new: DeviceRow, invitation: Invitation) -> bool:
    """Let a device in that is new here, or comes back: from elsewhere, or after it was revoked."""
    known = work.lock_device(new.device)
    if new.slot != HUB_SLOT and work.has_slot(new.agency, new.slot, besides=new.device):
        return False
    if known is None:
        return work.enrol_device(new)
    same = (known.agency, known.public_key) == (new.agency, new.public_key)
    late = known.revoked_at is None or invitation.made_at >= known.revoked_at
    kinds = {DeviceKind.DESK, DeviceKind.ELSEWHERE} if new.kind is DeviceKind.DESK else {new.kind}
    if not (same and late and known.kind in kinds):
        return False
    work.admit_again(new)
    return True


def _answer(work: Work, wanted: Enrolment, invitation: Invitation) -> EnrolAnswer:
    authority, agency = work.authority(), work.agency(wanted.agency)
    return EnrolAnswer(
        agency=wanted.agency,
        agency_name=agency.name if agency else "",
        server_name=authority.server_name,
        slot=invitation.slot,
        server_key=to_text(authority.public_key),
        seal_key=to_text(authority.seal_key),
        incarnation=authority.incarnation,
    )
