"""What was told, and whether it is there: all that desks said they had kept, held against disks.

An event is known by the SHA-256 of its bytes, so one that is altered is one that is missing. What
lay only on a disk that was itself taken away (a PC that came back from a copy) cannot be anywhere;
that is worked out from what every other disk held at that moment, never from what is missing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from programs import Told, Violation

from reception.domain import chain
from reception.paths import DATABASE_NAME
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import LedgerEvent
from reception.sync.signatures import Receipt, holds

Row = tuple[object, ...]

_EVENTS = (
    "SELECT e.device, e.epoch, e.seq, e.header, e.body, e.hash, e.position, d.own,"
    " coalesce((SELECT max(h.seq) FROM head h WHERE h.device = e.device AND h.epoch = e.epoch), 0)"
    " FROM event e JOIN device d ON d.device = e.device ORDER BY e.device, e.epoch, e.seq"
)
_DOSSIERS = (
    "SELECT dossier, reference, state, owner, due_at, target_at, holder, touched_at, words"
    " FROM dossier ORDER BY dossier"
)
_LISTS = (_DOSSIERS, "SELECT * FROM review ORDER BY dossier, about, field")
_SHOWN_TWICE = (
    "SELECT d.reference FROM review r JOIN dossier d ON d.dossier = r.dossier"
    " WHERE r.kind = 'same-code' UNION SELECT d.reference FROM event e"
    " JOIN dossier d ON d.dossier = e.entity WHERE e.kind = 'dossier.review-settled'"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """An event as it lies on a desk's disk; ``vouched`` if that desk can give it to a server."""

    device: str
    epoch: int
    seq: int
    sha: str
    hash: bytes
    position: int | None
    vouched: bool


@dataclass
class Truth:
    """All that was told by any desk, and what went away with a disk."""

    agency: str
    server_key: bytes
    wrote: dict[str, str] = field(default_factory=dict[str, str])
    codes: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    gone: set[str] = field(default_factory=set[str])
    receipts: set[tuple[object, ...]] = field(default_factory=set[tuple[object, ...]])

    def told(self, desk: str, line: Told) -> None:
        """Note what a desk said of something that it has kept."""
        for sha in line.get("wrote", ()):
            self.wrote[sha] = desk
            # The first that is told of a dossier is how it came to be.
            if dossier := line.get("dossier"):
                self.codes.setdefault(dossier, (line["code"], sha))
        for one in line.get("receipts", ()):
            self._check_receipt(one)

    def _check_receipt(self, told: Told) -> None:
        key = tuple(sorted(told.items()))
        if key in self.receipts:
            return
        receipt = Receipt(
            self.agency, told["device"], told["epoch"], told["acked"],
            bytes.fromhex(told["head"]), told["position"], bytes.fromhex(told["chain"]),
            told["incarnation"],
        )  # fmt: skip
        demand(
            holds(self.server_key, bytes.fromhex(told["signature"]), receipt.statement),
            f"a receipt is not signed by the server: {told}",
        )
        self.receipts.add(key)

    def lost(self, before: set[str], after: set[str]) -> None:
        """A disk was taken away: what only it could have given back is gone with it."""
        self.gone |= (before - after) & self.wrote.keys()

    def check(self, ledger: Ledger, desks: Mapping[str, Path]) -> None:
        """Hold everything against everything; both ends must have settled.

        Raises:
            Violation: Something is missing, doubled, altered or out of order.
        """
        log = check_server(ledger, self.agency)
        shas = [sha_of(each.header, each.body) for each in log]
        missing = self.wrote.keys() - self.gone - set(shas)
        demand(
            not missing, f"{len(missing)} told events are not at the server: {sorted(missing)[:3]}"
        )
        lists: list[tuple[str, list[list[Row]]]] = []
        for name, folder in desks.items():
            kept = kept_on(folder)
            _check_replica(name, kept, log, shas)
            self._check_codes(name, folder, set(shas))
            if all(each.position for each in kept):
                lists.append((name, [rows_of(folder, sql) for sql in _LISTS]))
        for name, one in lists[1:]:
            demand(one == lists[0][1], f"{name} and {lists[0][0]} do not list the same")

    def _check_codes(self, name: str, folder: Path, there: set[str]) -> None:
        listed = dict(rows_of(folder, "SELECT dossier, reference FROM dossier"))
        for dossier, (code, sha) in self.codes.items():
            if sha in there:
                demand(listed.get(dossier) == code, f"{name} does not know {code}, {dossier}")
        carried = Counter(listed.values())
        shown = {row[0] for row in rows_of(folder, _SHOWN_TWICE)}
        silent = {code for code, many in carried.items() if many > 1} - shown
        demand(not silent, f"{name} does not show codes given out twice: {sorted(silent)[:3]}")


def demand(holds_true: object, otherwise: str) -> None:
    """What must hold.

    Raises:
        Violation: It does not.
    """
    if not holds_true:
        raise Violation(otherwise)


def rows_of(folder: Path, sql: str) -> list[Row]:
    """What stands in a register, read beside the program that works on it."""
    address = f"file://{(folder / DATABASE_NAME).absolute().as_posix()}?mode=ro"
    connection = sqlite.connect(address, uri=True, timeout=30)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def kept_on(folder: Path) -> list[Kept]:
    """All events on a desk's disk; each chain must run without a gap, and hashes must follow."""
    kept: list[Kept] = []
    here, seq, before = ("", 0), 0, b""
    for device, epoch, number, header, body, event_hash, position, own, signed in rows_of(
        folder, _EVENTS
    ):
        if (device, epoch) != here:
            here, seq, before = (device, epoch), 0, chain.genesis(device, epoch)
        seq, before = seq + 1, hashlib.sha256(before + header).digest()
        demand((number, event_hash) == (seq, before), f"{folder.name}: chain of {here} at {number}")
        vouched = bool(own) or seq <= signed
        kept.append(Kept(device, epoch, seq, sha_of(header, body), before, position, vouched))
    many = Counter(each.sha for each in kept)
    demand(max(many.values(), default=1) == 1, f"{folder.name} holds an event twice")
    return kept


def check_server(ledger: Ledger, agency: str) -> list[LedgerEvent]:
    """The commune's log at the server, found to be dense, chained, and as it is said to be held."""
    with ledger.reading() as work:
        log = work.page(agency, 0, limit=10**7, max_bytes=1 << 40)
        held, row = work.held_all(agency), work.agency(agency)
    demand([each.position for each in log] == list(range(1, len(log) + 1)), "positions not dense")
    ends: dict[tuple[str, int], tuple[int, bytes]] = {}
    reached = chain.log_genesis(agency)
    for each in log:
        seq, before = ends.get(
            (each.device, each.epoch), (0, chain.genesis(each.device, each.epoch))
        )
        follows = hashlib.sha256(before + each.header).digest()
        demand((each.seq, each.hash) == (seq + 1, follows), f"server: chain at {each.position}")
        reached = chain.log_next(reached, each.device, each.epoch, each.seq, each.hash)
        demand(each.chain == reached, f"server: the log's hash at {each.position}")
        ends[each.device, each.epoch] = each.seq, each.hash
    marks = {(d, n): (one.acked, one.head) for d, of in held.items() for n, one in of.items()}
    demand(marks == ends, "what the server says it holds is not what it holds")
    demand(row and (row.position, row.chain) == (len(log), reached), "the commune's row is wrong")
    return log


def _check_replica(
    name: str, kept: Iterable[Kept], log: list[LedgerEvent], shas: list[str]
) -> None:
    """A settled desk has the server's log, and of its own nothing beside it."""
    placed = sorted((each for each in kept if each.position), key=lambda each: each.position or 0)
    here = [(each.position, each.device, each.epoch, each.seq, each.sha) for each in placed]
    there = [
        (each.position, each.device, each.epoch, each.seq, sha)
        for each, sha in zip(log, shas, strict=True)
    ]
    demand(here == there, f"{name} and the server do not hold the same log")
    owed = [each for each in kept if not each.position and each.vouched]
    demand(not owed, f"{name} still owes {len(owed)} events, as {owed[:1]}")


def sha_of(header: bytes, body: bytes) -> str:
    return hashlib.sha256(header + body).hexdigest()
