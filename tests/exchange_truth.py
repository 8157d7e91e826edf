"""What must be true of a world that exchanges, held against plain lists of what was ever written.

The invariants are those of the exchange (docs/exchange.md); a comment names what each is about.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from ends import lists_of, log_of
from exchange_world import PC, World
from reception.domain import chain
from reception.services import safekeeping
from reception.storage import foreign, line_rows
from reception.storage.ledger.rows import LedgerEvent
from reception.storage.scan_files import FOLDER
from reception.sync.asking import Request
from reception.sync.messages import Hello, read
from reception.sync.signatures import Receipt, from_text, holds

Told = tuple[bytes, bytes]
"""Header and body: what was written, wherever it hangs."""

_EVENTS = (
    "SELECT device, epoch, seq, header, body, hash, position FROM event ORDER BY device, epoch, seq"
)
_TABLES = (
    "dossier", "slip", "certified", "fee", "notice", "waybill", "printed", "review", "office",
    "procedure_version", "calendar_day", "form_wording", "blank", "account",
)  # fmt: skip


class Truth:
    """All that was ever written, and what each disk and the server were last seen to hold."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.ever: set[Told] = set()
        self.held: dict[str, set[Told]] = {}
        self.logs: dict[str, list[tuple[object, ...]]] = {}
        self.poisoned: set[str] = set()
        self.gone: set[str] = set()
        self.bodiless: set[bytes] = set()
        hello = read(world.server.answer(Request("GET", "/v1/hello")).body, Hello)
        self.server_key = from_text(hello.server_key)
        self.look()

    # --- a copy makes a disk or the server forget, and nothing else does ---------------------

    def forget_disk(self, pc: PC) -> None:
        self.held.pop(pc.name, None)

    def forget_server(self) -> None:
        self.logs.clear()

    def erased(self, dossier: str, headers: Iterable[bytes]) -> None:
        """A dossier's bodies were erased on every disk; no list has it any more."""
        self.gone.add(dossier)
        self.bodiless |= set(headers)
        self.held.clear()

    # --- at every moment ----------------------------------------------------------------------

    def look(self) -> None:
        for pc in self.world.pcs:
            self._look_at(pc)
        for agency in {pc.agency for pc in self.world.pcs}:
            self._look_at_log(agency, self.log(agency))
        for pc in self.world.pcs:
            self._look_at_line(pc)
        self._compare_replicas()
        self._look_at_scans()

    def _look_at(self, pc: PC) -> None:
        rows = pc.desk.database.rows(_EVENTS)
        _check_chains([row[:6] for row in rows])
        told = [self._told(row[3], row[4]) for row in rows]
        twice = [header for header, many in Counter(h for h, _b in told).items() if many > 1]
        assert not twice, f"{pc.name} holds an event twice"
        now = set(told)
        assert self.held.get(pc.name, set()) <= now, f"{pc.name} dropped an event"
        self.held[pc.name] = now
        self.ever |= now

    def _told(self, header: bytes, body: bytes) -> Told:
        """Header and body; what was erased has not come back from anywhere."""
        assert not (body and header in self.bodiless), "an erased body is back"
        return header, body

    def log(self, agency: str) -> list[LedgerEvent]:
        with self.world.server.ledger.reading() as work:
            return work.page(agency, 0, limit=10**6, max_bytes=1 << 40)

    def _look_at_log(self, agency: str, log: list[LedgerEvent]) -> None:
        assert [event.position for event in log] == list(range(1, len(log) + 1))
        places = [(e.device, e.epoch, e.seq) for e in log]
        assert len(set(places)) == len(places)
        told = [self._told(e.header, e.body) for e in log]
        assert len(set(told)) == len(told), "the server holds an event twice"
        assert set(told) <= self.ever, "the server holds what nobody wrote"
        _check_chains(sorted((e.device, e.epoch, e.seq, e.header, e.body, e.hash) for e in log))
        before = chain.log_genesis(agency)
        by_chain: dict[tuple[str, int], int] = defaultdict(int)
        for event in log:
            before = chain.log_next(before, event.device, event.epoch, event.seq, event.hash)
            assert event.chain == before
            by_chain[event.device, event.epoch] += 1
            assert by_chain[event.device, event.epoch] == event.seq, "a device's order was turned"
        self._check_marks(agency, log, before)
        seen = [(e.device, e.epoch, e.seq, e.hash) for e in log]
        was = self.logs.get(agency, [])
        assert seen[: len(was)] == was, "the log's past changed"
        self.logs[agency] = seen

    def _check_marks(self, agency: str, log: list[LedgerEvent], reached: bytes) -> None:
        last = {(e.device, e.epoch): (e.seq, e.hash) for e in log}
        with self.world.server.ledger.reading() as work:
            held, row = work.held_all(agency), work.agency(agency)
        marks = {(d, n): (h.acked, h.head) for d, of in held.items() for n, h in of.items()}
        assert marks == last, "what is said to be held is not what is held"
        assert row
        assert (row.position, row.chain) == (len(log), reached)

    def _look_at_line(self, pc: PC) -> None:
        """A replica holds exactly what comes before its place; what counts as sent is there."""
        database, line = pc.desk.database, line_rows.line(pc.desk.database)
        assert line
        hashes = foreign.log_chain(database, pc.agency)
        assert (line.position, line.chain) == (len(hashes) - 1, hashes[-1])
        assert line.listed <= line.position
        incarnation = self.world.server.incarnation
        if line.incarnation == incarnation:
            mine = [row[1:4] + row[6:] for row in log_of(pc.desk)]
            assert mine == self.logs[pc.agency][: line.position]
        for device, epoch in database.rows("SELECT device, epoch FROM receipt"):
            row = line_rows.receipt(database, device, epoch)
            assert row
            assert foreign.hash_at(database, device, epoch, row.acked) == row.head
            receipt = Receipt(
                pc.agency, device, epoch, row.acked, row.head, row.position,
                row.chain, row.incarnation,
            )  # fmt: skip
            assert holds(self.server_key, row.signature, receipt.statement)
            if row.incarnation == incarnation:
                assert (device, epoch, row.acked, row.head) in self.logs[pc.agency]

    def _look_at_scans(self) -> None:
        """What counts as a scan is what its name says; what counts as sent is at the server."""
        incarnation = self.world.server.incarnation
        served = {agency: scans_in(self.world.server.scans / agency) for agency in self.logs}
        for pc in self.world.pcs:
            scans_in(pc.folder / FOLDER)
            line = line_rows.line(pc.desk.database)
            if line and line.incarnation == incarnation:
                assert line_rows.scans_sent(pc.desk.database) <= served[pc.agency]

    def _compare_replicas(self) -> None:
        """Who stands at the same place of the same log, and has nothing else, lists the same."""
        alike: dict[tuple[object, ...], list[PC]] = defaultdict(list)
        for pc in self.world.pcs:
            line = line_rows.line(pc.desk.database)
            unplaced = pc.desk.database.row("SELECT 1 FROM event WHERE position IS NULL LIMIT 1")
            if line and not unplaced and line.listed == line.position:
                alike[pc.agency, line.incarnation, line.position].append(pc)
        for pcs in alike.values():
            for one, other in pairwise(pcs):
                here, there = (self._sound(lists_of(pc.desk)) for pc in (one, other))
                assert here == there, (one.name, other.name, _differing(here, there))

    def _sound(self, rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
        """Rows of the dossiers whose events nobody altered or erased."""
        unsound = self.poisoned | self.gone
        return [row for row in rows if not unsound.intersection(row)]

    def is_damaged(self, pc: PC) -> bool:
        """Whether a body on this disk was altered where it was written."""
        return any(fault.code == "altered" for fault in safekeeping.verify(pc.desk).faults)

    # --- once everybody has everything --------------------------------------------------------

    def owed(self) -> dict[str, set[Told]]:
        """All that the server must hold in the end: what it has, and what somebody can vouch for.

        A desk can send its own events, and of others' those up to a head that they signed.
        """
        owed: dict[str, set[Told]] = defaultdict(set)
        for pc in self.world.pcs:
            owed[pc.agency] |= {(event.header, event.body) for event in self.log(pc.agency)}
            owed[pc.agency] |= set(
                pc.desk.database.rows(
                    "SELECT header, body FROM event e JOIN device d ON d.device = e.device"
                    " WHERE d.own = 1 OR e.seq <= (SELECT max(seq) FROM head h"
                    " WHERE h.device = e.device AND h.epoch = e.epoch)"
                )
            )
        return owed

    def owed_scans(self) -> dict[str, set[str]]:
        """All scans that the server and every desk must have in the end: those that any has."""
        owed = {agency: scans_in(self.world.server.scans / agency) for agency in self.logs}
        for pc in self.world.pcs:
            owed[pc.agency] |= scans_in(pc.folder / FOLDER).intersection(
                pc.desk.store.journal.scans()
            )
        return owed

    def settle(self, by_stick: Collection[int]) -> None:
        """Everybody exchanges until everybody has everything; then all is held against all.

        ``by_stick`` are the places of those PCs that have no line.
        """
        owed, scans = self.owed(), self.owed_scans()
        for place, pc in 3 * list(enumerate(self.world.pcs)):
            if place in by_stick:
                while self.world.carry(pc).more:
                    pass
            else:
                self.world.exchange(pc)
        self.look()
        for agency, told in owed.items():
            log = [(event.header, event.body) for event in self.log(agency)]
            assert set(log) == told, (len(set(log) - told), len(told - set(log)))
            assert scans_in(self.world.server.scans / agency) == scans[agency]
        for pc in self.world.pcs:
            self._check_settled(pc)
            named = scans[pc.agency].intersection(pc.desk.store.journal.scans())
            assert scans_in(pc.folder / FOLDER) >= named, pc.name
        self._check_old_sticks()

    def _check_old_sticks(self) -> None:
        """Whatever still lies about brings nothing to anybody."""
        before = [lists(pc) for pc in self.world.pcs]
        for stick in list(self.world.sticks):
            self.world.bring_to_server(stick)
            for pc in self.world.pcs:
                for answer in stick.answers if pc.device == stick.device else ():
                    self.world.bring_home(pc, answer)
        self.look()
        assert [lists(pc) for pc in self.world.pcs] == before
        for pc in self.world.pcs:
            outcome = self.world.exchange(pc)
            assert (outcome.sent, outcome.received, outcome.handed_back) == (0, 0, 0)
            assert (outcome.scans.sent, outcome.scans.fetched) == (0, 0)

    def _check_settled(self, pc: PC) -> None:
        outcome = self.world.exchange(pc)
        assert (outcome.sent, outcome.received, outcome.handed_back) == (0, 0, 0)
        assert (outcome.scans.sent, outcome.scans.fetched) == (0, 0)
        assert len(list(log_of(pc.desk))) == len(self.logs[pc.agency])
        assert not (faults := self._faults(pc)), faults
        before = lists(pc)
        safekeeping.rebuild(pc.desk)
        after = lists(pc)
        assert after.keys() == before.keys()
        for table, rows in after.items():
            was, now = self._sound(before[table]), self._sound(rows)
            assert was == now, (table, _differing(was, now))
        assert not (faults := self._faults(pc)), faults
        self._check_same_codes(pc)

    def _faults(self, pc: PC) -> list[str]:
        faults = safekeeping.verify(pc.desk).faults
        if self.poisoned:
            faults = [fault for fault in faults if fault.code not in {"altered", "list", "table"}]
        return [f"{pc.name}: {fault.code}: {fault.text}" for fault in faults]

    def _check_same_codes(self, pc: PC) -> None:
        """Numbers given out twice by two copies of one register are both kept, and shown."""
        carried = Counter(ref for (ref,) in pc.desk.database.rows("SELECT reference FROM dossier"))
        shown = {
            row[0]
            for row in pc.desk.database.rows(
                "SELECT d.reference FROM review r JOIN dossier d ON d.dossier = r.dossier"
                " WHERE r.kind = 'same-code'"
                " UNION SELECT d.reference FROM event e JOIN dossier d ON d.dossier = e.entity"
                " WHERE e.kind = 'dossier.review-settled'"
            )
        }
        assert {ref for ref, many in carried.items() if many > 1} <= shown


def scans_in(folder: Path) -> set[str]:
    """The names of the scans in a folder; each hashes to it."""
    names: set[str] = set()
    for path in folder.glob("??/*"):
        name = path.parent.name + path.name
        assert hashlib.sha256(path.read_bytes()).hexdigest() == name
        names.add(name)
    return names


def lists(pc: PC) -> dict[str, list[tuple[object, ...]]]:
    """All that can be written anew from the journal."""
    return {
        table: sorted(
            (row[1:] if table == "dossier" else row
             for row in pc.desk.database.rows(f"SELECT * FROM {table}")),
            key=repr,
        )
        for table in _TABLES
    }  # fmt: skip


def _differing(here: Sequence[object], there: Sequence[object]) -> list[object]:
    """The rows that only one of two lists has."""
    return [row for row in (*here, *there) if (row in here) != (row in there)]


def _check_chains(rows: list[tuple[object, ...]]) -> None:
    """Each chain runs from 1 on without a gap, and every hash follows from the one before."""
    here, seq, previous = None, 0, b""
    for device, epoch, number, header, body, event_hash in rows:
        if (device, epoch) != here:
            here, seq, previous = (device, epoch), 0, chain.genesis(device, epoch)
        assert isinstance(header, bytes)
        assert isinstance(body, bytes)
        seq, previous = seq + 1, hashlib.sha256(previous + header).digest()
        assert (number, event_hash) == (seq, previous), f"chain of {device} {epoch} at {number}"
