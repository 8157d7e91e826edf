"""What every blanking of particulars shares: its ground, who decided, the bodies without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reception.domain.closing_events import BlankedBody, RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.redaction import blanked, particulars
from reception.domain.text import checked_text
from reception.storage.journal import StoredEvent

GROUND_WORDS = {
    RedactionGround.RETENTION_OVER: "hết thời hạn lưu",
    RedactionGround.PERSONS_REQUEST: "theo yêu cầu của người có thông tin",
    RedactionGround.DECISION: "theo quyết định của cơ quan có thẩm quyền",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """Why by law particulars are blanked, by which document, and who decided."""

    ground: RedactionGround
    decision: str
    decided_by: str


def decided(ground: RedactionGround, decision: str, decided_by: str) -> Decided:
    """A decision as it was told.

    Raises:
        RuleViolation: ``decision-missing``.
    """
    told, who = checked_text(decision, "decision"), checked_text(decided_by, "decided_by")
    if not told or not who:
        raise RuleViolation(
            "decision-missing",
            "Xoá thông tin cá nhân phải có số, ngày văn bản và người quyết định; hãy ghi đủ.",
            field="decision",
        )
    return Decided(ground, told, who)


def blanked_bodies(events: Sequence[StoredEvent], what: str) -> tuple[BlankedBody, ...]:
    """The bodies among events that tell of somebody, without it; ``what`` names what they make.

    Raises:
        RuleViolation: ``event-unreadable``.
    """
    try:
        people = particulars(stored.body for stored in events)
        told = [(stored, blanked(stored.kind, stored.body, people)) for stored in events]
    except ValueError as fault:
        raise RuleViolation(
            "event-unreadable",
            f"{what} có việc không đọc được; hãy chạy “reception verify” trước.",
        ) from fault
    return tuple(
        BlankedBody(stored.envelope().id, body.decode())
        for stored, body in told
        if body != stored.body
    )
