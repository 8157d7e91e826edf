"""Copies, healed by sticks alone: what an answer says of log and chains is held against both.

By line the desk asks until it knows how far both ends agree. An answer on a stick says it at once,
about the register as it was when it wrote its bundle; if it is another by now, nothing is concluded
(docs/exchange.md, "Copies").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reception.domain.moments import Clock
from reception.storage import foreign
from reception.storage.line_rows import LineRow, ReceiptRow
from reception.storage.store import Store
from reception.sync.messages import HeldLine
from reception.sync.recovering import go_back, last_true, mend
from reception.sync.stick_parts import HASH_BYTES, Told


class Outdated(Exception):
    """An answer to what this register, or the server, no longer is."""


def agree_on_log(store: Store, line: LineRow, told: Told) -> LineRow:
    """Go back to the last position that both logs have, where the server's is another log.

    Raises:
        Outdated: The answer is of a server that has come back from a copy since, or to a place at
            which this desk no longer stands.
    """
    incarnation, position, chain = told.asked
    same, moved = told.incarnation == line.incarnation, incarnation != line.incarnation
    if same and (moved or told.common >= position):
        return line
    # Where both hold another log, the answer must be to the very one that this register has.
    if moved or (same and (position, chain) != (line.position, line.chain)):
        raise Outdated
    ours = foreign.log_chain(store.database, line.agency)
    common = min(told.common, line.position, len(ours) - 1)
    return go_back(store, line, told.incarnation, common, ours[common])


def agree_on_chains(
    store: Store,
    receipts: Sequence[ReceiptRow],
    told: Told,
    hashes: Mapping[int, bytes],
    clock: Clock,
) -> int:
    """Continue in a new epoch where the server has another continuation of an own chain.

    Answers how many events went on in the new epoch, or -1 when no chain needed it.

    Raises:
        Outdated: The answer does not say how far both have the same.
    """
    there = {receipt.epoch: HeldLine(receipt.acked, receipt.head.hex()) for receipt in receipts}

    def last_common(epoch: int, upto: int) -> int:
        return _last_common(store, epoch, told.forks.get(epoch), hashes.get(epoch, b""), upto)

    renewed = -1
    while (moved := mend(store, there, last_common, clock)) >= 0:
        renewed = max(renewed, 0) + moved
    return renewed


def _last_common(store: Store, epoch: int, first: int | None, hashes: bytes, upto: int) -> int:
    """The last place up to which both have the same; ``hashes`` are the server's from ``first`` on.

    Raises:
        Outdated: They do not tell.
    """
    device = store.journal.device.device

    def agree(seq: int) -> bool:
        at = (seq - (first or 0)) * HASH_BYTES
        here = foreign.hash_at(store.database, device, epoch, seq)
        return here == hashes[at : at + HASH_BYTES]

    known = first is not None and first <= upto < first + len(hashes) // HASH_BYTES
    if first is None or not known or not agree(first):
        raise Outdated
    return first + last_true(lambda more: agree(first + more), upto - first)
