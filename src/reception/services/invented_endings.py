"""How invented dossiers end: the result, the refusal or the stop, and the way into the hands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from reception.domain.custody import DESK
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import PaidBy
from reception.domain.intake import ReturnBy
from reception.services import finishing, passing_on
from reception.services import invented_steps as steps
from reception.services.invented_answers import perhaps_answer
from reception.services.invented_samples import Course
from reception.services.invented_steps import Office, Step


def finish(office: Office, dossier: Dossier) -> Step:
    """The result is there in time, mostly near the end of it."""
    days = office.days_of(dossier)
    if days <= 1:
        yield office.minutes_later(5, 60)
    else:
        starts_at = dossier.promise.starts_at if dossier.promise else dossier.opened_at
        share = office.chance.triangular(0.3, 1, 0.95)
        yield office.at_work(starts_at.date(), max(1, round(days * share)))
    return (yield from _with_result(office, dossier))


def finish_late(office: Office, dossier: Dossier) -> Step:
    """The result is there some days after the date."""
    due_on = (dossier.due_at or office.later(10, 15)).date()
    yield office.at_work(due_on, office.chance.randint(1, 10))
    return (yield from _with_result(office, dossier))


def refuse(office: Office, dossier: Dossier) -> Step:
    """The appraisal says no, or what was asked for never came."""
    awaited = dossier.state is State.AWAITING_SUPPLEMENT
    yield office.later(15, 25) if awaited else office.later(1, 2)
    reason = office.chance.choice(office.words.rejections)
    return finishing.reject(office.desk, dossier.dossier_id, reason=reason, by=office.by())


def stop(office: Office, dossier: Dossier) -> Step:
    """The applicant thinks better of it."""
    yield office.later(1, 2)
    return finishing.stop(
        office.desk,
        dossier.dossier_id,
        requested_by=office.chance.choice(office.words.stop_requests),
        reason=office.chance.choice(office.words.stops),
        by=office.by(),
    )


def post(office: Office, dossier: Dossier) -> Step:
    """The result goes out by post."""
    yield office.minutes_later(30, 400)
    return _given_to_post(office, dossier)


def collect(office: Office, dossier: Dossier) -> Step:
    """The result comes into the right hands, at the desk or by post."""
    if dossier.state is not State.RESULT_READY:
        return dossier
    if dossier.intake.return_by is ReturnBy.POST:
        return (yield from _delivered(office, dossier))
    yield _collected_at(office, dossier)
    return _handed_over(office, dossier)


def _with_result(office: Office, dossier: Dossier) -> Step:
    number = ""
    if office.days_of(dossier) > 1:
        number = f"{office.chance.randrange(1, 900):02d}/{office.chance.choice(office.words.marks)}"
    dossier = finishing.record_result(
        office.desk, dossier.dossier_id, by=office.by(), number=number
    )
    if dossier.holder == DESK:
        return dossier
    yield office.minutes_later(10, 120)
    return passing_on.forward(office.desk, dossier.dossier_id, DESK, by=office.by())


def _collected_at(office: Office, dossier: Dossier) -> datetime:
    luck = office.chance.random()
    if luck < (0.9 if office.days_of(dossier) <= 1 else 0.35):
        return office.minutes_later(1, 30)
    return office.later(1, 6 if luck < 0.97 else 40)


def _handed_over(office: Office, dossier: Dossier) -> Dossier:
    by_proxy = office.chance.random() < 0.03
    _settled(office, dossier, office.chance.choice((PaidBy.CASH, PaidBy.TRANSFER)))
    return finishing.hand_over(
        office.desk,
        dossier.dossier_id,
        by=office.by(),
        recipient=office.chance.choice(office.words.proxies) if by_proxy else "",
        authorisation=office.chance.choice(office.words.authorisations) if by_proxy else "",
    )


def _settled(office: Office, dossier: Dossier, paid_by: PaidBy) -> None:
    if finishing.owed_vnd(dossier):
        finishing.settle_fee(
            office.desk,
            dossier.dossier_id,
            by=office.by(),
            paid_by=paid_by,
            symbol=f"BL/{office.desk.now():%y}E",
            number=f"{office.chance.randrange(10**7):07d}",
        )


def _given_to_post(office: Office, dossier: Dossier) -> Dossier:
    waybill = f"E{office.chance.choice('BCK')}{office.chance.randrange(10**9):09d}VN"
    return finishing.post(office.desk, dossier.dossier_id, waybill, by=office.by())


def _delivered(office: Office, dossier: Dossier) -> Step:
    """Given to the post; what comes back is collected at the desk."""
    if not dossier.posted:
        yield office.minutes_later(30, 400)
        dossier = _given_to_post(office, dossier)
    waybill = dossier.posted[-1].waybill
    yield office.later(2, 5)
    arrived = office.chance.random() < 0.93
    dossier = finishing.reconcile_post(
        office.desk,
        dossier.dossier_id,
        waybill,
        delivered=arrived,
        by=office.by(),
        note="" if arrived else office.chance.choice(office.words.came_back),
    )
    yield office.minutes_later(1, 20) if arrived else office.later(1, 20)
    _settled(office, dossier, PaidBy.POST if arrived else PaidBy.CASH)
    return finishing.hand_over(
        office.desk, dossier.dossier_id, by=office.by(), waybill=waybill if arrived else ""
    )


_STEPS: Mapping[Course, Callable[[Office, Dossier], Step]] = {
    Course.FORWARD: steps.forward,
    Course.SEND_BACK: steps.send_back,
    Course.ASK: steps.ask,
    Course.SUPPLY: steps.supply,
    Course.SUSPEND: steps.suspend,
    Course.RESUME: steps.resume,
    Course.EXTEND: steps.extend,
    Course.EXPLAIN: steps.explain,
    Course.APOLOGISE: steps.apologise,
    Course.CORRECT: steps.correct,
    Course.RECLASSIFY: steps.reclassify,
    Course.UNDO: steps.undo,
    Course.FINISH: finish,
    Course.FINISH_LATE: finish_late,
    Course.REFUSE: refuse,
    Course.STOP: stop,
    Course.POST: post,
    Course.COLLECT: collect,
}


def life(office: Office, dossier: Dossier, course: Iterable[Course]) -> Step:
    """One step after the other; after the last one nothing happens any more."""
    for name in course:
        dossier = yield from _STEPS[name](office, dossier)
    perhaps_answer(office, dossier)
    return dossier
