"""A month's figures as they are made public: the closed ones where the month is closed.

What a correction changed is told beside them, figure by figure: as it was, and as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.domain.handling_report import Handling, HandlingRow, percent_words
from reception.domain.list_frame import Rows, numbered
from reception.domain.moments import date_words, in_office_zone
from reception.domain.money import figures
from reception.domain.publication import PublishedRow, published_row, published_rows
from reception.domain.text import fold
from reception.domain.timeliness import Definition

TOTAL_WORDS = "Tổng số"
_FIGURES = (
    ("carried_over", "Từ kỳ trước"),
    ("received", "Nhận trong tháng"),
    ("settled", "Đã giải quyết"),
    ("early", "Giải quyết trước hạn"),
    ("on_time", "Giải quyết đúng hạn"),
    ("overdue", "Giải quyết quá hạn"),
    ("open", "Đang giải quyết"),
    ("open_overdue", "Đang giải quyết, quá hạn"),
)


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """When a month was closed, and the SHA-256 of what was frozen then."""

    at: datetime
    sha256: str

    @property
    def day(self) -> str:
        """The day, as it is written."""
        return date_words(in_office_zone(self.at).date())


@dataclass(frozen=True, slots=True)
class Corrections:
    """The same figures without what was corrected, and with it."""

    before: Handling
    after: Handling

    def changed(self) -> tuple[ChangedFigure, ...]:
        """Every figure that is another."""
        before, after = (
            {row.field: row for row in _rows(one)} for one in (self.before, self.after)
        )
        names = sorted(before.keys() | after.keys(), key=lambda name: (name == "", fold(name)))
        return tuple(
            ChangedFigure(name or TOTAL_WORDS, words, *pair)
            for name in names
            for words, *pair in _pairs(before.get(name), after.get(name))
            if pair[0] != pair[1]
        )

    @property
    def rates(self) -> str:
        """The rate of what was kept, both ways."""
        was, now = (_rate(one.total) for one in (self.before, self.after))
        return f"chưa đính chính {was}, đã đính chính {now}"


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure of a field without its corrections and with them."""

    field: str
    words: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """What is made public of a month; ``strict`` are the figures without what is gathered in.

    ``today`` are the figures as the register tells them now: others than ``told`` where something
    was corrected or came late after the month was closed.
    """

    told: Handling
    strict: Handling
    uncorrected: Handling
    today: Handling
    definition: Definition
    closed: ClosedMonth | None = None

    @property
    def rows(self) -> tuple[PublishedRow, ...]:
        """The figures that are made public."""
        return published_rows(self.told)

    @property
    def corrected_since(self) -> tuple[PublishedRow, ...]:
        """Today's, where they are others; else nothing."""
        now = published_rows(self.today)
        return () if now == self.rows else now

    @property
    def corrections(self) -> Corrections:
        """Of a closed month what changed since; else what corrections changed before."""
        if self.corrected_since:
            return Corrections(self.told, self.today)
        return Corrections(self.uncorrected, self.told)


def change_rows(changed: Sequence[ChangedFigure]) -> Rows:
    """Changed figures as the rows of a paper."""
    return numbered(
        {
            "field": one.field,
            "figure": one.words,
            "before": figures(one.before),
            "after": figures(one.after),
        }
        for one in changed
    )


def _rows(form: Handling) -> Iterator[PublishedRow]:
    yield from published_rows(form)
    yield published_row(form.total)


def _pairs(
    before: PublishedRow | None, after: PublishedRow | None
) -> Iterator[tuple[str, int, int]]:
    for name, words in _FIGURES:
        was, now = (getattr(row, name) if row else 0 for row in (before, after))
        yield words, was, now


def _rate(row: HandlingRow) -> str:
    return percent_words(row.rate_of_settled)
