"""One limit run from its start to its due moment, with the pauses that stop its clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel
from reception.domain.measures import Measure
from reception.domain.moments import in_office_zone


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the clock stands still: a supplement awaited, a system out of order.

    Raises:
        RuleViolation: ``impossible-pause`` when it ends before it begins.
    """

    from_at: datetime
    until_at: datetime

    def __post_init__(self) -> None:
        if self.until_at <= self.from_at:
            raise RuleViolation(
                "impossible-pause",
                "Lần tạm dừng kết thúc trước khi bắt đầu; hãy ghi lại theo thứ tự từ lúc dừng"
                " đến lúc tiếp tục.",
                field="pauses",
            )


@dataclass(frozen=True, slots=True)
class Adjustments:
    """What happened to a dossier's clock, or might: all moments are aware.

    ``accepted_at`` starts the clock instead of the receipt (accepted online, or by the competent
    authority); ``restarted_at`` starts it anew when the dossier is complete after a supplement;
    ``extra_working_days`` is an extension agreed in writing.
    """

    accepted_at: datetime | None = None
    restarted_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    extra_working_days: int = 0

    def restarted(self, at: datetime) -> Adjustments:
        """The clock started anew: what stopped or lengthened it before no longer counts.

        What is complete before the competent authority has it still starts with the authority.
        """
        restarted_at = max(at, self.accepted_at) if self.accepted_at else at
        return replace(self, restarted_at=restarted_at, pauses=(), extra_working_days=0)

    def paused(self, from_at: datetime, until_at: datetime) -> Adjustments:
        """The clock stood still between two moments, if there was any time between them."""
        if until_at <= from_at:
            return self
        return replace(self, pauses=(*self.pauses, Pause(from_at, until_at)))


UNADJUSTED = Adjustments()


class LegStart(StrEnum):
    """What set a leg's clock going."""

    RECEIPT = "receipt"
    RESUMED = "resumed"
    STAGE = "stage"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True)
class Leg:
    """An unbroken stretch in which the clock ran.

    ``counted_until`` is the last day that may be counted; a due moment moved off a day off comes
    later than that. ``stops_at`` is the due moment, or the pause that ``paused`` tells of.
    """

    measure: Measure
    started_by: LegStart
    starts_at: datetime
    stops_at: datetime
    counted_until: date
    paused: bool = False


def run(
    measure: Measure,
    starts_at: datetime,
    *,
    channel: Channel,
    pauses: Sequence[Pause] = (),
    started_by: LegStart = LegStart.RECEIPT,
) -> tuple[Leg, ...]:
    """Run a limit's clock from its effective start; the last leg stops at the due moment.

    Days counted up to and including the day of a pause are used up; the rest is counted after the
    day on which the clock goes on, which is day 0 again. A pause that begins when the due moment
    has come changes nothing; one that ended before the start, or lies within one closing time of
    the office, neither.
    """
    legs: list[Leg] = []
    left = measure.total(starts_at)
    counted_until, due_at = measure.reach(starts_at, left)
    for pause in pauses:
        if pause.from_at >= due_at or pause.until_at <= starts_at:
            continue
        if measure.resume(pause.from_at, channel) == measure.resume(pause.until_at, channel):
            continue  # it began and ended outside office hours: no work was kept from being done
        # Between a last day off and the working day it moves to, all is used up already.
        left -= min(left, measure.used(starts_at, pause.from_at))
        paused_at = max(pause.from_at, starts_at)
        counted_until = min(counted_until, paused_at.date())
        legs.append(Leg(measure, started_by, starts_at, paused_at, counted_until, paused=True))
        starts_at, started_by = measure.resume(pause.until_at, channel), LegStart.RESUMED
        counted_until, due_at = measure.reach(starts_at, left)
    legs.append(Leg(measure, started_by, starts_at, due_at, counted_until))
    return tuple(legs)


def clock_start(received_at: datetime, adjustments: Adjustments) -> datetime:
    """The moment from which the clock runs: receipt, acceptance or restart, in the office's zone.

    Raises:
        RuleViolation: ``impossible-start`` when acceptance or restart lie before what they follow.
    """
    clock_at = received_at
    for later_at, what in (
        (adjustments.accepted_at, "tiếp nhận hợp lệ"),
        (adjustments.restarted_at, "nhận đủ hồ sơ sau khi bổ sung"),
    ):
        if later_at is None:
            continue
        if later_at < clock_at:
            raise RuleViolation(
                "impossible-start",
                f"Thời điểm {what} lại sớm hơn thời điểm nhận hồ sơ; hãy kiểm tra lại ngày giờ.",
                field="received_at",
            )
        clock_at = in_office_zone(later_at)
    return clock_at


def checked_pauses(pauses: Iterable[Pause], received_at: datetime) -> tuple[Pause, ...]:
    """The pauses in order, in the office's zone.

    Raises:
        RuleViolation: ``pause-before-receipt`` or ``pauses-overlap``.
    """
    told = (Pause(in_office_zone(p.from_at), in_office_zone(p.until_at)) for p in pauses)
    ordered = tuple(sorted(told, key=lambda pause: pause.from_at))
    if ordered and ordered[0].from_at < received_at:
        raise RuleViolation(
            "pause-before-receipt",
            "Lần tạm dừng bắt đầu trước khi nhận hồ sơ; hãy kiểm tra lại ngày giờ tạm dừng.",
            field="pauses",
        )
    if any(later.from_at < earlier.until_at for earlier, later in pairwise(ordered)):
        raise RuleViolation(
            "pauses-overlap",
            "Hai lần tạm dừng chồng lên nhau; hãy kiểm tra lại ngày giờ tạm dừng và tiếp tục.",
            field="pauses",
        )
    return ordered
