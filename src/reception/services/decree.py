"""A decree changes the days off: which promises would it touch? They are listed, never moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.domain.calendar import CalendarDay
from reception.domain.calendar_change import OpenDueDate, moved_due_dates
from reception.domain.dossier import Dossier
from reception.domain.listing import DossierRow
from reception.domain.promise import Promise
from reception.domain.runs import UNADJUSTED, Adjustments
from reception.services.desk import Desk
from reception.storage import lists


@dataclass(frozen=True, slots=True)
class AffectedDossier:
    """An open dossier whose promise would be another had the decree been known at receipt."""

    row: DossierRow
    would_be_due_at: datetime


def affected(desk: Desk, days: Sequence[CalendarDay]) -> list[AffectedDossier]:
    """The open dossiers whose due moment a decree's days would move, the most pressing first.

    Asked before the days are in the calendar or after, the answer is the same. Only dossiers whose
    span from receipt to due moment holds one of the days are read at all.
    """
    if not days:
        return []
    changed = [day.on for day in days]
    others = [day for day in desk.calendar.days if day.on not in set(changed)]
    calendar = desk.calendar.with_days([*others, *days])
    rows = {row.dossier_id: row for row in lists.open_spanning(desk.database, changed)}
    moved = moved_due_dates(calendar, changed, _promises(desk, rows))
    return [AffectedDossier(rows[one.dossier_id], one.would_be_due_at) for one in moved]


def _promises(desk: Desk, dossier_ids: Iterable[str]) -> Iterator[OpenDueDate]:
    for dossier_id in dossier_ids:
        dossier = desk.store.dossier(dossier_id)
        if dossier and dossier.promise and dossier.promise.due_at:
            yield _open_due_date(dossier, dossier.promise, dossier.promise.due_at)


def _open_due_date(dossier: Dossier, promise: Promise, due_at: datetime) -> OpenDueDate:
    intake = dossier.intake
    # The clock of a non-territorial dossier started when the competent authority had it.
    started = Adjustments(accepted_at=promise.starts_at) if intake.non_territorial else UNADJUSTED
    return OpenDueDate(
        dossier_id=dossier.dossier_id,
        received_at=dossier.opened_at,
        due_at=due_at,
        limit=intake.procedure.limit,
        channel=intake.channel,
        adjustments=started,
        stages=intake.procedure.stages,
        parallel=intake.procedure.parallel,
    )
