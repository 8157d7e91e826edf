"""A decree changes the calendar: which open promises does it touch, and what would they be now?

Nothing is moved here. The old and the new moment are laid side by side; the clerk decides, and a
promise is never made earlier than the applicant's paper says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reception.domain.calendar import WorkingCalendar
from reception.domain.deadlines import compute
from reception.domain.intake import Channel
from reception.domain.moments import midnight
from reception.domain.runs import UNADJUSTED, Adjustments
from reception.domain.time_limit import Stage, TimeLimit, Unit


@dataclass(frozen=True, slots=True)
class OpenDueDate:
    """A promise still to be kept, with all that it was computed from. All moments are aware."""

    dossier_id: str
    received_at: datetime
    due_at: datetime
    limit: TimeLimit | None
    channel: Channel = Channel.COUNTER
    adjustments: Adjustments = UNADJUSTED
    stages: tuple[Stage, ...] = ()
    parallel: bool = False


@dataclass(frozen=True, slots=True)
class MovedDueDate:
    """A promise that the changed calendar would give another due moment."""

    dossier_id: str
    due_at: datetime
    would_be_due_at: datetime


def moved_due_dates(
    calendar: WorkingCalendar, changed: Collection[date], promises: Iterable[OpenDueDate]
) -> Iterator[MovedDueDate]:
    """The promises that a changed calendar moves.

    Only a day between receipt and due day can move a due moment, so all other promises are passed
    over without counting; a database does the same by an index on the due moment.

    Args:
        calendar: The calendar as it is now.
        changed: The days that changed (:meth:`WorkingCalendar.changed_days`).
        promises: The promises of open dossiers, in any order.
    """
    if not changed:
        return
    first_at = midnight(min(changed))
    end_at = midnight(max(changed)) + timedelta(days=1)
    for promise in promises:
        if promise.due_at < first_at or promise.received_at >= end_at:
            continue
        due_at = _due_at(calendar, promise)
        if due_at != promise.due_at:
            yield MovedDueDate(promise.dossier_id, promise.due_at, due_at)


def _due_at(calendar: WorkingCalendar, promise: OpenDueDate) -> datetime:
    limit = promise.limit
    if limit and limit.unit is Unit.WORKING_DAY and _is_plain(calendar, promise, limit):
        return calendar.closing_after(promise.received_at, int(limit.value))
    return compute(
        calendar,
        limit,
        promise.received_at,
        channel=promise.channel,
        adjustments=promise.adjustments,
        stages=promise.stages,
        parallel=promise.parallel,
    ).due_at


def _is_plain(calendar: WorkingCalendar, promise: OpenDueDate, limit: TimeLimit) -> bool:
    """Whether whole working days from the receipt are all there is to count."""
    return (
        limit.cutoff is None
        and promise.adjustments == UNADJUSTED
        and not limit.value % 1
        and calendar.saturday_session(promise.received_at.date()) is None
    )
