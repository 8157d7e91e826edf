"""A hub introduces the desks that ask at it, so that it may hand their chains on: the server's end.

What is introduced is known here and not let in: only a code does that.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from reception.domain.numbering import SLOTS
from reception.domain.text import clean
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow
from reception.storage.ledger.work import Work
from reception.sync import messages
from reception.sync.accepting import refused
from reception.sync.messages import IntroducedLine, Introduction, IntroductionAnswer, NotIntroduced
from reception.sync.signatures import from_text

MOST = 200
NO_SLOT = -1
_DEVICE = re.compile(r"[0-9A-Za-z-]{1,64}")
_KEY_BYTES = 32
_LONGEST_NAME = 100
_LONGEST_AGO = 10 * 366 * 86_400  # seconds


def read(body: bytes) -> Introduction:
    """What a hub says.

    Raises:
        Refused: ``not-an-introduction``.
    """
    try:
        told = messages.read(body, Introduction)
    except ValueError as fault:
        raise refused(422, "not-an-introduction", str(fault)) from fault
    if len(told.devices) > MOST or not all(_readable(line) for line in told.devices):
        raise refused(422, "not-an-introduction", "devices")
    return told


def _readable(line: IntroducedLine) -> bool:
    return (
        _DEVICE.fullmatch(line.device) is not None
        and (line.slot == NO_SLOT or line.slot in SLOTS)
        and len(from_text(line.public_key)) == _KEY_BYTES
        and len(from_text(line.seal_key)) in {0, _KEY_BYTES}
        and (line.seen is None or 0 <= line.seen <= _LONGEST_AGO)
    )


def introduce(
    ledger: Ledger, sender: DeviceRow, agency: str, told: Introduction, now: datetime
) -> IntroductionAnswer:
    """Learn of devices of a hub's commune; what stands in the way of one holds up no other.

    Raises:
        Refused: ``not-a-hub`` or ``other-agency``.
    """
    if sender.kind is not DeviceKind.HUB:
        raise refused(403, "not-a-hub")
    if agency != sender.agency:
        raise refused(403, "other-agency")
    with ledger.writing() as work:
        # Devices before the commune, as everywhere.
        known = {one: work.lock_device(one) for one in sorted({d.device for d in told.devices})}
        found = (_introduce(work, agency, line, known[line.device], now) for line in told.devices)
        answer = IntroductionAnswer([one for one in found if one])
        work.saw(sender.device, now)
    return answer


def _introduce(
    work: Work, agency: str, line: IntroducedLine, known: DeviceRow | None, now: datetime
) -> NotIntroduced | None:
    key = from_text(line.public_key)
    if known and (known.agency, known.public_key) != (agency, key):
        return NotIntroduced(line.device, "device-other", "")
    if known and known.kind in {DeviceKind.DESK, DeviceKind.ELSEWHERE}:
        _note_seen(work, known, line, now)
    if known and (known.kind is not DeviceKind.ELSEWHERE or line.slot == known.slot):
        return None
    holder = work.has_slot(agency, line.slot, besides=line.device)
    if holder and line.slot != NO_SLOT:
        return NotIntroduced(line.device, "slot-taken", holder.name)
    if known:
        work.give_slot(line.device, line.slot)
        return None
    new = DeviceRow(
        device=line.device,
        agency=agency,
        slot=line.slot,
        name=clean(line.name)[:_LONGEST_NAME],
        kind=DeviceKind.ELSEWHERE,
        public_key=key,
        seal_key=from_text(line.seal_key),
        enrolled_at=now,
    )
    if not work.enrol_device(new):
        return NotIntroduced(line.device, "device-other", "")
    _note_seen(work, new, line, now)
    return None


def _note_seen(work: Work, known: DeviceRow, line: IntroducedLine, now: datetime) -> None:
    """A desk that asks elsewhere was last heard of there; how long ago is so by every clock."""
    if line.seen is None:
        return
    seen_at = now - timedelta(seconds=line.seen)
    if known.last_seen_at is None or seen_at > known.last_seen_at:
        work.saw(line.device, seen_at)
