"""The server's end of a stick: a desk's bundle is taken like its requests by line, and answered.

Each part goes through the same door as by line, and one that is refused blocks no other. The answer
carries what the line would have said: receipts, pages, and what is needed to heal a copy.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock
from reception.storage.journal import new_id
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import (
    Authority,
    BundleDirection,
    BundleNote,
    DeviceKind,
    DeviceRow,
    Held,
)
from reception.sync import accepting, enrolling, messages
from reception.sync.accepting import Refused
from reception.sync.bundle import OpenedBundle, open_bundle, write_bundle
from reception.sync.bundle_head import BundleHead
from reception.sync.bundle_refusals import unknown_sender
from reception.sync.bundle_taking import Judgement, Standing, Taken, judge
from reception.sync.messages import EnrolAnswer, Enrolment
from reception.sync.signatures import from_text
from reception.sync.stick_answer import answer_parts
from reception.sync.stick_parts import (
    ENROLMENT,
    EVENTS,
    HOLDINGS,
    MOST_BYTES,
    Brought,
    Holdings,
    Turned,
    kind_of,
    read,
    server_id,
)

_ENROLMENT_WORDS = {
    "code-unknown": "mã ghi danh trong gói không đúng hoặc của đơn vị khác",
    "code-expired": "mã ghi danh trong gói đã quá hạn",
    "code-used": "mã ghi danh trong gói đã dùng cho máy khác",
    "slot-taken": "số quầy của mã ghi danh trong gói đang thuộc máy khác",
}
_Chain = tuple[str, int]


@dataclass(slots=True)
class StickTaken:
    """A desk's bundle that was taken, and its answer.

    ``received`` counts events that the server did not have, ``sent`` those that the answer carries.
    ``standing`` tells whether the bundle had been taken before, or is older than one that was.
    """

    device: DeviceRow
    number: int
    standing: Standing
    answer: int = 0
    received: int = 0
    sent: int = 0
    enrolled: bool = False
    refused: tuple[Turned, ...] = ()
    words: str = ""


@dataclass(slots=True)
class _Content:
    """What was taken of a bundle's parts."""

    enrolment: EnrolAnswer | None = None
    holdings: Holdings | None = None
    received: int = 0
    refused: list[Turned] = field(default_factory=list["Turned"])


def take_bundle(
    ledger: Ledger, path: Path, answer: Path, clock: Clock, *, most: int = MOST_BYTES
) -> StickTaken:
    """Take a desk's bundle and write the answer that goes back to it.

    The same bundle may be taken again: nothing changes, and it is answered anew.

    Raises:
        RuleViolation: It is of an unknown or revoked device, of another commune's, forged, for
            another server, or its code does not let the device in.
        Trouble: It is damaged, the answer cannot be written, or the database is away. What was
            taken is safe.
    """
    with ledger.reading() as work:
        authority = work.authority()
    opened = open_bundle(
        path, seal_key=authority.seal_private_key, sender_key=lambda head: _key_of(ledger, head)
    )
    content = _Content()
    device = _sender(ledger, opened, content, clock())
    judged = _judged(ledger, opened.head, device)
    _take_parts(ledger, device, opened, content, clock)
    taken = StickTaken(device, opened.head.number, judged.standing)
    taken.received, taken.refused = content.received, tuple(content.refused)
    taken.enrolled = content.enrolment is not None
    _answer(ledger, authority, taken, opened.head, content, answer, clock(), most)
    taken.words = _words(taken, judged)
    return taken


def _key_of(ledger: Ledger, head: BundleHead) -> bytes | None:
    """The key that a bundle must be signed with; a device not known yet names its own."""
    with ledger.reading() as work:
        device = work.device(head.sender)
    if head.sender_kind != "device":
        return None
    if device is None:
        return head.key or None
    desk = device.kind in {DeviceKind.DESK, DeviceKind.ELSEWHERE} and device.revoked_at is None
    return device.public_key if desk and device.agency == head.agency else None


def _sender(ledger: Ledger, opened: OpenedBundle, content: _Content, now: datetime) -> DeviceRow:
    """The device that the bundle is of, let in by its code if it was not before."""
    head, wanted = opened.head, _enrolment(opened)
    with ledger.reading() as work:
        known = work.device(head.sender)
    if wanted is not None:
        own = (wanted.device, wanted.agency) == (head.sender, head.agency)
        if known is None and (not own or from_text(wanted.public_key) != head.key):
            raise unknown_sender()
        try:
            content.enrolment = enrolling.enrol(ledger, wanted, now)
        except Refused as no:
            if known is None or known.kind is not DeviceKind.DESK:
                raise _not_let_in(no) from no
            content.refused.append(Turned(ENROLMENT, no.line.error))
    with ledger.reading() as work:
        device = work.device(head.sender)
    if device is None or device.kind is not DeviceKind.DESK:
        raise unknown_sender()
    return device


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


def _judged(ledger: Ledger, head: BundleHead, device: DeviceRow) -> Judgement:
    with ledger.reading() as work:
        before = work.bundles_of(device.agency, device.device)
    return judge(head, (Taken(b.bundle, b.number, b.incarnation, b.at) for b in before))


def _take_parts(
    ledger: Ledger, device: DeviceRow, opened: OpenedBundle, content: _Content, clock: Clock
) -> None:
    with ledger.reading() as work:
        before = work.held_all(device.agency)
    acked: dict[_Chain, int] = {}
    with closing(opened.parts()) as parts:
        for name, data in parts:
            try:
                if name == HOLDINGS:
                    content.holdings = read(data, Holdings)
                elif kind_of(name) == EVENTS:
                    chain, upto = _push(ledger, device, read(data, Brought), clock())
                    acked[chain] = upto
            except Refused as no:
                content.refused.append(Turned(name, no.line.error))
            except ValueError:
                content.refused.append(Turned(name, "not-a-part"))
    content.received = sum(
        upto - before.get(chain[0], {}).get(chain[1], Held(0, b"")).acked
        for chain, upto in acked.items()
    )


def _push(ledger: Ledger, device: DeviceRow, brought: Brought, now: datetime) -> tuple[_Chain, int]:
    answer = accepting.push(
        ledger,
        device,
        brought.device,
        brought.epoch,
        brought.first,
        brought.like,
        brought.batch,
        now,
    )
    return (brought.device, brought.epoch), answer.acked


def _answer(
    ledger: Ledger,
    authority: Authority,
    taken: StickTaken,
    asked: BundleHead,
    content: _Content,
    path: Path,
    now: datetime,
    most: int,
) -> None:
    head = _next_head(ledger, authority, taken.device, asked, now)
    taken.answer = head.number
    told, parts = answer_parts(
        ledger, taken.device, content.holdings, content.refused, content.enrolment, most
    )
    write_bundle(
        path,
        head,
        parts,
        signing_key=authority.private_key,
        seal_to=taken.device.seal_key,
    )
    taken.sent = told.position - told.common


def _next_head(
    ledger: Ledger, authority: Authority, device: DeviceRow, asked: BundleHead, now: datetime
) -> BundleHead:
    """Note both bundles; all that came is on disk by now."""
    with ledger.writing() as work:
        number = work.next_answer(device.agency, device.device)
        came = (BundleDirection.IN, asked.number, asked.bundle_id, asked.incarnation)
        goes = (BundleDirection.OUT, number, new_id(), authority.incarnation)
        for direction, count, bundle, incarnation in (came, goes):
            work.note_bundle(
                BundleNote(device.agency, device.device, direction, count, bundle, incarnation, now)
            )
        work.saw(device.device, now)
    return BundleHead(
        sender_kind="server",
        sender=server_id(authority.public_key),
        agency=device.agency,
        bundle_id=goes[2],
        number=number,
        answers=asked.bundle_id,
        incarnation=authority.incarnation,
        created_at=now,
    )


def _words(taken: StickTaken, judged: Judgement) -> str:
    device = taken.device
    said = [f"Đã nhận gói số {taken.number} của “{device.name}” ({device.agency})"]
    if taken.enrolled:
        said.append(f"máy này nay là quầy số {device.slot}")
    said.append(f"{taken.received} sự kiện mới")
    said.append(f"gói trả lời số {taken.answer} có {taken.sent} sự kiện")
    words = "; ".join(said) + "."
    if taken.refused:
        words += (
            f" Có {len(taken.refused)} phần chưa nhận được ({taken.refused[0].error}), gói trả lời"
            " đã ghi cách làm tiếp."
        )
    return words if judged.standing is Standing.NEW else f"{judged.text} {words}"
