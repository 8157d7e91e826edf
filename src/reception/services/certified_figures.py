"""What was certified in a period, counted out of the certification books."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain.certified_report import (
    CertifiedPaper,
    certified_lines,
    certified_paper,
    columns_of,
    fees_of_cases,
    line_words,
)
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.report_lines import Line
from reception.domain.timeliness import Definition
from reception.services.certification import rules
from reception.services.desk import Desk
from reception.services.report_periods import check_countable, require_sum
from reception.storage import book_rows
from reception.storage.book_rows import CertifiedRow


@dataclass(frozen=True, slots=True)
class CertifiedReport:
    """The certifications of a period; nothing in it is early or late."""

    period: Period
    lines: tuple[Line, ...]
    total: Line

    @property
    def definition(self) -> Definition | None:
        """None: nothing is judged by time here."""
        return None

    @property
    def sections(self) -> Mapping[str, tuple[Line, ...]]:
        """A line for each kind."""
        return {"kinds": self.lines}

    def paper(self, drawing: Drawing, receiver: str) -> Paper:
        """The form."""
        return certified_paper(drawing, self.period, self.lines, self.total, receiver)


def certified_report(desk: Desk, period: Period, _choices: Choices) -> CertifiedReport:
    """Count a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
        Trouble: ``figures-do-not-add-up``: a line of the books is of no known kind.
    """
    check_countable(period, desk)
    lines, total = certified_lines(paper for _row, paper in _papers(desk, period))
    return CertifiedReport(period, lines, total)


@dataclass(frozen=True, slots=True)
class Entries:
    """Lines of certification books, and what they add up to."""

    rows: tuple[CertifiedRow, ...] = ()
    papers: tuple[CertifiedPaper, ...] = ()

    def adds_up_to(self, column: str) -> int:
        """A figure of the report, were these lines all that there is."""
        _lines, total = certified_lines(self.papers)
        return total.figures[column] or 0


def entries(desk: Desk, period: Period, column: str, kind: str = "") -> Entries:
    """The lines of the books behind a figure; of one kind, as the report calls it, or of all.

    Raises:
        Trouble: ``figures-do-not-add-up``, as for :func:`certified_report`.
    """
    told = _papers(desk, period)
    paid = fees_of_cases(paper for _row, paper in told)
    found = [
        (row, paper)
        for row, paper in told
        if column in columns_of(paper, paid) and kind in ("", line_words(paper.kind))
    ]
    return Entries(tuple(row for row, _paper in found), tuple(paper for _row, paper in found))


def _papers(desk: Desk, period: Period) -> list[tuple[CertifiedRow, CertifiedPaper]]:
    kinds = {rule.mark: rule.kind for rule in rules().book}
    rows = book_rows.certified(desk.database, period)
    told = [
        (row, CertifiedPaper(row.dossier_id, kinds[mark], row.copies, row.pages, row.fee_vnd))
        for row in rows
        if (mark := row.book.partition("-")[2]) in kinds
    ]
    require_sum(adds_up=len(told) == len(rows))
    return told
