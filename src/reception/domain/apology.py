"""Drafts of apologies: which dossier needs one, since when, and what it would say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from reception.domain.calendar import WorkingCalendar
from reception.domain.custody import HolderKind, late_holders, worked
from reception.domain.delay import CAUSE_WORDS, Cause
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words, midnight, short_moment

WARN_WORKING_DAYS = 3
_FEWEST_EXTRA, _MOST_EXTRA = 1, 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a draft apology proposes.

    ``new_due_at`` is the one new appointment and ``because`` how it was reckoned; ``send_by_on`` is
    the last day for the letter to leave in time; ``explained`` says that somebody gave the cause.
    """

    cause: Cause
    owner: str
    reason: str
    new_due_at: datetime
    because: str
    send_by_on: date
    explained: bool


def needs_draft_from(calendar: WorkingCalendar, dossier: Dossier) -> datetime | None:
    """From when a draft apology stands ready for an open dossier, if it is not done by then.

    From the third working day before the due day. Where the clock started later than that, from
    half of the dossier's office hours: a request of one day would otherwise have its apology at
    birth. It is always before the due moment, so that no dossier becomes overdue without its
    draft. ``None`` without a due moment.
    """
    promise = dossier.promise
    if promise is None or promise.due_at is None:
        return None
    warned_on = calendar.working_days_before(promise.due_at.date(), WARN_WORKING_DAYS)
    warned_at = midnight(warned_on)
    if warned_at >= promise.starts_at:
        return warned_at
    return _half_way(calendar, promise.starts_at, promise.due_at)


def send_by(calendar: WorkingCalendar, dossier: Dossier) -> date:
    """The last working day on which the apology goes out in time: before the due day.

    (61/2018 Đ19 k9: at the latest 01 day before; on a day off nobody signs.) For what is due within
    a day of its receipt there is no such day; it is the day of receipt then.
    """
    due_at = dossier.due_at or dossier.opened_at
    days = calendar.rules.working_days("apology-notice", dossier.opened_at.date())
    last_on = due_at.date() - timedelta(days=days)
    if not calendar.is_working(last_on):
        last_on = calendar.working_days_before(last_on, 1)
    return max(last_on, dossier.opened_at.date())


def propose(calendar: WorkingCalendar, dossier: Dossier, now: datetime) -> Proposal:
    """What the draft apology of a dossier says until somebody says it better.

    Raises:
        RuleViolation: ``no-limit`` for a dossier without a due moment.
    """
    if dossier.due_at is None:
        raise RuleViolation(
            "no-limit", f"Hồ sơ {dossier.reference} không có hạn trả nên không cần xin lỗi."
        )
    extra = extra_days(calendar, dossier)
    from_on = max(dossier.due_at, now).date()
    new_due_at = calendar.closing_on(calendar.nth_working_day(from_on, extra))
    told = dossier.delay
    cause = told.cause if told else _likely_cause(dossier)
    return Proposal(
        cause=cause,
        owner=told.owner if told else _likely_owner(dossier, now),
        reason=(told.reason if told else "") or _sentence(CAUSE_WORDS[cause]),
        new_due_at=new_due_at,
        because=(
            f"thêm {extra:02d} ngày làm việc sau ngày {date_words(from_on)}"
            f" (một nửa thời hạn đã hẹn, từ 01 đến 05 ngày); hạn gốc {short_moment(dossier.due_at)}"
            " giữ nguyên"
        ),
        send_by_on=send_by(calendar, dossier),
        explained=told is not None,
    )


def extra_days(calendar: WorkingCalendar, dossier: Dossier) -> int:
    """How many working days more are proposed: half of the time promised, one to five."""
    promise = dossier.promise
    if promise is None or promise.due_at is None:
        return _FEWEST_EXTRA
    days = calendar.count_working_days(promise.starts_at.date(), promise.due_at.date())
    return max(_FEWEST_EXTRA, min(_MOST_EXTRA, round(Fraction(days, 2))))


def _half_way(calendar: WorkingCalendar, starts_at: datetime, due_at: datetime) -> datetime:
    """The moment by which half of the office hours between two moments are over."""
    half = worked(calendar, starts_at, due_at) / 2
    low, high = starts_at, due_at
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        low, high = (middle, high) if worked(calendar, starts_at, middle) < half else (low, middle)
    # The lower end: even of a few seconds it lies before the due moment.
    return low.replace(microsecond=0)


def _likely_cause(dossier: Dossier) -> Cause:
    holder = dossier.holder
    elsewhere = holder is not None and holder.kind in {HolderKind.OFFICE, HolderKind.ABOVE}
    return Cause.OTHER_AGENCY if elsewhere else Cause.UNFINISHED


def _likely_owner(dossier: Dossier, now: datetime) -> str:
    """Whose delay it is: the first holder whose stage ran over, else whoever has it now."""
    late = late_holders(dossier.custody, now)
    holder = late[0] if late else dossier.holder
    return holder.name if holder else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
