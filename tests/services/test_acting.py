"""One act after another on a real register: each is one event, and a refused one is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from at_the_counter import BIRTH, BY, SINGLE_STATUS, asking
from reception.domain.custody import DESK, Holder, HolderKind, time_by_holder
from reception.domain.delay import Cause, Ground
from reception.domain.dossier import State
from reception.domain.dossier_events import Moment, NoticeChannel, PaidBy
from reception.domain.errors import RuleViolation
from reception.domain.moments import parse_moment
from reception.services import (
    apologies,
    finishing,
    intake,
    lookup,
    mending,
    passing_on,
    safekeeping,
)
from reception.services import clock as clock_service

SPECIALIST = Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu")
# Ten working days from Tuesday, 10 March 2026, 9:00.
LONG = "1.010801"


@pytest.fixture
def dossier(desk):
    return intake.register(desk, asking(procedure=LONG), by=BY)


def kinds(desk, dossier_id) -> list[str]:
    return [entry.kind.partition(".")[2] for entry in desk.store.history(dossier_id)]


def test_from_hand_to_hand_and_back(desk, clock, dossier):
    clock.set_to("2026-03-10T10:00")
    passing_on.forward(desk, dossier.dossier_id, SPECIALIST, by=BY)
    clock.set_to("2026-03-11T08:00")
    passing_on.take_over(desk, dossier.dossier_id, SPECIALIST, by="lu")
    clock.set_to("2026-03-12T09:00")
    after = passing_on.send_back(desk, dossier.dossier_id, reason="thiếu chữ ký", by="lu")

    assert after.holder == DESK
    times = time_by_holder(desk.calendar, after.custody, desk.now())
    assert times == {DESK: timedelta(hours=1), SPECIALIST: timedelta(hours=7 + 8)}
    assert kinds(desk, dossier.dossier_id) == ["received", "forwarded", "taken-over", "sent-back"]


def test_a_supplement_restarts_the_clock_and_both_figures_are_kept(desk, clock, dossier):
    clock.set_to("2026-03-12T09:00")
    asked = _ask(desk, dossier)
    assert (asked.state, asked.holder and asked.holder.name) == (
        State.AWAITING_SUPPLEMENT,
        "Người nộp hồ sơ",
    )
    clock.set_to("2026-03-20T09:00")
    after = clock_service.receive_supplement(desk, dossier.dossier_id, by=BY)

    assert after.state is State.RECEIVED
    assert after.first_promise == dossier.promise
    assert after.supplied
    assert after.supplied.other_due_at
    assert dossier.due_at < after.supplied.other_due_at < after.due_at
    assert after.intake.papers[-1].name == "Giấy chứng sinh"


def test_a_supplement_is_asked_for_once_and_in_time(desk, clock, dossier):
    clock.set_to("2026-03-16T08:00")
    with pytest.raises(RuleViolation, match="chậm nhất ngày 13/03/2026") as late:
        _ask(desk, dossier)
    assert late.value.code == "supplement-too-late"

    clock.set_to("2026-03-12T09:00")
    _ask(desk, dossier)
    clock_service.receive_supplement(desk, dossier.dossier_id, by=BY)
    with pytest.raises(RuleViolation, match="luật chỉ cho một lần") as twice:
        _ask(desk, dossier)
    assert twice.value.code == "once-only"
    assert kinds(desk, dossier.dossier_id) == [
        "received", "supplement-requested", "supplement-received",
    ]  # fmt: skip


def test_a_suspension_is_left_out_of_the_time(desk, clock):
    dossier = intake.register(desk, asking(procedure=SINGLE_STATUS), by=BY)
    clock.set_to("2026-03-11T09:00")
    clock_service.suspend(desk, dossier.dossier_id, Ground.FINANCIAL_OBLIGATION, by=BY)
    clock.set_to("2026-03-16T09:00")
    after = clock_service.resume(desk, dossier.dossier_id, by=BY)

    moved = desk.calendar.count_working_days(dossier.due_at.date(), after.due_at.date())
    assert moved == 3


def test_an_apology_stands_ready_before_the_date_is_missed(desk, clock, dossier):
    assert apologies.drafts(desk) == []
    clock.at = dossier.due_at - timedelta(days=3)
    (draft,) = apologies.drafts(desk)
    assert draft.row.dossier_id == dossier.dossier_id
    assert draft.proposal.new_due_at > dossier.due_at

    apologies.explain_delay(
        desk, dossier.dossier_id, Cause.VERIFICATION, owner="Phòng Kinh tế", by=BY
    )
    after = apologies.apologise(desk, dossier.dossier_id, by=BY)

    assert after.due_at == dossier.due_at
    assert after.target_at == draft.proposal.new_due_at
    assert after.apology
    assert after.apology.owner == "Phòng Kinh tế"
    assert [notice.channel for notice in after.notices] == [NoticeChannel.PAPER]
    assert apologies.drafts(desk) == []
    clock.at = dossier.due_at + timedelta(days=1)
    assert apologies.coverage(desk) == apologies.Coverage(overdue=1, apologised=1)


def test_a_late_apology_says_why(desk, clock, dossier):
    clock.at = dossier.due_at + timedelta(hours=1)
    with pytest.raises(RuleViolation, match="hãy ghi vì sao gửi muộn"):
        apologies.apologise(desk, dossier.dossier_id, by=BY)
    after = apologies.apologise(desk, dossier.dossier_id, by=BY, late_because="mất điện")
    assert after.apology
    assert after.apology.late_because == "mất điện"


def test_to_the_hands_of_the_recipient(desk, dossier):
    finishing.record_result(desk, dossier.dossier_id, by=BY, number="12/GP")
    with pytest.raises(RuleViolation, match="giấy uỷ quyền"):
        finishing.hand_over(desk, dossier.dossier_id, by=BY, recipient="Người Lạ")
    after = finishing.hand_over(desk, dossier.dossier_id, by=BY, pays_by=PaidBy.CASH)

    assert after.state is State.HANDED_OVER
    assert after.handover
    assert after.handover.recipient == dossier.intake.owner.name
    assert after.holder is None


def test_a_refusal_is_a_result(desk, dossier):
    after = finishing.reject(desk, dossier.dossier_id, reason="không đủ điều kiện", by=BY)
    assert (after.state, after.reason) == (State.RESULT_READY, "không đủ điều kiện")
    assert after.rejection
    assert after.rejection.slip_number == "0001/2026/PTC"


def test_a_stop_is_refused_once_there_is_a_result(desk, dossier):
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    with pytest.raises(RuleViolation, match="bây giờ hãy chọn") as refusal:
        finishing.stop(desk, dossier.dossier_id, requested_by="đơn tại quầy", reason="đổi ý", by=BY)
    assert refusal.value.code == "act-not-allowed"
    assert "trả kết quả" in refusal.value.text


def test_a_wrong_procedure_is_replaced_and_the_code_stays(desk, dossier):
    after = mending.reclassify(desk, dossier.dossier_id, BIRTH, reason="chọn nhầm", by=BY)

    assert (after.code, after.opened_at) == (dossier.code, dossier.opened_at)
    assert after.intake.procedure.code == BIRTH
    assert after.due_at != dossier.due_at
    assert after.first_promise == dossier.promise


def test_a_name_put_right_is_found_by_its_new_spelling_alone(desk, dossier):
    request = mending.request_of(dossier.intake)
    right = asking("Lò Văn Păn", procedure=LONG).owner
    after = mending.correct(
        desk, dossier.dossier_id, replace(request, owner=right), reason="gõ sai tên", by=BY
    )

    assert [c.field for c in after.corrections[0].changes] == ["owner.name"]
    assert [row.dossier_id for row in lookup.search(desk, "lo van pan")] == [dossier.dossier_id]
    assert lookup.search(desk, "do thi uong") == []


def test_a_moment_is_put_right_with_a_trace(desk, clock, dossier):
    clock.set_to("2026-03-12T09:00")
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    after = mending.correct_time(
        desk,
        dossier.dossier_id,
        Moment.RESULT,
        parse_moment("2026-03-11T16:00"),
        reason="ghi nhầm ngày",
        by=BY,
    )
    assert after.result_at == parse_moment("2026-03-11T16:00")
    assert after.corrections[0].before_at == parse_moment("2026-03-12T09:00")


def test_a_receipt_is_undone_within_ten_minutes_alone(desk, clock, dossier):
    clock.set_to("2026-03-10T09:11")
    with pytest.raises(RuleViolation, match="đã quá 10 phút"):
        mending.undo(desk, dossier.dossier_id, reason="nhầm", by=BY)
    clock.set_to("2026-03-10T09:09")
    assert mending.undo(desk, dossier.dossier_id, reason="nhầm", by=BY).state is State.UNDONE


def test_everything_done_here_can_be_proved_and_rebuilt(desk, clock, dossier):
    test_a_supplement_restarts_the_clock_and_both_figures_are_kept(desk, clock, dossier)
    finishing.settle_fee(desk, dossier.dossier_id, amount_vnd=5000, by=BY)
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    finishing.post(desk, dossier.dossier_id, "ea 123 456 789 vn", by=BY)
    finishing.reconcile_post(desk, dossier.dossier_id, "EA123456789VN", delivered=True, by=BY)
    finishing.hand_over(desk, dossier.dossier_id, by=BY)

    assert safekeeping.verify(desk).faults == ()
    before = desk.database.rows("SELECT * FROM dossier")
    safekeeping.rebuild(desk)
    assert desk.database.rows("SELECT * FROM dossier") == before
    assert safekeeping.verify(desk).faults == ()


def _ask(desk, dossier):
    return clock_service.request_supplement(
        desk, dossier.dossier_id, wanted=["Giấy chứng sinh"], reason="chưa có", by=BY
    )
