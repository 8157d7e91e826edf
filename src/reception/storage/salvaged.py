"""A new register made of what a damaged one and its copies still tell.

Its chain goes on in a new epoch, as after a copy: nobody knows whether the last events were read.
Events after a gap hang on another chain from then on, by the very same bytes; those of other desks
wait for the server above to send them once more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reception.domain.numbering import SLOTS, count_behind
from reception.storage import epochs, foreign, integrity, line_rows, program_mark
from reception.storage.backup import start_new_epoch
from reception.storage.database import Database, Row
from reception.storage.device import make_device, pair_holds, signature_holds
from reception.storage.register_key import RegisterKey
from reception.storage.salvage import Finds, FoundChain, FoundEvent, raw_rows, table_rows
from reception.storage.side_tables import raise_counters
from reception.storage.store import Store

# This desk's own business, and what it knows of its exchange; all other tables are lists.
_OWN_TABLES = (
    "account_secret", "draft", "line", "receipt", "exchange", "bundle", "scan_sent",
)  # fmt: skip
_DEVICE = "device, epoch, slot, public_key, private_key, own, name, server"
_HASHED = "$argon2"


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is read: the damaged register itself, or a copy; ``name`` as people are told."""

    path: Path
    key: RegisterKey | None
    name: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What a new register was filled with.

    ``moved`` events follow a gap of their chain; ``new_device`` says that this desk's own key was
    lost, so that it is another device for the server from now on.
    """

    events: dict[str, int]
    lost: int
    moved: int
    new_device: bool


def fill(database: Database, finds: Finds, sources: list[Source], today: date) -> Filled:
    """Fill an empty register with what was found, and make its lists.

    ``sources`` come in the order in which they are believed.
    """
    chains = finds.chains()
    with database.writing():
        new_device = _put_devices(database, sources, chains)
        kept = _known_chains(database, chains)
        by_source = _put_events(database, kept.values())
        _put_heads(database, sources)
        _put_counters(database, sources)
        for table in _OWN_TABLES:
            _put_rows(database, table, sources)
        _go_back_to_what_is_whole(database)
        program_mark.note(database)
    store = Store(database)
    integrity.rebuild(store)
    moved = _continue(store, kept, today, new_device=new_device)
    return Filled(by_source, _lost(kept.values()), moved, new_device)


# --- devices and events ---------------------------------------------------------------------------


def _put_devices(
    database: Database, sources: list[Source], chains: dict[tuple[str, int], FoundChain]
) -> bool:
    """Put every device whose row holds; answers whether this desk needed a new one."""
    known: set[str] = set()
    for row in _device_rows(sources):
        if row[0] not in known and _holds(row):
            known.add(row[0])
            _insert(database, "device", row)
    own = database.row("SELECT device, epoch FROM device WHERE own = 1")
    if own:
        latest = max((epoch for device, epoch in chains if device == own[0]), default=0)
        database.run("UPDATE device SET epoch = :epoch WHERE own = 1", epoch=max(own[1], latest))
        return False
    # The key is lost, and with it the right to go on with its chain: it stays, as another's.
    for device in {device for device, _epoch in chains} - known:
        _insert(database, "device", (device, 0, 0, b"", None, 0, "", 0))
    make_device(database, 0)
    return True


def _device_rows(sources: list[Source]) -> Iterator[Row]:
    for source in sources:
        yield from table_rows(source.path, source.key, "device", _DEVICE)
    for source in sources[:1]:
        yield from raw_rows(source.path, source.key, 8)


def _holds(row: Row) -> bool:
    match row:
        case (str(), int(), int() as slot, bytes() as public, bytes() as private, 1, str(), int()):
            return slot in SLOTS and pair_holds(private, public)
        case (str(), int(), int(), bytes() as public, None, 0, str(), int()):
            return len(public) in (0, 32)
        case _:
            return False


def _known_chains(
    database: Database, chains: dict[tuple[str, int], FoundChain]
) -> dict[tuple[str, int], FoundChain]:
    """The chains of devices that are known; a broken row may name one that never was."""
    known = {device for (device,) in database.rows("SELECT device FROM device")}
    return {key: found for key, found in chains.items() if key[0] in known}


def _put_events(database: Database, chains: Iterable[FoundChain]) -> dict[str, int]:
    """Write the events in the order in which this desk learnt of them; counts them by source."""
    events = [event for found in chains for event in (*found.proved, *found.beyond)]
    events.sort(key=lambda event: (event.n, event.seq))
    positions: set[int] = set()
    rows: list[tuple[object, ...]] = []
    for n, event in _numbered(events):
        position = None if event.position in positions else event.position
        if position is not None:
            positions.add(position)
        rows.append((n, *event.place, event.entity, event.kind, event.header, event.body,
                     event.hash, position))  # fmt: skip
    database.run_many(
        "INSERT INTO event (n, device, epoch, seq, entity, kind, header, body, hash, position)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    return dict(Counter(event.source for event in events))


def _numbered(events: Iterable[FoundEvent]) -> Iterator[tuple[int, FoundEvent]]:
    """Keep each event's number, unless two sources gave one number twice."""
    last = 0
    for event in events:
        last = max(last + 1, event.n if event.n < 2**40 else 0)
        yield last, event


def _lost(chains: Iterable[FoundChain]) -> int:
    """How many events are known to be lost: others of their chain come after them."""
    lost = 0
    for found in chains:
        if found.beyond:
            # A place that was itself damaged tells nothing.
            last = found.beyond[-1].seq
            gap = last - len(found.proved) - len(found.beyond)
            lost += gap if 0 <= gap < 1_000_000 else 1
    return lost


# --- what stands beside the events ----------------------------------------------------------------


def _put_heads(database: Database, sources: list[Source]) -> None:
    keys = dict(database.rows("SELECT device, public_key FROM device"))
    columns = "device, epoch, seq, hash, signature, signed_at, occasion"
    for source in sources:
        for row in table_rows(source.path, source.key, "head", columns):
            device, epoch, seq, head, signature, *_rest = row
            if foreign.hash_at(database, device, epoch, seq) == head and signature_holds(
                keys.get(device, b""), signature, device=device, epoch=epoch, seq=seq, head=head
            ):
                _insert(database, "head", row)


def _put_counters(database: Database, sources: list[Source]) -> None:
    for source in sources:
        for row in table_rows(source.path, source.key, "counter", "scope, last"):
            match row:
                case (str() as scope, int() as last) if 0 <= last < 2**31:
                    database.run(
                        "INSERT INTO counter (scope, last) VALUES (:scope, :last)"
                        " ON CONFLICT (scope) DO UPDATE SET last = max(last, excluded.last)",
                        scope=scope,
                        last=last,
                    )
                case _:
                    continue


def _put_rows(database: Database, table: str, sources: list[Source]) -> None:
    columns = ", ".join(name for _n, name, *_rest in database.rows(f"PRAGMA table_info({table})"))
    for source in sources:
        for row in table_rows(source.path, source.key, table, columns):
            _insert(database, table, row)
    if table == "account_secret":
        # Without it nobody could sign in: so also from pages that SQLite finds no way to.
        for row in raw_rows(sources[0].path, sources[0].key, 2):
            if isinstance(row[0], str) and str(row[1]).startswith(_HASHED):
                _insert(database, table, row)


def _insert(database: Database, table: str, row: Row) -> None:
    # What is there already stays, and what breaks a rule of the schema was damaged.
    database.run_many(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(row))})", [row])


def _go_back_to_what_is_whole(database: Database) -> None:
    """Let the server send anew what comes after the first place of its log that is not here."""
    line = line_rows.line(database)
    placed = database.rows("SELECT position FROM event WHERE position > 0 ORDER BY position")
    whole = next((n for n, (position,) in enumerate(placed) if position != n + 1), len(placed))
    common = min(whole, line.position) if line else 0
    foreign.forget_places(database, common)
    if line is None:
        return
    hashes = foreign.log_chain(database, line.agency)
    if common < line.position:
        line_rows.forget_receipts(database)
    moved = replace(line, position=common, chain=hashes[common], listed=common, owes_others=True)
    line_rows.put_line(database, moved)


# --- going on -------------------------------------------------------------------------------------


def _continue(
    store: Store, chains: dict[tuple[str, int], FoundChain], today: date, *, new_device: bool
) -> int:
    """Begin a new epoch, and hang elsewhere what follows a gap; answers how many events that is."""
    own = store.journal.device.device
    latest = max((epoch for device, epoch in chains if device == own), default=1)
    moved = 0
    with store.writing():
        for (device, epoch), found in sorted(chains.items()):
            if not found.beyond:
                continue
            moved += len(found.beyond)
            if device == own:
                epochs.continue_in_new_epoch(
                    store, epoch, len(found.proved), known=latest, today=today
                )
            else:
                epochs.set_aside(store, device, epoch, len(found.proved))
        if store.journal.device.epoch <= latest and not new_device:
            start_new_epoch(store, today, replaced=latest)
        if new_device:
            _take_slot(store, today)
        raise_counters(store)
    if moved:
        integrity.rebuild(store)
    return moved


def _take_slot(store: Store, today: date) -> None:
    """Take the slot again that most codes of this register carry, with room for those lost."""
    database = store.database
    codes = [code for (code,) in database.rows("SELECT reference FROM dossier")]
    used = Counter(slot for code in codes for slot in SLOTS if count_behind(code, slot)[1])
    slot = used.most_common(1)[0][0] if used else 0
    database.run("UPDATE device SET slot = :slot WHERE own = 1", slot=slot)
    start_new_epoch(store, today, replaced=0)


def codes_listed(source: Source) -> dict[str, str]:
    """The dossiers that the lists of a file still name, with their codes."""
    rows = table_rows(source.path, source.key, "dossier", "dossier, reference")
    return {row[0]: row[1] for row in rows if isinstance(row[0], str) and isinstance(row[1], str)}
