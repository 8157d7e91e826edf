"""07a/BTP counted, out of the register and what portals brought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from reception.domain.closed_figures import Unanswered
from reception.domain.counting import Span, span
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import Choices
from reception.domain.justice_report import (
    NOT_ACCEPTED,
    PAID,
    PAID_AT_DESK,
    PAID_ONLINE,
    Justice,
    JusticeCounted,
    blank_of,
    justice,
    justice_paper,
    waits_in,
)
from reception.domain.list_frame import Drawing, Period
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.paper import Paper
from reception.domain.report_lines import Line
from reception.domain.timeliness import Definition
from reception.services import inbox
from reception.services.definitions import definition_on
from reception.services.desk import Desk
from reception.services.inbox import Submission
from reception.services.report_periods import check_countable, require_sum
from reception.storage import counted_rows, justice_rows
from reception.storage.counted_rows import CountedRow

UNKNOWN_FIELD = "Chưa rõ lĩnh vực"


@dataclass(frozen=True, slots=True)
class JusticeReport:
    """07a/BTP of a period, with the submissions that waited at its end."""

    period: Period
    choices: Choices
    definition: Definition
    told: Justice
    unanswered: tuple[Unanswered, ...] = ()

    @property
    def sections(self) -> Mapping[str, tuple[Line, ...]]:
        """The form's lines."""
        return {"fields": self.told.rows}

    @property
    def total(self) -> Line:
        """All fields together."""
        return self.told.total

    def paper(self, drawing: Drawing, receiver: str) -> Paper:
        """The form."""
        return justice_paper(drawing, self.period, self.told, self.definition, receiver)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission that waits for an answer, and where the form counts it."""

    column: str
    field: str
    submission: Submission


def justice_report(desk: Desk, period: Period, choices: Choices) -> JusticeReport:
    """Count a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
        Trouble: ``figures-do-not-add-up``: the lists are not what the events say.
    """
    check_countable(period, desk)
    over = span(period, desk.now(), choices.rule)
    dossiers = [told for _row, told in justice_counted(desk, over)]
    waits = tuple(waiting(desk, over))
    told = justice(dossiers, _beside(desk, over, waits), over, choices, blank(desk))
    require_sum(adds_up=told.adds_up)
    definition = definition_on(choices.rule, period.until_on)
    return JusticeReport(period, choices, definition, told, _unanswered(waits))


def blank(desk: Desk) -> frozenset[str]:
    """The columns that this register cannot know."""
    return blank_of(portal=justice_rows.any_submission(desk.database))


def justice_counted(
    desk: Desk, over: Span, field: str = ""
) -> list[tuple[CountedRow, JusticeCounted]]:
    """The dossiers that may count in a period, as this form sees them."""
    rows = list(counted_rows.of_period(desk.database, over, field))
    still_open = [
        row.dossier_id
        for row in rows
        if row.counted.ended_at is None or row.counted.ended_at >= over.until_at
    ]
    paused = justice_rows.paused(desk.database, still_open, over.until_at)
    return [
        (row, JusticeCounted(row.counted, row.non_territorial, row.dossier_id in paused))
        for row in rows
    ]


def waiting(desk: Desk, over: Span) -> Iterator[Waiting]:
    """The submissions that nobody had answered at a period's end."""
    for submission in justice_rows.waiting(desk.database, over):
        one = inbox.found(desk, submission)
        column = waits_in(one.answer_by, over)
        yield Waiting(column, _field(desk, one.arrived.procedure), one)


def _beside(desk: Desk, over: Span, waits: Iterable[Waiting]) -> dict[str, Counter[str]]:
    """By field, what is not of a dossier that was received."""
    sums: dict[str, Counter[str]] = {}
    for field, number in justice_rows.refused(desk.database, over).items():
        sums.setdefault(field, Counter())[NOT_ACCEPTED] += number
    for field, (paid, online) in justice_rows.paid(desk.database, over).items():
        figures = Counter({PAID: paid, PAID_ONLINE: online, PAID_AT_DESK: paid - online})
        sums.setdefault(field, Counter()).update(figures)
    for one in waits:
        sums.setdefault(one.field, Counter())[one.column] += 1
    return sums


def add_unanswered(
    sums: dict[str, Counter[str]], unanswered: Iterable[Unanswered], over: Span
) -> None:
    """Count submissions that waited at a period's end as a closing froze them."""
    for one in unanswered:
        column = waits_in(from_utc_text(one.answer_by), over)
        sums.setdefault(one.field, Counter())[column] += 1


def _unanswered(waits: Iterable[Waiting]) -> tuple[Unanswered, ...]:
    told = (
        Unanswered(one.submission.submission, one.field, to_utc_text(one.submission.answer_by))
        for one in waits
    )
    return tuple(sorted(told, key=lambda one: one.submission))


def _field(desk: Desk, procedure: str) -> str:
    with suppress(RuleViolation):
        return desk.procedure(procedure, desk.now().date()).field
    return UNKNOWN_FIELD
