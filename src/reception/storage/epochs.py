"""A chain that another copy of this register went on with is taken up again in a new epoch.

A header names neither epoch nor place, so the very same bytes can hang on another chain: nothing
is written anew, and nothing is lost (docs/exchange.md, "Copies").
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reception.domain import chain
from reception.domain.feedback import id_in, is_feedback
from reception.storage import feedback_rows, line_rows, submission_rows
from reception.storage.backup import start_new_epoch
from reception.storage.database import Database
from reception.storage.foreign import hash_at, last_placed
from reception.storage.journal import Device
from reception.storage.listing_foreign import list_again
from reception.storage.store import Store


def continue_in_new_epoch(store: Store, epoch: int, common: int, *, known: int, today: date) -> int:
    """Move this device's events of an epoch after ``common`` to a new one; answers their number.

    Inside the present transaction. ``common`` is the last place of the epoch that both ends have,
    ``known`` the highest epoch that the server knows of this device. The numbers of days already
    begun leave room for those that the other copy gave out.
    """
    database, device = store.database, store.journal.device
    moved = _rest(database, device.device, epoch, common)
    start_new_epoch(store, today, replaced=max(known, device.epoch))
    renewed = store.journal.device
    _hang(database, renewed, 0, moved)
    _renew_lists(store, renewed.device, renewed.epoch, moved)
    store.forget()
    return len(moved)


def set_aside(store: Store, device: str, epoch: int, after: int) -> None:
    """Let another device's chain go on otherwise than this desk knew it, after a place.

    Inside the present transaction. Only a restored server can have taken another continuation in.
    What this desk holds hangs on a chain with an epoch below 0, which travels nowhere, until its
    own device has sent it in a new epoch.
    """
    database = store.database
    rest = _rest(database, device, epoch, after)
    lowest = database.row("SELECT min(epoch) FROM event WHERE device = :device", device=device)
    aside = Device(device, min(0, lowest[0] if lowest else 0) - 1, 0)
    _hang(database, aside, 0, rest)
    _renew_lists(store, aside.device, aside.epoch, rest)
    store.forget()


def drop_doubles(store: Store) -> int:
    """Let go of what this desk would send, or has set aside, and the log has on another chain.

    Inside the present transaction. Two copies of a register may both take up the same events in a
    new epoch, and a header is the same event wherever it hangs. Answers how many there were.
    """
    database = store.database
    dropped: list[str] = []
    for device, epoch in _unsent_chains(database):
        sent = _sent(database, device, epoch)
        if doubles := _doubles(database, device, epoch, sent):
            database.run_many("DELETE FROM event WHERE n = ?", [(n,) for n, _entity in doubles])
            rest = _rest(database, device, epoch, sent)
            _hang(database, Device(device, epoch, 0), sent, rest)
            _renew_lists(store, device, epoch, rest)
            dropped += [entity for _n, entity in doubles]
    if dropped:
        store.forget()
        list_again(store, dict.fromkeys(dropped))
    return len(dropped)


def _sent(database: Database, device: str, epoch: int) -> int:
    """Up to which place the server is known to have a chain."""
    receipt = line_rows.receipt(database, device, epoch)
    return max(last_placed(database, device, epoch), receipt.acked if receipt else 0)


def _unsent_chains(database: Database) -> list[tuple[str, int]]:
    """The chains of this device, and those that were set aside."""
    return database.rows(
        "SELECT DISTINCT e.device, e.epoch FROM device d JOIN event e ON e.device = d.device"
        " WHERE d.own = 1 OR e.epoch < 0"
    )


def _doubles(database: Database, device: str, epoch: int, after: int) -> list[tuple[int, str]]:
    """Number and entity of a chain's events after a place that have their place on another."""
    return database.rows(
        "SELECT n, entity FROM event e WHERE device = :device AND epoch = :epoch AND seq > :after"
        " AND EXISTS (SELECT 1 FROM event other WHERE other.entity = e.entity"
        " AND other.header = e.header AND other.position IS NOT NULL)",
        device=device,
        epoch=epoch,
        after=after,
    )


def _rest(database: Database, device: str, epoch: int, after: int) -> list[tuple[int, bytes]]:
    """The events of a chain after a place, to be hung elsewhere; what was signed of them goes."""
    where = {"device": device, "epoch": epoch, "after": after}
    database.run(
        "DELETE FROM head WHERE device = :device AND epoch = :epoch AND seq > :after", **where
    )
    return database.rows(
        "SELECT n, header FROM event WHERE device = :device AND epoch = :epoch AND seq > :after"
        " ORDER BY seq",
        **where,
    )


def _hang(database: Database, device: Device, after: int, events: list[tuple[int, bytes]]) -> None:
    previous = hash_at(database, device.device, device.epoch, after)
    rows: list[tuple[object, ...]] = []
    for seq, (n, header) in enumerate(events, start=after + 1):
        previous = chain.next_hash(previous, header)
        rows.append((device.epoch, seq, previous, n))
    database.run_many(
        "UPDATE event SET epoch = ?, seq = ?, hash = ?, position = NULL WHERE n = ?", rows
    )


def _renew_lists(store: Store, device: str, epoch: int, moved: Iterable[tuple[int, bytes]]) -> None:
    """Lists name a dossier's last event by its hash, which has changed with the chain.

    So do those of submissions, of feedback and of what is to be reviewed, and they are written
    anew. A dossier of several chains is, too: what moved has no place in the log any more and may
    come later now.
    """
    database, where = store.database, {"device": device, "epoch": epoch}
    database.run_many(
        "UPDATE dossier SET head = (SELECT hash FROM event WHERE entity = dossier.dossier"
        " ORDER BY n DESC LIMIT 1) WHERE dossier = (SELECT entity FROM event WHERE n = ?)",
        [(n,) for n, _header in moved],
    )
    beside = database.rows(
        "SELECT DISTINCT entity FROM event WHERE device = :device AND epoch = :epoch"
        " AND (kind LIKE 'submission.%' OR kind LIKE 'feedback.%')",
        **where,
    )
    for (entity,) in beside:
        if is_feedback(entity):
            feedback_rows.relist_one(store, id_in(entity))
        else:
            submission_rows.relist_one(store, entity.partition(":")[2])
    touched = database.rows(
        "SELECT DISTINCT entity FROM event e WHERE device = :device AND epoch = :epoch"
        " AND (EXISTS (SELECT 1 FROM review WHERE dossier = e.entity)"
        " OR EXISTS (SELECT 1 FROM event other WHERE other.entity = e.entity"
        " AND (other.device <> e.device OR other.epoch <> e.epoch)))",
        **where,
    )
    list_again(store, [entity for (entity,) in touched])
