"""What happened to feedback, each event in one sentence, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

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
from reception.ui.known_words import known

translate = QCoreApplication.translate


def event_words(event: object) -> str:
    """An event of feedback as a line of its history."""
    match event:
        case FeedbackReceived():
            road = known(CHANNEL_WORDS[event.channel])
            return translate("feedback", "Tiếp nhận: {road}").format(road=road)
        case FeedbackRouted():
            where = " – ".join(filter(None, (event.office, event.person, event.note)))
            return translate("feedback", "Chuyển {where}").format(where=where)
        case MoreAsked():
            words = translate("feedback", "Yêu cầu bổ sung trước {until}: {wanted}")
            return words.format(until=short_moment(event.complete_by), wanted=event.wanted)
        case FeedbackCompleted():
            return translate("feedback", "Đã bổ sung: {text}").format(text=event.text)
        case _:
            return _ending_words(event)


def _ending_words(event: object) -> str:
    match event:
        case FeedbackAnswered():
            words = translate("feedback", "Trả lời{signed}: {text}")
            return words.format(signed=_signed(event.signer), text=event.answer)
        case FeedbackRefused():
            words = translate("feedback", "Từ chối{signed}: {text}")
            return words.format(signed=_signed(event.signer), text=event.reason)
        case FeedbackPublished():
            words = translate("feedback", "Công khai: {subject} – {answer}")
            return words.format(subject=event.subject, answer=event.answer)
        case FeedbackRedacted():
            words = translate("feedback", "Xoá thông tin cá nhân theo {decision}")
            return words.format(decision=event.decision)
        case _:
            return translate("feedback", "Việc do chương trình mới hơn ghi, chưa đọc được")


def _signed(signer: str) -> str:
    return translate("feedback", " ({signer} ký)").format(signer=signer) if signer else ""
