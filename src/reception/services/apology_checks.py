"""What an apology must have: an owner, a reason, a possible new date, a word on its lateness."""

from __future__ import annotations

from datetime import datetime

from reception.domain.apology import send_by
from reception.domain.delay import Cause
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words, in_office_zone, short_moment
from reception.domain.text import checked_text
from reception.services.desk import Desk


def checked_owner(owner: str) -> str:
    """Whose delay it is.

    Raises:
        RuleViolation: ``owner-missing``.
    """
    whose = checked_text(owner, "owner")
    if not whose:
        raise RuleViolation(
            "owner-missing",
            "Chưa ghi chậm do ai; hãy ghi người hoặc cơ quan chịu trách nhiệm.",
            field="owner",
        )
    return whose


def checked_why(cause: Cause, reason: str) -> str:
    """The reason in words; it may be empty where the cause says enough.

    Raises:
        RuleViolation: ``reason-missing``.
    """
    why = checked_text(reason, "reason")
    if cause is Cause.OTHER and not why:
        raise RuleViolation(
            "reason-missing",
            "Nguyên nhân khác phải ghi rõ; hãy ghi lý do để người dân biết.",
            field="reason",
        )
    return why


def checked_appointment(
    desk: Desk, dossier: Dossier, told_at: datetime, moment: datetime
) -> datetime:
    """The new appointment: a working day, after the due moment and after now.

    Raises:
        RuleViolation: ``appointment-impossible``.
    """
    new_at = in_office_zone(told_at).replace(microsecond=0)
    due_at = dossier.due_at or moment
    if new_at <= max(due_at, moment) or not desk.calendar.is_working(new_at.date()):
        raise RuleViolation(
            "appointment-impossible",
            f"Ngày hẹn lại {short_moment(new_at)} phải là ngày làm việc, sau bây giờ và sau hạn"
            f" {short_moment(due_at)}; hãy chọn ngày khác.",
            field="new_due_at",
        )
    return new_at


def checked_lateness(desk: Desk, dossier: Dossier, moment: datetime, late_because: str) -> str:
    """Why a letter signed at a moment is late; empty for one in time, whatever was typed.

    Raises:
        RuleViolation: ``apology-late`` for a late one that does not say why.
    """
    last_on = send_by(desk.calendar, dossier)
    if moment.date() <= last_on:
        return ""
    if not late_because:
        raise RuleViolation(
            "apology-late",
            f"Thư xin lỗi phải gửi chậm nhất ngày {date_words(last_on)};"
            " hãy ghi vì sao gửi muộn rồi ký, thư vẫn gửi được.",
            field="late_because",
        )
    return late_because
