"""When a result is due: from the moment of receipt, through pauses and stages, to the promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from reception.domain.basis import basis_of
from reception.domain.calendar import WorkingCalendar
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel
from reception.domain.measures import Days, measure_of
from reception.domain.moments import in_office_zone
from reception.domain.promise import Promise, StageDue
from reception.domain.runs import (
    UNADJUSTED,
    Adjustments,
    Leg,
    LegStart,
    Pause,
    checked_pauses,
    clock_start,
    run,
)
from reception.domain.time_limit import Stage, TimeLimit, Unit


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due moment, and all that is needed to explain it (:mod:`reception.domain.explanation`).

    ``limit`` is ``None`` where the stages alone set the due moment. ``starts_at`` is the effective
    start of the clock. ``basis`` lists the rules applied, each with its article. All moments are
    aware and in the office's zone.
    """

    received_at: datetime
    clock_at: datetime
    starts_at: datetime
    due_at: datetime
    provisional: bool
    basis: tuple[str, ...]
    limit: TimeLimit | None
    channel: Channel
    adjustments: Adjustments
    stages: tuple[StageDue, ...] = ()
    parallel: bool = False
    legs: tuple[Leg, ...] = field(default=(), repr=False)
    calendar: WorkingCalendar = field(kw_only=True, repr=False, compare=False)

    @property
    def law(self) -> tuple[str, ...]:
        """The legal texts that framed the one-stop desk when the clock started."""
        return self.calendar.rules.law_on(self.starts_at.date())

    def to_promise(self) -> Promise:
        """The due moment as it is recorded with the dossier and from then on only read."""
        return Promise(
            due_at=self.due_at,
            starts_at=self.starts_at,
            provisional=self.provisional,
            basis=self.basis,
            stages=self.stages,
            calendar=self.calendar.version,
        )


def compute(
    calendar: WorkingCalendar,
    limit: TimeLimit | None,
    received_at: datetime,
    *,
    channel: Channel = Channel.COUNTER,
    adjustments: Adjustments = UNADJUSTED,
    stages: Sequence[Stage] = (),
    parallel: bool = False,
) -> Deadline:
    """When the result is due.

    A restart comes first, then the pauses after it, then the extension. With both a limit and
    stages the limit sets the due moment, and the stages are milestones from where its clock starts.

    Args:
        calendar: The office's calendar as known now.
        limit: The statutory limit; ``None`` where only the stages carry limits.
        received_at: Aware datetime.
        channel: How the dossier arrived.
        adjustments: What happened to its clock since, or might.
        stages: The steps of a linked procedure.
        parallel: Whether the stages run at once instead of one after the other.

    Raises:
        RuleViolation: ``limit-missing``, ``impossible-extension``, ``impossible-start``,
            ``pause-before-receipt``, ``pauses-overlap`` or ``beyond-horizon``.
    """
    received_at = in_office_zone(received_at)
    clock_at = clock_start(received_at, adjustments)
    pauses = checked_pauses(adjustments.pauses, received_at)
    whole: tuple[Leg, ...] = ()
    starts_at = clock_at
    if limit:
        measure = measure_of(calendar, limit)
        starts_at = measure.begin(clock_at, channel)
        whole = run(measure, starts_at, channel=channel, pauses=pauses)
    dues, staged = _run_stages(calendar, stages, starts_at, channel, pauses, parallel=parallel)
    legs = whole or staged
    if not legs:
        raise RuleViolation(
            "limit-missing",
            "Chưa có thời hạn giải quyết; hãy ghi thời hạn hoặc thời hạn từng bước.",
            field="limit",
        )
    if adjustments.extra_working_days:
        legs += _extension(calendar, legs[-1].stops_at, adjustments.extra_working_days)
    provisional = _is_provisional(calendar, legs, received_at)
    return Deadline(
        received_at=received_at,
        clock_at=clock_at,
        starts_at=legs[0].starts_at,
        due_at=legs[-1].stops_at,
        provisional=provisional,
        basis=basis_of(
            calendar,
            legs,
            clock_at=clock_at,
            channel=channel,
            adjustments=adjustments,
            parallel=parallel and limit is None,
            provisional=provisional,
        ),
        limit=limit,
        channel=channel,
        adjustments=adjustments,
        stages=dues,
        parallel=parallel,
        legs=legs,
        calendar=calendar,
    )


def promise_without_limit(received_at: datetime) -> Promise:
    """The promise where the law sets no limit: the clock's start, and no due moment."""
    return Promise(
        due_at=None,
        starts_at=in_office_zone(received_at),
        basis=("Pháp luật không quy định thời hạn giải quyết cho thủ tục này.",),
    )


def _run_stages(
    calendar: WorkingCalendar,
    stages: Sequence[Stage],
    clock_at: datetime,
    channel: Channel,
    pauses: Sequence[Pause],
    *,
    parallel: bool,
) -> tuple[tuple[StageDue, ...], tuple[Leg, ...]]:
    """When each stage is due, and the legs that decide: all in sequence, or the latest one's."""
    # Provinces cut a limit into steps of part of a day that add up to it; only if all of such steps
    # are walked in hours can their end never come after the limit's own.
    in_hours = any(s.limit.unit is Unit.WORKING_DAY and s.limit.value % 1 for s in stages)
    dues: list[StageDue] = []
    runs: list[tuple[Leg, ...]] = []
    for stage in stages:
        follows = bool(runs) and not parallel
        measure = measure_of(calendar, stage.limit, in_hours=in_hours)
        starts_at = measure.begin(dues[-1].due_at if follows else clock_at, channel)
        started_by = LegStart.STAGE if follows else LegStart.RECEIPT
        legs = run(measure, starts_at, channel=channel, pauses=pauses, started_by=started_by)
        dues.append(StageDue(stage.office, stage.limit, starts_at, legs[-1].stops_at))
        runs.append(legs)
    if parallel and runs:
        return tuple(dues), max(runs, key=lambda legs: legs[-1].stops_at)
    return tuple(dues), tuple(leg for legs in runs for leg in legs)


def _extension(
    calendar: WorkingCalendar, due_at: datetime, extra_working_days: int
) -> tuple[Leg, ...]:
    """The leg of an extension, counted from the day that the result was due."""
    measure = Days(calendar, TimeLimit(Decimal(extra_working_days), Unit.WORKING_DAY))
    return run(measure, due_at, channel=Channel.COUNTER, started_by=LegStart.EXTENSION)


def _is_provisional(calendar: WorkingCalendar, legs: Sequence[Leg], received_at: datetime) -> bool:
    """Whether a decree still to come could move the due moment; hours by the clock never move."""
    if all(leg.measure.limit.unit is Unit.HOUR for leg in legs):
        return False
    return not calendar.is_announced(received_at.date(), legs[-1].stops_at.date())
