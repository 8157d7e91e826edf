"""Blanking the particulars of whoever gave feedback: one act, proved by the chain at every desk.

Copies made before it, and papers, are beyond its reach: whoever decides is told so.
"""

from __future__ import annotations

from reception.domain.closing_events import BlankedBody, RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.feedback import Feedback, FeedbackAct, entity_of
from reception.domain.feedback_events import FeedbackRedacted
from reception.domain.redaction import blanked, particulars
from reception.domain.text import checked_text
from reception.services import feedback
from reception.services.desk import Desk
from reception.storage import feedback_redacting, feedback_rows, redacting


def redact(
    desk: Desk, feedback_id: str, ground: RedactionGround, *, decision: str, decided_by: str,
    by: str,
) -> Feedback:  # fmt: skip
    """Blank who gave feedback and what was said, then scrub the register's files.

    Raises:
        RuleViolation: ``decision-missing``, ``no-retention``, ``nothing-to-redact``, or the act is
            not allowed now or not to this person.
        Trouble: The register could not be written.
    """
    told, who = checked_text(decision, "decision"), checked_text(decided_by, "decided_by")
    if not told or not who:
        raise RuleViolation(
            "decision-missing",
            "Xoá thông tin cá nhân phải có số, ngày văn bản và người quyết định; hãy ghi đủ.",
            field="decision",
        )
    if ground is RedactionGround.RETENTION_OVER:
        raise RuleViolation(
            "no-retention",
            "Chưa có quy định thời hạn lưu phản ánh, kiến nghị trong máy; hãy chọn căn cứ khác.",
            field="ground",
        )
    desk.require_clock()
    feedback.check_act(desk, FeedbackAct.REDACT, by=by)
    with desk.store.writing():
        feedback.opened(desk, feedback_id).feedback.require(FeedbackAct.REDACT)
        bodies, at = _blanked(desk, feedback_id), desk.now()
        event = FeedbackRedacted(at, ground, told, who, bodies)
        feedback_rows.record(desk.store, feedback_id, event, at=at, by=by)
        feedback_redacting.blank(desk.store, feedback_id)
        feedback_rows.relist_one(desk.store, feedback_id)
    redacting.scrub_if_free(desk.store)
    return feedback.opened(desk, feedback_id).feedback


def _blanked(desk: Desk, feedback_id: str) -> tuple[BlankedBody, ...]:
    events = desk.store.journal.of_entity(entity_of(feedback_id))
    people = particulars(stored.body for stored in events)
    told = [
        BlankedBody(stored.envelope().id, body.decode())
        for stored in events
        if stored.kind != feedback_redacting.KIND
        and (body := blanked(stored.kind, stored.body, people)) != stored.body
    ]
    if not told:
        raise RuleViolation(
            "nothing-to-redact", "Phản ánh này không còn thông tin cá nhân nào để xoá."
        )
    return tuple(told)
