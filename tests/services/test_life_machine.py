"""Random lives: acts in and out of turn, on several dossiers at two desks, as time goes by."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from at_the_counter import BIRTH, BY, SINGLE_STATUS, WallClock
from reception.domain.allowed import in_turn
from reception.domain.applicant import Party
from reception.domain.closing_events import Redacted, RedactionGround
from reception.domain.custody import DESK, Holder, HolderKind, worked
from reception.domain.delay import Cause, Ground
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import (
    Apologised,
    Extended,
    Moment,
    NoticeChannel,
    NoticeOutcome,
    PaidBy,
    PaperIssued,
    Reclassified,
    Resumed,
    ReviewSettled,
    ScanAttached,
    SupplementReceived,
    SupplementRequested,
    TimeCorrected,
)
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel
from reception.domain.intake_events import KeyedIn
from reception.domain.life import LIFE, Act, evolve
from reception.domain.moments import parse_moment
from reception.domain.survey_events import SurveyWay
from reception.services import (
    apologies,
    finishing,
    intake,
    mending,
    passing_on,
    safekeeping,
    surveys,
)
from reception.services import clock as clock_service
from reception.services.acting import allowed_now, perform, promise_with
from reception.services.desk import Desk, open_desk
from reception.services.intake_request import IntakeRequest
from reception.services.scans import files_of
from reception.storage import reference, side_rows
from reception.storage.side_tables import altered_counters
from sample_events import sample_of

EXAMPLES, STEPS = 80, 60
MOST_DOSSIERS = 8

SPECIALIST = Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu")
HOLDERS = (
    DESK,
    SPECIALIST,
    Holder(HolderKind.OFFICE, "Sở Nội vụ"),
    Holder(HolderKind.OFFICE, "UBND xã"),
    Holder(HolderKind.ABOVE, "Cơ quan cấp trên"),
    Holder(HolderKind.OFFICE, " "),
)
PROCEDURES = (
    SINGLE_STATUS,  # three working days
    BIRTH,  # the same day
    "1.010801",  # two stages, one after the other, in working days and days
    "1.012537",  # nine working days in three stages
    "2.000477",  # stages of half a day
    "3.000722",  # a pause instead of a restart, stages at once, the first of 24 hours
    "2.002913",  # a pause, stages that alone set the due moment
    "1.014258",  # a pause within 44 working days
    "1.010816",  # a stage that the law leaves open
    "1.011606",  # no limit
    "1.004946",  # twelve hours by the clock
    "2.001159",  # one working hour
    "2.002516",  # three working days, and a fee of 8.000 đồng
    "2.000511",  # twelve months
)
# The last days before Tết, before 30 April, before the swapped Monday of 2 September, and before
# the year that is not announced yet.
MORNINGS = tuple(
    parse_moment(text)
    for text in (
        "2026-02-12T08:00",
        "2026-03-10T09:00",
        "2026-04-23T15:10",
        "2026-08-27T16:50",
        "2026-12-28T07:10",
    )
)
WAYBILLS = ("EA123456789VN", "EA000000001VN", " ")
WORDS = ("theo quy định", "", "thiếu chữ ký")
MAY_MOVE_THE_DATE = (SupplementReceived, Resumed, Extended, Reclassified, TimeCorrected)

PLACE = st.integers(0, 11)
WHICH = st.integers(0, MOST_DOSSIERS - 1)
MINUTES = st.one_of(
    st.integers(0, 12),
    st.integers(13, 600),
    st.integers(1, 5).map(lambda days: days * 24 * 60 + 37),
    st.integers(1, 4).map(lambda weeks: weeks * 7 * 24 * 60),
)


@dataclass(frozen=True, slots=True)
class Form:
    """What somebody filled in for an act, sensibly or not."""

    holder: Holder
    stage: int | None
    words: str
    other_words: str
    number: int
    flag: bool
    waybill: str
    procedure: str
    what: Moment
    ground: Ground
    cause: Cause | None
    channel: NoticeChannel
    paid_by: PaidBy | None
    minutes: int
    told_later: bool


FORMS = st.builds(
    Form,
    holder=st.sampled_from(HOLDERS),
    stage=st.sampled_from((None, None, 0, 0, 1, 9)),
    words=st.sampled_from(WORDS),
    other_words=st.sampled_from(WORDS),
    number=st.sampled_from((1, 2, 5, 0, 250, 251, -1, 8000)),
    flag=st.booleans(),
    waybill=st.sampled_from(WAYBILLS),
    procedure=st.sampled_from(PROCEDURES),
    what=st.sampled_from(Moment),
    ground=st.sampled_from(Ground),
    cause=st.sampled_from((None, *Cause)),
    channel=st.sampled_from(NoticeChannel),
    paid_by=st.sampled_from((None, *PaidBy)),
    minutes=MINUTES,
    told_later=st.sampled_from((False, False, False, True)),
)


def _at(desk: Desk, form: Form) -> datetime | None:
    """When an act was done, if it is keyed in later: that long ago."""
    return desk.now() - timedelta(minutes=form.minutes) if form.told_later else None


def _forward(desk: Desk, one: str, form: Form) -> Dossier:
    return passing_on.forward(desk, one, form.holder, by=BY, stage=form.stage, at=_at(desk, form))


def _take_over(desk: Desk, one: str, form: Form) -> Dossier:
    return passing_on.take_over(desk, one, form.holder, by=BY, at=_at(desk, form))


def _send_back(desk: Desk, one: str, form: Form) -> Dossier:
    to = form.holder if form.stage is not None else None
    return passing_on.send_back(desk, one, reason=form.words, to=to, by=BY, at=_at(desk, form))


def _request_supplement(desk: Desk, one: str, form: Form) -> Dossier:
    return clock_service.request_supplement(
        desk,
        one,
        wanted=[form.other_words],
        reason=form.words,
        late_because=form.other_words if form.flag else "",
        by=BY,
        at=_at(desk, form),
    )


def _receive_supplement(desk: Desk, one: str, form: Form) -> Dossier:
    return clock_service.receive_supplement(desk, one, by=BY, at=_at(desk, form))


def _suspend(desk: Desk, one: str, form: Form) -> Dossier:
    expected_on = (desk.now() + timedelta(days=form.number)).date() if form.flag else None
    return clock_service.suspend(
        desk,
        one,
        form.ground,
        note=form.words,
        expected_on=expected_on,
        by=BY,
        at=_at(desk, form),
    )


def _resume(desk: Desk, one: str, form: Form) -> Dossier:
    return clock_service.resume(desk, one, note=form.words, by=BY, at=_at(desk, form))


def _extend(desk: Desk, one: str, form: Form) -> Dossier:
    return clock_service.extend(
        desk, one, working_days=form.number, agreement=form.words, by=BY, at=_at(desk, form)
    )


def _explain_delay(desk: Desk, one: str, form: Form) -> Dossier:
    return apologies.explain_delay(
        desk,
        one,
        form.cause or Cause.UNFINISHED,
        owner=form.holder.name,
        reason=form.words,
        by=BY,
    )


def _apologise(desk: Desk, one: str, form: Form) -> Dossier:
    asked_for = desk.now() + timedelta(minutes=form.minutes) if form.told_later else None
    return apologies.apologise(
        desk,
        one,
        cause=form.cause,
        reason=form.words,
        new_due_at=asked_for,
        late_because=form.other_words,
        by=BY,
    )


def _record_result(desk: Desk, one: str, form: Form) -> Dossier:
    return finishing.record_result(desk, one, result=form.words, by=BY, at=_at(desk, form))


def _refuse(desk: Desk, one: str, form: Form) -> Dossier:
    return finishing.reject(desk, one, reason=form.words, by=BY, at=_at(desk, form))


def _stop(desk: Desk, one: str, form: Form) -> Dossier:
    return finishing.stop(
        desk, one, requested_by=form.other_words, reason=form.words, by=BY, at=_at(desk, form)
    )


def _hand_over(desk: Desk, one: str, form: Form) -> Dossier:
    return finishing.hand_over(
        desk,
        one,
        recipient="Người Lạ" if form.flag else "",
        authorisation=form.words,
        pays_by=form.paid_by,
        by=BY,
        at=_at(desk, form),
    )


def _settle_fee(desk: Desk, one: str, form: Form) -> Dossier:
    amount = None if form.number == 1 else form.number
    paid_by = form.paid_by or PaidBy.CASH
    return finishing.settle_fee(
        desk, one, amount_vnd=amount, paid_by=paid_by, by=BY, at=_at(desk, form)
    )


def _post(desk: Desk, one: str, form: Form) -> Dossier:
    return finishing.post(desk, one, form.waybill, by=BY, at=_at(desk, form))


def _reconcile_post(desk: Desk, one: str, form: Form) -> Dossier:
    return finishing.reconcile_post(
        desk, one, form.waybill, delivered=form.flag, by=BY, at=_at(desk, form)
    )


def _notify(desk: Desk, one: str, form: Form) -> Dossier:
    outcome = NoticeOutcome.SENT if form.flag else NoticeOutcome.FAILED
    return apologies.notify(desk, one, form.channel, outcome, note=form.words, by=BY)


def _attach(desk: Desk, one: str, form: Form) -> Dossier:
    content = f"bản quét {form.number}".encode()
    sha256 = files_of(desk).put(content)

    def make(_dossier: Dossier, at: datetime) -> ScanAttached:
        return ScanAttached(at, sha256, "to-khai.pdf", "application/pdf", len(content))

    return perform(desk, one, Act.ATTACH, make, by=BY, at=_at(desk, form))


def _correct(desk: Desk, one: str, form: Form) -> Dossier:
    dossier = desk.store.dossier(one)
    assert dossier
    request = mending.request_of(dossier.intake)
    if form.procedure != BIRTH:
        name = "Lò Văn Păn" if form.number % 2 else "Lò Thị Phương"
        request = replace(request, owner=Party(name, phone="0912345678"))
    return mending.correct(desk, one, request, reason=form.words, by=BY)


def _reclassify(desk: Desk, one: str, form: Form) -> Dossier:
    code = "9.999999" if form.number < 0 else form.procedure
    return mending.reclassify(desk, one, code, reason=form.words, by=BY)


def _correct_time(desk: Desk, one: str, form: Form) -> Dossier:
    to_at = desk.now() - timedelta(minutes=form.minutes)
    return mending.correct_time(desk, one, form.what, to_at, reason=form.words, by=BY)


def _key_in(desk: Desk, one: str, form: Form) -> Dossier:
    def make(_dossier: Dossier, at: datetime) -> KeyedIn:
        return KeyedIn(at, f"{form.number:04d}/2026/PTG")

    return perform(desk, one, Act.KEY_IN, make, by=BY)


def _undo(desk: Desk, one: str, form: Form) -> Dossier:
    return mending.undo(desk, one, reason=form.words, paper_returned=form.flag, by=BY)


def _print(desk: Desk, one: str, form: Form) -> Dossier:
    def make(dossier: Dossier, at: datetime) -> PaperIssued:
        paper = "receipt" if form.number % 2 else "refusal-notice"
        return PaperIssued(paper, dossier.papers_issued.get(paper, 0) + 1, at)

    return perform(desk, one, Act.PRINT, make, by=BY)


def _survey(desk: Desk, one: str, form: Form) -> Dossier:
    digits = "11111" if form.flag else f"{form.number % 7}0111"
    return surveys.answer(desk, one, digits, SurveyWay.PAPER, by=BY)


def _correct_survey(desk: Desk, one: str, form: Form) -> Dossier:
    return surveys.correct(desk, one, "21111" if form.flag else "33222", by=BY)


def _settle_review(desk: Desk, dossier_id: str, _form: Form) -> Dossier:
    def make(_dossier: Dossier, at: datetime) -> ReviewSettled:
        return ReviewSettled(at, "ab" * 32)

    return perform(desk, dossier_id, Act.SETTLE_REVIEW, make, by=BY)


def _redact(desk: Desk, dossier_id: str, _form: Form) -> Dossier:
    def make(_dossier: Dossier, at: datetime) -> Redacted:
        return Redacted(at, RedactionGround.DECISION, "QĐ 1", "Lò A", ())

    return perform(desk, dossier_id, Act.REDACT, make, by=BY)


DOING: Mapping[Act, Callable[[Desk, str, Form], Dossier]] = {
    Act.SETTLE_REVIEW: _settle_review,
    Act.REDACT: _redact,
    Act.FORWARD: _forward,
    Act.TAKE_OVER: _take_over,
    Act.SEND_BACK: _send_back,
    Act.REQUEST_SUPPLEMENT: _request_supplement,
    Act.RECEIVE_SUPPLEMENT: _receive_supplement,
    Act.SUSPEND: _suspend,
    Act.RESUME: _resume,
    Act.EXTEND: _extend,
    Act.EXPLAIN_DELAY: _explain_delay,
    Act.APOLOGISE: _apologise,
    Act.RECORD_RESULT: _record_result,
    Act.REFUSE: _refuse,
    Act.STOP: _stop,
    Act.HAND_OVER: _hand_over,
    Act.SETTLE_FEE: _settle_fee,
    Act.POST: _post,
    Act.RECONCILE_POST: _reconcile_post,
    Act.NOTIFY: _notify,
    Act.ATTACH: _attach,
    Act.CORRECT: _correct,
    Act.RECLASSIFY: _reclassify,
    Act.CORRECT_TIME: _correct_time,
    Act.KEY_IN: _key_in,
    Act.UNDO: _undo,
    Act.PRINT: _print,
    Act.SURVEY: _survey,
    Act.CORRECT_SURVEY: _correct_survey,
}
ON_ITS_WAY = (Act.FORWARD, Act.TAKE_OVER, *2 * (Act.SEND_BACK,))
THE_CLOCK = (
    Act.REQUEST_SUPPLEMENT,
    *2 * (Act.RECEIVE_SUPPLEMENT,),
    Act.SUSPEND,
    *2 * (Act.RESUME,),
    Act.EXTEND,
    Act.EXPLAIN_DELAY,
    Act.APOLOGISE,
)
THE_END = (*3 * (Act.RECORD_RESULT,), *2 * (Act.REFUSE,), Act.STOP, Act.HAND_OVER)
TOGETHER = (
    (Act.REQUEST_SUPPLEMENT, Act.RECEIVE_SUPPLEMENT),
    (Act.SUSPEND, Act.RESUME),
    (Act.FORWARD, Act.SUSPEND, Act.RESUME),
    (Act.REFUSE, Act.SEND_BACK),
    (Act.APOLOGISE, Act.EXTEND),
)
MENDED = (Act.CORRECT, Act.RECLASSIFY, Act.CORRECT_TIME, Act.UNDO)
# Only what an old register brought is taken back by it: played in test_old_registers.
OF_OLD_REGISTERS = frozenset({Act.UNDO_IMPORT})
BESIDE = tuple(
    act for act in Act if act not in {*ON_ITS_WAY, *THE_CLOCK, *THE_END, *MENDED, *OF_OLD_REGISTERS}
)


# What says that an act was not to be offered at all.
FOR_THE_TIME = frozenset(
    {
        "undo-too-late", "has-left-the-desk", "supplement-too-late", "overdue-already", "no-limit",
        "act-not-allowed", "once-only",
    }
)  # fmt: skip


def sensible(form: Form, act: Act, dossier: Dossier) -> Form:
    """The form as a clerk fills it in who means it."""
    others = [holder for holder in HOLDERS[:-1] if holder != dossier.holder]
    posted = dossier.unanswered_waybills
    stages = len(dossier.promise.stages) if dossier.promise else 0
    return replace(
        form,
        holder=others[HOLDERS.index(form.holder) % len(others)],
        stage=form.number % stages if stages and act is Act.FORWARD else None,
        words=WORDS[0],
        other_words=WORDS[0],
        number=1 + form.number % 5,
        flag=True,
        waybill=posted[0] if posted else WAYBILLS[form.number % 2],
        minutes=form.minutes % 3000,
        told_later=False,
    )


_T = TypeVar("_T")


def _from(things: tuple[_T, ...], place: int) -> tuple[_T, ...]:
    """All of them, beginning at some place."""
    start = place % len(things)
    return (*things[start:], *things[:start])


class Lives(RuleBasedStateMachine):
    """Dossiers of one commune, from their receipt on, whatever is done to them."""

    def __init__(self, register: Path, folder: Path) -> None:
        super().__init__()
        shutil.copytree(register, folder)
        self.folder = folder
        self.clock = WallClock(MORNINGS[0])
        self.desk = open_desk(folder, self.clock)
        self.desks = [self.desk, self.desk.another()]
        self.known: dict[str, Dossier] = {}
        self.opened: dict[str, Dossier] = {}
        self.touched: str = ""
        self.books = books(self.desk)

    @initialize(morning=st.sampled_from(MORNINGS))
    def a_day_begins(self, morning):
        self.clock.at = morning

    @rule(minutes=MINUTES)
    def time_goes_by(self, minutes):
        self.clock.at += timedelta(minutes=minutes)

    @precondition(lambda self: len(self.known) < MOST_DOSSIERS)
    @rule(
        procedure=st.sampled_from(PROCEDURES),
        channel=st.sampled_from((Channel.COUNTER, Channel.ONLINE_FULL, Channel.POST)),
        non_territorial=st.sampled_from((False, False, True)),
        hours_ago=st.sampled_from((None, None, 0, 3, 30)),
        second_desk=st.booleans(),
        phone=st.sampled_from(("", "0912345678")),
    )
    def somebody_comes(self, procedure, channel, non_territorial, hours_ago, second_desk, phone):
        desk = self.desks[second_desk]
        at = None if hours_ago is None else desk.now() - timedelta(hours=hours_ago)
        request = IntakeRequest(
            procedure,
            Party("Đỗ Thị Ưởng", phone=phone),
            channel=channel,
            non_territorial=non_territorial,
            received_at=at,
        )
        if not _accepts(lambda: desk.procedure(procedure, (at or desk.now()).date())):
            return
        dossier = intake.register(desk, request, by=BY)
        self.opened[dossier.dossier_id] = self.known[dossier.dossier_id] = dossier
        self.touched = dossier.dossier_id
        self.books = books(self.desk)

    @precondition(lambda self: not self.known)
    @rule(way=st.sampled_from(("guide", "refuse")))
    def somebody_is_sent_home(self, way):
        request = IntakeRequest(BIRTH, Party("Đỗ Thị Ưởng"))
        if way == "guide":
            dossier = intake.guide(self.desk, request, wanted=["Tờ khai"], reason="thiếu", by=BY)
        else:
            dossier = intake.refuse(self.desk, request, reason="không thuộc thẩm quyền", by=BY)
        self.opened[dossier.dossier_id] = self.known[dossier.dossier_id] = dossier
        self.books = books(self.desk)

    @precondition(lambda self: self.known)
    @rule(which=WHICH, act=st.sampled_from(sorted(DOING)), form=FORMS)
    def anything_is_tried(self, which, act, form):
        ids = list(self.known)
        self._try(ids[which % len(ids)], act, form, self.desks[form.flag])

    @precondition(lambda self: self.known)
    @rule(which=WHICH, place=PLACE, form=FORMS, wait=MINUTES)
    def it_goes_on_its_way(self, which, place, form, wait):
        self._do(which, ON_ITS_WAY, place, form, wait)

    @precondition(lambda self: self.known)
    @rule(which=WHICH, place=PLACE, form=FORMS, wait=MINUTES)
    def its_clock_is_moved(self, which, place, form, wait):
        self._do(which, THE_CLOCK, place, form, wait)

    @precondition(lambda self: self.known)
    @rule(which=WHICH, place=PLACE, form=FORMS, wait=MINUTES)
    def it_ends(self, which, place, form, wait):
        self._do(which, THE_END, place, form, wait)

    @precondition(lambda self: self.known)
    @rule(which=WHICH, place=PLACE, form=FORMS, wait=MINUTES)
    def it_is_mended(self, which, place, form, wait):
        self._do(which, MENDED, place, form, wait)

    @precondition(lambda self: self.known)
    @rule(which=WHICH, place=PLACE, form=FORMS, wait=MINUTES)
    def something_else_happens(self, which, place, form, wait):
        self._do(which, BESIDE, place, form, wait)

    @precondition(lambda self: self.known)
    @rule(which=WHICH, acts=st.sampled_from(TOGETHER), form=FORMS, waits=st.tuples(*3 * (MINUTES,)))
    def one_thing_follows_another(self, which, acts, form, waits):
        able = (one for one in _from(tuple(self.known), which) if self._may(one, acts[0]))
        one = next(able, None)
        for act, wait in zip(acts, waits, strict=False):
            self.clock.at += timedelta(minutes=wait)
            if one and self._may(one, act):
                self._try(one, act, sensible(form, act, self.known[one]), self.desk)

    def _may(self, one: str, act: Act) -> bool:
        dossier = self.known[one]
        by_itself = {row.act for row in LIFE if not row.offered}
        return in_turn(dossier, act) if act in by_itself else act in allowed_now(self.desk, dossier)

    def _do(self, which: int, acts: tuple[Act, ...], place: int, form: Form, wait: int) -> None:
        """Do what makes sense: the first of the acts that some dossier allows."""
        self.clock.at += timedelta(minutes=wait)
        for act in _from(acts, place):
            for one in _from(tuple(self.known), which):
                if self._may(one, act):
                    filled_in = sensible(form, act, self.known[one])
                    self._try(one, act, filled_in, self.desks[form.told_later])
                    return

    def _try(self, one: str, act: Act, form: Form, desk: Desk) -> None:
        before, is_offered = self.known[one], self._may(one, act)
        length = len(desk.store.history(one))
        try:
            after = DOING[act](desk, one, form)
        except RuleViolation as violation:
            self._check_refusal(act, violation, is_offered=is_offered)
            return
        note(f"{act}: done")
        assert act in {row.act for row in LIFE if before.state in row.leads}
        assert after == desk.store.dossier(one), "what an act answers is not what was written"
        self._check_history(before, after, length)
        self.known[one], self.touched = after, one
        self.books = books(self.desk)

    def _check_refusal(self, act: Act, refusal: RuleViolation, *, is_offered: bool) -> None:
        note(f"{act}: {refusal.code}")
        assert books(self.desk) == self.books, "a refused act left something behind"
        assert not is_offered or refusal.code not in FOR_THE_TIME, "offered, yet refused"
        assert "hãy" in refusal.text or "không cần" in refusal.text, refusal.text

    def _check_history(self, before: Dossier, after: Dossier, length: int) -> None:
        entries = self.desk.store.history(after.dossier_id)
        assert len(entries) > length
        assert all(earlier.at <= later.at for earlier, later in pairwise(entries))
        written = [entry.event for entry in entries]
        assert sum(isinstance(event, SupplementRequested) for event in written) <= 1
        assert sum(isinstance(event, Apologised) for event in written) <= 1
        if before.due_at != after.due_at:
            assert isinstance(written[length], MAY_MOVE_THE_DATE)

    @invariant()
    def nothing_runs_backwards(self):
        dossier = self.known.get(self.touched)
        if dossier is None:
            return
        assert dossier.first_promise == self.opened[self.touched].first_promise
        assert dossier.touched_at
        assert self.opened[self.touched].touched_at <= dossier.touched_at <= self.desk.now()
        if dossier.due_at and dossier.target_at:
            assert dossier.target_at >= dossier.due_at

    @invariant()
    def custody_has_no_gap(self):
        dossier = self.known.get(self.touched)
        if dossier is None or not dossier.custody:
            return
        parts, now = dossier.custody, self.desk.now()
        assert parts[0].from_at == dossier.opened_at
        assert all(one.until_at == following.from_at for one, following in pairwise(parts))
        assert all(one.from_at <= (one.until_at or now) for one in parts)
        end_at = parts[-1].until_at or now
        assert (parts[-1].until_at is None) == (
            dossier.state.is_open or dossier.state is State.RESULT_READY
        )
        shares = [worked(self.desk.calendar, p.from_at, p.until_at or now) for p in parts]
        assert sum(shares, timedelta()) == worked(self.desk.calendar, parts[0].from_at, end_at)

    @invariant()
    def whoever_holds_it_has_the_stage_of_the_present_promise(self):
        dossier = self.known.get(self.touched)
        if dossier is None or not dossier.holder or dossier.custody[-1].stage is None:
            return
        assert dossier.promise
        stage = dossier.custody[-1].stage
        assert dossier.custody[-1].due_at == dossier.promise.stages[stage].due_at

    @invariant()
    def the_promise_is_what_its_adjustments_give(self):
        dossier = self.known.get(self.touched)
        if dossier is None or dossier.promise is None:
            return
        assert promise_with(self.desk, dossier, dossier.adjustments).due_at == dossier.due_at

    @invariant()
    def what_is_allowed_is_what_is_accepted(self):
        dossier = self.known.get(self.touched)
        if dossier is None:
            return
        allowed, now = allowed_now(self.desk, dossier), self.desk.now()
        for row in LIFE:
            required = in_turn(dossier, row.act)
            evolved = _accepts(
                lambda row=row: evolve(dossier, dossier.dossier_id, sample_of(row.event, now))
            )
            used_up = (row.act is Act.REQUEST_SUPPLEMENT and dossier.supplement is not None) or (
                row.act is Act.APOLOGISE and dossier.apology is not None
            )
            used_up |= bool(dossier.redactions) and row.act not in {Act.REDACT, Act.SETTLE_REVIEW}
            assert row.act not in allowed or (required and row.offered)
            assert required == (evolved and not used_up)

    @invariant()
    def every_number_given_out_is_still_known(self):
        assert not list(altered_counters(self.desk.store))

    @invariant()
    def every_overdue_dossier_has_its_apology_or_a_draft(self):
        now = self.desk.now()
        overdue = {
            one
            for one, dossier in self.known.items()
            if dossier.state is State.RECEIVED and dossier.due_at and dossier.due_at < now
        }
        drafted = {draft.row.dossier_id for draft in apologies.drafts(self.desk)}
        apologised = {one for one in overdue if self.known[one].apology}
        assert overdue - apologised <= drafted
        assert not drafted & {one for one, dossier in self.known.items() if dossier.apology}
        counted = apologies.coverage(self.desk)
        assert (counted.overdue, counted.apologised) == (len(overdue), len(apologised))

    def teardown(self):
        try:
            for one, dossier in self.known.items():
                assert self.desk.store.dossier(one) == dossier
            assert safekeeping.verify(self.desk).faults == ()
            before = lists(self.desk)
            assert safekeeping.rebuild(self.desk) == len(self.known)
            assert lists(self.desk) == before
            assert safekeeping.verify(self.desk).faults == ()
        finally:
            for desk in self.desks:
                desk.close()
            shutil.rmtree(self.folder)


def _accepts(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except RuleViolation:
        return False
    return True


_OF_DOSSIERS = ("dossier", *side_rows.TABLES)


def books(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """The journal's latest link, and all rows of the dossiers' lists and the counters."""
    tables = {name: desk.database.rows(f"SELECT * FROM {name}") for name in _OF_DOSSIERS}
    tables["counter"] = desk.database.rows("SELECT * FROM counter")
    tables["event"] = desk.database.rows(
        "SELECT n, header, body, hash FROM event WHERE kind LIKE 'dossier.%'"
    )
    return tables


def lists(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """All that can be written anew from the journal, the search index among it."""
    tables = {
        name: sorted(desk.database.rows(f"SELECT * FROM {name}"), key=repr)
        for name in (*_OF_DOSSIERS, *reference.TABLES)
    }
    index = desk.database.another()
    try:
        index.run("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, dossier_search, instance)")
        tables["search"] = sorted(index.rows("SELECT term, doc, col, offset FROM word"))
    finally:
        index.close()
    return tables


def test_every_kind_of_act_is_played():
    assert set(DOING) | OF_OLD_REGISTERS == set(Act) == {row.act for row in LIFE}


@pytest.mark.timeout(600)
def test_whatever_is_done_the_register_stays_true(new_register, tmp_path):
    numbers = iter(range(10**6))
    run_state_machine_as_test(
        lambda: Lives(new_register, tmp_path / str(next(numbers))),
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
