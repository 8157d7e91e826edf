"""What reports ask for beside a folded dossier: pauses, payments, submissions, closed periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.domain.closed_periods import PeriodClosed
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import PaidBy
from reception.domain.errors import Trouble
from reception.domain.merging import NONSENSE
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.submission import Settlement, SubmissionArrived, SubmissionSettled, standing
from reception.storage.journal import StoredEvent
from reception.storage.ledger.page_rows import short
from reception.storage.pauses import pauses


@dataclass(frozen=True, slots=True)
class PauseRow:
    """A span in which a dossier's clock stood; ``until_at`` is empty while it does."""

    agency: str
    dossier: str
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """That something was paid for a dossier."""

    agency: str
    dossier: str
    place: int
    paid_at: datetime
    online: int


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """What a portal brought by a device: for which procedure, when, and when it was settled."""

    agency: str
    submission: str
    device: str
    procedure: str
    submitted_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """Where in a commune's log a report's figures of a period were closed."""

    agency: str
    position: int
    report: str
    from_on: str
    until_on: str


def pauses_of(agency: str, dossier_id: str, events: Sequence[StoredEvent]) -> list[PauseRow]:
    """The spans in which a dossier's clock stood; none where a part of its events makes no sense.

    All of them together were folded before this is asked.
    """
    try:
        return [
            PauseRow(agency, dossier_id, from_utc_text(one.from_at), _moment(one.until_at))
            for one in pauses(dossier_id, events)
        ]
    except (Trouble, RecursionError, *NONSENSE):
        return []


def payments_of(agency: str, dossier: Dossier) -> list[PaymentRow]:
    """What was paid for a dossier; nothing of it was free."""
    return [
        PaymentRow(agency, dossier.dossier_id, place, fee.at, int(fee.paid_by is PaidBy.ONLINE))
        for place, fee in enumerate(dossier.fees)
        if fee.amount_vnd > 0 and _can_be_kept(fee.at)
    ]


def submissions_of(
    agency: str, entity: str, events: Sequence[StoredEvent]
) -> Iterator[SubmissionRow]:
    """A submission's rows: one for each device that says to have brought it."""
    submission = entity.partition(":")[2]
    told = list(_readable(events))
    settlements = (
        Settlement(stored.hash, "", event)
        for stored, event in told
        if isinstance(event, SubmissionSettled) and _can_be_kept(event.at)
    )
    first, _others = standing(settlements)
    brought: set[str] = set()
    for stored, event in told:
        if not isinstance(event, SubmissionArrived) or event.submission != submission:
            continue
        if stored.device not in brought and _can_be_kept(event.submitted_at):
            brought.add(stored.device)
            yield SubmissionRow(
                agency, submission, stored.device, short(event.procedure), event.submitted_at,
                first.said.at if first else None,
            )  # fmt: skip


def closings_of(agency: str, events: Sequence[StoredEvent]) -> list[ClosingRow]:
    """Every closing of a commune, also those that came second."""
    return [
        ClosingRow(
            agency, stored.n, short(event.report),
            event.from_on.isoformat(), event.until_on.isoformat(),
        )
        for stored, event in _readable(events)
        if isinstance(event, PeriodClosed)
    ]  # fmt: skip


def _readable(events: Iterable[StoredEvent]) -> Iterator[tuple[StoredEvent, object]]:
    for stored in events:
        try:
            yield stored, stored.event()
        except (Trouble, ValueError, RecursionError):
            continue


def _can_be_kept(moment: datetime) -> bool:
    """Whether a moment that others wrote has one in UTC: one event must not hold up a log."""
    try:
        return bool(to_utc_text(moment))
    except (OverflowError, ValueError):
        return False


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None
