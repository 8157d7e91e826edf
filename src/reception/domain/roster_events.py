"""Who is planned to sit at the desk on which half-day, and who was marked there or away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Half(StrEnum):
    """A half of the office's day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class HalfDay:
    """A half of one day."""

    on: date
    half: Half


@dataclass(frozen=True, slots=True)
class OnDuty:
    """A person of a week's roster, and the half-days planned for them.

    ``login`` is empty for somebody who has no account at the desk. Title, field and phone are
    posted beside the name (61/2018/NĐ-CP Đ9 k7).
    """

    name: str
    login: str = ""
    title: str = ""
    field: str = ""
    phone: str = ""
    halves: tuple[HalfDay, ...] = ()

    @property
    def key(self) -> str:
        """By what the person is known: the login, else the name."""
        return self.login or self.name


@dataclass(frozen=True, slots=True)
class RosterSet:
    """The roster of the week that begins on a Monday, in place of what was said of it before."""

    week_on: date
    people: tuple[OnDuty, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class PresenceMarked:
    """Somebody was marked as there or away on a half-day, and why; the last word stands."""

    person: str
    on: date
    half: Half
    at: datetime
    present: bool = True
    reason: str = ""


RosterEvent = RosterSet | PresenceMarked
