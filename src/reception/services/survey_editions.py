"""The shipped editions of the survey: what is asked and how it is scored, by date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from reception.domain.dated import ruling_on
from reception.domain.survey import SurveyEdition
from reception.services import shipped_rules


@dataclass(frozen=True, slots=True)
class _File:
    edition: tuple[SurveyEdition, ...]


@cache
def editions() -> tuple[SurveyEdition, ...]:
    """All of them. Steps are written as text there: 3.5 is to be no binary fraction."""
    return shipped_rules.read("survey", _File).edition


def edition_on(day: date) -> SurveyEdition:
    """The edition that rules a day."""
    return ruling_on(editions(), day)
