"""What a citizen answered about a dossier, and what the office rates of itself.

Who answered is never written down: the answers say about which dossier they are, and no more
(61/2018 Đ27 k3). Answers are kept by the codes of ``resources/rules/survey.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class SurveyWay(StrEnum):
    """How the answers were given."""

    COUNTER = "counter"
    SECOND_SCREEN = "second-screen"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class SurveyAnswer:
    """What was chosen of a question's answers; one that was left open is not there."""

    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class SurveyAnswered:
    """A sheet about the dossier was answered on a day and taken down at a moment.

    Of several the first in the log counts.
    """

    at: datetime
    taken_on: date
    way: SurveyWay
    answers: tuple[SurveyAnswer, ...]


@dataclass(frozen=True, slots=True)
class SurveyCorrected:
    """A mis-keyed sheet was put right on its own day.

    ``answered_at`` and what stood ``before`` say which one: desks apart may have each its own.
    """

    at: datetime
    answered_at: datetime
    before: tuple[SurveyAnswer, ...]
    answers: tuple[SurveyAnswer, ...]


@dataclass(frozen=True, slots=True)
class OfficeRated:
    """The office gave itself the points of an index that no dossier tells, with its evidence."""

    at: datetime
    from_on: date
    until_on: date
    index: int
    points: int
    evidence: str
