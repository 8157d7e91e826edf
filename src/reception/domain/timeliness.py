"""Early, on time or overdue: how a settled dossier kept its promise, by one definition throughout.

Whoever prints a rate prints :data:`DEFINITION` beside it: other reports draw the line elsewhere, by
the day alone or by the national index (D-20 in ``law-and-forms``), and their figures differ.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from reception.domain.moments import in_office_zone


class Timeliness(StrEnum):
    """How the end of a dossier stands to its due moment."""

    EARLY = "early"
    ON_TIME = "on-time"
    OVERDUE = "overdue"
    NO_LIMIT = "no-limit"


TIMELINESS_WORDS = {
    Timeliness.EARLY: "trước hạn",
    Timeliness.ON_TIME: "đúng hạn",
    Timeliness.OVERDUE: "quá hạn",
    Timeliness.NO_LIMIT: "không đặt hạn",
}

DEFINITION = (
    "Trước hạn: xong vào một ngày trước ngày hẹn trả. Đúng hạn: xong trong ngày hẹn trả và không"
    " sau giờ hẹn. Quá hạn: xong sau giờ hẹn trả, tính đến từng phút. “Xong” là lúc có kết quả, lúc"
    " từ chối giải quyết hoặc lúc dừng theo yêu cầu của người nộp; “hẹn trả” là hạn gốc hoặc hạn đã"
    " đổi theo luật (bổ sung, tạm dừng, gia hạn), không phải ngày hẹn lại khi xin lỗi. Không đặt"
    " hạn: giải quyết ngay, không có giấy hẹn, như chứng thực."
)


def timeliness(due_at: datetime | None, ended_at: datetime) -> Timeliness:
    """How a dossier that ended kept its promise."""
    if due_at is None:
        return Timeliness.NO_LIMIT
    if ended_at > due_at:
        return Timeliness.OVERDUE
    early = in_office_zone(ended_at).date() < in_office_zone(due_at).date()
    return Timeliness.EARLY if early else Timeliness.ON_TIME


def is_watched_first(field: str) -> bool:
    """Whether a field stands first in every list: land is where most are late."""
    return "đất" in field.casefold()
