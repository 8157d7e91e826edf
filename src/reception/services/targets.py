"""What an office wants to reach in a year, set by it and held against what was counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.domain.targets import (
    Actual,
    Progress,
    TargetKind,
    TargetSet,
    checked_percent,
    needed,
    spare,
)
from reception.domain.text import checked_text
from reception.services import rights
from reception.services.desk import Desk
from reception.services.figure_years import check_year, year_until
from reception.services.indicators import Indicators, indicators
from reception.services.quality_rules import targets_on
from reception.storage import evaluation_rows


@dataclass(frozen=True, slots=True)
class Targets:
    """A year's targets beside what was counted in ``period``; ``unset`` is without any target."""

    year: int
    period: Period
    progress: tuple[Progress, ...]
    unset: tuple[Actual, ...]


def kinds(year: int) -> tuple[TargetKind, ...]:
    """Of what targets can be set for a year."""
    return targets_on(year_until(year))


def set_target(
    desk: Desk, year: int, name: str, percent: int | None, *, basis: str = "", by: str
) -> Targets:
    """Set a year's target, in hundredths of a percent; ``None`` takes it back.

    Raises:
        RuleViolation: ``no-such-target``, ``target-impossible``, ``year-impossible`` or
            ``not-allowed``.
    """
    rights.check(desk, Right.APPROVE, "đặt chỉ tiêu", by=by)
    check_year(desk, year)
    known = [kind.name for kind in kinds(year)]
    if name not in known:
        raise RuleViolation(
            "no-such-target",
            f"Không có chỉ tiêu “{name[:40]}”; hãy chọn một trong: {', '.join(known)}.",
            field="target",
        )
    told = checked_percent(percent) if percent is not None else None
    event = TargetSet(desk.now(), year, name, told, checked_text(basis, "basis"))
    with desk.store.writing():
        desk.store.record_reference(event, at=desk.now(), by=by)
    return targets(desk, year)


def targets(desk: Desk, year: int) -> Targets:
    """A year's targets beside what was counted until now.

    Raises:
        RuleViolation: ``year-impossible``.
    """
    check_year(desk, year)
    given = evaluation_rows.targets(desk.database, year)
    today = desk.now().date()
    period = Period(date(year, 1, 1), min(year_until(year), max(today, date(year, 1, 1))))
    begun = period.from_on <= today
    made = indicators(desk, period) if begun else None
    reached = [_actual(kind, made) for kind in kinds(year)]
    return Targets(
        year,
        period,
        tuple(_progress(one, given[one.kind.name]) for one in reached if one.kind.name in given),
        tuple(one for one in reached if one.kind.name not in given),
    )


def _actual(kind: TargetKind, made: Indicators | None) -> Actual:
    if made is None:
        return Actual(kind, None, "năm này chưa bắt đầu")
    told = made.of(kind.index)
    return Actual(kind, told.share, "" if told.share else told.unknown)


def _progress(one: Actual, said: TargetSet) -> Progress:
    percent, share, fixed = said.percent or 0, one.share, one.kind.fixed
    return Progress(
        one.kind,
        percent,
        said.basis,
        share,
        one.unknown,
        needed=needed(share, percent, fixed=fixed) if share else None,
        spare=spare(share, percent, fixed=fixed) if share else None,
    )
