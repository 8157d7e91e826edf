"""Working out what events from elsewhere mean, after they are safely on disk.

Taking in and listing are two steps, so that an event nobody understands can hold up no other. How
far the lists have come is written down with them; after a power cut they go on from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

from reception.domain.dossier import Dossier
from reception.domain.errors import Trouble
from reception.domain.events import BlanksPrinted, ReferenceEvent, entity_type_of
from reception.domain.feedback import id_in, is_feedback
from reception.domain.merging import NONSENSE, Clash, ClashKind
from reception.domain.numbering import count_behind
from reception.domain.submission import entity_of
from reception.storage import (
    feedback_redacting,
    feedback_rows,
    imported_twice,
    line_rows,
    pack_rows,
    printed,
    program_mark,
    projection,
    redacting,
    reference,
    reference_fold,
    review_rows,
    side_rows,
    submission_rows,
)
from reception.storage.database import Database
from reception.storage.journal import StoredEvent
from reception.storage.store import Store, fold_all
from reception.storage.submission_rows import Rival

_AT_ONCE = 500
# A dossier with which only this desk ever went on stands in the lists as it wrote it there.
_LISTED = (
    "SELECT 1 FROM dossier JOIN device own ON own.own = 1 WHERE dossier.dossier = :dossier"
    " AND head = (SELECT hash FROM event WHERE entity = :dossier ORDER BY n DESC LIMIT 1)"
    " AND NOT EXISTS (SELECT 1 FROM event WHERE entity = :dossier"
    " AND (event.device <> own.device OR event.epoch <> own.epoch))"
)


def list_news(store: Store) -> list[str]:
    """List the next events of the commune's log in one transaction; answers the entities changed.

    An empty answer says that all is listed.
    """
    line = line_rows.line(store.database)
    if line is None or line.listed >= line.position:
        return []
    with store.writing():
        rows = store.database.rows(
            "SELECT position, entity, kind, device FROM event WHERE position > :after"
            " AND position <= :upto ORDER BY position LIMIT :most",
            after=line.listed,
            upto=line.position,
            most=_AT_ONCE,
        )
        _list_submissions(store, rows)
        _list_feedback(store, dict.fromkeys(row[1] for row in rows))
        _list_dossiers(store, dict.fromkeys(row[1] for row in rows if _of_dossier(row[2])))
        imported_twice.tidy(store.database)
        _apply_reference(store, [row[0] for row in rows])
        line_rows.move_listed(store.database, rows[-1][0] if rows else line.position)
    store.forget()
    if not program_mark.nothing_unscrubbed(store.database):
        redacting.scrub_if_free(store)
    return list(dict.fromkeys(row[1] for row in rows))


def _of_dossier(kind: str) -> bool:
    return entity_type_of(kind) == "dossier"


def _list_dossiers(store: Store, entities: Iterable[str]) -> None:
    """List dossiers that the lists do not show as they are now.

    Each savepoint makes the search index write down what it gathered. So one stands around them
    all, and each has its own only where one of them cannot be read.
    """
    database = store.database
    news = [each for each in entities if database.row(_LISTED, dossier=each) is None]
    database.run("SAVEPOINT dossiers")
    try:
        for dossier_id in news:
            _list(store, dossier_id)
    except (Trouble, *NONSENSE) as fault:
        _why_unread(fault)
        database.run("ROLLBACK TO dossiers")
        for dossier_id in news:
            list_or_set_aside(store, dossier_id)
    database.run("RELEASE dossiers")


def _list(store: Store, dossier_id: str) -> None:
    if dossier := list_dossier(store, dossier_id):
        _leave_room(store, dossier)


def list_again(store: Store, entities: Collection[str]) -> None:
    """List those dossiers anew of which an event came or went, inside the present transaction."""
    if entities:
        # What was printed is else found by its event.
        store.database.run("DELETE FROM printed WHERE n NOT IN (SELECT n FROM event)")
    for entity in entities:
        if store.database.row("SELECT 1 FROM dossier WHERE dossier = :dossier", dossier=entity):
            list_or_set_aside(store, entity)


def list_or_set_aside(store: Store, dossier_id: str) -> None:
    """List a dossier; one that cannot be read waits, named, and holds up no other.

    What fails for the disk's sake is raised as ever.
    """
    database, why = store.database, ""
    database.run("SAVEPOINT one_dossier")
    try:
        _list(store, dossier_id)
    except (Trouble, *NONSENSE) as fault:
        why = _why_unread(fault)
    if why:
        database.run("ROLLBACK TO one_dossier")
        last = store.journal.last_of(dossier_id)
        clash = Clash(ClashKind.NOT_APPLIED, last, b"", why=why)
        review_rows.put(database, dossier_id, (clash,))
    database.run("RELEASE one_dossier")


def _why_unread(fault: Exception) -> str:
    """What to tell of a dossier that cannot be read.

    Raises:
        Trouble: It was the disk.
    """
    if not isinstance(fault, Trouble):
        return "Hồ sơ này có việc do chương trình lỗi ở máy khác ghi, không hiểu được."
    if fault.code != "event-unreadable":
        raise fault
    return fault.text


def list_dossier(store: Store, dossier_id: str) -> Dossier | None:
    """Bring all lists up to date with a dossier's events, inside the present transaction.

    Answers the dossier; ``None`` before its first event is there.

    Raises:
        Trouble: ``event-unreadable``.
    """
    database = store.database
    events = store.journal.of_entity(dossier_id)
    if any(stored.kind == redacting.KIND for stored in events) and redacting.blank(
        store, dossier_id
    ):
        events = store.journal.of_entity(dossier_id)
    merged = fold_all(dossier_id, events)
    if merged.dossier is None:
        return None
    _put_row(database, merged.dossier, head=max(events, key=attrgetter("n")).hash)
    _put_printings(database, events)
    review_rows.put(database, dossier_id, merged.clashes)
    review_rows.note_same_code(database, merged.dossier)
    imported_twice.note(database, merged.dossier)
    _note_rival(store, merged.dossier)
    return merged.dossier


def _put_row(database: Database, dossier: Dossier, head: bytes) -> None:
    listed = database.row(
        "SELECT 1 FROM dossier WHERE dossier = :dossier", dossier=dossier.dossier_id
    )
    if listed:
        projection.update_anew(database, dossier, head)
    else:
        projection.insert(database, dossier, head)


def _put_printings(database: Database, events: Sequence[StoredEvent]) -> None:
    # By event: the log of printings has no index of dossiers.
    database.run_many("DELETE FROM printed WHERE n = ?", [(event.n,) for event in events])
    printed.put_all(database, events)


def _leave_room(store: Store, dossier: Dossier) -> None:
    """Let this desk's counters pass every number of its own slot that it comes to know of."""
    _pass(store, [dossier.reference, *(row[0] for row in side_rows.slips(dossier))])
    if entered := dossier.certification:
        # Each desk writes a book of its own, so none is counted on from another's.
        _count_up(store, entered.book, max((item.number for item in entered.items), default=0))


def _pass(store: Store, numbers: Sequence[str]) -> None:
    slot = store.journal.device.slot
    for number in numbers:
        _count_up(store, *count_behind(number, slot))


def _count_up(store: Store, scope: str, count: int) -> None:
    if count:
        store.database.run(
            "INSERT INTO counter (scope, last) VALUES (:scope, :count)"
            " ON CONFLICT (scope) DO UPDATE SET last = max(last, excluded.last)",
            scope=scope,
            count=count,
        )


def _list_submissions(store: Store, rows: Sequence[tuple[int, str, str, str]]) -> None:
    """List what became of submissions, before the dossiers that were made of them."""
    pack_rows.note_servers(store.database)
    for entity in dict.fromkeys(row[1] for row in rows if row[2].startswith("submission.")):
        for dossier_id in submission_rows.relist_one(store, entity.partition(":")[2]):
            # Its dossier may have come with an earlier page.
            list_or_set_aside(store, dossier_id)


def _list_feedback(store: Store, entities: Iterable[str]) -> None:
    for entity in filter(is_feedback, entities):
        feedback_redacting.blank(store, id_in(entity))
        if listed := feedback_rows.relist_one(store, id_in(entity)):
            _pass(store, [listed.received.code])


def _note_rival(store: Store, dossier: Dossier) -> None:
    rival = submission_rows.rival_of(store.database, dossier.dossier_id)
    if rival and not _decided(store, dossier, rival):
        review_rows.note_same_submission(
            store.database,
            dossier.dossier_id,
            rival.about,
            against=rival.against,
            first=rival.dossier_id,
        )


def _decided(store: Store, dossier: Dossier, rival: Rival) -> bool:
    """Whether somebody has decided about the event that came second, by its hash or its id."""
    if rival.about in {one.about for one in dossier.reviews}:
        return True
    decided = {one.event for one in dossier.reviews}
    return any(
        stored.hash.hex() == rival.about and stored.envelope().id in decided
        for stored in store.journal.of_entity(entity_of(rival.submission))
    )


def _apply_reference(store: Store, positions: Sequence[int]) -> None:
    """Apply changes of what the desk works by, then those of its own that the log has not yet."""
    if not positions:
        return
    news = store.journal.reference_events(positions[0], positions[-1])
    if reference_fold.holds_packs(news):
        reference_fold.refold(store)
        return
    for stored in news:
        _apply(store, stored)
    touched = {stored.entity for stored in news}
    for entity in touched:
        for stored in store.journal.of_entity(entity):
            if stored.position is None:
                _apply(store, stored)


def _apply(store: Store, stored: StoredEvent) -> None:
    try:
        event = stored.event()
    except Trouble:
        return  # kept as it came; what the desk works by stays as it was
    if isinstance(event, ReferenceEvent):
        reference.apply(store.database, event)
    if isinstance(event, BlanksPrinted):
        _pass(store, event.numbers)
