"""The report of feedback in a period, in the manner of II.05: received, handled, open, published.

The national form counts feedback about conduct and about regulations; any other is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from reception.domain.feedback_events import FeedbackKind
from reception.domain.list_frame import Drawing, Period, numbered
from reception.domain.money import figures
from reception.domain.paper import Paper
from reception.domain.report_lines import NO_FIELD
from reception.domain.text import fold

COLUMNS = tuple(f"c{n}" for n in range(3, 15))
BESIDE = ("in_time", "late", "refused", "open_in_time", "open_overdue", "awaiting")
"""What the form tells in sentences below its columns."""
OTHERS = "others"
FIGURES = (*COLUMNS, *BESIDE, OTHERS)
_COLUMN_NUMBERS = {"ordinal": "(1)", "field": "(2)"} | {c: f"({c[1:]})" for c in COLUMNS}


@dataclass(frozen=True, slots=True)
class FeedbackCounted:
    """Feedback as it counts; ``due_at`` is that of its end, ``answer_by`` that of its answer.

    ``published_at`` is when it was made public first: new words later are no second publication.
    """

    kind: FeedbackKind
    field: str
    received_at: datetime
    due_at: datetime | None
    answer_by: datetime | None
    handled_at: datetime | None = None
    published_at: datetime | None = None
    refused: bool = False
    awaiting: bool = False


@dataclass(slots=True)
class FeedbackSums:
    """What the feedback of a field, or all of it, adds up to."""

    carried_over: int = 0
    conduct: int = 0
    regulation: int = 0
    handled_conduct: int = 0
    handled_regulation: int = 0
    published: int = 0
    in_time: int = 0
    late: int = 0
    refused: int = 0
    open_overdue: int = 0
    awaiting: int = 0

    @property
    def received(self) -> int:
        """All that was there to handle: carried over or received in the period."""
        return self.conduct + self.regulation

    @property
    def handled(self) -> int:
        """What was answered or refused in the period."""
        return self.handled_conduct + self.handled_regulation

    @property
    def open(self) -> int:
        """What was neither at its end."""
        return self.received - self.handled

    @property
    def open_in_time(self) -> int:
        """What of these was not late."""
        return self.open - self.open_overdue

    @property
    def adds_up(self) -> bool:
        """Whether what was handled was handled in time or late, and nothing is counted twice."""
        return self.handled == self.in_time + self.late and self.open >= self.open_overdue

    def add(self, other: FeedbackSums) -> None:
        """Take another's figures in."""
        for one in fields(other):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def figures(self) -> dict[str, int]:
        """All figures: the form's columns, and those it tells in sentences by their names."""
        return self.columns() | {name: getattr(self, name) for name in BESIDE}

    def columns(self) -> dict[str, int]:
        """The figures under the form's column numbers."""
        return {
            "c3": self.received, "c4": self.conduct, "c5": self.regulation,
            "c6": self.carried_over, "c7": self.received - self.carried_over,
            "c8": self.handled, "c9": self.handled_conduct, "c10": self.handled_regulation,
            "c11": self.open, "c12": self.conduct - self.handled_conduct,
            "c13": self.regulation - self.handled_regulation, "c14": self.published,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FeedbackFigures:
    """The form's content; ``others`` is how many are about neither conduct nor regulations."""

    fields: Mapping[str, FeedbackSums]
    total: FeedbackSums
    others: int


def count_feedback(
    counted: Iterable[FeedbackCounted], from_at: datetime, until_at: datetime, now: datetime
) -> FeedbackFigures:
    """What the feedback of a period adds up to; of one not over, as it stands now.

    What was made public counts on its own day, also where it was handled in an earlier period.
    """
    sums: dict[str, FeedbackSums] = {}
    others = 0
    end_at = end_of(until_at, now)
    for one in counted:
        if one.kind is FeedbackKind.OTHER:
            others += _is_there(one, from_at, end_at)
        elif _is_there(one, from_at, end_at) or _is_made_public(one, from_at, end_at):
            _count(sums.setdefault(one.field or NO_FIELD, FeedbackSums()), one, from_at, end_at)
    total = FeedbackSums()
    for each in sums.values():
        total.add(each)
    ordered = sorted(sums.items(), key=lambda item: (item[0] == NO_FIELD, fold(item[0])))
    return FeedbackFigures(dict(ordered), total, others)


def _is_there(one: FeedbackCounted, from_at: datetime, end_at: datetime) -> bool:
    """Whether it was there to be handled."""
    return one.received_at < end_at and not (one.handled_at and one.handled_at < from_at)


def _is_made_public(one: FeedbackCounted, from_at: datetime, end_at: datetime) -> bool:
    return one.published_at is not None and from_at <= one.published_at < end_at


def _count(into: FeedbackSums, one: FeedbackCounted, from_at: datetime, end_at: datetime) -> None:
    into.published += _is_made_public(one, from_at, end_at)
    if not _is_there(one, from_at, end_at):
        return
    handled = one.handled_at is not None and one.handled_at < end_at
    into.carried_over += one.received_at < from_at
    if one.kind is FeedbackKind.CONDUCT:
        into.conduct += 1
        into.handled_conduct += handled
    else:
        into.regulation += 1
        into.handled_regulation += handled
    if handled and one.handled_at:
        in_time = one.due_at is None or one.handled_at <= one.due_at
        into.in_time += in_time
        into.late += not in_time
        into.refused += one.refused
    else:
        waits = one.awaiting and one.handled_at is None
        into.awaiting += waits
        into.open_overdue += not waits and one.answer_by is not None and one.answer_by < end_at


def end_of(until_at: datetime, now: datetime) -> datetime:
    """Until when a period is counted: one that is not over, until just after ``now``."""
    return min(until_at, now + timedelta(seconds=1))


def columns_of(one: FeedbackCounted, from_at: datetime, end_at: datetime) -> frozenset[str]:
    """The figures in which feedback counts, by the form's columns and by the names of the rest."""
    if one.kind is FeedbackKind.OTHER:
        return frozenset({OTHERS} if _is_there(one, from_at, end_at) else ())
    sums = FeedbackSums()
    _count(sums, one, from_at, end_at)
    return frozenset(name for name, number in sums.figures().items() if number)


def feedback_report_paper(
    drawing: Drawing, period: Period, told: FeedbackFigures, receiver: str = ""
) -> Paper:
    """The form, with how many were handled in time and late."""
    total = told.total
    words = {name: figures(number) for name, number in total.columns().items()} | {
        "receiver": receiver,
        "period": period.words(),
        "in_time": figures(total.in_time),
        "late": figures(total.late),
        "refused": figures(total.refused),
        "open_in_time": figures(total.open_in_time),
        "open_overdue": figures(total.open_overdue),
        "awaiting": figures(total.awaiting),
        "others": figures(told.others) if told.others else "",
    }
    rows = numbered({"field": field, **_cells(sums)} for field, sums in told.fields.items())
    return drawing.paper(period.words(), words, {"fields": (_COLUMN_NUMBERS, *rows)})


def _cells(sums: FeedbackSums) -> dict[str, str]:
    return {name: figures(number) for name, number in sums.columns().items()}
