"""What the papers of feedback say: the receipt, the answer, the list, what is posted in public.

The public list knows no person: its words were chosen when the answer was made public.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reception.domain.applicant import Party
from reception.domain.feedback import CHANNEL_WORDS, KIND_WORDS, STATE_WORDS, Feedback
from reception.domain.feedback_events import FeedbackReceived
from reception.domain.later_papers import SIGNER_TITLE
from reception.domain.list_frame import Drawing, Period, counted, day_of, minute_of, numbered
from reception.domain.moments import date_words, in_office_zone, moment_words
from reception.domain.paper import Paper

ANONYMOUS = "Không nêu danh tính"
_FIRST_NAME = "Người phản ánh"


@dataclass(frozen=True, slots=True)
class FeedbackListRow:
    """Feedback as a line of the office's own list."""

    code: str
    received_at: datetime
    sender: str
    kind: str
    subject: str
    holder: str
    due_at: datetime | None
    standing: str
    handled_at: datetime | None


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """An answered one as the public may see it, in the words that stand since ``reworded_at``."""

    subject: str
    answer: str
    received_at: datetime
    published_at: datetime
    reworded_at: datetime | None = None


def feedback_receipt(drawing: Drawing, feedback: Feedback) -> Paper:
    """Phiếu tiếp nhận: what was said, and by when it is answered."""
    received = feedback.received
    words = _about(received) | {
        "due": moment_words(feedback.promise.due_at) if feedback.promise.due_at else "",
        "provisional": "1" if feedback.promise.provisional else "",
        "anonymous": "" if received.sender else "1",
        "basis": feedback.promise.basis[0] if feedback.promise.basis else "",
    }
    return drawing.paper(received.code, words, {})


def feedback_answer(drawing: Drawing, feedback: Feedback) -> Paper:
    """The letter that answers it, or says why it is not looked into; open before either."""
    answered, refused = feedback.answered, feedback.refused
    signed = answered or refused
    words = _about(feedback.received) | {
        "received_on": date_words(in_office_zone(feedback.received.received_at)),
        "office": feedback.routed.office if feedback.routed else "",
        "answer": answered.answer if answered else "",
        "reason": refused.reason if refused else "",
        "signer": signed.signer if signed else "",
        "signer_title": ((signed.signer_title if signed else "") or SIGNER_TITLE).upper(),
        "body": drawing.office.body,
    }
    return drawing.paper(feedback.received.code, words, {})


def feedback_list(drawing: Drawing, period: Period, rows: Iterable[FeedbackListRow]) -> Paper:
    """The office's own list of a period."""
    lines = [
        {
            "code": row.code,
            "received": minute_of(row.received_at),
            "sender": row.sender or ANONYMOUS,
            "kind": row.kind,
            "subject": row.subject,
            "holder": row.holder,
            "due": minute_of(row.due_at),
            "standing": row.standing,
            "handled": day_of(row.handled_at),
        }
        for row in rows
    ]
    words = counted(lines) | {"period": period.words()}
    return drawing.paper(period.words(), words, {"feedback": numbered(lines)})


def published_list(drawing: Drawing, period: Period, rows: Iterable[PublishedRow]) -> Paper:
    """What was made public in a period, to be posted."""
    lines = [
        {
            "subject": row.subject,
            "answer": row.answer,
            "received": day_of(row.received_at),
            "published": _public_since(row),
        }
        for row in rows
    ]
    words = counted(lines) | {"period": period.words()}
    return drawing.paper(period.words(), words, {"feedback": numbered(lines)})


def _public_since(row: PublishedRow) -> str:
    since, reworded = day_of(row.published_at), day_of(row.reworded_at)
    return f"{since} (sửa lời ngày {reworded})" if reworded else since


def _about(received: FeedbackReceived) -> dict[str, str]:
    sender = received.sender or Party("")
    return {
        "code": received.code,
        "received": moment_words(received.received_at),
        "channel": CHANNEL_WORDS[received.channel],
        "kind": KIND_WORDS[received.kind],
        "sender": sender.name or ANONYMOUS,
        "addressee": sender.name or _FIRST_NAME,
        "phone": sender.phone,
        "email": sender.email,
        "address": sender.address.words(),
        "text": received.text,
        "field": received.field,
        "procedure": received.procedure,
        "dossier": received.dossier,
        "officer": received.officer,
    }


def list_row(feedback: Feedback) -> FeedbackListRow:
    """Feedback as a line of the list."""
    received, routed = feedback.received, feedback.routed
    return FeedbackListRow(
        code=received.code,
        received_at=received.received_at,
        sender=received.sender.name if received.sender else "",
        kind=KIND_WORDS[received.kind],
        subject=received.text,
        holder=" – ".join(filter(None, (routed.office, routed.person))) if routed else "",
        due_at=feedback.due_at,
        standing=STATE_WORDS[feedback.state],
        handled_at=feedback.handled_at,
    )
