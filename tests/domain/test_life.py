"""The table of a dossier's life: what may be done in which state, and what a refusal says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce
from typing import get_args

import pytest

from invented_dossier import INTAKE, RECEIVED, RECEIVED_AT
from reception.domain.allowed import UNDO_WITHIN, Limits, allowed_acts, in_turn, undo_until
from reception.domain.allowed import require as require_or
from reception.domain.certification import Certification, CertificationKind
from reception.domain.custody import DESK, Custody, Holder, HolderKind
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import LaterEvent, PaperIssued
from reception.domain.errors import RuleViolation
from reception.domain.intake_events import Certified, Guided, OpeningEvent, Refused
from reception.domain.life import (
    ACT_WORDS,
    LIFE,
    STATE_WORDS,
    Act,
    evolve,
)
from sample_events import every_event, sample_of

OPENINGS: dict[State, OpeningEvent] = {
    State.RECEIVED: RECEIVED,
    State.GUIDED: Guided("0001/2026/PBS", INTAKE, ("Tờ khai",), "thiếu", RECEIVED_AT, "2025"),
    State.REFUSED: Refused("0001/2026/PTC", INTAKE, "không thuộc thẩm quyền", RECEIVED_AT, "2025"),
    State.HANDED_OVER: Certified(
        "H40.16-260213-0002",
        INTAKE,
        RECEIVED_AT,
        "2025",
        Certification(CertificationKind.COPY, "01/2026-SCT/BS", ()),
    ),
}
# The shortest way to each state.
WAYS: dict[State, tuple[Act, ...]] = {
    State.RECEIVED: (),
    State.AWAITING_SUPPLEMENT: (Act.REQUEST_SUPPLEMENT,),
    State.SUSPENDED: (Act.SUSPEND,),
    State.RESULT_READY: (Act.RECORD_RESULT,),
    State.HANDED_OVER: (Act.RECORD_RESULT, Act.HAND_OVER),
    State.STOPPED: (Act.STOP,),
    State.UNDONE: (Act.UNDO,),
}
# As at the moment of the receipt: everything is in time still.
IN_TIME = Limits(RECEIVED_AT + UNDO_WITHIN, RECEIVED_AT.date() + timedelta(days=5))
BESIDE_THE_CLOCK = "ghi thu phí, báo cho người nộp, đính kèm bản quét"
ALLOWED = {
    State.GUIDED: "đính kèm bản quét",
    State.REFUSED: "đính kèm bản quét",
    # Everything but what needs a result, a pause or a request before it.
    State.RECEIVED: (
        f"{BESIDE_THE_CLOCK}, chuyển hồ sơ, nhận bàn giao, yêu cầu bổ sung, tạm dừng, gia hạn,"
        " ghi lý do chậm, xin lỗi và hẹn lại, ghi kết quả, từ chối giải quyết, dừng theo yêu cầu,"
        " gửi bưu điện, sửa thông tin, đổi thủ tục, sửa thời điểm, huỷ tiếp nhận"
    ),
    # 61/2018 Đ19 k4, k8: it waits for the applicant, or is refused.
    State.AWAITING_SUPPLEMENT: (
        f"{BESIDE_THE_CLOCK}, nhận bổ sung, từ chối giải quyết, dừng theo yêu cầu, gửi bưu điện,"
        " sửa thông tin, đổi thủ tục, sửa thời điểm"
    ),
    State.SUSPENDED: (
        f"{BESIDE_THE_CLOCK}, tiếp tục giải quyết, dừng theo yêu cầu, sửa thông tin, đổi thủ tục,"
        " sửa thời điểm"
    ),
    # 118/2025 Đ21: there is a decision, so nobody can stop it any more.
    State.RESULT_READY: (
        f"{BESIDE_THE_CLOCK}, chuyển hồ sơ, nhận bàn giao, trả lại bước trước, trả kết quả,"
        " gửi bưu điện, sửa thông tin, sửa thời điểm"
    ),
    State.HANDED_OVER: f"{BESIDE_THE_CLOCK}, sửa thông tin, sửa thời điểm",
    State.STOPPED: f"{BESIDE_THE_CLOCK}, gửi bưu điện",
    State.UNDONE: "",
}


def after(*acts: Act, opening: OpeningEvent = RECEIVED) -> Dossier:
    events = {row.act: sample_of(row.event, RECEIVED_AT) for row in LIFE}
    return reduce(
        lambda dossier, act: evolve(dossier, "d1", events[act]),
        acts,
        evolve(None, "d1", opening),
    )


def dossier_in(state: State) -> Dossier:
    return after(*WAYS[state]) if state in WAYS else after(opening=OPENINGS[state])


def offered(dossier: Dossier, limits: Limits = IN_TIME, now: datetime = RECEIVED_AT) -> set[Act]:
    return set(allowed_acts(dossier, limits, now))


def require(dossier: Dossier, act: Act) -> None:
    require_or(dossier, act, lambda: allowed_acts(dossier, IN_TIME, RECEIVED_AT))


def words(acts: Iterable[Act]) -> set[str]:
    return {ACT_WORDS[act] for act in acts}


def test_each_event_has_one_row_or_opens_a_dossier():
    rows = [row.event for row in LIFE]

    assert len(rows) == len(set(rows))
    assert set(rows) == set(get_args(LaterEvent))
    assert not set(rows) & set(get_args(OpeningEvent))


def test_each_act_has_one_row_and_a_name_of_its_own():
    assert [row.act for row in LIFE] == list(Act)
    assert set(ACT_WORDS) == set(Act)
    assert len(set(ACT_WORDS.values())) == len(Act)
    assert all(act.value == act.name.lower().replace("_", "-") for act in Act)


def test_each_state_has_a_name_and_is_reached():
    assert set(STATE_WORDS) == set(State)
    reached, new = set(), set(OPENINGS)
    while new:
        reached |= new
        new = {row.leads[state] for row in LIFE for state in new if state in row.leads} - reached
    assert reached == set(State)


@pytest.mark.parametrize("state", State)
def test_what_may_be_done_in_each_state(state):
    dossier = dossier_in(state)

    assert dossier.state is state
    assert words(offered(dossier)) == set(filter(None, ALLOWED[state].split(", ")))


@pytest.mark.parametrize("state", State)
def test_what_is_allowed_can_happen_and_nothing_else(state):
    dossier = dossier_in(state)
    for event in every_event(RECEIVED_AT):
        row = next(row for row in LIFE if row.event is type(event))
        if state in row.leads:
            require(dossier, row.act)
            assert evolve(dossier, "d1", event).state is row.leads[state]
            continue
        with pytest.raises(RuleViolation) as refused:
            require(dossier, row.act)
        with pytest.raises(RuleViolation) as out_of_order:
            evolve(dossier, "d1", event)
        assert (refused.value.code, out_of_order.value.code) == (
            "act-not-allowed", "event-out-of-order",
        )  # fmt: skip


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("opening", OPENINGS.values(), ids=lambda event: type(event).__name__)
def test_a_dossier_begins_once(state, opening):
    with pytest.raises(RuleViolation, match="không tiếp nhận lại được"):
        evolve(dossier_in(state), "d1", opening)


def test_nothing_happens_to_a_dossier_that_never_began():
    for event in every_event(RECEIVED_AT):
        with pytest.raises(RuleViolation, match="hãy tiếp nhận hồ sơ trước"):
            evolve(None, "d1", event)


def test_a_result_can_be_worked_on_again_only_by_sending_it_back():
    leads_back = {row.act for row in LIFE if row.leads.get(State.RESULT_READY) is State.RECEIVED}
    assert leads_back == {Act.SEND_BACK}


def test_what_is_over_never_opens_again():
    over = {State.GUIDED, State.REFUSED, State.HANDED_OVER, State.STOPPED, State.UNDONE}
    stays = {state: {state, State.UNDONE} for state in over}
    assert all(row.leads[s] in stays[s] for row in LIFE for s in over if s in row.leads)
    assert {state for state in State if state.is_open} == set(State) - over - {State.RESULT_READY}


@pytest.mark.parametrize(
    ("acts", "once"),
    [
        ((Act.REQUEST_SUPPLEMENT, Act.RECEIVE_SUPPLEMENT), Act.REQUEST_SUPPLEMENT),
        ((Act.APOLOGISE,), Act.APOLOGISE),
    ],
)
def test_a_supplement_and_an_apology_come_once(acts, once):
    dossier = after(*acts)
    with pytest.raises(RuleViolation, match="luật chỉ cho một lần") as refused:
        require(dossier, once)

    assert refused.value.code == "once-only"
    assert not in_turn(dossier, once)
    assert once not in offered(dossier)
    assert ACT_WORDS[once] not in refused.value.text.partition("bây giờ")[2]


def test_a_refusal_says_where_the_dossier_stands_and_what_may_be_done_now():
    with pytest.raises(RuleViolation) as refused:
        require(after(Act.SUSPEND), Act.HAND_OVER)

    assert refused.value.text == (
        "Hồ sơ H40.16-260213-0001 tạm dừng nên không trả kết quả được; bây giờ hãy chọn một trong"
        " các việc: tiếp tục giải quyết, dừng theo yêu cầu, ghi thu phí, báo cho người nộp, đính"
        " kèm bản quét, sửa thông tin, đổi thủ tục, sửa thời điểm."
    )


def test_where_nothing_is_left_to_do_the_refusal_says_so():
    with pytest.raises(RuleViolation, match="không còn việc gì để làm; hãy mở hồ sơ khác"):
        require(after(Act.UNDO), Act.FORWARD)


def test_what_comes_about_by_itself_is_never_offered():
    for state in State:
        assert not {Act.PRINT, Act.KEY_IN} & offered(dossier_in(state))
    require(dossier_in(State.HANDED_OVER), Act.PRINT)


def test_a_receipt_can_be_taken_back_for_ten_minutes():
    dossier = dossier_in(State.RECEIVED)
    last_at = RECEIVED_AT + UNDO_WITHIN

    assert Act.UNDO in offered(dossier, now=last_at)
    assert Act.UNDO not in offered(dossier, now=last_at + timedelta(seconds=1))
    assert Act.UNDO not in offered(dossier, replace(IN_TIME, undo_until=None))


def test_only_papers_and_scans_leave_a_receipt_at_the_desk():
    stay = (RECEIVED, PaperIssued("receipt", 1, RECEIVED_AT))
    assert undo_until(RECEIVED_AT, stay) == RECEIVED_AT + UNDO_WITHIN
    gone = sample_of(LIFE[0].event, RECEIVED_AT)
    assert undo_until(RECEIVED_AT, (*stay, gone)) is None


def test_a_supplement_request_is_offered_until_its_last_day():
    dossier, last_on = dossier_in(State.RECEIVED), IN_TIME.supplement_until
    assert last_on
    late_on = replace(IN_TIME, supplement_until=RECEIVED_AT.date() - timedelta(days=1))

    assert Act.REQUEST_SUPPLEMENT in offered(
        dossier, replace(IN_TIME, supplement_until=RECEIVED_AT.date())
    )
    assert Act.REQUEST_SUPPLEMENT not in offered(dossier, late_on)
    any_day = replace(late_on, supplement_until=None)
    assert Act.REQUEST_SUPPLEMENT in offered(dossier, any_day)


def test_a_date_that_was_missed_is_not_mended_by_moving_the_clock():
    dossier = dossier_in(State.RECEIVED)
    assert dossier.due_at
    moving = {Act.REQUEST_SUPPLEMENT, Act.SUSPEND, Act.EXTEND}
    any_day = replace(IN_TIME, supplement_until=None)

    assert moving <= offered(dossier, any_day, dossier.due_at)
    assert not moving & offered(dossier, any_day, dossier.due_at + timedelta(seconds=1))


def test_without_a_due_moment_there_is_nothing_to_move_or_be_sorry_for():
    dossier = replace(dossier_in(State.RECEIVED), promise=None)
    assert not {Act.EXTEND, Act.APOLOGISE} & offered(dossier)


def test_a_clock_that_was_set_back_offers_no_more():
    dossier = replace(dossier_in(State.RECEIVED), touched_at=RECEIVED_AT + timedelta(hours=1))
    assert Act.UNDO not in offered(dossier)


def test_a_dossier_goes_back_only_to_somebody_who_had_it():
    dossier = dossier_in(State.RECEIVED)
    lu = Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu")
    passed_on = (Custody(DESK, RECEIVED_AT, until_at=RECEIVED_AT), Custody(lu, RECEIVED_AT))

    assert Act.SEND_BACK not in offered(dossier)
    assert Act.SEND_BACK in offered(replace(dossier, custody=passed_on))


def test_what_was_posted_is_reconciled_once():
    posted = after(Act.RECORD_RESULT, Act.POST)

    assert Act.RECONCILE_POST in offered(posted)
    assert posted.unanswered_waybills == tuple(one.waybill for one in posted.posted)
    answer = replace(
        sample_of(next(row.event for row in LIFE if row.act is Act.RECONCILE_POST), RECEIVED_AT),
        waybill=posted.posted[0].waybill,
    )
    answered = evolve(posted, "d1", answer)
    assert answered.unanswered_waybills == ()
    assert Act.RECONCILE_POST not in offered(answered)
