"""When the two ends do not agree: a register or a server that came back from a copy.

Nothing is overwritten at either end, and nothing is dropped (docs/exchange.md, "Copies").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import quote

from reception.domain.moments import Clock, in_office_zone
from reception.storage import foreign, line_rows
from reception.storage.database import Database
from reception.storage.epochs import continue_in_new_epoch
from reception.storage.line_rows import LineRow
from reception.storage.listing_foreign import list_again
from reception.storage.store import Store
from reception.sync.line import Caller, RefusedBy
from reception.sync.messages import DevicesAnswer, HashAnswer, HeldLine, PlaceAnswer, StateAnswer
from reception.sync.pushing import Chain, Diverged, Pusher, push


def mend_own_chains(store: Store, caller: Caller, state: StateAnswer, clock: Clock) -> int:
    """Continue in a new epoch where the server has another continuation of an own chain.

    Answers how many events went on in the new epoch, or -1 when no chain needed it.
    """

    def last_common(epoch: int, upto: int) -> int:
        return _last_common(store, caller, epoch, upto)

    return mend(store, state.epochs, last_common, clock)


def mend(
    store: Store,
    epochs: Mapping[int, HeldLine],
    last_common: Callable[[int, int], int],
    clock: Clock,
) -> int:
    """As :func:`mend_own_chains`, however it is found out how far both ends agree.

    ``last_common`` answers up to which place of an epoch they do, looking no further than another.
    """
    held = foreign.held(store.database, store.journal.device.device)
    renewed = -1
    for epoch, there in sorted(epochs.items()):
        device, here = store.journal.device, held.get(epoch, 0)
        if _hash(store, epoch, there.acked) == there.head:
            continue
        common = last_common(epoch, min(here, there.acked))
        if common == here and epoch != device.epoch:
            continue  # the rest of an old epoch comes down with the next pages
        today = in_office_zone(clock()).date()
        with store.writing():
            moved = continue_in_new_epoch(store, epoch, common, known=max(epochs), today=today)
        renewed = max(renewed, 0) + moved
    return renewed


def _hash(store: Store, epoch: int, seq: int) -> str:
    return foreign.hash_at(store.database, store.journal.device.device, epoch, seq).hex()


def _last_common(store: Store, caller: Caller, epoch: int, upto: int) -> int:
    """The last place up to which both ends have the same chain."""
    device = store.journal.device.device

    def agree(seq: int) -> bool:
        target = f"/v1/devices/{device}/epochs/{epoch}/hash?seq={seq}"
        return caller.json("GET", target, HashAnswer).hash == _hash(store, epoch, seq)

    return last_true(agree, upto)


def last_true(holds: Callable[[int], bool], upto: int) -> int:
    """The last number from 0 on for which something holds that, once it fails, fails for good."""
    low, high = 0, upto
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


def follow_new_incarnation(
    store: Store, caller: Caller, line: LineRow, state: StateAnswer
) -> LineRow:
    """Go back to the last position at which this desk's log and the restored server's agree."""
    ours = foreign.log_chain(store.database, line.agency)

    def agree(position: int) -> bool:
        target = f"/v1/communes/{quote(line.agency)}/chain?at={position}"
        try:
            there = caller.json("GET", target, PlaceAnswer).chain
        except RefusedBy as refusal:
            if refusal.code == "no-such-position":
                return False
            raise
        return there == ours[position].hex()

    common = last_true(agree, min(line.position, state.position, len(ours) - 1))
    return go_back(store, line, state.incarnation, common, ours[common])


def go_back(store: Store, line: LineRow, incarnation: str, common: int, chain: bytes) -> LineRow:
    """Forget what a server said after the last position that both logs have."""
    moved = replace(
        line,
        incarnation=incarnation,
        position=common,
        chain=chain,
        listed=min(line.listed, common),
        owes_others=True,
    )
    with store.writing():
        list_again(store, foreign.forget_places(store.database, common))
        line_rows.forget_receipts(store.database)
        line_rows.forget_scans_sent(store.database)
        line_rows.put_line(store.database, moved)
    store.forget()
    return moved


def hand_back(pusher: Pusher) -> int:
    """Give the server back what it lost of other devices, up to the last head that they signed.

    A device that it does not know, or of which it has another continuation, holds up no other; it
    is tried again with the next exchange.
    """
    target = f"/v1/communes/{quote(pusher.line.agency)}/devices"
    there = pusher.caller.json("GET", target, DevicesAnswer).devices
    sent, owes = 0, False
    for device, epoch in foreign.foreign_chains(pusher.database):
        try:
            sent += _hand_back_chain(pusher, device, epoch, there.get(device, {}).get(epoch))
        except Diverged:
            owes = True
        except RefusedBy as refusal:
            if refusal.code != "unknown-device":
                raise
            owes = True
    if not owes:
        with pusher.database.writing():
            line_rows.owe_nothing(pusher.database)
    return sent


def _hand_back_chain(pusher: Pusher, device: str, epoch: int, held: HeldLine | None) -> int:
    sent = 0
    for seq, signature in foreign.signed_heads(
        pusher.database, device, epoch, held.acked if held else 0
    ):
        handed = Chain(device, epoch, _as_signed(signature), own=False)
        sent += push(pusher, handed, held, seq)
        head = foreign.hash_at(pusher.database, device, epoch, seq)
        held = HeldLine(seq, head.hex())
    return sent


def owed(database: Database) -> list[tuple[Chain, int, int]]:
    """What a restored server lacks of other devices, not asking it: chain, from where, to where.

    Where this desk has the whole log, what has no place in it is what the server does not have.
    """
    found: list[tuple[Chain, int, int]] = []
    for device, epoch in foreign.foreign_chains(database):
        acked = foreign.placed(database, device, epoch)
        for seq, signature in foreign.signed_heads(database, device, epoch, acked):
            found.append((Chain(device, epoch, _as_signed(signature), own=False), acked, seq))
            acked = seq
    return found


def _as_signed(signature: bytes) -> Callable[[int, bytes], bytes]:
    def signed(_seq: int, _head: bytes) -> bytes:
        return signature

    return signed
