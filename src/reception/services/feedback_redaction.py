"""Blanking the particulars of whoever gave feedback: one act, proved by the chain at every desk.

Copies made before it, and papers, are beyond its reach: whoever decides is told so.
"""

from __future__ import annotations

from reception.domain.closing_events import RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.feedback import Feedback, FeedbackAct, entity_of
from reception.domain.feedback_events import FeedbackRedacted
from reception.services import feedback, feedback_retention
from reception.services.blanking import Decided, blanked_bodies, decided
from reception.services.desk import Desk
from reception.storage import feedback_redacting, feedback_rows, redacting


def redact(
    desk: Desk, feedback_id: str, ground: RedactionGround, *, decision: str, decided_by: str,
    by: str,
) -> Feedback:  # fmt: skip
    """Blank who gave feedback and what was said, then scrub the register's files.

    Raises:
        RuleViolation: ``decision-missing``, ``retention-not-over``, ``nothing-to-redact``, or the
            act is not allowed now or not to this person.
        Trouble: The register could not be written.
    """
    told = decided(ground, decision, decided_by)
    desk.require_clock()
    with desk.store.writing():
        redact_inside(desk, feedback_id, told, by=by)
    redacting.scrub_if_free(desk.store)
    return feedback.opened(desk, feedback_id).feedback


def redact_inside(desk: Desk, feedback_id: str, told: Decided, *, by: str) -> None:
    """The same inside the present transaction; the files are still to be scrubbed then."""
    feedback.check_act(desk, FeedbackAct.REDACT, by=by)
    one = feedback.opened(desk, feedback_id).feedback
    one.require(FeedbackAct.REDACT)
    if told.ground is RedactionGround.RETENTION_OVER:
        feedback_retention.require_over(desk, one)
    bodies = blanked_bodies(
        [
            stored
            for stored in desk.store.journal.of_entity(entity_of(feedback_id))
            if stored.kind != feedback_redacting.KIND
        ],
        f"Phản ánh {one.received.code}",
    )
    if not bodies:
        raise RuleViolation(
            "nothing-to-redact",
            f"Phản ánh {one.received.code} không còn thông tin cá nhân nào để xoá.",
        )
    at = desk.now()
    event = FeedbackRedacted(at, told.ground, told.decision, told.decided_by, bodies)
    feedback_rows.record(desk.store, feedback_id, event, at=at, by=by)
    feedback_redacting.blank(desk.store, feedback_id)
    feedback_rows.relist_one(desk.store, feedback_id)


def naming(desk: Desk, reference: str) -> list[Feedback]:
    """Feedback that still tells of somebody and names a dossier: its own redaction reaches none."""
    found = [
        feedback.opened(desk, row.feedback_id).feedback
        for row in feedback_rows.naming(desk.database, reference)
    ]
    return [one for one in found if not one.redactions]


def naming_words(reference: str, named: list[Feedback]) -> str:
    """What whoever redacts a dossier is told of feedback that names it; empty for none."""
    if not named:
        return ""
    codes = ", ".join(one.received.code for one in named)
    return (
        f"Phản ánh {codes} có nêu hồ sơ {reference} và chưa xoá thông tin;"
        " hãy xem, rồi quyết định xoá cả ở đó."
    )
