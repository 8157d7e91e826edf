"""Closing a period: its figures are frozen, proved from the journal, and held against today's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reception.domain.accounts import Right
from reception.domain.closed_periods import (
    ChainPlace,
    Difference,
    PeriodClosed,
    canonical,
    differences,
    digest,
    standing,
)
from reception.domain.counting import Counted, count, counted, span
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import date_words
from reception.services import rights
from reception.services.desk import Desk
from reception.services.drawing_up import name_of
from reception.services.handling import HandlingReport, handling_report
from reception.services.report_periods import check_countable
from reception.services.reports import HANDLING
from reception.storage import closed_rows
from reception.storage.closed_rows import Closing
from reception.storage.foreign import name_of as name_of_device
from reception.storage.integrity import Progress, no_progress


@dataclass(frozen=True, slots=True)
class Compared:
    """A closed period beside today: the frozen figures, today's, and where they differ."""

    closing: Closing
    today: HandlingReport
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A closed period counted again from what was known then."""

    closing: Closing
    figures: str

    @property
    def is_the_same(self) -> bool:
        """Whether it gave the same bytes, bit for bit."""
        closed = self.closing.closed
        return self.figures == closed.figures and digest(self.figures) == closed.sha256


def close(
    desk: Desk, period: Period, choices: Choices, *, by: str, report: str = HANDLING
) -> Closing:
    """Freeze the figures of a period that is over.

    Raises:
        RuleViolation: ``not-allowed``, ``not-closable``, ``period-not-over`` or ``closed-already``.
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    return seal(desk, counted_twice(desk, period, choices, by=by, report=report), by=by)


def counted_twice(
    desk: Desk,
    period: Period,
    choices: Choices,
    *,
    by: str,
    report: str = HANDLING,
    progress: Progress = no_progress,
) -> PeriodClosed:
    """What would be frozen; nothing is written yet.

    The figures are counted from the lists, as the report is, and from the journal, as they will be
    counted again. Only where both agree can the period be closed.

    Raises:
        RuleViolation: ``not-allowed``, ``not-closable``, ``period-not-over`` or ``closed-already``.
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    rights.check(desk, Right.APPROVE, "chốt số liệu", by=by)
    _check_closable(desk, report, period)
    _check_open(desk, report, period)
    now = desk.now()
    with desk.database.reading():
        places = closed_rows.places(desk.database)
        position = closed_rows.position(desk.database)
        made = handling_report(desk, period, choices)
        again = _from_journal(desk, period, choices, now, places, progress)
    figures = canonical(made.sums, made.recorded, choices)
    if figures != again:
        raise Trouble(
            "figures-do-not-add-up",
            "Số trong danh sách khác số tính từ sổ gốc nên chưa chốt; hãy chạy “reception rebuild”"
            " rồi chốt lại, vẫn khác thì báo cho quản trị.",
        )
    return PeriodClosed(
        at=now,
        report=report,
        from_on=period.from_on,
        until_on=period.until_on,
        rule=choices.rule,
        no_limit_on_time=choices.no_limit_on_time,
        returned_on_time=choices.returned_on_time,
        figures=figures,
        sha256=digest(figures),
        places=places,
        position=position,
    )


def seal(desk: Desk, closed: PeriodClosed, *, by: str) -> Closing:
    """Write a closing down.

    Raises:
        RuleViolation: ``not-allowed`` or ``closed-already``.
    """
    rights.check(desk, Right.APPROVE, "chốt số liệu", by=by)
    with desk.store.writing():
        _check_open(desk, closed.report, closed.period)
        closed_rows.record(desk.store, closed, at=desk.now(), by=by)
    return found(desk, closed.period, report=closed.report)


def closings(desk: Desk) -> list[Closing]:
    """The closings that stand, the latest period first; of two desks' the first in the log."""
    every = closed_rows.closings(desk.store)
    stands = standing(one.closed for one in every).values()
    kept = [one for one in every if any(one.closed is closed for closed in stands)]
    return sorted(kept, key=lambda one: (one.closed.until_on, one.closed.from_on), reverse=True)


def found(desk: Desk, period: Period, *, report: str = HANDLING) -> Closing:
    """The closing of a period that stands.

    Raises:
        RuleViolation: ``not-closed``.
    """
    for one in closings(desk):
        if one.closed.report == report and one.closed.period == period:
            return one
    raise RuleViolation(
        "not-closed",
        f"Số liệu {period.words()} chưa chốt; hãy chốt trước, hoặc chọn kỳ đã chốt.",
        field="period",
    )


def compared(desk: Desk, period: Period, *, report: str = HANDLING) -> Compared:
    """A closed period beside what the register says of it today, by the same rule.

    Raises:
        RuleViolation: ``not-closed``.
    """
    closing = found(desk, period, report=report)
    today = handling_report(desk, period, closing.closed.choices)
    lines = (*today.sections["fields"], today.total)
    return Compared(closing, today, differences(closing.closed.figures, lines))


def recomputed(
    desk: Desk, period: Period, *, report: str = HANDLING, progress: Progress = no_progress
) -> Recomputed:
    """Count a closed period again from the journal as it was known at closing.

    Raises:
        RuleViolation: ``not-closed``.
        Trouble: ``journal-shorter``: what it was counted from is not held here.
    """
    closing = found(desk, period, report=report)
    closed = closing.closed
    if not closed_rows.holds(desk.database, closed.places):
        raise Trouble(
            "journal-shorter",
            "Máy này chưa có đủ sổ gốc như lúc chốt nên chưa tính lại được; hãy trao đổi với máy"
            " chủ cho đủ, hoặc tính lại trên máy đã chốt.",
        )
    return Recomputed(
        closing,
        _from_journal(desk, period, closed.choices, closed.at, closed.places, progress),
    )


def who_closed(desk: Desk, closing: Closing) -> str:
    """Who closed a period, and at which device."""
    name = name_of(desk, closing.by) or closing.by
    device = name_of_device(desk.database, closing.device)
    return f"{name} ({device})" if device else name


def _from_journal(
    desk: Desk,
    period: Period,
    choices: Choices,
    at: datetime,
    places: tuple[ChainPlace, ...],
    progress: Progress,
) -> str:
    """The figures by the definition itself, of every dossier as the events up to places add up."""
    over = span(period, at, choices.rule)
    corrected: list[Counted] = []
    recorded: list[Counted] = []
    for dossier in closed_rows.as_known(desk.database, places, progress):
        corrected += _one(counted(dossier))
        recorded += _one(counted(dossier.uncorrected or dossier))
    return canonical(
        count(corrected, over, choices.rule), count(recorded, over, choices.rule), choices
    )


def _one(told: Counted | None) -> Iterable[Counted]:
    return (told,) if told else ()


def _check_closable(desk: Desk, report: str, period: Period) -> None:
    if report != HANDLING:
        raise RuleViolation(
            "not-closable", f"Chỉ chốt được báo cáo {HANDLING}; hãy chọn báo cáo này.", field="name"
        )
    check_countable(period, desk)
    if period.until_on >= desk.now().date():
        raise RuleViolation(
            "period-not-over",
            f"Kỳ báo cáo đến hết ngày {date_words(period.until_on)} mới xong;"
            " hãy chốt sau ngày đó.",
            field="period",
        )


def _check_open(desk: Desk, report: str, period: Period) -> None:
    for one in closings(desk):
        if one.closed.report == report and one.closed.period == period:
            raise RuleViolation(
                "closed-already",
                f"Số liệu {period.words()} đã được {who_closed(desk, one)} chốt ngày"
                f" {date_words(one.closed.at.date())}; hãy xem số đã chốt.",
                field="period",
            )
