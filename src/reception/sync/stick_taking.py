"""The server's answer on a stick, taken at the desk.

Whatever order answers come in, and however often, the register goes forward only: receipts and
pages are taken as far as they go on from where it stands. Of an answer that does not fit any more
the clerk is told to write a new bundle, which the next answer then fits.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from reception.domain.moments import Clock
from reception.storage import bundle_rows, foreign, line_rows
from reception.storage.bundle_rows import BundleRow, Direction
from reception.storage.line_rows import LineRow, ReceiptRow
from reception.storage.listing_foreign import list_news
from reception.storage.scan_pieces import of_register
from reception.storage.store import Store
from reception.sync import pulling, wire
from reception.sync.bundle import OpenedBundle, open_bundle
from reception.sync.bundle_head import BundleHead
from reception.sync.bundle_refusals import damaged
from reception.sync.bundle_taking import Judgement, Taken, judge
from reception.sync.exchanging import enrolled
from reception.sync.joining import let_in
from reception.sync.pushing import checked_receipt
from reception.sync.recovering import owed
from reception.sync.scan_exchange import note_at_server, unsent
from reception.sync.stick_healing import Outdated, agree_on_chains, agree_on_log
from reception.sync.stick_parts import (
    ANSWER,
    HASHES,
    PAGE,
    Told,
    Turned,
    kind_of,
    must_read,
    read,
    server_id,
)
from reception.sync.stick_scans import PIECE, SCANS, keep_all

TAKEN, OUTDATED, GAP = "bundle-taken", "bundle-outdated", "bundle-gap"


@dataclass(slots=True)
class StickIn:
    """What an answer brought; ``outcome`` is a code, empty when all of it was taken.

    ``sent`` counts own events that are receipted now and were not before, ``received`` events that
    this desk did not have; ``renewed`` counts own events that went on in a new epoch. ``more`` says
    that another way is worth it: the log goes on, or own events wait in a new epoch. ``refused``
    names parts of this desk's bundle that the server did not take, ``changed`` the entities.

    ``scans_sent`` counts scans that are known to be at the server and were not before,
    ``scans_received`` those that came; ``scans_waiting`` wait here, ``scans_left`` there.
    """

    number: int
    answers: str
    bytes: int
    outcome: str = ""
    sent: int = 0
    received: int = 0
    renewed: int = 0
    new_epoch: bool = False
    enrolled: bool = False
    more: bool = False
    refused: tuple[Turned, ...] = ()
    changed: tuple[str, ...] = ()
    scans_sent: int = 0
    scans_received: int = 0
    scans_waiting: int = 0
    scans_left: int = 0
    words: str = ""


def take_stick(store: Store, path: Path, clock: Clock) -> StickIn:
    """Take the server's answer.

    Raises:
        RuleViolation, Trouble: As :func:`~reception.sync.bundle.open_bundle` says; or
            ``not-enrolled``, ``page-forged``, ``page-wrong``, ``receipt-forged``. What was taken
            before is safe, and the same file may be taken again.
    """
    line = enrolled(store)
    opened = open_bundle(
        path, seal_key=line.own_seal_key, sender_key=lambda head: _key_of(line, head)
    )
    head = opened.head
    brought = StickIn(head.number, head.answers, path.stat().st_size)
    judged = _judged(store, head)
    if not judged.worth_reading:
        brought.outcome, brought.words = TAKEN, judged.text
        return brought
    told, hashes = _told(opened)
    try:
        _agree(store, told, hashes, clock, brought)
        _take_pages(store, opened, clock, brought)
    except Outdated:
        brought.outcome = OUTDATED
    _keep_receipts(store, told, clock, brought)
    _list(store, brought)
    _take_scans(store, opened, told, clock, brought)
    if not brought.outcome:
        _finish(store, head, told, clock, brought)
    brought.words = _words(brought)
    return brought


def _key_of(line: LineRow, head: BundleHead) -> bytes | None:
    server = ("server", server_id(line.server_key), line.agency)
    said = (head.sender_kind, head.sender, head.agency)
    return line.server_key if said == server else None


def _judged(store: Store, head: BundleHead) -> Judgement:
    rows = bundle_rows.bundles(store.database, Direction.IN, head.sender)
    return judge(head, (Taken(r.bundle, r.number, r.incarnation, r.at) for r in rows))


def _told(opened: OpenedBundle) -> tuple[Told, dict[int, bytes]]:
    """What the answer says, and the hashes beside it."""
    told, hashes = None, dict[int, bytes]()
    for name, content in _parts(opened, ANSWER, HASHES):
        if name == ANSWER:
            told = must_read(lambda data=content: read(data, Told))
        elif kind_of(name) == HASHES:
            hashes[must_read(lambda n=name: int(n.partition("-")[2]))] = content
    if told is None:
        raise damaged()
    return told, hashes


def _parts(opened: OpenedBundle, *kinds: str) -> Generator[tuple[str, bytes]]:
    with closing(opened.parts(lambda name: name in kinds or kind_of(name) in kinds)) as parts:
        yield from parts


def _agree(
    store: Store, told: Told, hashes: dict[int, bytes], clock: Clock, brought: StickIn
) -> None:
    """Come to one log and one chain with the server, as by line.

    Raises:
        Outdated: The answer is to what this register no longer is.
    """
    line = enrolled(store)
    brought.refused = tuple(told.refused)
    if line.code and told.enrolment:
        let_in(store, line, told.enrolment)
        brought.enrolled = True
    line = agree_on_log(store, enrolled(store), told)
    renewed = agree_on_chains(store, _receipts(store, line, told, clock), told, hashes, clock)
    if renewed >= 0:
        brought.renewed, brought.new_epoch = renewed, True


def _receipts(store: Store, line: LineRow, told: Told, clock: Clock) -> list[ReceiptRow]:
    device, now = store.journal.device.device, clock()
    return [
        must_read(lambda one=receipt: checked_receipt(line, device, one, now))
        for receipt in told.receipts
    ]


def _take_pages(store: Store, opened: OpenedBundle, clock: Clock, brought: StickIn) -> None:
    line, device = enrolled(store), store.journal.device.device
    held = foreign.held(store.database, device)
    with closing(_parts(opened, PAGE)) as parts:
        for _name, content in parts:
            page = must_read(lambda data=content: wire.unpack(data, wire.Page))
            reached = page.after + len(page.events)
            if reached <= line.position:
                continue
            if page.after > line.position or _takes_for_granted(page, device, held):
                brought.outcome = GAP
                return
            brought.received += pulling.take(store, line, page, clock)
            line = replace(line, position=reached, chain=page.chain)


def _takes_for_granted(page: wire.Page, device: str, held: dict[int, int]) -> bool:
    """Whether a page leaves out an own event that this register had when it asked, and lost."""
    return any(
        not event.header
        and page.devices[event.device].device == device
        and event.seq > held.get(event.epoch, 0)
        for event in page.events
        if event.device < len(page.devices)
    )


def _keep_receipts(store: Store, told: Told, clock: Clock, brought: StickIn) -> None:
    """Keep the receipts that hold here."""
    line = enrolled(store)
    receipts = _receipts(store, line, told, clock)
    with store.writing():
        for receipt in receipts:
            brought.sent += _keep(store, line, receipt)


def _list(store: Store, brought: StickIn) -> None:
    changed: dict[str, None] = {}
    while news := list_news(store):
        changed |= dict.fromkeys(news)
    brought.changed = tuple(changed)


def _take_scans(
    store: Store, opened: OpenedBundle, told: Told, clock: Clock, brought: StickIn
) -> None:
    with closing(_parts(opened, SCANS, PIECE)) as parts:
        came, there = keep_all(store, parts)
    unknown = unsent(store)
    if told.incarnation == enrolled(store).incarnation:
        sent = {scan.hex() for scan in there.there}.intersection(unknown)
        note_at_server(store, sent | came, clock)
        brought.scans_sent = len(sent)
    brought.scans_received, brought.scans_left = len(came), there.left
    files = of_register(store.database).files
    brought.scans_waiting = sum(files.size_of(name) is not None for name in unsent(store))


def _finish(store: Store, head: BundleHead, told: Told, clock: Clock, brought: StickIn) -> None:
    """A bundle of which all was taken is known from now on."""
    line = enrolled(store)
    with store.writing():
        if line.owes_others and line.position >= told.position and not owed(store.database):
            line_rows.owe_nothing(store.database)
            line = enrolled(store)
        behind = line.position < told.position
        brought.more = behind or line.owes_others or brought.new_epoch
        row = BundleRow(
            head.bundle_id, Direction.IN, head.sender, head.number, head.incarnation, clock()
        )
        bundle_rows.note(store.database, row)


def _keep(store: Store, line: LineRow, receipt: ReceiptRow) -> int:
    """Keep a receipt if it says more than the one before; answers how many events more."""
    here = foreign.hash_at(store.database, receipt.device, receipt.epoch, receipt.acked)
    if receipt.incarnation != line.incarnation or here != receipt.head:
        return 0
    before = line_rows.receipt(store.database, receipt.device, receipt.epoch)
    acked = before.acked if before and before.incarnation == line.incarnation else 0
    if before and receipt.acked < acked:
        return 0
    line_rows.put_receipt(store.database, receipt)
    return receipt.acked - acked


def _words(brought: StickIn) -> str:
    parts = [f"đã gửi được {brought.sent}, nhận {brought.received} sự kiện"]
    if brought.scans_sent or brought.scans_received:
        parts.append(f"{brought.scans_sent} bản quét đã tới, {brought.scans_received} bản quét về")
    if brought.scans_waiting or brought.scans_left:
        parts.append(f"còn {brought.scans_waiting} bản quét chờ gửi, {brought.scans_left} chờ nhận")
    if brought.enrolled:
        parts.insert(0, "máy này đã được ghi danh")
    if brought.new_epoch:
        parts.append(
            "phát hiện sổ này có bản sao khác đã làm việc: phần riêng của máy này được ghi tiếp"
            f" thành đợt mới ({brought.renewed} sự kiện), không mất gì"
        )
    said = f"Gói trả lời số {brought.number}: " + "; ".join(parts) + "."
    return f"{said} {_advice(brought)}".strip()


def _advice(brought: StickIn) -> str:
    if brought.outcome:
        return (
            "Gói này trả lời cho một gói cũ nên không nối tiếp được với sổ trên máy này; hãy xuất"
            " một gói mới và mang đến máy chủ cấp trên. Hồ sơ trên máy này vẫn nguyên vẹn."
        )
    unexplained = [part for part in brought.refused if part.error not in {"gap", "fork"}]
    if unexplained:
        return (
            f"Máy chủ không nhận {len(unexplained)} phần của gói trước ({unexplained[0].error});"
            " hãy xuất một gói mới, nếu vẫn vậy thì gọi người quản trị máy chủ."
        )
    if brought.more or brought.scans_waiting or brought.scans_left:
        return "Hãy xuất thêm một gói nữa để trao đổi nốt phần còn lại."
    return ""
