"""Closed reports counted by the definition itself, out of the journal as it was known at closing.

One pass over all dossiers serves every report: each takes what it counts of a dossier, and in the
end writes its figures in their canonical form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from reception.domain.certified_report import CertifiedPaper
from reception.domain.closed_figures import Unanswered, handling_text, thawed
from reception.domain.closed_periods import ChainPlace
from reception.domain.counting import Counted, Span, count, counted, counts_in, span
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import PaidBy
from reception.domain.feedback_report import count_feedback
from reception.domain.handling_report import Choices, columns_of, form_of
from reception.domain.justice_report import (
    NOT_ACCEPTED,
    PAID,
    PAID_AT_DESK,
    PAID_ONLINE,
    JusticeCounted,
    blank_of,
    justice,
)
from reception.domain.lateness_report import Late, lateness
from reception.domain.list_frame import Period
from reception.domain.moments import to_utc_text
from reception.services import feedback_papers
from reception.services.certified_figures import certified_report_of, kind_of
from reception.services.closed_reports import text_of
from reception.services.definitions import definition_on
from reception.services.desk import Desk
from reception.services.feedback_papers import FeedbackReport
from reception.services.justice import JusticeReport, add_unanswered
from reception.services.lateness import OPEN_LATE, SETTLED_LATE, LatenessReport
from reception.services.reports import CERTIFIED, FEEDBACK, HANDLING, JUSTICE, LATENESS
from reception.storage import closed_rows, feedback_rows, pack_rows, submission_rows
from reception.storage.integrity import Progress, no_progress
from reception.storage.journal import StoredEvent
from reception.storage.pauses import stood_before


@dataclass(frozen=True, slots=True)
class Known:
    """What a period is counted from: how, at which moment, and how far each chain was held."""

    period: Period
    choices: Choices
    at: datetime
    places: tuple[ChainPlace, ...]

    @property
    def over(self) -> Span:
        """The period as moments."""
        return span(self.period, self.at, self.choices.rule)


class Recount(Protocol):
    """A report being counted again."""

    def take(self, dossier: Dossier, events: Sequence[StoredEvent], /) -> None:
        """Count a dossier as its events up to the closing add up."""
        ...

    def text(self) -> str:
        """The figures in their canonical form."""
        ...


def counted_again(
    desk: Desk, known: Known, given: Mapping[str, str], progress: Progress = no_progress
) -> dict[str, str]:
    """The figures of reports in their canonical form, by the names of ``given``.

    ``given`` are the texts that these are held against; of them is taken what no event tells: the
    field of a submission, and by when its answer was owed.
    """
    counting = {name: _RECOUNTS[name](desk, known, text) for name, text in given.items()}
    if counting.keys() - {FEEDBACK}:
        for dossier, events in closed_rows.as_known(desk.database, known.places, progress):
            for one in counting.values():
                one.take(dossier, events)
    return {name: one.text() for name, one in counting.items()}


class _Handling:
    def __init__(self, _desk: Desk, known: Known, _given: str) -> None:
        self._known, self._over = known, known.over
        self._corrected: list[Counted] = []
        self._recorded: list[Counted] = []
        self._old_books = 0

    def take(self, dossier: Dossier, _events: Sequence[StoredEvent]) -> None:
        if one := counted(dossier):
            self._corrected.append(one)
            from_old = dossier.origin is not None and not dossier.import_undone
            in_period = self._over.from_at <= one.received_at < self._over.until_at
            self._old_books += from_old and in_period
        if one := counted(dossier.uncorrected or dossier):
            self._recorded.append(one)

    def text(self) -> str:
        choices = self._known.choices
        sums = count(self._corrected, self._over, choices.rule)
        recorded = count(self._recorded, self._over, choices.rule)
        return handling_text(form_of(sums, recorded, choices, self._old_books))


class _Justice:
    def __init__(self, desk: Desk, known: Known, given: str) -> None:
        self._known, self._over = known, known.over
        self._end = to_utc_text(known.over.until_at)
        self._dossiers: list[JusticeCounted] = []
        self._beside: dict[str, Counter[str]] = {}
        self._waiting, self._any = _waiting_then(desk, known, given)

    def take(self, dossier: Dossier, events: Sequence[StoredEvent]) -> None:
        over, field = self._over, dossier.intake.procedure.field
        figures = Counter[str]()
        if dossier.state is State.REFUSED and over.from_at <= dossier.opened_at < over.until_at:
            figures[NOT_ACCEPTED] += 1
        if ways := self._paid(dossier):
            online = int(PaidBy.ONLINE in ways)
            figures.update({PAID: 1, PAID_ONLINE: online, PAID_AT_DESK: 1 - online})
        if figures:
            self._beside.setdefault(field, Counter()).update(figures)
        one = counted(dossier)
        if one and counts_in(one, over):
            is_open = one.ended_at is None or one.ended_at >= over.until_at
            paused = is_open and stood_before(dossier.dossier_id, events, self._end)
            self._dossiers.append(JusticeCounted(one, dossier.intake.non_territorial, paused))

    def text(self) -> str:
        known, sums = self._known, self._beside
        add_unanswered(sums, self._waiting, self._over)
        blank = blank_of(portal=self._any)
        told = justice(self._dossiers, sums, self._over, known.choices, blank)
        definition = definition_on(known.choices.rule, known.period.until_on)
        report = JusticeReport(known.period, known.choices, definition, told, self._waiting)
        return text_of(report)

    def _paid(self, dossier: Dossier) -> set[PaidBy]:
        over = self._over
        return {
            fee.paid_by
            for fee in dossier.fees
            if fee.amount_vnd > 0 and over.from_at <= fee.at < over.until_at
        }


class _Lateness:
    def __init__(self, _desk: Desk, known: Known, _given: str) -> None:
        self._known, self._over = known, known.over
        self._late: list[Late] = []

    def take(self, dossier: Dossier, _events: Sequence[StoredEvent]) -> None:
        one = counted(dossier)
        columns = columns_of(one, self._over, self._known.choices) if one else frozenset[str]()
        if columns & {SETTLED_LATE, OPEN_LATE}:
            self._late.append(Late(dossier, OPEN_LATE in columns))

    def text(self) -> str:
        known = self._known
        definition = definition_on(known.choices.rule, known.period.until_on)
        told = lateness(self._late)
        report = LatenessReport(known.period, known.choices, definition, told)
        return text_of(report)


class _Certified:
    def __init__(self, _desk: Desk, known: Known, _given: str) -> None:
        self._known, self._over = known, known.over
        self._papers: list[CertifiedPaper] = []

    def take(self, dossier: Dossier, _events: Sequence[StoredEvent]) -> None:
        done = dossier.certification
        if done is None or not self._over.from_at <= dossier.opened_at < self._over.until_at:
            return
        if kind := kind_of(done.book):
            self._papers += [
                CertifiedPaper(dossier.dossier_id, kind, item.copies, item.pages, item.fee_vnd)
                for item in done.items
            ]

    def text(self) -> str:
        report = certified_report_of(self._known.period, self._papers)
        return text_of(report)


class _Feedback:
    def __init__(self, desk: Desk, known: Known, _given: str) -> None:
        self._desk, self._known, self._over = desk, known, known.over

    def take(self, _dossier: Dossier, _events: Sequence[StoredEvent]) -> None:
        """No dossier is feedback."""

    def text(self) -> str:
        known = self._known
        every = closed_rows.others_as_known(self._desk.database, "feedback:", known.places)
        folded = (feedback_rows.fold_stored(events) for _entity, events in every)
        told = count_feedback(
            (feedback_papers.counted(one) for one in folded if one),
            *feedback_papers.ends(known.period),
            known.at,
        )
        return text_of(FeedbackReport(known.period, told))


_RECOUNTS: Mapping[str, Callable[[Desk, Known, str], Recount]] = {
    HANDLING: _Handling,
    JUSTICE: _Justice,
    LATENESS: _Lateness,
    CERTIFIED: _Certified,
    FEEDBACK: _Feedback,
}


def _waiting_then(desk: Desk, known: Known, given: str) -> tuple[tuple[Unanswered, ...], bool]:
    """The submissions that waited at the period's end as it was known, and whether any had come."""
    told = {one.submission: one for one in thawed(given).unanswered}
    servers = pack_rows.server_devices(desk.database)
    every = closed_rows.others_as_known(desk.database, "submission:", known.places)
    came = [one for _name, events in every if (one := submission_rows.came(events, servers))]
    unknown = to_utc_text(known.at)  # which makes the figures others than those that were given
    waiting = [
        told.get(one.submission, Unanswered(one.submission, "", unknown))
        for one in came
        if one.waits_at(known.over.until_at)
    ]
    return tuple(sorted(waiting, key=lambda each: each.submission)), bool(came)
