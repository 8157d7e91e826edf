"""Blanking bodies in the ledger as a ``Redacted`` event says, before its dossier is folded anew.

The same rule as at every desk (:mod:`reception.storage.redacting`): a redaction that the dossier's
state refuses blanks nothing, nor does one that says anything else than was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import delete, select, update

from reception.domain.feedback import is_feedback
from reception.domain.redaction import only_blanks
from reception.domain.submission import SubmissionSettled, entity_of
from reception.storage import feedback_redacting, feedback_rows
from reception.storage.journal import StoredEvent
from reception.storage.ledger import tables
from reception.storage.ledger.engines import AS_BYTES
from reception.storage.ledger.part import Part
from reception.storage.redacting import KIND, bodies_of, redactions_among
from reception.storage.store import fold

BODY_ALTERED = "body-altered"


class Redacting(Part):
    """What is blanked, and what is held aside no longer since it is known why it was."""

    def put_body(self, agency: str, position: int, body: bytes) -> None:
        """Blank an event where it stands; its header and its place in the chains stay."""
        event = tables.event.c
        self.connection.execute(
            update(tables.event)
            .where(event.agency == agency, event.position == position)
            .values(body=body)
        )

    def blanked_rightly(self, agency: str, position: int) -> None:
        """An event that came blanked is the one that its redaction tells of."""
        aside = tables.quarantine.c
        self.connection.execute(
            delete(tables.quarantine).where(
                aside.agency == agency,
                aside.position == position,
                aside.code == BODY_ALTERED,
            )
        )

    def bodies_of_kind(self, agency: str, kind: str) -> Iterator[bytes]:
        """What the events of one kind in a commune's log say."""
        event = tables.event.c
        rows = self.connection.execute(
            select(event.body).where(event.agency == agency, event.kind == kind),
            execution_options=AS_BYTES,
        )
        yield from rows.scalars()


def blank(
    work: Redacting,
    agency: str,
    dossier_id: str,
    events: Sequence[StoredEvent],
    others: Mapping[str, Sequence[StoredEvent]],
) -> bool:
    """Blank what a dossier's redactions name; whether anything was, or was found to be rightly so.

    ``others`` are the events of the submissions that redactions name.
    """
    told = redactions_among(events)
    if not told:
        return False
    bodies, changed = bodies_of(told), False
    for event in events:
        if bodies.get(event.envelope().id) == event.body:
            work.blanked_rightly(agency, event.n)
            changed = True
    try:
        dossier = fold(dossier_id, list(events))
    except Exception:  # noqa: BLE001 - whatever foreign events hold; the fold itself tells of them
        return changed
    for redaction in dossier.redactions if dossier else ():
        online = others.get(entity_of(redaction.submission), ())
        wanted = [*events, *(online if _became(online, dossier_id) else ())]
        changed |= _replace(work, agency, wanted, bodies_of([redaction]))
    return changed


def blank_feedback(
    work: Redacting, agency: str, entity: str, events: Sequence[StoredEvent]
) -> None:
    """Blank what the redactions of feedback name."""
    told = feedback_redacting.redactions_among(events)
    bodies = {one.event: one.body.encode() for each in told for one in each.bodies}
    for event in events:
        if bodies.get(event.envelope().id) == event.body:
            work.blanked_rightly(agency, event.n)
    feedback = feedback_rows.fold_stored(events)
    if is_feedback(entity) and feedback:
        _replace(work, agency, events, feedback_redacting.bodies_of(feedback))


def submissions_named(events: Iterable[StoredEvent]) -> list[str]:
    """The entities of the submissions that redactions among events name."""
    return [entity_of(one.submission) for one in redactions_among(events) if one.submission]


def has_redaction(events: Iterable[StoredEvent]) -> bool:
    """Whether any event is a redaction."""
    return any(event.kind == KIND for event in events)


def _replace(
    work: Redacting, agency: str, events: Iterable[StoredEvent], bodies: Mapping[str, bytes]
) -> bool:
    changed = False
    for event in events:
        body = bodies.get(event.envelope().id)
        if body is None or body == event.body or not only_blanks(event.body, body):
            continue
        work.put_body(agency, event.n, body)
        changed = True
    return changed


def _became(online: Iterable[StoredEvent], dossier_id: str) -> bool:
    for stored in online:
        event = stored.event()
        if isinstance(event, SubmissionSettled) and event.dossier == dossier_id:
            return True
    return False
