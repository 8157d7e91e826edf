"""Closing a period: its figures are frozen, proved from the journal, and held against today's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reception.domain.accounts import Right
from reception.domain.closed_figures import Difference, differences, in_parts_of, is_told, thawed
from reception.domain.closed_periods import (
    ChainPlace,
    PeriodClosed,
    digest,
    standing,
)
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import date_words
from reception.services import reports, rights
from reception.services.closed_reports import CLOSABLE, frozen_of, text_of
from reception.services.desk import Desk
from reception.services.drawing_up import name_of
from reception.services.recounting import Known, counted_again
from reception.services.report_periods import check_countable
from reception.services.reports import HANDLING, KINDS, Report
from reception.storage import closed_rows
from reception.storage.closed_rows import Closing
from reception.storage.foreign import name_of as name_of_device
from reception.storage.integrity import Progress, no_progress


@dataclass(frozen=True, slots=True)
class Compared:
    """A closed period beside today: the frozen figures, today's, and where they differ."""

    closing: Closing
    today: Report
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A closed report counted again from what was known then."""

    closing: Closing
    figures: str

    @property
    def is_the_same(self) -> bool:
        """Whether it gave the same bytes, bit for bit."""
        closed = self.closing.closed
        return self.figures == closed.figures and digest(self.figures) == closed.sha256


# --- closing --------------------------------------------------------------------------------------


def close(
    desk: Desk,
    period: Period,
    choices: Choices,
    *,
    by: str,
    names: Sequence[str] = CLOSABLE,
    progress: Progress = no_progress,
) -> list[Closing]:
    """Freeze the figures of a period that is over: of each report by itself, all or none.

    Raises:
        RuleViolation: ``not-allowed``, ``period-not-over`` or ``closed-already``.
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    counted = counted_twice(desk, period, choices, by=by, names=names, progress=progress)
    return seal(desk, counted, by=by)


def still_open(desk: Desk, period: Period, names: Sequence[str] = CLOSABLE) -> list[str]:
    """Of reports those whose figures of a period nobody has closed."""
    closed = {one.closed.report for one in closings(desk) if one.closed.period == period}
    return [name for name in names if name not in closed]


def counted_twice(
    desk: Desk,
    period: Period,
    choices: Choices,
    *,
    by: str,
    names: Sequence[str] = CLOSABLE,
    progress: Progress = no_progress,
) -> list[PeriodClosed]:
    """What would be frozen of the reports that are not closed yet; nothing is written.

    The figures are counted from the lists, as the reports are, and from the journal, as they will
    be counted again. Only where both agree can the period be closed.

    Raises:
        RuleViolation: ``not-allowed``, ``period-not-over`` or ``closed-already``.
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    rights.check(desk, Right.APPROVE, "chốt số liệu", by=by)
    _check_over(desk, period)
    wanted = still_open(desk, period, names)
    if not wanted:
        raise _closed_already(desk, period, names[0])
    now = desk.now()
    with desk.database.reading():
        known = Known(period, choices, now, closed_rows.places(desk.database))
        position = closed_rows.position(desk.database)
        told = {name: text_of(reports.make(desk, name, period, choices)) for name in wanted}
        again = counted_again(desk, known, told, progress)
    for name in wanted:
        if told[name] != again[name]:
            raise Trouble(
                "figures-do-not-add-up",
                f"Số của báo cáo {KINDS[name].sheet} trong danh sách khác số tính từ sổ gốc nên"
                " chưa chốt; hãy chạy “reception rebuild” rồi chốt lại, vẫn khác thì báo cho"
                " quản trị.",
            )
    return [_closed(known, name, figures, position) for name, figures in told.items()]


def seal(desk: Desk, counted: Sequence[PeriodClosed], *, by: str) -> list[Closing]:
    """Write closings down: all of them, or none.

    Raises:
        RuleViolation: ``not-allowed`` or ``closed-already``.
    """
    rights.check(desk, Right.APPROVE, "chốt số liệu", by=by)
    with desk.store.writing():
        for one in counted:
            if not still_open(desk, one.period, (one.report,)):
                raise _closed_already(desk, one.period, one.report)
        for one in counted:
            closed_rows.record(desk.store, one, at=desk.now(), by=by)
    return [found(desk, one.period, report=one.report) for one in counted]


# --- what is closed -------------------------------------------------------------------------------


def closings(desk: Desk) -> list[Closing]:
    """The closings that stand, the latest period first; of two desks' the first in the log."""
    every = [one for one in closed_rows.closings(desk.store) if can_be_read(one)]
    stands = standing(one.closed for one in every).values()
    kept = [one for one in every if any(one.closed is closed for closed in stands)]
    return sorted(kept, key=_place, reverse=True)


def found(desk: Desk, period: Period, *, report: str = HANDLING) -> Closing:
    """The closing of a report's period that stands.

    Raises:
        RuleViolation: ``not-closed``.
    """
    for one in closings(desk):
        if one.closed.report == report and one.closed.period == period:
            return one
    raise RuleViolation(
        "not-closed",
        f"Số liệu {KINDS[report].sheet} {period.words()} chưa chốt; hãy chốt trước, hoặc chọn kỳ"
        " đã chốt.",
        field="period",
    )


def compared(desk: Desk, period: Period, *, report: str = HANDLING) -> Compared:
    """A closed period beside what the register says of it today, by the same rule.

    Raises:
        RuleViolation: ``not-closed``.
    """
    return beside_today(desk, found(desk, period, report=report))


def beside_today(desk: Desk, closing: Closing) -> Compared:
    """A closing beside what the register says of its period today, by the same rule."""
    closed = closing.closed
    today = reports.make(desk, closed.report, closed.period, closed.choices)
    return Compared(closing, today, differences(thawed(closed.figures), frozen_of(today)))


def recomputed(
    desk: Desk, period: Period, *, report: str = HANDLING, progress: Progress = no_progress
) -> Recomputed:
    """Count a closed report again from the journal as it was known at closing.

    Raises:
        RuleViolation: ``not-closed``.
        Trouble: ``journal-shorter``: what it was counted from is not held here.
    """
    return recounted(desk, [found(desk, period, report=report)], progress)[0]


def recounted(
    desk: Desk, of: Sequence[Closing], progress: Progress = no_progress
) -> list[Recomputed]:
    """Count closings again, those that were closed in one act in one pass.

    Raises:
        Trouble: ``journal-shorter``: what one was counted from is not held here.
    """
    told: list[Recomputed] = []
    for known, together in _in_one_act(of).items():
        _check_held(desk, known.places)
        given = {one.closed.report: one.closed.figures for one in together}
        again = counted_again(desk, known, given, progress)
        for one in together:
            figures = in_parts_of(one.closed.figures, again[one.closed.report])
            told.append(Recomputed(one, figures))
    return told


def who_closed(desk: Desk, closing: Closing) -> str:
    """Who closed a period, and at which device."""
    name = name_of(desk, closing.by) or closing.by
    device = name_of_device(desk.database, closing.device)
    return f"{name} ({device})" if device else name


# --- what they share ------------------------------------------------------------------------------


def _closed(known: Known, name: str, figures: str, position: int) -> PeriodClosed:
    choices = known.choices
    return PeriodClosed(
        at=known.at,
        report=name,
        from_on=known.period.from_on,
        until_on=known.period.until_on,
        rule=choices.rule,
        no_limit_on_time=choices.no_limit_on_time,
        returned_on_time=choices.returned_on_time,
        figures=figures,
        sha256=digest(figures),
        places=known.places,
        position=position,
    )


def _in_one_act(of: Iterable[Closing]) -> dict[Known, list[Closing]]:
    """Closings by what they were counted from."""
    told: dict[Known, list[Closing]] = {}
    for one in of:
        closed = one.closed
        known = Known(closed.period, closed.choices, closed.at, closed.places)
        told.setdefault(known, []).append(one)
    return told


def can_be_read(closing: Closing) -> bool:
    """Whether it is of a report that this program knows, in a form that it can read."""
    return closing.closed.report in CLOSABLE and is_told(closing.closed.figures)


def _place(one: Closing) -> tuple[object, ...]:
    """The latest period first, its reports in the order in which the desk offers them."""
    closed = one.closed
    return closed.until_on, closed.from_on, -CLOSABLE.index(closed.report)


def _check_held(desk: Desk, places: Sequence[ChainPlace]) -> None:
    if not closed_rows.holds(desk.database, places):
        raise Trouble(
            "journal-shorter",
            "Máy này chưa có đủ sổ gốc như lúc chốt nên chưa tính lại được; hãy trao đổi với máy"
            " chủ cho đủ, hoặc tính lại trên máy đã chốt.",
        )


def _check_over(desk: Desk, period: Period) -> None:
    check_countable(period, desk)
    if period.until_on >= desk.now().date():
        raise RuleViolation(
            "period-not-over",
            f"Kỳ báo cáo đến hết ngày {date_words(period.until_on)} mới xong;"
            " hãy chốt sau ngày đó.",
            field="period",
        )


def _closed_already(desk: Desk, period: Period, name: str) -> RuleViolation:
    one = found(desk, period, report=name)
    return RuleViolation(
        "closed-already",
        f"Số liệu {KINDS[name].sheet} {period.words()} đã được {who_closed(desk, one)} chốt ngày"
        f" {date_words(one.closed.at.date())}; hãy xem số đã chốt.",
        field="period",
    )
