"""Whose a desk's bundle is, and letting that desk in by the code that the bundle brings."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from reception.domain.errors import RuleViolation
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow
from reception.sync import enrolling, messages
from reception.sync.accepting import Refused
from reception.sync.bundle import OpenedBundle
from reception.sync.bundle_head import BundleHead
from reception.sync.bundle_refusals import unknown_sender
from reception.sync.messages import EnrolAnswer, Enrolment
from reception.sync.signatures import from_text
from reception.sync.stick_parts import ENROLMENT, Turned

_ENROLMENT_WORDS = {
    "code-unknown": "mã ghi danh trong gói không đúng hoặc của đơn vị khác",
    "code-expired": "mã ghi danh trong gói đã quá hạn",
    "code-used": "mã ghi danh trong gói đã dùng cho máy khác",
    "slot-taken": "số quầy của mã ghi danh trong gói đang thuộc máy khác",
}


@dataclass(frozen=True, slots=True)
class Sender:
    """The device that a bundle is of; what its enrolment was answered, or why it was refused."""

    device: DeviceRow
    enrolment: EnrolAnswer | None = None
    refused: Turned | None = None


def key_of(ledger: Ledger, head: BundleHead) -> bytes | None:
    """The key that a bundle must be signed with; a device not known yet names its own."""
    with ledger.reading() as work:
        device = work.device(head.sender)
    if head.sender_kind != "device":
        return None
    if device is None:
        return head.key or None
    desk = device.kind in {DeviceKind.DESK, DeviceKind.ELSEWHERE} and device.revoked_at is None
    return device.public_key if desk and device.agency == head.agency else None


def sender_of(ledger: Ledger, opened: OpenedBundle, now: datetime) -> Sender:
    """The device that the bundle is of, let in by its code if it was not before.

    Raises:
        RuleViolation: ``bundle-unknown-sender``, or its code does not let it in.
    """
    answer, turned = None, None
    head, wanted = opened.head, _enrolment(opened)
    with ledger.reading() as work:
        known = work.device(head.sender)
    if wanted is not None:
        own = (wanted.device, wanted.agency) == (head.sender, head.agency)
        if known is None and (not own or from_text(wanted.public_key) != head.key):
            raise unknown_sender()
        try:
            answer = enrolling.enrol(ledger, wanted, now)
        except Refused as no:
            if known is None or known.kind is not DeviceKind.DESK:
                raise _not_let_in(no) from no
            turned = Turned(ENROLMENT, no.line.error)
    with ledger.reading() as work:
        device = work.device(head.sender)
    if device is None or device.kind is not DeviceKind.DESK:
        raise unknown_sender()
    return Sender(device, answer, turned)


def _enrolment(opened: OpenedBundle) -> Enrolment | None:
    """What a desk asks to be let in with; it stands before all else."""
    with closing(opened.parts()) as parts:
        name, content = next(parts, ("", b""))
    if name != ENROLMENT:
        return None
    try:
        return messages.read(content, Enrolment)
    except ValueError:
        return None


def _not_let_in(no: Refused) -> RuleViolation:
    why = _ENROLMENT_WORDS.get(no.line.error, "lời xin ghi danh trong gói không đúng")
    return RuleViolation(
        no.line.error,
        f"Chưa ghi danh được máy gửi: {why}; hãy cấp giấy mời mới bằng “reception server invite”"
        " rồi xuất lại gói từ máy đó.",
    )
