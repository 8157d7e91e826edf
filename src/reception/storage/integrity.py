"""Proving that the register is whole, and writing its lists anew from the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reception.domain import chain
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.events import OPENING_KINDS, entity_type_of
from reception.storage import (
    access_rows,
    feedback_redacting,
    printed,
    program_mark,
    projection,
    redacting,
    review_rows,
    side_rows,
)
from reception.storage.database import Database
from reception.storage.foreign import UNREADABLE, labels
from reception.storage.journal import StoredEvent
from reception.storage.listing_foreign import list_dossier
from reception.storage.side_tables import altered_counters, altered_tables, raise_counters
from reception.storage.store import Store, fold
from reception.storage.upgrading import fold_beside_dossiers

Progress = Callable[[int, int], None]

# What the events write anew.
_OF_LISTS = frozenset({"list", "search", "table"})


def no_progress(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold, where it lies, told in one Vietnamese sentence."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked, and what was found wrong. ``events`` and the rest are counts."""

    events: int
    dossiers: int
    chains: int
    signed_heads: int
    unsigned_events: int
    faults: tuple[Fault, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing at all was found wrong."""
        return not self.faults

    @property
    def of_lists(self) -> bool:
        """Whether something is wrong, and all of it beside the events, which tell it anew."""
        beside = _OF_LISTS | {"counter"}
        return bool(self.faults) and all(fault.code in beside for fault in self.faults)


def verify(store: Store, progress: Progress = no_progress) -> Verdict:
    """Check every chain, body, signature and list row against one another."""
    journal = verify_journal(store, progress)
    return replace(journal, faults=(*journal.faults, *_list_faults(store)))


def verify_journal(store: Store, progress: Progress = no_progress) -> Verdict:
    """Check the file, every chain, body and signature: all that cannot be written anew."""
    database = store.database
    faults = [*_file_faults(database)]
    heads, chain_faults = _check_chains(store, progress)
    faults += chain_faults
    signed, head_faults = _check_heads(database, heads)
    faults += head_faults
    faults += _access_faults(database)
    dossiers = database.row("SELECT count(*) FROM dossier")
    return Verdict(
        events=store.journal.count(),
        dossiers=int(dossiers[0]) if dossiers else 0,
        chains=len({(device, epoch) for device, epoch, _seq in heads}),
        signed_heads=len(signed),
        unsigned_events=_unsigned(heads, signed),
        faults=tuple(faults),
    )


def rebuild(store: Store, progress: Progress = no_progress) -> int:
    """Write every list anew from the journal, all or nothing; answers the number of dossiers.

    Device, counters, secrets and drafts are not lists of the journal and stay as they are.
    """
    database, total, dossiers = store.database, store.journal.count(), 0
    with store.writing():
        projection.clear(database)
        review_rows.clear(database)
        fold_beside_dossiers(store)
        for done, stored in enumerate(store.journal.all(), start=1):
            if entity_type_of(stored.kind) == "dossier":
                dossiers += _project_again(store, stored)
            if done % 2000 == 0 or done == total:
                progress(done, total)
        program_mark.note(database)
    return dossiers


def mend_lists(store: Store, progress: Progress = no_progress) -> tuple[Fault, ...]:
    """Write lists anew that differ from the events, and counters that lie behind the numbers given.

    Answers what was wrong. What events cannot tell stays, for :func:`verify` to name.
    """
    wrong = tuple(_list_faults(store))
    if any(fault.code in _OF_LISTS for fault in wrong):
        rebuild(store, progress)
        store.forget()
    if any(fault.code == "counter" for fault in wrong):
        with store.writing():
            raise_counters(store)
    return wrong


def _project_again(store: Store, stored: StoredEvent) -> bool:
    """List a dossier at its first event, so that lists keep the order of reception."""
    if stored.kind not in OPENING_KINDS:
        return False
    return list_dossier(store, stored.entity) is not None


def _file_faults(database: Database) -> Iterator[Fault]:
    for (said,) in database.rows("PRAGMA integrity_check(5)"):
        if said != "ok":
            yield Fault("file", f"Tệp cơ sở dữ liệu bị hỏng: {said}.")


def _check_chains(
    store: Store, progress: Progress
) -> tuple[dict[tuple[str, int, int], bytes], list[Fault]]:
    """Walk each chain; answers the hash that each (device, epoch, seq) must have."""
    heads: dict[tuple[str, int, int], bytes] = {}
    faults: list[Fault] = []
    total, here, expected, previous = store.journal.count(), None, 0, b""
    blanked = redacting.told_bodies(store) | feedback_redacting.told_bodies(store)
    for done, stored in enumerate(store.journal.along_chains(), start=1):
        if (stored.device, stored.epoch) != here:
            here = (stored.device, stored.epoch)
            expected, previous = 1, chain.genesis(*here)
        faults += _link_faults(stored, expected, previous, blanked)
        expected, previous = stored.seq + 1, stored.hash
        heads[stored.device, stored.epoch, stored.seq] = stored.hash
        if done % 2000 == 0 or done == total:
            progress(done, total)
    return heads, faults


def _link_faults(
    stored: StoredEvent, expected: int, previous: bytes, blanked: Mapping[str, bytes]
) -> Iterator[Fault]:
    where = f"sự kiện số {stored.seq} của máy {stored.device[:8]}"
    if stored.seq != expected:
        yield Fault("missing", f"Thiếu sự kiện trước {where}: phải là số {expected}.")
    elif chain.next_hash(previous, stored.header) != stored.hash:
        yield Fault("altered", f"Phần đầu của {where} đã bị sửa, không khớp chuỗi.")
    if stored.kind == UNREADABLE:
        return  # it came so, and is kept; had it been altered here, the chain would tell
    try:
        header = stored.envelope()
    except ValueError:
        yield Fault("unreadable", f"Không đọc được phần đầu của {where}.")
        return
    # A body that was blanked by law is proved by the event that says so.
    if not chain.body_matches(header, stored.body) and blanked.get(header.id) != stored.body:
        yield Fault("altered", f"Nội dung của {where} đã bị sửa, không khớp chuỗi.")
    if labels(stored.header) != (stored.entity, stored.kind):
        yield Fault("altered", f"Nhãn của {where} không khớp với nội dung đã ghi.")


def _check_heads(
    database: Database, heads: dict[tuple[str, int, int], bytes]
) -> tuple[set[tuple[str, int, int]], list[Fault]]:
    # Only a register with signatures to check needs the cryptography library.
    from reception.storage.device import signature_holds

    keys = dict(database.rows("SELECT device, CAST(public_key AS BLOB) FROM device"))
    signed: set[tuple[str, int, int]] = set()
    faults: list[Fault] = []
    for device, epoch, seq, head, signature in database.rows(
        "SELECT device, epoch, seq, CAST(hash AS BLOB), CAST(signature AS BLOB) FROM head"
    ):
        where = f"chữ ký ở số {seq} của máy {device[:8]}"
        if not signature_holds(
            keys.get(device, b""), signature, device=device, epoch=epoch, seq=seq, head=head
        ):
            faults.append(Fault("signature", f"Có {where} không đúng."))
        elif heads.get((device, epoch, seq)) != head:
            faults.append(Fault("cut", f"Có {where} nhưng sổ không còn đúng sự kiện ấy."))
        else:
            signed.add((device, epoch, seq))
    return signed, faults


def _unsigned(heads: dict[tuple[str, int, int], bytes], signed: set[tuple[str, int, int]]) -> int:
    last: dict[tuple[str, int], int] = {}
    for device, epoch, seq in signed:
        last[device, epoch] = max(seq, last.get((device, epoch), 0))
    return sum(seq > last.get((device, epoch), 0) for device, epoch, seq in heads)


def _access_faults(database: Database) -> Iterator[Fault]:
    for number in access_rows.broken(database):
        yield Fault(
            "access", f"Dòng số {number} của nhật ký truy cập đã bị sửa, hoặc thiếu dòng trước nó."
        )


def _list_faults(store: Store) -> Iterator[Fault]:
    database = store.database
    listed = dict(database.rows("SELECT dossier, head FROM dossier"))
    last = dict(
        database.rows(
            "SELECT entity, hash FROM event WHERE n IN"
            " (SELECT max(n) FROM event WHERE kind LIKE 'dossier.%' GROUP BY entity)"
        )
    )
    for dossier_id in listed.keys() | last.keys():
        if listed.get(dossier_id) != last.get(dossier_id) and (
            dossier_id in listed or _begins(store, dossier_id)
        ):
            yield Fault(
                "list",
                f"Danh sách không khớp sổ gốc ở hồ sơ {dossier_id}; hãy chạy “reception rebuild”.",
            )
    row_faults, side = _check_rows(store)
    yield from row_faults
    if unindexed := len(listed) - _indexed(store):
        yield Fault(
            "search",
            f"Có {unindexed} hồ sơ không tìm thấy được; hãy chạy “reception rebuild” để lập lại.",
        )
    for table in (*altered_tables(store), *side_rows.altered(database, side)):
        yield Fault(
            "table", f"Bảng “{table}” khác với sổ gốc; hãy chạy “reception rebuild” để lập lại."
        )
    for scope in altered_counters(store):
        yield Fault(
            "counter",
            f"Bộ đếm “{scope}” không khớp các số đã cấp;"
            " hãy phục hồi từ bản sao bằng “reception restore”.",
        )


def _begins(store: Store, dossier_id: str) -> bool:
    """Whether events add up to a dossier: it may be for a newer program to say how it began."""
    try:
        return fold(dossier_id, store.journal.of_entity(dossier_id)) is not None
    except Trouble:
        return True


def _indexed(store: Store) -> int:
    """How many dossiers the search index knows."""
    database = store.database.another()
    try:
        database.run(
            "CREATE VIRTUAL TABLE temp.search_word USING fts5vocab(main, dossier_search, instance)"
        )
        row = database.row("SELECT count(DISTINCT doc) FROM temp.search_word")
    finally:
        database.close()
    return int(row[0]) if row else 0


def _check_rows(store: Store) -> tuple[list[Fault], dict[str, list[tuple[Any, ...]]]]:
    """Hold each dossier's row against its events; answers the side tables' rows, too."""
    faults: list[Fault] = []
    side: dict[str, list[tuple[Any, ...]]] = {}
    for dossier_id, *row in store.database.rows(
        f"SELECT dossier, {projection.CHECKED} FROM dossier ORDER BY n"
    ):
        history = store.journal.of_entity(dossier_id)
        try:
            dossier = fold(dossier_id, history)
        except (RuleViolation, Trouble):
            dossier = None
        if dossier is None or list(projection.checked_values(dossier)) != row:
            faults.append(
                Fault(
                    "list",
                    f"Dòng danh sách của hồ sơ {dossier_id} khác với sổ gốc;"
                    " hãy chạy “reception rebuild”.",
                )
            )
        for table, rows in side_rows.rows_of(dossier).items():
            side.setdefault(table, []).extend(rows)
        side.setdefault("printed", []).extend(printed.rows_of(history))
    return faults, side
