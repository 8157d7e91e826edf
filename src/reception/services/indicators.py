"""The indices of service quality of a period, each with what it was counted from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from reception.domain.counting import Span, span
from reception.domain.errors import RuleViolation
from reception.domain.feedback import KIND_WORDS
from reception.domain.indicators import (
    EXCHANGED,
    FEEDBACK,
    MEASURES,
    PROCEDURES_PAID_ONLINE,
    PROCEDURES_USED,
    SATISFACTION,
    TIME_SPENT,
    Base,
    GroupScore,
    Index,
    Share,
    Tally,
    Told,
    group_score,
    share,
    time_spent,
)
from reception.domain.list_frame import Period
from reception.domain.paper import Paper
from reception.domain.procedure import Procedure, catalogue_on
from reception.domain.quality_papers import indicator_paper
from reception.domain.timeliness import Rule, Timeliness
from reception.domain.traits import Trait
from reception.services import citizens_say, feedback_papers, form_workbook, forms
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.services.quality_rules import quality_on
from reception.services.report_periods import check_countable
from reception.services.survey_editions import edition_on
from reception.storage import indicator_rows
from reception.storage.indicator_rows import FactRow

_NO_SERVER = "máy này chưa nối với máy chủ cấp trên"


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indices of a period in their order, and what their groups have reached."""

    period: Period
    told: tuple[Told, ...]
    groups: tuple[GroupScore, ...]

    def of(self, code: str) -> Told:
        """An index by its code.

        Raises:
            RuleViolation: ``no-such-index``.
        """
        index = _named([one.index for one in self.told], code)
        return next(one for one in self.told if one.index is index)


@dataclass(frozen=True, slots=True)
class Opened:
    """One of those that an index is made of: a dossier, a procedure, or feedback."""

    code: str
    words: str
    dossier_id: str = ""


class Counting:
    """A period being counted; what several indices need is read once."""

    def __init__(self, desk: Desk, period: Period) -> None:
        self.desk, self.period = desk, period
        self.over: Span = span(period, desk.now(), Rule.NATIONAL)
        self._tallies: dict[Base, list[Tally]] = {}

    def tallies(self, base: Base) -> list[Tally]:
        """The dossiers of a base, those alike together."""
        if base is Base.DUE:  # most of them are those settled, which are counted already
            late = indicator_rows.overdue(self.desk.database, self.over)
            return [*self.tallies(Base.SETTLED), *late]
        if base not in self._tallies:
            self._tallies[base] = indicator_rows.tallies(self.desk.database, self.over, base)
        return self._tallies[base]

    @cached_property
    def catalogue(self) -> dict[str, Procedure]:
        """The procedures in force at the office at the period's end, or today."""
        on = min(self.period.until_on, self.desk.now().date())
        return {one.code: one for one in catalogue_on(self.desk.procedures, on)}

    @cached_property
    def unsent(self) -> set[str] | None:
        """The dossiers of which the server above lacks something."""
        return indicator_rows.unsent(self.desk.database)

    def received_of(self, trait: Trait | None = None) -> set[str]:
        """The procedures of which a dossier was received, perhaps one of which something is so."""
        rows = self.tallies(Base.RECEIVED)
        return {one.fact.procedure for one in rows if trait is None or one.fact.has(trait)}

    def facts(self, base: Base) -> Iterable[FactRow]:
        """The dossiers of a base one by one."""
        return indicator_rows.facts(self.desk.database, self.over, base)


def indicators(desk: Desk, period: Period) -> Indicators:
    """Count the indices of a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed``, or ``period-to-come``.
    """
    check_countable(period, desk)
    counting, rules = Counting(desk, period), quality_on(period.until_on)
    told = tuple(_told(counting, index) for index in rules.indices)
    return Indicators(period, told, tuple(group_score(group, told) for group in rules.groups))


def opened(desk: Desk, period: Period, code: str, *, rest: bool = False) -> list[Opened]:
    """What an index's numerator is made of, or with ``rest`` the others of its denominator.

    Raises:
        RuleViolation: ``no-such-index``, or ``index-unknown`` for one that has no figures,
            ``survey-unopened`` for one that the survey tells; those of :func:`indicators`.
    """
    check_countable(period, desk)
    counting = Counting(desk, period)
    told = _told(counting, _named(quality_on(period.until_on).indices, code))
    if told.share is None:
        raise RuleViolation(
            "index-unknown",
            f"Chỉ số {told.index.code} chưa có số liệu: {told.unknown}.",
            field="index",
        )
    return _OPENERS.get(told.index.measure, _open_dossiers)(counting, told.index, rest=rest)


def paper(desk: Desk, made: Indicators, *, by: str = "") -> Paper:
    """The indices as a paper, to be printed and signed."""
    frame = drawing(desk, forms.SERVICE_INDICATORS, made.period.until_on, by)
    return indicator_paper(frame, made.period, made.told, made.groups)


def save_workbook(desk: Desk, made: Indicators, file: Path, *, by: str = "") -> None:
    """The same as a spreadsheet.

    Raises:
        Trouble: ``file-unwritable``.
    """
    form_workbook.save(paper(desk, made, by=by), file, "Chỉ số 766")


# --- how each is counted --------------------------------------------------------------------------


def _named(indices: Sequence[Index], code: str) -> Index:
    wanted = code.strip().replace("-", "–")
    found = next((one for one in indices if one.code == wanted), None)
    if found is None:
        codes = ", ".join(one.code for one in indices)
        raise RuleViolation(
            "no-such-index",
            f"Không có chỉ số “{code[:20]}”; hãy chọn một trong: {codes}.",
            field="index",
        )
    return found


def _told(counting: Counting, index: Index) -> Told:
    measure = MEASURES.get(index.measure)
    if measure:
        return Told(index, share(measure, counting.tallies(measure.base)))
    found = SOURCES[index.measure](counting) if index.measure in SOURCES else None
    if found is None:
        return Told(index, unknown=index.unknown or _NO_SERVER)
    return Told(index, found)


def _time_spent(counting: Counting) -> Share:
    return time_spent(counting.tallies(Base.SETTLED))


def _procedures_used(counting: Counting) -> Share:
    used = counting.received_of() & counting.catalogue.keys()
    return Share(len(used), len(counting.catalogue), "thủ tục")


def _procedures_paid_online(counting: Counting) -> Share:
    paid, owing = counting.received_of(Trait.PAID_ONLINE), counting.received_of(Trait.FEE)
    return Share(len(paid & owing), len(owing), "thủ tục")


def _exchanged(counting: Counting) -> Share | None:
    if counting.unsent is None:
        return None
    whole = sum(one.number for one in counting.tallies(Base.RECEIVED))
    lacking = indicator_rows.received_among(counting.desk.database, counting.over, counting.unsent)
    return Share(whole - lacking, whole)


SOURCES: dict[str, Callable[[Counting], Share | None]] = {
    TIME_SPENT: _time_spent,
    PROCEDURES_USED: _procedures_used,
    PROCEDURES_PAID_ONLINE: _procedures_paid_online,
    EXCHANGED: _exchanged,
    FEEDBACK: lambda counting: citizens_say.feedback_in_time(counting.desk, counting.period),
    SATISFACTION: lambda counting: citizens_say.satisfied(counting.desk, counting.period),
}
"""Measures that no dossier's facts tell alone."""


# --- what each is made of -------------------------------------------------------------------------


class _Opener(Protocol):
    """Tells what an index's numerator is made of, or the ``rest`` of its denominator."""

    def __call__(self, counting: Counting, index: Index, /, *, rest: bool) -> list[Opened]: ...


def _open_dossiers(counting: Counting, index: Index, *, rest: bool) -> list[Opened]:
    measure = MEASURES[index.measure]
    return [
        _as_opened(row)
        for row in counting.facts(measure.base)
        if measure.is_of(row.fact) and measure.counts(row.fact) is not rest
    ]


def _open_times(counting: Counting, _index: Index, *, rest: bool) -> list[Opened]:
    """What had a promised date, or with ``rest`` what had none and is not counted."""
    return [
        _as_opened(row)
        for row in counting.facts(Base.SETTLED)
        if (row.fact.kept is Timeliness.NO_LIMIT) is rest
    ]


def _open_exchanged(counting: Counting, _index: Index, *, rest: bool) -> list[Opened]:
    lacking = counting.unsent or set()
    return [
        _as_opened(row)
        for row in counting.facts(Base.RECEIVED)
        if (row.dossier_id in lacking) is rest
    ]


def _open_used(counting: Counting, _index: Index, *, rest: bool) -> list[Opened]:
    used, every = counting.received_of(), counting.catalogue
    return _procedures(every, (code for code in every if (code in used) is not rest))


def _open_paid(counting: Counting, _index: Index, *, rest: bool) -> list[Opened]:
    paid, owing = counting.received_of(Trait.PAID_ONLINE), counting.received_of(Trait.FEE)
    return _procedures(counting.catalogue, owing - paid if rest else owing & paid)


def _open_feedback(counting: Counting, _index: Index, *, rest: bool) -> list[Opened]:
    columns = ("late", "open_overdue") if rest else ("in_time",)
    return [
        Opened(row.code, KIND_WORDS[row.kind])
        for column in columns
        for row in feedback_papers.counted_in(counting.desk, counting.period, column)
    ]


def _open_satisfaction(counting: Counting, index: Index, *, rest: bool) -> list[Opened]:  # noqa: ARG001 - neither part opens
    words = edition_on(counting.period.until_on).unopened_words
    raise RuleViolation("survey-unopened", f"Chỉ số {index.code}: {words}", field="index")


_OPENERS: dict[str, _Opener] = {
    TIME_SPENT: _open_times,
    EXCHANGED: _open_exchanged,
    PROCEDURES_USED: _open_used,
    PROCEDURES_PAID_ONLINE: _open_paid,
    FEEDBACK: _open_feedback,
    SATISFACTION: _open_satisfaction,
}


def _as_opened(row: FactRow) -> Opened:
    return Opened(row.reference, row.procedure_name, row.dossier_id)


def _procedures(catalogue: dict[str, Procedure], codes: Iterable[str]) -> list[Opened]:
    named = {code: catalogue[code].name if code in catalogue else "" for code in codes}
    return [Opened(code, named[code]) for code in sorted(named)]
