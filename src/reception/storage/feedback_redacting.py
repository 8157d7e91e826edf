"""Blanking a sender's particulars in the journal as a ``FeedbackRedacted`` event says.

Whoever lists feedback does it first, so it reaches every desk by whatever road the event came.
"""

from __future__ import annotations

from collections.abc import Iterable

from reception.domain import chain
from reception.domain.applicant import Party
from reception.domain.closing_events import BlankedBody
from reception.domain.feedback import Feedback, entity_of, id_in
from reception.domain.feedback_events import FeedbackRedacted
from reception.domain.file_names import safe_name
from reception.storage import drafts, feedback_rows, redacting
from reception.storage.journal import StoredEvent
from reception.storage.store import Store

KIND = "feedback.redacted"


def blank(store: Store, feedback_id: str) -> bool:
    """Blank what its redactions name, inside the present transaction; whether any was."""
    entity, database = entity_of(feedback_id), store.database
    told = redactions_among(store.journal.of_entity(entity))
    if not told:
        return False
    changed = redacting.recognise(database, _bodies_of(told))
    before = feedback_rows.of_id(store, feedback_id)
    bodies = _bodies_of(before.redactions) if before else {}
    changed |= redacting.replace_bodies(database, store.journal.of_entity(entity), bodies)
    if changed and before:
        drafts.discard_of(database, before.received.sender or Party(""))
        drafts.discard_about(database, feedback_id)
        database.run("INSERT OR IGNORE INTO unscrubbed VALUES (:what)", what=paper_name(before))
    return changed


def blank_all(store: Store) -> None:
    """Blank what every redaction names, as after an older program did not understand them."""
    for (entity,) in store.database.rows(
        "SELECT DISTINCT entity FROM event WHERE kind = :kind", kind=KIND
    ):
        blank(store, id_in(entity))


def told_bodies(store: Store) -> dict[str, bytes]:
    """What every blanked event says from now on, by the ids in their headers."""
    rows = store.database.rows("SELECT DISTINCT entity FROM event WHERE kind = :kind", kind=KIND)
    found: dict[str, bytes] = {}
    for (entity,) in rows:
        found |= _bodies_of(redactions_among(store.journal.of_entity(entity)))
    return found


def redactions_among(events: Iterable[StoredEvent]) -> list[FeedbackRedacted]:
    """The redactions among events, as they were written."""
    told: list[FeedbackRedacted] = []
    for stored in events:
        if stored.kind == KIND and chain.body_matches(stored.envelope(), stored.body):
            event = stored.event()
            told += [event] if isinstance(event, FeedbackRedacted) else []
    return told


def bodies_of(feedback: Feedback) -> dict[str, bytes]:
    """What the events that its redactions name say from now on."""
    return _bodies_of(feedback.redactions)


def paper_name(feedback: Feedback) -> str:
    """Under what name its papers lie beside the register where no printer took them."""
    return safe_name(f"phan-anh-{feedback.received.code}".replace("/", "-"))


def _bodies_of(told: Iterable[FeedbackRedacted]) -> dict[str, bytes]:
    named: Iterable[BlankedBody] = (one for each in told for one in each.bodies)
    return {one.event: one.body.encode() for one in named}
