"""Blanking a person's particulars by law: one act, after which no file of the register tells them.

Copies made before it, and papers, are beyond its reach: whoever decides is told so.
"""

from __future__ import annotations

from datetime import datetime

from reception.domain.closing_events import BlankedBody, Redacted, RedactionGround
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.redaction import blanked, particulars
from reception.domain.submission import SubmissionSettled, entity_of
from reception.domain.text import checked_text
from reception.services import retention
from reception.services.acting import perform_inside
from reception.services.desk import Desk
from reception.storage import redacting
from reception.storage.journal import StoredEvent
from reception.storage.listing_foreign import list_dossier

GROUND_WORDS = {
    RedactionGround.RETENTION_OVER: "hết thời hạn lưu",
    RedactionGround.PERSONS_REQUEST: "theo yêu cầu của người có thông tin",
    RedactionGround.DECISION: "theo quyết định của cơ quan có thẩm quyền",
}


def redact(
    desk: Desk,
    dossier_id: str,
    ground: RedactionGround,
    *,
    decision: str,
    decided_by: str,
    by: str,
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

    Raises:
        RuleViolation: ``decision-missing``, ``retention-not-over``, ``nothing-to-redact``, or the
            act is not allowed now or not to this person.
        Trouble: The register could not be written.
    """
    told, who = checked_text(decision, "decision"), checked_text(decided_by, "decided_by")
    if not told or not who:
        raise RuleViolation(
            "decision-missing",
            "Xoá thông tin cá nhân phải có số, ngày văn bản và người quyết định; hãy ghi đủ.",
            field="decision",
        )
    submission, events = _all_events(desk, dossier_id)
    bodies = _blanked(events)

    def make(dossier: Dossier, moment: datetime) -> Redacted:
        if ground is RedactionGround.RETENTION_OVER:
            retention.require_over(desk, dossier)
        if not bodies:
            raise RuleViolation(
                "nothing-to-redact",
                f"Hồ sơ {dossier.reference} không còn thông tin cá nhân nào để xoá.",
            )
        scans = redacting.scans_of(entry.event for entry in desk.store.history(dossier_id))
        return Redacted(moment, ground, told, who, bodies, scans, submission)

    with desk.store.writing():
        perform_inside(desk, dossier_id, Act.REDACT, make, by=by)
        dossier = list_dossier(desk.store, dossier_id)
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


def _blanked(events: list[StoredEvent]) -> tuple[BlankedBody, ...]:
    events = [stored for stored in events if stored.kind != redacting.KIND]
    try:
        people = particulars(stored.body for stored in events)
        told = [(stored, blanked(stored.kind, stored.body, people)) for stored in events]
    except ValueError as fault:
        raise RuleViolation(
            "event-unreadable",
            "Hồ sơ này có việc không đọc được; hãy chạy “reception verify” trước.",
        ) from fault
    return tuple(
        BlankedBody(stored.envelope().id, body.decode())
        for stored, body in told
        if body != stored.body
    )
