"""The desk's end of a push: a chain's events go up until the server has receipted them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from reception.domain.chain import log_next
from reception.domain.errors import Trouble
from reception.domain.moments import Clock, to_utc_text
from reception.storage import foreign, line_rows
from reception.storage.database import Database
from reception.storage.foreign import SignedHead
from reception.storage.line_rows import LineRow, ReceiptRow
from reception.sync import wire
from reception.sync.batch_size import BatchSize
from reception.sync.line import Caller, LineDown, RefusedBy, read_or_down
from reception.sync.messages import HeldLine, PushAnswer, ReceiptLine
from reception.sync.signatures import Receipt, holds

_Answered = tuple[PushAnswer, float]

_PATIENCE = 6  # breaks of the line without any progress before this exchange is given up


class Diverged(Exception):
    """The server has another continuation of a chain, a longer one, or came back from a copy."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain to send: whose, which epoch, and how its heads are signed."""

    device: str
    epoch: int
    sign: Callable[[int, bytes], bytes]
    own: bool = True


@dataclass(frozen=True, slots=True)
class Pusher:
    """What pushing needs besides the chain."""

    database: Database
    caller: Caller
    line: LineRow
    clock: Clock
    size: BatchSize
    seconds: Callable[[], float]


def push(pusher: Pusher, chain: Chain, held: HeldLine | None, upto: int) -> int:
    """Send a chain's events after what the server holds, up to a place; answers how many went.

    Raises:
        Diverged: The chain that the server has is not this one.
        LineDown: The line broke time and again; what was receipted is safe.
        Later, RefusedBy: As the server says.
    """
    acked = held.acked if held else 0
    sent, breaks = 0, 0
    batch: Packed | None = None
    under_way: Future[_Answered] | None = None
    with ThreadPoolExecutor(1, "push") as road:
        while acked < upto:
            if batch is None or under_way is None:
                batch = _packed(pusher, chain, acked, upto)
                under_way = road.submit(_send, pusher, chain, batch)
            # While one batch is under way the next one is packed, and the receipt before it kept.
            ready = _packed(pusher, chain, batch.last, upto) if batch.last < upto else None
            answered = _answered(pusher, under_way, breaks)
            if answered is None:
                batch, breaks = None, breaks + 1
                continue
            answer, seconds = answered
            pusher.size.arrived(seconds, full=batch.last - acked >= pusher.size.events)
            batch = ready if answer.acked == batch.last else None
            if batch is not None:
                under_way = road.submit(_send, pusher, chain, batch)
            _take_answer(pusher, chain, acked, answer)
            sent += answer.acked - acked
            acked, breaks = answer.acked, 0
    return sent


def _answered(pusher: Pusher, under_way: Future[_Answered], breaks: int) -> _Answered | None:
    """The answer and its seconds; ``None`` when it did not come, and a smaller batch may pass."""
    try:
        return under_way.result()
    except LineDown:
        if breaks >= _PATIENCE:
            raise
    except RefusedBy as refusal:
        if refusal.code in {"gap", "fork"}:
            raise Diverged from refusal
        if refusal.code == "not-a-batch" and not pusher.size.plain:
            pusher.size.plain = True
            return None
        if refusal.code != "too-large" or pusher.size.events == 1:
            raise
    pusher.size.broke()
    return None


def _take_answer(pusher: Pusher, chain: Chain, acked: int, answer: PushAnswer) -> None:
    check_answer(pusher.database, chain, answer)
    if chain.own:
        _keep_receipt(pusher, chain, acked, answer)
    if answer.acked <= acked:
        raise Diverged


@dataclass(frozen=True, slots=True)
class Packed:
    """Events of a chain from ``first`` to ``last``, packed; ``like`` says with how many before."""

    first: int
    last: int
    like: int
    body: bytes


def pack(database: Database, chain: Chain, acked: int, size: int, *, plain: bool = False) -> Packed:
    """Pack the next events of a chain after a place, at most ``size`` of them.

    ``plain`` packs them by themselves: the server may hold those before them blanked by now.
    """
    events = foreign.chain_events(database, chain.device, chain.epoch, acked, size)
    events = _within_limits(events)
    like = [] if plain else _like(database, chain, acked, len(events))
    prev = foreign.hash_at(database, chain.device, chain.epoch, acked)
    last, _header, _body, head = events[-1]
    told = [wire.slim((header, body)) for _seq, header, body, _hash in events]
    packed = wire.pack(wire.Batch(prev, told, chain.sign(last, head)), like)
    return Packed(acked + 1, last, len(like), packed)


def _packed(pusher: Pusher, chain: Chain, acked: int, upto: int) -> Packed:
    # Another device's chain is handed on from one head that it signed to the next.
    size = min(pusher.size.events, upto - acked) if chain.own else upto - acked
    return pack(pusher.database, chain, acked, size, plain=pusher.size.plain)


def _send(pusher: Pusher, chain: Chain, batch: Packed) -> _Answered:
    target = (
        f"/v1/devices/{chain.device}/epochs/{chain.epoch}/events"
        f"?first={batch.first}&like={batch.like}"
    )
    began = pusher.seconds()
    answer = pusher.caller.json("POST", target, PushAnswer, batch.body)
    return answer, pusher.seconds() - began


def _within_limits(
    events: Sequence[tuple[int, bytes, bytes, bytes]],
) -> Sequence[tuple[int, bytes, bytes, bytes]]:
    weight = 0
    for place, (_seq, header, body, _hash) in enumerate(events):
        weight += len(header) + len(body) + 16
        if place and weight > wire.MOST_PLAIN - 4096:
            return events[:place]
    return events


def _like(database: Database, chain: Chain, acked: int, count: int) -> list[wire.Told]:
    """Events that the server holds already: few new ones look much like them."""
    if count >= wire.FEW_EVENTS or not acked:
        return []
    first = max(0, acked - wire.LIKE_EVENTS)
    before = foreign.chain_events(database, chain.device, chain.epoch, first, acked - first)
    told = [(header, body) for _seq, header, body, _hash in before]
    return told if all(map(wire.is_as_written, told)) else []


def check_answer(database: Database, chain: Chain, answer: PushAnswer) -> None:
    """Hold what the server says it has of a chain against the chain.

    Raises:
        Diverged: It has more than this desk, or something else.
    """
    held = foreign.hash_at(database, chain.device, chain.epoch, answer.acked)
    if not held or held.hex() != answer.head:
        raise Diverged


def _keep_receipt(pusher: Pusher, chain: Chain, acked: int, answer: PushAnswer) -> None:
    row = read_or_down(
        lambda: checked_receipt(pusher.line, chain.device, answer.receipt, pusher.clock())
    )
    if row.incarnation != pusher.line.incarnation:
        raise Diverged
    if (row.epoch, row.acked, row.head.hex()) != (chain.epoch, answer.acked, answer.head):
        raise _forged()
    with pusher.database.writing():
        line_rows.put_receipt(pusher.database, row)
        _place(pusher.database, chain, acked, row)


def _place(database: Database, chain: Chain, acked: int, receipt: ReceiptRow) -> None:
    """Give own events the places that the receipt proves: where nobody else's came between.

    Otherwise the next page tells them.
    """
    line = line_rows.line(database)
    if line is None or receipt.position - line.position != receipt.acked - acked:
        return
    reached, device, epoch = line.chain, chain.device, chain.epoch
    for seq, hashed in foreign.hashes_between(database, device, epoch, acked + 1, receipt.acked):
        reached = log_next(reached, device, epoch, seq, hashed)
    if reached == receipt.chain:
        signature = chain.sign(receipt.acked, receipt.head)
        head = SignedHead(device, epoch, receipt.acked, receipt.head, signature)
        foreign.place_run(database, device, epoch, acked + 1, receipt.acked, line.position + 1)
        foreign.put_heads(database, [head], at=to_utc_text(receipt.received_at))
        line_rows.move_cursor(database, receipt.position, receipt.chain)


def checked_receipt(line: LineRow, device: str, told: ReceiptLine, at: datetime) -> ReceiptRow:
    """A receipt for one of a device's chains, as it is kept.

    Raises:
        ValueError: It is none.
        Trouble: ``receipt-forged``.
    """
    receipt = signed_receipt(line.server_key, line.agency, device, told)
    return ReceiptRow(
        device=device,
        epoch=receipt.epoch,
        acked=receipt.acked,
        head=receipt.head,
        position=receipt.position,
        chain=receipt.chain,
        incarnation=receipt.incarnation,
        signature=told.signed,
        received_at=at,
    )


def signed_receipt(server_key: bytes, agency: str, device: str, told: ReceiptLine) -> Receipt:
    """What a receipt says, if the server has signed it.

    Raises:
        ValueError: It is none.
        Trouble: ``receipt-forged``.
    """
    receipt = told.receipt(agency, device)
    if not holds(server_key, told.signed, receipt.statement):
        raise _forged()
    return receipt


def _forged() -> Trouble:
    return Trouble(
        "receipt-forged",
        "Biên nhận của máy chủ không đúng chữ ký đã ghim; hãy dừng trao đổi và gọi người quản"
        " trị máy chủ, hồ sơ trên máy này vẫn nguyên vẹn.",
    )
