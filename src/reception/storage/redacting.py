"""Blanking bodies in the journal as a ``Redacted`` event says, and scrubbing off what lay there.

Whoever lists a dossier does it first, so it reaches every desk by whatever road the event came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta

from reception.domain import chain
from reception.domain.dossier_events import Redacted, ScanAttached
from reception.domain.errors import Trouble
from reception.domain.file_names import safe_name
from reception.domain.moments import midnight, to_utc_text
from reception.domain.redaction import only_blanks
from reception.domain.submission import SubmissionSettled, entity_of
from reception.paths import PAPERS_FOLDER
from reception.storage import drafts, submission_rows
from reception.storage.database import Database
from reception.storage.foreign import UNREADABLE, labels
from reception.storage.journal import StoredEvent
from reception.storage.scan_files import FOLDER, ScanFiles
from reception.storage.store import Store, fold

KIND = "dossier.redacted"
_SCAN = "scan:"
_REPLACE = "UPDATE event SET body = :body WHERE n = :n"


def blank(store: Store, dossier_id: str) -> bool:
    """Blank what a dossier's redactions name, inside the present transaction; whether any was.

    A redaction that the dossier's state refuses blanks nothing, nor does one that says anything
    else than was written.
    """
    told = redactions_among(store.journal.of_entity(dossier_id))
    if not told:
        return False
    changed = recognise(store.database, bodies_of(told))
    dossier = fold(dossier_id, store.journal.of_entity(dossier_id))
    for redaction in dossier.redactions if dossier else ():
        events = store.journal.of_entity(dossier_id)
        if _was_online(store, redaction.submission, dossier_id):
            events += store.journal.of_entity(entity_of(redaction.submission))
        changed |= replace_bodies(store.database, events, bodies_of([redaction]))
        _note_scans(store.database, redaction.scans)
        if changed and redaction.submission:
            submission_rows.relist_one(store, redaction.submission)
    if changed:
        if dossier:
            drafts.discard_of(store.database, dossier.intake.owner)
        store.database.run("INSERT OR IGNORE INTO unscrubbed VALUES (:what)", what=dossier_id)
        store.forget()
    return changed


def told_bodies(store: Store) -> dict[str, bytes]:
    """What every blanked event says from now on, by the ids in their headers."""
    rows = store.database.rows("SELECT DISTINCT entity FROM event WHERE kind = :kind", kind=KIND)
    found: dict[str, bytes] = {}
    for (entity,) in rows:
        found |= bodies_of(redactions_among(store.journal.of_entity(entity)))
    return found


def scrub(store: Store) -> None:
    """Destroy scans and papers, write index and database anew: nothing blanked is left on disk.

    Raises:
        Trouble: The register is busy or the disk full; it is done again at the next chance.
    """
    database = store.database
    todo = [what for (what,) in database.rows("SELECT what FROM unscrubbed")]
    if not todo:
        return
    files = ScanFiles(database.path.parent / FOLDER, database.key)
    kept = set(store.journal.scans())
    for what in todo:
        if what.startswith(_SCAN) and (name := what.removeprefix(_SCAN)) not in kept:
            files.path_of(name).unlink(missing_ok=True)
        if not what.startswith(_SCAN):
            _remove_papers(database, what)
    # Words that were taken out of the index stand in it until its parts are written anew.
    with store.writing():
        database.run("INSERT INTO dossier_search (dossier_search) VALUES ('optimize')")
    database.scrub()
    with store.writing():
        for what in todo:
            database.run("DELETE FROM unscrubbed WHERE what = :what", what=what)


def _remove_papers(database: Database, dossier_id: str) -> None:
    """Papers that no printer took lie beside the register, named after their dossier."""
    row = database.row("SELECT reference FROM dossier WHERE dossier = :id", id=dossier_id)
    names = [dossier_id, *(safe_name(reference) for reference in row or ())]
    for kept in (database.path.parent / PAPERS_FOLDER).glob("*.pdf"):
        if any(name in kept.name for name in names):
            kept.unlink(missing_ok=True)


def scrub_if_free(store: Store) -> None:
    """Scrub now, or leave it to the next chance where somebody else is at the register."""
    with suppress(Trouble):
        scrub(store)


def redactions_among(events: Iterable[StoredEvent]) -> list[Redacted]:
    """The redactions among events, as they were written."""
    told: list[Redacted] = []
    for stored in events:
        if stored.kind == KIND and chain.body_matches(stored.envelope(), stored.body):
            event = stored.event()
            told += [event] if isinstance(event, Redacted) else []
    return told


def bodies_of(told: Iterable[Redacted]) -> dict[str, bytes]:
    """What the events that redactions name say from now on, by the ids in their headers."""
    return {one.event: one.body.encode() for each in told for one in each.bodies}


def recognise(database: Database, bodies: Mapping[str, bytes]) -> bool:
    """Label events that came blanked: before their redaction came, nobody could tell why."""
    found = False
    for n, header, body in database.rows(
        "SELECT n, header, body FROM event WHERE entity = :none", none=UNREADABLE
    ):
        entity, kind = labels(header)
        if kind == UNREADABLE or bodies.get(chain.read(header, chain.Header).id) != body:
            continue
        database.run(
            "UPDATE event SET entity = :entity, kind = :kind WHERE n = :n",
            entity=entity,
            kind=kind,
            n=n,
        )
        found = True
    return found


def replace_bodies(
    database: Database, events: Iterable[StoredEvent], bodies: Mapping[str, bytes]
) -> bool:
    """Blank the events that are named where they stand; whether any was."""
    found = False
    for stored in events:
        body = bodies.get(stored.envelope().id)
        if body is None or body == stored.body or not only_blanks(stored.body, body):
            continue
        database.run(_REPLACE, body=body, n=stored.n)
        found = True
    return found


def _was_online(store: Store, submission: str, dossier_id: str) -> bool:
    """Whether a submission is the one that became the dossier."""
    if not submission:
        return False
    return any(
        isinstance(event, SubmissionSettled) and event.dossier == dossier_id
        for event in _events(store.journal.of_entity(entity_of(submission)))
    )


def _events(stored: Iterable[StoredEvent]) -> Iterator[object]:
    for one in stored:
        with suppress(Trouble):
            yield one.event()


def _note_scans(database: Database, scans: Iterable[str]) -> None:
    for name in scans:
        database.run("INSERT OR IGNORE INTO unscrubbed VALUES (:what)", what=f"{_SCAN}{name}")


def submission_of(store: Store, dossier_id: str) -> str:
    """The submission by which a dossier came online; empty where it came otherwise."""
    row = store.database.row(
        "SELECT submission FROM submission WHERE dossier = :dossier", dossier=dossier_id
    )
    return row[0] if row else ""


def over_before(database: Database, day: date) -> list[str]:
    """The dossiers that nothing more is owed of and nobody touched since a day, oldest first."""
    rows = database.rows(
        "SELECT dossier FROM dossier WHERE touched_at < :day AND state IN"
        " ('handed-over', 'stopped', 'undone', 'guided', 'refused') ORDER BY touched_at, n",
        day=to_utc_text(midnight(day + timedelta(days=1))),
    )
    return [dossier for (dossier,) in rows]


def scans_of(events: Iterable[object]) -> tuple[str, ...]:
    """The scans that a history names."""
    return tuple(
        dict.fromkeys(
            event.sha256 for event in events if isinstance(event, ScanAttached) and event.sha256
        )
    )
