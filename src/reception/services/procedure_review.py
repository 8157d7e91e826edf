"""The review of procedures of a period, out of the register and held against the catalogue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from reception.domain.demanded import is_listed
from reception.domain.indicators import Base, Fact, Share, Tally, time_spent
from reception.domain.intake import Channel
from reception.domain.list_frame import Period
from reception.domain.paper import Paper
from reception.domain.procedure import Procedure
from reception.domain.procedure_review import ExtraPaper, Review, ReviewRow, RoadTrips, summed
from reception.domain.quality_papers import review_paper
from reception.domain.text import clean, fold
from reception.domain.traits import Trait
from reception.services import form_workbook, forms
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.services.indicators import Counting
from reception.services.report_periods import check_countable
from reception.storage import demanded_rows, indicator_rows
from reception.storage.demanded_rows import DemandedRow
from reception.storage.indicator_rows import TripsRow

_MOST_REASONS = 3


def review(desk: Desk, period: Period) -> Review:
    """Review the procedures of a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
    """
    check_countable(period, desk)
    counting = Counting(desk, period)
    extra = _extra(desk, counting)
    came = indicator_rows.trips_of(desk.database, counting.over)
    rows = _rows(desk, counting, extra, came)
    catalogue, used = counting.catalogue, counting.received_of()
    unused = sorted(catalogue.keys() - used, key=lambda code: fold(catalogue[code].name))
    return Review(
        rows=rows,
        total=summed(rows),
        used=Share(len(catalogue.keys() & used), len(catalogue), "thủ tục"),
        unused=tuple((code, catalogue[code].name) for code in unused),
        extra=extra,
        roads=_roads(came),
    )


def paper(desk: Desk, made: Review, period: Period, *, by: str = "") -> Paper:
    """The review as a paper, to be printed and signed."""
    return review_paper(drawing(desk, forms.PROCEDURE_REVIEW, period.until_on, by), period, made)


def save_workbook(desk: Desk, made: Review, period: Period, file: Path) -> None:
    """The same as a spreadsheet.

    Raises:
        Trouble: ``file-unwritable``.
    """
    form_workbook.save(paper(desk, made, period), file, "Rà soát thủ tục", "Giấy tờ thêm")


def _roads(came: Iterable[TripsRow]) -> tuple[RoadTrips, ...]:
    trips: defaultdict[Channel, Counter[int]] = defaultdict(Counter)
    for row in came:
        trips[row.channel][row.trips] += row.dossiers
    return tuple(
        RoadTrips(channel, dict(trips[channel])) for channel in Channel if channel in trips
    )


def _rows(
    desk: Desk, counting: Counting, extra: Iterable[ExtraPaper], came: Iterable[TripsRow]
) -> tuple[ReviewRow, ...]:
    database, over = desk.database, counting.over
    trips: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in came:
        trips[row.procedure][row.trips] += row.dossiers
    settled: defaultdict[str, list[Tally]] = defaultdict(list)
    for tally in counting.tallies(Base.SETTLED):
        settled[tally.fact.procedure].append(tally)
    in_vain = indicator_rows.in_vain(database, over)
    asked = Counter[str]()
    for one in extra:
        asked[one.procedure] += one.times
    received = _received(counting, lambda _fact: True)
    online = _received(counting, lambda fact: fact.channel.is_online)
    supplemented = _received(counting, lambda fact: fact.has(Trait.SUPPLEMENTED))
    rows = [
        ReviewRow(
            code=code,
            name=_name(desk, counting, code),
            received=received[code],
            online=online[code],
            supplemented=supplemented[code],
            time=time_spent(settled.get(code, ())),
            trips=dict(trips.get(code, {})),
            in_vain=in_vain[code],
            extra=asked[code],
        )
        for code in {*received, *trips, *settled, *in_vain, *asked}
    ]
    return tuple(sorted(rows, key=lambda row: (-row.received, fold(row.name), row.code)))


def _received(counting: Counting, counts: Callable[[Fact], bool]) -> Counter[str]:
    found = Counter[str]()
    for one in counting.tallies(Base.RECEIVED):
        if counts(one.fact):
            found[one.fact.procedure] += one.number
    return found


def _extra(desk: Desk, counting: Counting) -> tuple[ExtraPaper, ...]:
    """What was asked for and is not among the papers of the procedure's version of that day."""
    versions = {(one.code, one.version): one for one in desk.procedures}
    gathered: defaultdict[tuple[str, str, str], list[DemandedRow]] = defaultdict(list)
    for row in demanded_rows.asked_for(desk.database, counting.over):
        procedure = versions.get((row.procedure, row.version))
        if procedure is None or not is_listed(row.paper, procedure.papers):
            gathered[row.procedure, fold(clean(row.paper)), row.occasion].append(row)
    found = [_together(desk, counting, rows) for rows in gathered.values()]
    return tuple(sorted(found, key=lambda one: (-one.times, fold(one.paper), one.procedure)))


def _together(desk: Desk, counting: Counting, rows: list[DemandedRow]) -> ExtraPaper:
    reasons = Counter(row.because for row in rows if row.because)
    return ExtraPaper(
        procedure=rows[0].procedure,
        procedure_name=_name(desk, counting, rows[0].procedure),
        paper=rows[0].paper,
        occasion=rows[0].occasion,
        times=len(rows),
        reasons=tuple(reason for reason, _times in reasons.most_common(_MOST_REASONS)),
        references=tuple(row.reference for row in rows),
    )


def _name(desk: Desk, counting: Counting, code: str) -> str:
    """What a procedure is called, also one that is no longer in force."""
    if code in counting.catalogue:
        return counting.catalogue[code].name
    ever: list[Procedure] = [one for one in desk.procedures if one.code == code]
    return ever[-1].name if ever else code
