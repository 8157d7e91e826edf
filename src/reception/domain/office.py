"""The office that receives: its names on paper, its code, its hours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Session:
    """An unbroken stretch of office hours within a day."""

    opens: time
    closes: time


DEFAULT_SESSIONS = (
    Session(time(7, 30), time(11, 30)),
    Session(time(13, 30), time(17, 30)),
)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Working sessions of a weekday, in force from a day on.

    ``saturday_reception`` is a session in which the desk receives although nobody's clock runs.
    """

    valid_from: date
    sessions: tuple[Session, ...] = DEFAULT_SESSIONS
    saturday_reception: Session | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A commune's one-stop shop.

    ``agency_code`` is the electronic identifier of the agency (Quyết định 20/2020/QĐ-TTg).
    ``governing_body`` and ``unit_name`` are the two lines at the head of every paper; ``place`` is
    the place name before the date; ``server_name`` is what the office calls the server above.
    """

    name: str
    agency_code: str
    governing_body: str
    unit_name: str
    place: str
    address: str = ""
    phone: str = ""
    email: str = ""
    server_name: str = "máy chủ cấp trên"
    hours: tuple[OfficeHours, ...] = field(default_factory=lambda: (OfficeHours(date(2015, 1, 1)),))

    def hours_on(self, day: date) -> OfficeHours:
        """The hours in force on ``day``; before the first entry, the first one."""
        in_force = [hours for hours in self.hours if hours.valid_from <= day]
        return max(in_force, key=lambda hours: hours.valid_from) if in_force else self.hours[0]
