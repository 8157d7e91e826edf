"""What was certified in a period, counted out of the certification books."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain.certified_report import CertifiedPaper, certified_lines, certified_paper
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.report_lines import Line
from reception.domain.timeliness import Definition
from reception.services.certification import rules
from reception.services.desk import Desk
from reception.services.report_periods import check_countable, require_sum
from reception.storage import book_rows


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
    kinds = {rule.mark: rule.kind for rule in rules().book}
    rows = book_rows.certified(desk.database, period)
    papers = [
        CertifiedPaper(row.dossier_id, kinds[mark], row.copies, row.pages, row.fee_vnd)
        for row in rows
        if (mark := row.book.partition("-")[2]) in kinds
    ]
    require_sum(adds_up=len(papers) == len(rows))
    lines, total = certified_lines(papers)
    return CertifiedReport(period, lines, total)
