"""The desk's reports counted at the server: of each commune by itself, and of all together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from reception import paths
from reception.domain.counting import Counts, Span, total
from reception.domain.errors import Trouble
from reception.domain.handling_report import Choices
from reception.domain.justice_report import (
    NOT_ACCEPTED,
    PAID,
    PAID_AT_DESK,
    PAID_ONLINE,
    Justice,
    Standing,
    blank_of,
    justice_of,
    waits_in,
)
from reception.domain.lateness_report import LateAs, lateness_of
from reception.domain.list_frame import Period
from reception.services.catalogue_file import read_catalogue
from reception.services.definitions import definition_on
from reception.services.handling import HandlingReport
from reception.services.justice import UNKNOWN_FIELD, JusticeReport
from reception.services.lateness import LatenessReport
from reception.services.reports import Report
from reception.services.submission_standing import must_be_answered_by
from reception.storage.ledger.work import Work
from reception.sync.server_chain import server_device

R_co = TypeVar("R_co", bound=Report, covariant=True)
_Sums = Mapping[str, Counts]
_Beside = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class ToCount:
    """The communes whose report is wanted, of which days, and how it counts."""

    agencies: tuple[str, ...]
    period: Period
    choices: Choices
    over: Span


@dataclass(frozen=True, slots=True)
class Made(Generic[R_co]):
    """A report of all that was asked for, and of each commune."""

    whole: R_co
    communes: Mapping[str, R_co]


def handling(work: Work, asked: ToCount) -> Made[HandlingReport]:
    """II.06a.

    Raises:
        Trouble: ``figures-do-not-add-up``: what was folded is not what the events say.
    """
    choices, over = asked.choices, asked.over
    sums = work.counts(asked.agencies, over, choices.rule)
    recorded = work.counts_as_recorded(sums, over, choices.rule)
    old = work.from_old_books(asked.agencies, over)
    for figures in (*sums.values(), *recorded.values()):
        require_sum(adds_up=total(figures.values()).adds_up)
    definition = definition_on(choices.rule, asked.period.until_on)

    def made(
        sums: Mapping[str, Counts], recorded: Mapping[str, Counts], old: int
    ) -> HandlingReport:
        return HandlingReport(asked.period, choices, definition, sums, recorded, old)

    return Made(
        made(_added(sums.values()), _added(recorded.values()), old.total()),
        {each: made(sums[each], recorded[each], old[each]) for each in asked.agencies},
    )


def justice(work: Work, asked: ToCount) -> Made[JusticeReport]:
    """07a/BTP.

    Raises:
        Trouble: ``figures-do-not-add-up``: what was folded is not what the events say.
    """
    standings = work.standings(asked.agencies, asked.over, asked.choices.rule)
    portals = _portals(work, asked.agencies)
    beside = _beside(work, asked, portals)
    of_all = Counter[tuple[str, Standing]]()
    all_beside: _Beside = {}
    for agency in asked.agencies:
        of_all.update(standings[agency])
        for field, figures in beside[agency].items():
            all_beside.setdefault(field, Counter()).update(figures)

    def made(
        standings: Mapping[tuple[str, Standing], int], beside: _Beside, *, portal: bool
    ) -> JusticeReport:
        told = justice_of(standings, beside, asked.choices, blank_of(portal=portal))
        return _justice(asked, told)

    return Made(
        made(of_all, all_beside, portal=bool(portals)),
        {
            each: made(standings[each], beside[each], portal=each in portals)
            for each in asked.agencies
        },
    )


def lateness(work: Work, asked: ToCount) -> Made[LatenessReport]:
    """Why dossiers were late.

    Raises:
        Trouble: ``figures-do-not-add-up``: what was folded is not what the events say.
    """
    late = work.late(asked.agencies, asked.over, asked.choices)
    definition = definition_on(asked.choices.rule, asked.period.until_on)

    def made(late: Mapping[LateAs, int]) -> LatenessReport:
        told = lateness_of(late)
        require_sum(adds_up=told.adds_up)
        return LatenessReport(asked.period, asked.choices, definition, told)

    of_all = Counter[LateAs]()
    for one in late.values():
        of_all.update(one)
    return Made(made(of_all), {agency: made(one) for agency, one in late.items()})


def require_sum(*, adds_up: bool) -> None:
    """Make no report of figures that do not add up.

    Raises:
        Trouble: ``figures-do-not-add-up``.
    """
    if not adds_up:
        raise Trouble(
            "figures-do-not-add-up",
            "Số tiếp nhận và số giải quyết không khớp nhau nên chưa lập báo cáo; hãy chạy"
            " “reception server fold --rebuild” rồi lập lại, vẫn không khớp thì báo cho nơi hỗ"
            " trợ.",
        )


def _justice(asked: ToCount, told: Justice) -> JusticeReport:
    require_sum(adds_up=told.adds_up)
    definition = definition_on(asked.choices.rule, asked.period.until_on)
    return JusticeReport(asked.period, asked.choices, definition, told)


def _added(reports: Iterable[_Sums]) -> dict[str, Counts]:
    sums: dict[str, Counts] = {}
    for one in reports:
        for field, counts in one.items():
            sums.setdefault(field, Counts()).add(counts)
    return sums


def _portals(work: Work, agencies: Sequence[str]) -> frozenset[str]:
    """The communes to which this server ever brought what a portal submitted."""
    authority = work.authority()
    brought = work.with_portal(agencies)
    return frozenset(agency for agency, by in brought if by == server_device(agency, authority))


def _beside(work: Work, asked: ToCount, portals: Iterable[str]) -> dict[str, _Beside]:
    """By commune and field, what is not of a dossier that was received."""
    sums: dict[str, _Beside] = {agency: {} for agency in asked.agencies}

    def add(counted: Mapping[str, Counter[str]], column: str, times: int = 1) -> None:
        for agency, by_field in counted.items():
            for field, number in by_field.items():
                sums[agency].setdefault(field, Counter())[column] += times * number

    paid, online = work.paid(asked.agencies, asked.over)
    add(work.refused(asked.agencies, asked.over), NOT_ACCEPTED)
    add(paid, PAID)
    add(online, PAID_ONLINE)
    add(paid, PAID_AT_DESK)
    add(online, PAID_AT_DESK, -1)
    for agency, field, column in _waiting(work, asked, portals):
        sums[agency].setdefault(field, Counter())[column] += 1
    return sums


def _waiting(work: Work, asked: ToCount, portals: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """Each submission that nobody had settled: its commune, field and column."""
    authority = work.authority()
    for one in work.waiting(sorted(portals), asked.over):
        if one.device == server_device(one.agency, authority):
            column = waits_in(must_be_answered_by(one.submitted_at), asked.over)
            field = _shipped_fields().get(one.procedure) or work.field_of(one.agency, one.procedure)
            yield one.agency, field or UNKNOWN_FIELD, column


@cache
def _shipped_fields() -> Mapping[str, str]:
    catalogue = read_catalogue(paths.resource("procedures") / "catalogue.csv")
    return {one.code: one.field for one in catalogue.procedures}
