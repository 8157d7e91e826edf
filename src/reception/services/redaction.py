"""Blanking a person's particulars by law: one act, after which no file of the register tells them.

Copies made before it, and papers, are beyond its reach: whoever decides is told so.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from reception.domain.closing_events import Redacted, RedactionGround
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.submission import SubmissionSettled, entity_of
from reception.services import feedback_redaction, retention
from reception.services.acting import perform_inside
from reception.services.blanking import blanked_bodies, decided
from reception.services.desk import Desk
from reception.storage import redacting
from reception.storage.journal import StoredEvent
from reception.storage.listing_foreign import list_dossier


def redact(
    desk: Desk,
    dossier_id: str,
    ground: RedactionGround,
    *,
    decision: str,
    decided_by: str,
    by: str,
    with_feedback: Collection[str] = (),
) -> Dossier:
    """Blank the particulars of a dossier that is over, then scrub the register's files.

    What is half typed for its owner goes, too: as a rule it was filled in from there. So do papers
    that no printer took.

    Args:
        desk: The desk.
        dossier_id: The dossier.
        ground: Why by law.
        decision: Number and date of the written decision, or of the approved list.
        decided_by: Who decided.
        by: The login of whoever does it.
        with_feedback: Feedback that is blanked by the same decision, in the same commit.

    Raises:
        RuleViolation: ``decision-missing``, ``retention-not-over``, ``nothing-to-redact``, or the
            act is not allowed now or not to this person; the same of the feedback.
        Trouble: The register could not be written.
    """
    told = decided(ground, decision, decided_by)
    submission, events = _all_events(desk, dossier_id)
    events = [stored for stored in events if stored.kind != redacting.KIND]
    bodies = blanked_bodies(events, "Hồ sơ này")

    def make(dossier: Dossier, moment: datetime) -> Redacted:
        if ground is RedactionGround.RETENTION_OVER:
            retention.require_over(desk, dossier)
        if not bodies:
            raise RuleViolation(
                "nothing-to-redact",
                f"Hồ sơ {dossier.reference} không còn thông tin cá nhân nào để xoá.",
            )
        scans = redacting.scans_of(entry.event for entry in desk.store.history(dossier_id))
        return Redacted(moment, ground, told.decision, told.decided_by, bodies, scans, submission)

    with desk.store.writing():
        perform_inside(desk, dossier_id, Act.REDACT, make, by=by)
        dossier = list_dossier(desk.store, dossier_id)
        for feedback_id in with_feedback:
            feedback_redaction.redact_inside(desk, feedback_id, told, by=by)
    desk.store.forget()
    redacting.scrub_if_free(desk.store)
    if dossier is None:
        raise AssertionError(dossier_id)
    return dossier


def _all_events(desk: Desk, dossier_id: str) -> tuple[str, list[StoredEvent]]:
    """What is told of the dossier, with its submission where it came online."""
    events = desk.store.journal.of_entity(dossier_id)
    submission = redacting.submission_of(desk.store, dossier_id)
    if submission:
        events += [
            stored
            for stored in desk.store.journal.of_entity(entity_of(submission))
            if not isinstance(stored.event(), SubmissionSettled)
        ]
    return submission, events
