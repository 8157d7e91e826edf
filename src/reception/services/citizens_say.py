"""Indices that are told by registers beside the dossiers: feedback, and the survey."""

from __future__ import annotations

from reception.domain.indicators import Share
from reception.domain.list_frame import Period
from reception.services import feedback_papers, survey_results
from reception.services.desk import Desk


def feedback_in_time(desk: Desk, period: Period) -> Share:
    """How much feedback was handled in time, of what was handled or is open and overdue."""
    told = feedback_papers.report(desk, period).told.total
    return Share(told.in_time, told.in_time + told.late + told.open_overdue, "phản ánh")


def satisfied(desk: Desk, period: Period) -> Share | None:
    """How many sheets say that their people are satisfied; ``None`` where nobody was asked.

    Of the questions that ask so, the last is about the dossier as a whole.
    """
    questions = survey_results.of_period(desk, period).results.satisfaction
    if not questions or not questions[-1].sheets:
        return None
    asked = questions[-1]
    content = sum(asked.chosen.get(choice, 0) for choice in asked.question.satisfied)
    return Share(content, asked.sheets, "phiếu")
