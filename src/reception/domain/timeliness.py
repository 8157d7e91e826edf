"""Early, on time or overdue: how a settled dossier kept its promise, by each rule in use.

The desk counts to the minute, reports by the day, the national index by a formula of its own, and
their figures differ. So whoever prints a rate prints the :class:`Definition` beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.domain.dated import Dated
from reception.domain.moments import in_office_zone


class Timeliness(StrEnum):
    """How the end of a dossier stands to its due moment."""

    EARLY = "early"
    ON_TIME = "on-time"
    OVERDUE = "overdue"
    NO_LIMIT = "no-limit"


TIMELINESS_WORDS = {
    Timeliness.EARLY: "trước hạn",
    Timeliness.ON_TIME: "đúng hạn",
    Timeliness.OVERDUE: "quá hạn",
    Timeliness.NO_LIMIT: "không đặt hạn",
}


class Rule(StrEnum):
    """By which rule it is judged."""

    MINUTE = "minute"
    DAY = "day"
    NATIONAL = "766"


@dataclass(frozen=True, slots=True)
class Definition(Dated):
    """A rule in words, as it is printed beside every figure that follows it."""

    rule: Rule
    name: str
    words: str
    source: str
    valid_from: date
    valid_until: date | None = None
    confidence: str = ""


def timeliness(due_at: datetime | None, ended_at: datetime, rule: Rule = Rule.MINUTE) -> Timeliness:
    """How a dossier that ended kept its promise."""
    if due_at is None:
        return Timeliness.NO_LIMIT
    ended_on, due_on = in_office_zone(ended_at).date(), in_office_zone(due_at).date()
    if ended_on > due_on if rule is Rule.DAY else ended_at > due_at:
        return Timeliness.OVERDUE
    early = ended_on < due_on and rule is not Rule.NATIONAL
    return Timeliness.EARLY if early else Timeliness.ON_TIME


def is_watched_first(field: str) -> bool:
    """Whether a field stands first in every list: land is where most are late."""
    return "đất" in field.casefold()
