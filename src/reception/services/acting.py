"""How every act on a dossier is done: allowed or refused, made into one event, durably recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from reception.domain import allowed
from reception.domain.allowed import Limits
from reception.domain.deadlines import compute, promise_without_limit
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import LaterEvent
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.moments import in_office_zone, short_moment
from reception.domain.promise import Promise
from reception.domain.runs import Adjustments
from reception.services import rights
from reception.services.desk import Desk
from reception.services.intake import with_open_ends
from reception.storage.store import HistoryEntry

Make = Callable[[Dossier, datetime], LaterEvent]


def perform(
    desk: Desk, dossier_id: str, act: Act, make: Make, *, by: str, at: datetime | None = None
) -> Dossier:
    """Do one act in one durable commit; a refused one leaves everything as it was.

    Args:
        desk: The desk.
        dossier_id: The dossier.
        act: What is done; the table of :mod:`reception.domain.life` says whether it may be.
        make: Makes the event of the dossier as it stands and the moment of the act.
        by: The login of whoever does it.
        at: When it was done, if it is written down later; now by default.

    Raises:
        RuleViolation: The act is not allowed now, not to this person, or what was filled in is not
            possible.
        Trouble: The register could not be written.
    """
    with desk.store.writing():
        return perform_inside(desk, dossier_id, act, make, by=by, at=at)


def perform_inside(
    desk: Desk, dossier_id: str, act: Act, make: Make, *, by: str, at: datetime | None = None
) -> Dossier:
    """As :func:`perform`, inside the present transaction."""

    def event(dossier: Dossier | None) -> LaterEvent:
        if dossier is None:
            raise RuleViolation("unknown-dossier", "Không tìm thấy hồ sơ này; hãy tìm lại theo mã.")
        require(desk, dossier, act)
        return make(dossier, moment_of_act(desk, dossier, at))

    desk.require_clock()
    rights.check_act(desk, act, by=by)
    return desk.store.act(dossier_id, event, at=desk.now(), by=by)


def require(desk: Desk, dossier: Dossier, act: Act) -> None:
    """Allow an act that is in turn, or refuse it.

    Raises:
        RuleViolation: As for :func:`reception.domain.allowed.require`.
    """
    allowed.require(dossier, act, lambda: allowed_now(desk, dossier))


def allowed_now(desk: Desk, dossier: Dossier) -> tuple[Act, ...]:
    """What may be done with a dossier now, whoever does it."""
    history = desk.store.history(dossier.dossier_id)
    return allowed.allowed_acts(dossier, limits_of(desk, dossier, history), desk.now())


def limits_of(desk: Desk, dossier: Dossier, history: Sequence[HistoryEntry]) -> Limits:
    """Until when the acts that have their time may be done with a dossier of this history."""
    events = [entry.event for entry in history]
    return Limits(
        undo_until=allowed.undo_until(history[0].at, events),
        supplement_until=last_supplement_day(desk, dossier),
    )


def last_supplement_day(desk: Desk, dossier: Dossier) -> date:
    """The last day on which a supplement may be asked for (61/2018 Đ19 k4)."""
    received_on = dossier.opened_at.date()
    days = desk.calendar.rules.working_days("supplement-notice", received_on)
    return desk.calendar.nth_working_day(received_on, days)


def moment_of_act(desk: Desk, dossier: Dossier, at: datetime | None) -> datetime:
    """When an act was done: never before the last one, never in the future.

    Raises:
        RuleViolation: ``act-too-early`` or ``act-in-future``.
    """
    last_at = dossier.touched_at or dossier.opened_at
    if at is None:
        # A PC whose clock was set back must not stop the work, nor turn the history around.
        return max(desk.now(), last_at)
    told_at = in_office_zone(at).replace(microsecond=0)
    if told_at > desk.now():
        raise RuleViolation(
            "act-in-future",
            f"Thời điểm {short_moment(told_at)} ở tương lai; hãy ghi lúc việc ấy đã xảy ra.",
            field="at",
        )
    if told_at < last_at:
        raise RuleViolation(
            "act-too-early",
            f"Thời điểm {short_moment(told_at)} trước việc gần nhất của hồ sơ"
            f" ({short_moment(last_at)}); hãy ghi lại cho đúng thứ tự.",
            field="at",
        )
    return told_at


def promise_with(desk: Desk, dossier: Dossier, adjustments: Adjustments) -> Promise:
    """The promise of a dossier whose clock was adjusted, by the calendar as known now."""
    intake, procedure = dossier.intake, dossier.intake.procedure
    if procedure.limit is None and not procedure.stages:
        return promise_without_limit(dossier.opened_at)
    deadline = compute(
        desk.calendar,
        procedure.limit,
        dossier.opened_at,
        channel=intake.channel,
        stages=procedure.stages,
        parallel=procedure.parallel,
        adjustments=adjustments,
    )
    return with_open_ends(
        desk,
        deadline.to_promise(),
        dossier.opened_at,
        awaited=False,
        open_stages=procedure.open_stages,
    )
