"""Lists that an older program made: what it did not know is listed when a newer one opens them."""

from __future__ import annotations

from collections.abc import Collection

from reception.domain.events import entity_type_of, known_kinds
from reception.storage import (
    feedback_redacting,
    feedback_rows,
    pack_rows,
    program_mark,
    reference_fold,
    submission_rows,
)
from reception.storage.database import Database
from reception.storage.listing_foreign import list_or_set_aside
from reception.storage.store import Store


def catch_up(store: Store) -> int:
    """List anew what the program before this one did not understand; answers how many dossiers.

    That are those with events of kinds it did not know, and those with something to review, which
    may make sense by now.
    """
    with store.writing():
        # Another program may have been quicker: what it knew is read inside the transaction.
        dossiers = _list_anew(store, known_kinds() - program_mark.kinds_before(store.database))
        program_mark.note(store.database)
    store.forget()
    return dossiers


def fold_beside_dossiers(store: Store) -> list[str]:
    """Write what desks work by, feedback and what was submitted online anew, in the transaction.

    Dossiers are held against it: answers those made of a submission that was settled before.
    """
    pack_rows.note_servers(store.database)
    reference_fold.refold(store)
    feedback_redacting.blank_all(store)
    feedback_rows.clear(store.database)
    feedback_rows.relist_all(store.database, store.journal.beside_dossiers())
    submission_rows.clear(store.database)
    return submission_rows.relist_all(
        store.database,
        store.journal.beside_dossiers(),
        pack_rows.server_devices(store.database),
    )


def _list_anew(store: Store, kinds: Collection[str]) -> int:
    told = _told_of(store.database, kinds) if kinds else []
    dossiers = [entity for entity, kind in told if entity_type_of(kind) == "dossier"]
    if len(dossiers) < len(told):
        dossiers += fold_beside_dossiers(store)
    else:
        # An event of a kind that it knew may say more than it understood.
        reference_fold.refold(store)
    reviewed = store.database.rows("SELECT DISTINCT dossier FROM review ORDER BY dossier")
    wanted = dict.fromkeys((*dossiers, *(dossier_id for (dossier_id,) in reviewed)))
    for dossier_id in wanted:
        list_or_set_aside(store, dossier_id)
    return len(wanted)


def _told_of(database: Database, kinds: Collection[str]) -> list[tuple[str, str]]:
    """What events of these kinds are about, with its kind, in the order of their coming."""
    named = {f"kind{place}": kind for place, kind in enumerate(sorted(kinds))}
    return database.rows(
        f"SELECT entity, kind FROM event WHERE kind IN ({', '.join(f':{name}' for name in named)})"
        " GROUP BY entity, kind ORDER BY min(n)",
        **named,
    )
