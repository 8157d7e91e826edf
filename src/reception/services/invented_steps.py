"""The steps of which the lives of invented dossiers are made, one act or a few in each.

A step is a generator: it yields the moment at which it is due, is called again when that moment has
come, and answers the dossier as it stands then. A step that the dossier's state has no room for
passes by.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from reception.domain.apology import send_by
from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.delay import Cause, Ground
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.intake import Channel
from reception.domain.office_time import effective_receipt, session_moments
from reception.services import apologies, clock, mending, passing_on
from reception.services.acting import last_supplement_day
from reception.services.desk import Desk
from reception.services.invented_samples import Words

Step = Generator[datetime, None, Dossier]

# Where the law sets no limit, the desk is done in about so many working days.
_USUAL_DAYS = 10


@dataclass(frozen=True, slots=True)
class Office:
    """Who works at an invented office, and by what it goes.

    ``desk`` tells the time of the moment that a step has come to; ``by`` draws who acts at the
    desk, ``other_procedure`` a procedure that this one may be mistaken for. ``asked_by`` draws by a
    chance of its own who takes down what a citizen answers.
    """

    desk: Desk
    chance: Random
    words: Words
    specialists: tuple[Holder, ...]
    by: Callable[[], str]
    other_procedure: Callable[[Dossier], str]
    asked_by: Callable[[Random], str]

    def minutes_later(self, fewest: int, most: int, after: datetime | None = None) -> datetime:
        """Some moment at work, so many minutes after another, or after now."""
        later_by = timedelta(seconds=self.chance.randrange(fewest * 60, most * 60))
        later_at = (after or self.desk.now()) + later_by
        return effective_receipt(self.desk.calendar, later_at, Channel.COUNTER)

    def at_work(self, on: date, working_days: int) -> datetime:
        """Some moment at work so many working days after a day; soon, if that has gone by."""
        calendar = self.desk.calendar
        day = calendar.nth_working_day(on, working_days)
        session = self.chance.choice(calendar.sessions_on(day))
        opens, closes = session_moments(day, session)
        seconds = (closes - opens) // timedelta(seconds=1)
        at = opens + timedelta(seconds=self.chance.randrange(seconds))
        return at if at > self.desk.now() else self.minutes_later(5, 60)

    def later(self, fewest: int, most: int) -> datetime:
        """Some moment at work, so many working days after now."""
        return self.at_work(self.desk.now().date(), self.chance.randint(fewest, most))

    def has_missed(self, dossier: Dossier) -> bool:
        """Whether the dossier's due moment has gone by."""
        return dossier.due_at is not None and dossier.due_at < self.desk.now()

    def days_of(self, dossier: Dossier) -> int:
        """In how many working days the dossier is to be done."""
        promise = dossier.promise
        if promise is None or promise.due_at is None:
            return _USUAL_DAYS
        from_on, until_on = promise.starts_at.date(), promise.due_at.date()
        return self.desk.calendar.count_working_days(from_on, until_on)


def forward(office: Office, dossier: Dossier) -> Step:
    """To a specialist, who takes it over; a linked dossier goes from office to office."""
    stages = dossier.promise.stages if dossier.promise else ()
    if not stages and office.specialists:
        holder = office.chance.choice(office.specialists)
        yield office.minutes_later(20, 240)
        passing_on.forward(office.desk, dossier.dossier_id, holder, by=office.by())
        yield office.minutes_later(20, 300)
        by = holder.login or office.by()
        return passing_on.take_over(office.desk, dossier.dossier_id, holder, by=by)
    for stage in stages:
        holder = Holder(HolderKind.OFFICE, stage.office)
        starts_at = max(stage.starts_at, office.desk.now())
        yield office.minutes_later(20, 240, starts_at)
        if holder != dossier.holder:
            dossier = passing_on.forward(office.desk, dossier.dossier_id, holder, by=office.by())
    return dossier


def send_back(office: Office, dossier: Dossier) -> Step:
    """The specialist returns it to the desk with a question."""
    yield office.minutes_later(60, 600)
    reason = office.chance.choice(office.words.sent_back)
    return passing_on.send_back(office.desk, dossier.dossier_id, reason=reason, by=office.by())


def ask(office: Office, dossier: Dossier) -> Step:
    """A supplement is asked for, in the days that the law gives for it."""
    yield office.minutes_later(60, 500)
    is_late = office.desk.now().date() > last_supplement_day(office.desk, dossier)
    if dossier.supplement or is_late or office.has_missed(dossier):
        return dossier
    chance, words = office.chance, office.words
    return clock.request_supplement(
        office.desk,
        dossier.dossier_id,
        wanted=(chance.choice(words.wanted),),
        reason=chance.choice(words.not_enough),
        by=office.by(),
    )


def supply(office: Office, dossier: Dossier) -> Step:
    """The applicant brings what was missing."""
    if dossier.state is not State.AWAITING_SUPPLEMENT:
        return dossier
    yield office.later(1, 8)
    return clock.receive_supplement(office.desk, dossier.dossier_id, by=office.by())


def suspend(office: Office, dossier: Dossier) -> Step:
    """The clock stops on one of the usual grounds."""
    yield office.later(1, 2)
    if office.has_missed(dossier):
        return dossier
    grounds = (Ground.FINANCIAL_OBLIGATION, Ground.OTHER_AGENCY_OPINION, Ground.VERIFICATION)
    ground = office.chance.choice(grounds)
    expected_on = office.later(4, 12).date()
    return clock.suspend(
        office.desk, dossier.dossier_id, ground, by=office.by(), expected_on=expected_on
    )


def resume(office: Office, dossier: Dossier) -> Step:
    """The clock goes on."""
    if dossier.state is not State.SUSPENDED:
        return dossier
    yield office.later(2, 9)
    return clock.resume(office.desk, dossier.dossier_id, by=office.by())


def extend(office: Office, dossier: Dossier) -> Step:
    """Office and applicant agree on some days more."""
    if dossier.due_at is None:
        return dossier
    yield office.later(1, 2)
    if office.has_missed(dossier):
        return dossier
    agreement = office.chance.choice(office.words.agreements)
    days = office.chance.randint(2, 5)
    return clock.extend(
        office.desk, dossier.dossier_id, working_days=days, agreement=agreement, by=office.by()
    )


def explain(office: Office, dossier: Dossier) -> Step:
    """Whoever has it says why the date cannot be kept."""
    if dossier.due_at is None:
        return dossier
    yield office.minutes_later(60, 600)
    cause = office.chance.choice((Cause.VERIFICATION, Cause.OTHER_AGENCY, Cause.UPPER_SYSTEM))
    owner = (dossier.holder or DESK).name
    return apologies.explain_delay(
        office.desk, dossier.dossier_id, cause, owner=owner, by=office.by()
    )


def apologise(office: Office, dossier: Dossier) -> Step:
    """The apology is signed, mostly in time, and the applicant called if there is a telephone."""
    if dossier.due_at is None or dossier.apology:
        return dossier
    calendar = office.desk.calendar
    last_on = send_by(calendar, dossier)
    day_before = calendar.working_days_before(last_on, 1)
    yield office.at_work(day_before, 1)
    is_late = office.desk.now().date() > last_on
    leader = apologies.leader(office.desk, "")
    dossier = apologies.apologise(
        office.desk,
        dossier.dossier_id,
        by=leader.login if leader else office.by(),
        signer=leader.name if leader else office.words.leader,
        late_because=office.chance.choice(office.words.late_letters) if is_late else "",
    )
    phone = (dossier.intake.submitter or dossier.intake.owner).phone
    if not phone:
        return dossier
    yield office.minutes_later(10, 90)
    reached = office.chance.random() < 0.8
    return apologies.notify(
        office.desk,
        dossier.dossier_id,
        NoticeChannel.PHONE,
        NoticeOutcome.REACHED if reached else NoticeOutcome.FAILED,
        by=office.by(),
        to=phone,
    )


def correct(office: Office, dossier: Dossier) -> Step:
    """A telephone number was taken down wrongly."""
    yield office.minutes_later(5, 60)
    request = mending.request_of(dossier.intake)
    phone = f"03{office.chance.randrange(10**8):08d}"
    mended = replace(request, owner=replace(request.owner, phone=phone))
    reason = office.chance.choice(office.words.corrections)
    return mending.correct(office.desk, dossier.dossier_id, mended, reason=reason, by=office.by())


def reclassify(office: Office, dossier: Dossier) -> Step:
    """The procedure was chosen wrongly."""
    yield office.minutes_later(5, 60)
    code = office.other_procedure(dossier)
    if not code:
        return dossier
    reason = office.chance.choice(office.words.corrections)
    return mending.reclassify(office.desk, dossier.dossier_id, code, reason=reason, by=office.by())


def undo(office: Office, dossier: Dossier) -> Step:
    """The receipt was made by mistake, and taken back within minutes."""
    yield office.desk.now() + timedelta(seconds=office.chance.randrange(60, 540))
    reason = office.chance.choice(office.words.undone)
    return mending.undo(office.desk, dossier.dossier_id, reason=reason, by=office.by())
