"""What waits for somebody at the desk, on its way to a spreadsheet: online, to decide, feedback."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reception.domain.feedback import KIND_WORDS, STATE_WORDS
from reception.domain.moments import short_moment
from reception.services.list_out import ListOut

if TYPE_CHECKING:
    from reception.services.inbox import Submission
    from reception.services.reviews import Review
    from reception.storage.feedback_rows import FeedbackRow

_SUBMITTED = ("Mã nộp", "Người nộp", "Thủ tục", "Nộp lúc", "Trả lời trước", "Quá hạn", "Vướng mắc")
_REVIEWS = ("Mã hồ sơ", "Người nộp", "Việc", "Việc đang giữ", "Việc kia")
_FEEDBACK = (
    "Số phiếu", "Tình trạng", "Về việc", "Lĩnh vực", "Nội dung", "Người phản ánh", "Đang ở",
    "Tiếp nhận lúc", "Hạn", "Xử lý xong lúc",
)  # fmt: skip


def submissions(found: Sequence[Submission]) -> ListOut:
    """Dossiers submitted online that wait for an answer."""
    rows = (
        (
            one.name, one.arrived.owner.name, one.procedure_name, short_moment(one.submitted_at),
            short_moment(one.answer_by), "quá hạn" if one.is_overdue else "", one.hindrance,
        )
        for one in found
    )  # fmt: skip
    return ListOut("Hồ sơ nộp trực tuyến chờ tiếp nhận", _SUBMITTED, rows, len(found))


def reviews(found: Sequence[Review]) -> ListOut:
    """What two desks left for a person to decide; the values may be numbers, and stay out."""
    rows = ((one.reference, one.owner, one.title, one.standing_act, one.other_act) for one in found)
    return ListOut("Việc cần xem lại", _REVIEWS, rows, len(found))


def feedback(found: Sequence[FeedbackRow]) -> ListOut:
    """Feedback, as it is listed."""
    rows = (
        (
            row.code, STATE_WORDS[row.state], KIND_WORDS[row.kind], row.field, row.subject,
            row.sender, row.holder, short_moment(row.received_at), _moment(row.due_at),
            _moment(row.handled_at),
        )
        for row in found
    )  # fmt: skip
    return ListOut("Phản ánh, kiến nghị", _FEEDBACK, rows, len(found))


def _moment(at: datetime | None) -> str:
    return short_moment(at) if at else ""
