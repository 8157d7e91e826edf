"""Gathering what is left of a damaged register: its events, each proved, wherever they still lie.

An event counts when its body is the one that its header names, and when it hangs in its chain: its
hash follows from the one before. So it does not matter whence a copy of it comes, be it a page that
the register no longer uses, or a copy of last week.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlite

from reception.domain import chain
from reception.storage.database import Row, use_key
from reception.storage.foreign import UNREADABLE, labels
from reception.storage.raw_pages import RawRow, read_pages
from reception.storage.register_key import RegisterKey

EVENT_COLUMNS = "n, device, epoch, seq, entity, kind, header, body, hash, position"
_HASH_BYTES = 32
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event whose body is whole; ``source`` says where it was found."""

    n: int
    device: str
    epoch: int
    seq: int
    entity: str
    kind: str
    header: bytes
    body: bytes
    hash: bytes
    position: int | None
    source: str

    @property
    def place(self) -> Place:
        """Device, epoch and place in the chain."""
        return self.device, self.epoch, self.seq


@dataclass(slots=True)
class FoundChain:
    """A chain as far as it was found: proved from its beginning on, and what comes after a gap.

    Beyond a gap nothing but its own body and its neighbours prove an event.
    """

    proved: list[FoundEvent] = field(default_factory=list[FoundEvent])
    beyond: list[FoundEvent] = field(default_factory=list[FoundEvent])


@dataclass(slots=True)
class Finds:
    """All events found so far, at each place those that claim it, in the order of their finding."""

    at: dict[Place, list[FoundEvent]] = field(default_factory=dict[Place, list[FoundEvent]])

    def add(self, rows: Iterable[RawRow], source: str) -> None:
        """Take in rows that have the form of an event and a whole body."""
        for row in rows:
            if event := _event(row, source):
                claims = self.at.setdefault(event.place, [])
                if all((event.hash, event.header) != (one.hash, one.header) for one in claims):
                    claims.append(event)

    def chains(self) -> dict[tuple[str, int], FoundChain]:
        """Each chain, every event in one alone.

        Pages that are no longer used still tell where events hung before they went on in a new
        epoch: the latest chain in which one is proved is its own.
        """
        places: dict[tuple[str, int], list[int]] = {}
        for device, epoch, seq in sorted(self.at):
            places.setdefault((device, epoch), []).append(seq)
        latest_first = sorted(places, key=lambda chain_of: chain_of[1], reverse=True)
        hung: set[bytes] = set()
        found = {key: FoundChain(self._proved(*key, hung)) for key in latest_first}
        for key, one in found.items():
            after = len(one.proved)
            one.beyond = self._beyond(*key, [seq for seq in places[key] if seq > after], hung)
        return found

    def _proved(self, device: str, epoch: int, hung: set[bytes]) -> list[FoundEvent]:
        previous, events = chain.genesis(device, epoch), list[FoundEvent]()
        while event := self._next(device, epoch, len(events) + 1, previous, hung):
            events.append(event)
            hung.add(event.header)
            previous = event.hash
        return events

    def _next(
        self, device: str, epoch: int, seq: int, previous: bytes, hung: set[bytes]
    ) -> FoundEvent | None:
        for event in self.at.get((device, epoch, seq), []):
            proper = replace(event, hash=chain.next_hash(previous, event.header))
            # Where only the hash itself was damaged, the next event tells what it was.
            holds = proper.hash == event.hash or self._is_followed(proper)
            if holds and event.header not in hung:
                return proper
        return None

    def _beyond(
        self, device: str, epoch: int, places: Iterable[int], hung: set[bytes]
    ) -> list[FoundEvent]:
        events: list[FoundEvent] = []
        for seq in places:
            claims = [event for event in self.at[device, epoch, seq] if event.header not in hung]
            if claims:
                # What is followed by another of its chain is the likelier one.
                events.append(max(claims, key=self._is_followed))
                hung.add(events[-1].header)
        return events

    def _is_followed(self, event: FoundEvent) -> bool:
        following = self.at.get((event.device, event.epoch, event.seq + 1), [])
        return any(chain.next_hash(event.hash, each.header) == each.hash for each in following)


def gather(finds: Finds, register: Path, key: RegisterKey | None, source: str) -> None:
    """Find every event in a register's file, by SQLite as far as it comes, then page by page.

    Raises:
        Trouble: The disk cannot be read.
    """
    finds.add(table_rows(register, key, "event", EVENT_COLUMNS), source)
    pages = read_pages(register, key)
    finds.add(((n, *row[1:]) for n, row in pages.rows() if len(row) == 10), source)


def raw_rows(register: Path, key: RegisterKey | None, columns: int) -> list[RawRow]:
    """The rows of so many columns that lie anywhere in a file."""
    return [row for _n, row in read_pages(register, key).rows() if len(row) == columns]


def table_rows(
    register: Path, key: RegisterKey | None, table: str, columns: str = "*"
) -> list[Row]:
    """The rows of a table, from its beginning and from its end as far as SQLite comes each time."""
    found: dict[Any, Row] = {}
    for order in ("", " DESC"):
        # A connection that met a broken page may refuse the whole ones, too.
        connection = _connect(register, key)
        if connection is None:
            continue
        try:
            cursor = connection.execute(
                f"SELECT rowid, {columns} FROM {table} ORDER BY rowid{order}"
            )
            while (row := cursor.fetchone()) and row[0] not in found:
                found[row[0]] = row[1:]
        except (sqlite.Error, UnicodeDecodeError):
            pass  # as far as it came
        finally:
            connection.close()
    return [found[rowid] for rowid in sorted(found)]


def _connect(register: Path, key: RegisterKey | None) -> sqlite.Connection | None:
    log = register.with_name(f"{register.name}-wal")
    # Beside a copy nothing is to be laid; the damaged register's log must be read with it.
    how = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
    address = f"file:///{quote(register.absolute().as_posix())}?{how}"
    try:
        connection = sqlite.connect(address, uri=True)
        use_key(connection, key)
    except sqlite.Error:
        return None
    return connection


def _event(row: RawRow, source: str) -> FoundEvent | None:
    match row:
        case (
            int(n), str(device), int(epoch), int(seq), str(entity), str(kind),
            bytes(header), bytes(body), bytes(event_hash), int() | None as position,
        ) if seq > 0 and len(event_hash) == _HASH_BYTES:  # fmt: skip
            found = FoundEvent(
                n, device, epoch, seq, entity, kind, header, body, event_hash, position, source
            )
            return found if _is_whole(found) else None
        case _:
            return None


def _is_whole(event: FoundEvent) -> bool:
    if event.kind == UNREADABLE:
        return True  # it came so; that it is as it came its hash tells
    if labels(event.header) != (event.entity, event.kind):
        return False
    return chain.body_matches(chain.read(event.header, chain.Header), event.body)
