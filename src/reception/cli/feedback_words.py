"""What happened to feedback, each event in one sentence."""

from __future__ import annotations

from reception.domain.feedback import CHANNEL_WORDS
from reception.domain.feedback_events import (
    FeedbackAnswered,
    FeedbackCompleted,
    FeedbackPublished,
    FeedbackReceived,
    FeedbackRedacted,
    FeedbackRefused,
    FeedbackRouted,
    MoreAsked,
)
from reception.domain.moments import short_moment


def event_words(event: object) -> str:
    """An event of feedback as a line of its history."""
    match event:
        case FeedbackReceived():
            return f"Tiếp nhận ({CHANNEL_WORDS[event.channel].lower()})"
        case FeedbackRouted():
            where = " – ".join(filter(None, (event.office, event.person)))
            return f"Chuyển {where}" + (f": {event.note}" if event.note else "")
        case MoreAsked():
            return f"Yêu cầu bổ sung trước {short_moment(event.complete_by)}: {event.wanted}"
        case FeedbackCompleted():
            return f"Đã bổ sung: {event.text}"
        case FeedbackAnswered():
            return f"Trả lời{_signed(event.signer, event.signer_title)}: {event.answer}"
        case FeedbackRefused():
            return f"Từ chối{_signed(event.signer, event.signer_title)}: {event.reason}"
        case FeedbackPublished():
            return f"Công khai: {event.subject} – {event.answer}"
        case FeedbackRedacted():
            return f"Xoá thông tin cá nhân theo {event.decision}"
        case _:
            return "Việc do chương trình mới hơn ghi, chưa đọc được"


def _signed(signer: str, title: str) -> str:
    who = ", ".join(filter(None, (signer, title)))
    return f" ({who} ký)" if who else ""
