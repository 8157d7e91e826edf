"""The server's end of a stick: a desk's bundle is taken like its requests by line, and answered.

Each part goes through the same door as by line, and one that is refused blocks no other. The answer
carries what the line would have said: receipts, pages, and what is needed to heal a copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from reception.domain.moments import Clock
from reception.storage.journal import new_id
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import (
    Authority,
    BundleDirection,
    BundleNote,
    DeviceRow,
    Held,
)
from reception.storage.scan_pieces import of_agency
from reception.sync import accepting
from reception.sync.accepting import Refused
from reception.sync.bundle import OpenedBundle, open_bundle, write_bundle
from reception.sync.bundle_head import BundleHead
from reception.sync.bundle_taking import Judgement, Standing, Taken, judge
from reception.sync.messages import EnrolAnswer
from reception.sync.relaying_scans import scans_named
from reception.sync.stick_answer import Part, answer_parts
from reception.sync.stick_parts import (
    EVENTS,
    HOLDINGS,
    MOST_BYTES,
    Brought,
    Holdings,
    Told,
    Turned,
    kind_of,
    read,
    server_id,
)
from reception.sync.stick_scans import DEFAULT_ROOM, PIECE, SCANS, room_beside
from reception.sync.stick_scans_answered import DeskScans
from reception.sync.stick_sender import key_of, sender_of

_Chain = tuple[str, int]


@dataclass(slots=True)
class StickTaken:
    """A desk's bundle that was taken, and its answer.

    ``received`` counts events that the server did not have, ``sent`` those that the answer carries;
    so do ``scans_received`` and ``scans_sent``. ``scans_left`` counts scans that the desk lacks and
    the answer had no room for. ``standing`` tells whether the bundle had been taken before, or is
    older than one that was.
    """

    device: DeviceRow
    number: int
    standing: Standing
    answer: int = 0
    received: int = 0
    sent: int = 0
    scans_received: int = 0
    scans_sent: int = 0
    scans_left: int = 0
    enrolled: bool = False
    refused: tuple[Turned, ...] = ()
    words: str = ""


@dataclass(slots=True)
class _Content:
    """What was taken of a bundle's parts; ``scans`` is there where the server keeps any."""

    scans: DeskScans | None = None
    enrolment: EnrolAnswer | None = None
    holdings: Holdings | None = None
    received: int = 0
    refused: list[Turned] = field(default_factory=list["Turned"])


def take_bundle(
    ledger: Ledger,
    path: Path,
    answer: Path,
    clock: Clock,
    *,
    scans: Path | None = None,
    room: int = DEFAULT_ROOM,
    most: int = MOST_BYTES,
) -> StickTaken:
    """Take a desk's bundle and write the answer that goes back to it.

    The same bundle may be taken again: nothing changes, and it is answered anew. The answer holds
    at most so many bytes of scans, and in all; of scans not more than the stick has free.

    Args:
        ledger: The server's.
        path: The desk's bundle.
        answer: The file to answer in.
        clock: The wall's.
        scans: The folder of the scans of all communes; without it, none are taken or given.
        room: How many bytes of scans the answer may hold.
        most: How many bytes it may hold in all.

    Raises:
        RuleViolation: It is of an unknown or revoked device, of another commune's, forged, for
            another server, or its code does not let the device in.
        Trouble: It is damaged, the answer cannot be written, or the database is away. What was
            taken is safe.
    """
    with ledger.reading() as work:
        authority = work.authority()
    opened = open_bundle(
        path, seal_key=authority.seal_private_key, sender_key=lambda head: key_of(ledger, head)
    )
    sender = sender_of(ledger, opened, clock())
    device = sender.device
    content = _Content(enrolment=sender.enrolment)
    if sender.refused:
        content.refused.append(sender.refused)
    if scans:
        content.scans = DeskScans(of_agency(scans, device.agency), device.device)
    judged = _judged(ledger, opened.head, device)
    _take_parts(ledger, device, opened, content, clock)
    taken = StickTaken(device, opened.head.number, judged.standing)
    taken.received, taken.refused = content.received, tuple(content.refused)
    taken.enrolled = content.enrolment is not None
    _answer(ledger, authority, taken, opened.head, content, answer, clock(), room, most)
    taken.words = _words(taken, judged)
    return taken


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
                elif content.scans and (name == SCANS or kind_of(name) == PIECE):
                    content.scans.take(name, data)
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
    room: int,
    most: int,
) -> None:
    head = _next_head(ledger, authority, taken.device, asked, now)
    taken.answer = head.number

    def scans(told: Told, left: int) -> Iterator[Part]:
        if content.scans:
            with ledger.reading() as work:
                named = scans_named(work, taken.device.agency, told.common, told.position)
            yield from content.scans.answer(reversed(named), min(left, room_beside(path, room)))

    told, parts = answer_parts(
        ledger, taken.device, content.holdings, content.refused, content.enrolment, scans, most
    )
    write_bundle(
        path,
        head,
        parts,
        signing_key=authority.private_key,
        seal_to=taken.device.seal_key,
    )
    taken.sent = told.position - told.common
    if content.scans:
        taken.scans_received = content.scans.received
        taken.scans_sent, taken.scans_left = content.scans.load.loaded, content.scans.load.left


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
    said.append(f"{taken.received} sự kiện mới{_scan_words(taken.scans_received)}")
    said.append(
        f"gói trả lời số {taken.answer} có {taken.sent} sự kiện{_scan_words(taken.scans_sent)}"
    )
    words = "; ".join(said) + "."
    if taken.scans_left:
        words += f" Còn {taken.scans_left} bản quét chưa chứa hết, sẽ đi với gói trả lời sau."
    if taken.refused:
        words += (
            f" Có {len(taken.refused)} phần chưa nhận được ({taken.refused[0].error}), gói trả lời"
            " đã ghi cách làm tiếp."
        )
    return words if judged.standing is Standing.NEW else f"{judged.text} {words}"


def _scan_words(many: int) -> str:
    return f", {many} bản quét" if many else ""
