"""The office that receives: its names on paper, its code, its hours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from msgspec import UNSET, UnsetType

from reception.domain.dated import Dated, ruling_on
from reception.domain.errors import RuleViolation


@dataclass(frozen=True, slots=True)
class Session:
    """An unbroken stretch of office hours within a day.

    Raises:
        RuleViolation: ``impossible-hours`` when it does not close after it opens.
    """

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes <= self.opens:
            raise RuleViolation(
                "impossible-hours",
                f"Buổi làm việc {self.opens:%H:%M}-{self.closes:%H:%M} đóng cửa trước khi mở cửa;"
                " hãy ghi giờ mở trước, giờ đóng sau.",
                field="hours",
            )


# The usual hours, until an office sets its own: each province decides them for itself.
DEFAULT_SESSIONS = (
    Session(time(7, 30), time(11, 30)),
    Session(time(13, 30), time(17, 30)),
)


@dataclass(frozen=True, slots=True)
class OfficeHours(Dated):
    """Working sessions of a weekday, in force from a day on.

    ``saturday_reception`` is a session in which the desk receives although nobody's clock runs.

    Raises:
        RuleViolation: ``impossible-hours`` when there is no session or two overlap.
    """

    valid_from: date
    sessions: tuple[Session, ...] = DEFAULT_SESSIONS
    saturday_reception: Session | None = None

    def __post_init__(self) -> None:
        pairs = zip(self.sessions, self.sessions[1:], strict=False)
        if not self.sessions or any(later.opens < earlier.closes for earlier, later in pairs):
            raise RuleViolation(
                "impossible-hours",
                "Các buổi làm việc trong ngày phải nối tiếp nhau và không chồng lên nhau,"
                " ví dụ 07:30-11:30,13:30-17:30; hãy ghi lại giờ làm việc.",
                field="hours",
            )


DEFAULT_HOURS = (OfficeHours(date(2015, 1, 1)),)

INVENTED_AGENCY = "H99"
"""Whose codes begin so is no agency: H01 to H63 are the provinces (Quyết định 20/2020/QĐ-TTg)."""

FOR_PRACTICE = "BẢN TẬP – KHÔNG CÓ GIÁ TRỊ"


@dataclass(frozen=True, slots=True)
class Office:
    """A commune's one-stop shop.

    ``agency_code`` is the electronic identifier of the agency (Quyết định 20/2020/QĐ-TTg).
    ``governing_body`` and ``unit_name`` are the two lines at the head of every paper; ``place`` is
    the place name before the date; ``server_name`` is what the office calls the server above.
    ``survey_with_papers`` is left out of the written form as long as the office does not want it.
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
    hours: tuple[OfficeHours, ...] = DEFAULT_HOURS
    survey_with_papers: bool | UnsetType = UNSET

    @property
    def encloses_survey(self) -> bool:
        """Whether a sheet of the survey is printed with the papers that people take along."""
        return self.survey_with_papers is True

    def enclosing_survey(self, *, wanted: bool) -> Office:
        """The same office, with or without the sheet."""
        return replace(self, survey_with_papers=True if wanted else UNSET)

    @property
    def is_invented(self) -> bool:
        """Whether this is an office for trials and practice, which no citizen ever comes to."""
        return self.agency_code.split(".", 1)[0] == INVENTED_AGENCY

    @property
    def watermark(self) -> str:
        """What is written across every paper of an invented office."""
        return FOR_PRACTICE if self.is_invented else ""

    @property
    def body(self) -> str:
        """The governing body as a sentence names it: not in the capitals of a letterhead."""
        written = self.governing_body or self.name
        if not written.isupper() or self.place.upper() not in written:
            return written
        spelt = written.lower().replace(self.place.lower(), self.place)
        return spelt[:1].upper() + spelt[1:]

    @property
    def desk(self) -> str:
        """The one-stop shop as a sentence names it: spelt as in the office's own name."""
        begins = self.name.upper().find(self.unit_name.upper())
        if not self.unit_name.isupper() or begins < 0:
            return self.unit_name
        return self.name[begins : begins + len(self.unit_name)]

    def hours_on(self, day: date) -> OfficeHours:
        """The hours in force on ``day``; before the first entry, the first one."""
        return ruling_on(self.hours, day)
