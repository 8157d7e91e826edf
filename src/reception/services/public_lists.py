"""What is made public of a commune's work: its apologies, and how it kept its dates month by month.

The lists know no person: a dossier is told by its code, a delay by its kind and an office.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.call_lists import ApologyRow
from reception.domain.counting import span
from reception.domain.delay import Cause
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.domain.moments import Clock, in_office_zone
from reception.domain.notice import public_reason
from reception.domain.timeliness import Rule, is_watched_first
from reception.storage.ledger.board_rows import Sums, sums_of
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.page_rows import FoldedDossier
from reception.storage.ledger.rows import Agency
from reception.storage.ledger.work import Work

_FIRST_YEAR = 2016
_MONTHS_TOLD = 12


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def text(self) -> str:
        """As it is written in addresses: ``2026-03``."""
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def words(self) -> str:
        """As people read it: ``tháng 03/2026``."""
        return f"tháng {self.month:02d}/{self.year}"

    def before(self, months: int = 1) -> Month:
        """The month so many before."""
        count = self.year * 12 + self.month - 1 - months
        return Month(count // 12, count % 12 + 1)


@dataclass(frozen=True, slots=True)
class Apologies:
    """A commune's apologies of a month, for dossiers whose date was missed after all."""

    agency: Agency
    month: Month
    rows: tuple[ApologyRow, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What a commune, or all of them together, received and settled: by field and by month."""

    agency: Agency | None
    month: Month
    sums: Sums
    by_field: Mapping[str, Sums]
    by_month: Mapping[str, Sums]


def month_of(text: str, clock: Clock) -> Month:
    """The month written as ``2026-03``; the present one where nothing is written.

    Raises:
        RuleViolation: ``month-impossible``.
    """
    today = in_office_zone(clock()).date()
    if not text.strip():
        return Month(today.year, today.month)
    year, _, month = text.strip().partition("-")
    if year.isdecimal() and month.isdecimal() and len(text.strip()) <= 7:
        wanted = Month(int(year), int(month))
        if _FIRST_YEAR <= wanted.year <= today.year + 1 and 1 <= wanted.month <= 12:
            return wanted
    raise RuleViolation(
        "month-impossible", "Tháng phải ghi như 2026-03 (năm-tháng); hãy chọn lại.", field="month"
    )


def communes(ledger: Ledger) -> list[Agency]:
    """The communes by name."""
    with ledger.reading() as work:
        return sorted(work.agencies(), key=lambda each: each.name)


def apologies(ledger: Ledger, clock: Clock, agency: str, month: Month) -> Apologies:
    """A commune's apologies signed within a month.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    now = clock()
    with ledger.reading() as work:
        known = known_agency(work.agency(agency))
        signed = work.apologies(agency, month.first, month.last)
    late = [_public(row, row.due_at, known) for row in signed if row.due_at and row.is_late(now)]
    return Apologies(known, month, tuple(late))


def results(ledger: Ledger, clock: Clock, agency: str, month: Month) -> Results:
    """What was received and settled in a month, and in those before.

    A commune's month is counted by field as its reports are; the months beside it, and those of all
    communes, are sums kept day by day of the same.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    with ledger.reading() as work:
        known = known_agency(work.agency(agency)) if agency else None
        by_field = _by_field(work, agency, month, clock()) if agency else {}
        by_month = work.sums_by_month(month.before(_MONTHS_TOLD - 1).first, month.last, agency)
    told = dict(sorted(by_field.items(), key=lambda each: (not is_watched_first(each[0]), each[0])))
    return Results(known, month, by_month.get(month.text, Sums()), told, by_month)


def _by_field(work: Work, agency: str, month: Month, now: datetime) -> dict[str, Sums]:
    over = span(Period(month.first, month.last), in_office_zone(now), Rule.MINUTE)
    counted = work.counts([agency], over, Rule.MINUTE)[agency]
    told = {field: sums_of(counts) for field, counts in counted.items()}
    return {field: sums for field, sums in told.items() if sums != Sums()}


def known_agency(agency: Agency | None) -> Agency:
    """The commune, if it is one.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    if agency is None:
        raise RuleViolation(
            "unknown-agency", "Không có xã, phường này; hãy chọn trong danh sách.", field="agency"
        )
    return agency


def _public(row: FoldedDossier, due_at: datetime, agency: Agency) -> ApologyRow:
    return ApologyRow(
        code=row.reference,
        procedure=row.procedure_name,
        received_at=row.opened_at,
        due_at=due_at,
        new_due_at=row.new_due_at,
        unit=row.late_unit or agency.name,
        reason=public_reason(Cause(row.cause)) if row.cause else "",
    )
