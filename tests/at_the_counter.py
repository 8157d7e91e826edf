"""People and papers as they come to the desk in tests, and the clock on its wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception.domain.applicant import Party
from reception.domain.moments import parse_moment
from reception.services.intake_request import IntakeRequest

BIRTH = "1.001193"
DEATH = "1.000656"
SINGLE_STATUS = "1.004873"
BY = "maylt"


@dataclass
class WallClock:
    """A clock that stands still until somebody sets it."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def set_to(self, text: str) -> None:
        self.at = parse_moment(text)


def clock_at(text: str = "2026-03-10T09:00") -> WallClock:
    return WallClock(parse_moment(text))


def asking(name: str = "Đỗ Thị Ưởng", procedure: str = BIRTH, **more: object) -> IntakeRequest:
    """A request of a person for a procedure, as the window or a file would fill it in."""
    return IntakeRequest(procedure, Party(name), **more)
