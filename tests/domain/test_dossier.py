"""A dossier is what has happened to it, and nothing can happen out of turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce

import pytest

from invented_dossier import DUE_AT, INTAKE, RECEIVED, RECEIVED_AT
from reception.domain.certification import Certification, CertificationKind, CertifiedItem
from reception.domain.custody import APPLICANT, DESK, Custody, Holder, HolderKind
from reception.domain.delay import Cause, Ground
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import (
    Apologised,
    Change,
    Corrected,
    DelayExplained,
    DossierEvent,
    Extended,
    FeeSettled,
    Forwarded,
    HandedOver,
    Moment,
    NoticeChannel,
    NoticeOutcome,
    Notified,
    PaperIssued,
    Posted,
    PostReconciled,
    Reclassified,
    Rejected,
    ResultRecorded,
    Resumed,
    ScanAttached,
    SentBack,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    Suspended,
    TakenOver,
    TimeCorrected,
)
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, SubmittedPaper
from reception.domain.intake_events import (
    Certified,
    Guided,
    KeyedIn,
    ReceiptUndone,
    Received,
    Refused,
)
from reception.domain.life import evolve
from reception.domain.moments import parse_moment
from reception.domain.procedure import SupplementRule
from reception.domain.promise import Promise, StageDue
from reception.domain.runs import UNADJUSTED, Adjustments, Pause

GUIDED = Guided("0001/2026/PBS", INTAKE, ("Giấy chứng sinh",), "thiếu", RECEIVED_AT, "2025")
REFUSED = Refused("0001/2026/PTC", INTAKE, "không thuộc thẩm quyền", RECEIVED_AT, "2025")
READY_AT, HANDED_AT = parse_moment("2026-02-24T10:00"), parse_moment("2026-02-25T08:00")
READY, HANDED = ResultRecorded(READY_AT, "Giấy xác nhận"), HandedOver(HANDED_AT, "H'Hen Niê")
PRINTED = PaperIssued("receipt", 1, RECEIVED_AT)
SPECIALIST = Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu")
COMMUNE = Holder(HolderKind.OFFICE, "UBND xã")


def later(hours: float) -> datetime:
    """So many hours after the receipt."""
    return RECEIVED_AT + timedelta(hours=hours)


LATER_DUE_AT = DUE_AT + timedelta(days=7)
LATER = Promise(LATER_DUE_AT, later(48))
ASKED = SupplementRequested(later(2), "0002/2026/PBS", ("Tờ khai",), "thiếu")
SUPPLIED = SupplementReceived(later(50), (SubmittedPaper("Tờ khai"),), LATER, DUE_AT)
PAUSED, RESUMED = Suspended(later(3), Ground.COURT, "toà"), Resumed(later(53), LATER)
REJECTED = Rejected(later(5), "0003/2026/PTC", "không đủ điều kiện")
APOLOGY = Apologised(
    later(6), "0001/2026/PXL", Cause.STAFF, "Phòng Kinh tế", "", LATER_DUE_AT, "Lò A", "Chủ tịch"
)
# A linked procedure: two stages, the second after the first.
STAGED = replace(
    RECEIVED,
    promise=replace(
        RECEIVED.promise,
        stages=tuple(
            StageDue(office, INTAKE.procedure.limit, RECEIVED_AT, later(hours))
            for office, hours in (("UBND xã", 48), ("Sở Nội vụ", 96))
        ),
    ),
)


def after(*events: DossierEvent) -> Dossier:
    dossier = reduce(lambda state, event: evolve(state, "d1", event), events, None)
    assert dossier is not None
    return dossier


def test_received_with_its_promise():
    dossier = after(RECEIVED)

    assert dossier.state is State.RECEIVED
    assert (dossier.reference, dossier.due_at) == ("H40.16-260213-0001", DUE_AT)
    assert (dossier.intake, dossier.opened_at, dossier.regime) == (INTAKE, RECEIVED_AT, "2025")


def test_sent_home_with_what_to_bring():
    dossier = after(GUIDED)

    assert (dossier.state, dossier.reference) == (State.GUIDED, "0001/2026/PBS")
    assert (dossier.wanted, dossier.reason, dossier.due_at) == (("Giấy chứng sinh",), "thiếu", None)


def test_refused_with_the_reason():
    dossier = after(REFUSED)

    assert (dossier.state, dossier.reference) == (State.REFUSED, "0001/2026/PTC")
    assert dossier.reason == "không thuộc thẩm quyền"


def test_from_receipt_to_handover():
    dossier = after(RECEIVED, PRINTED, READY, HANDED)

    assert dossier.state is State.HANDED_OVER
    assert (dossier.result_at, dossier.handed_over_at) == (READY_AT, HANDED_AT)
    assert dossier.due_at == DUE_AT


def test_papers_are_counted_by_form():
    again, slip = replace(PRINTED, times=2), replace(PRINTED, form="control-sheet")

    assert after(RECEIVED, PRINTED, again, slip).papers_issued == {"receipt": 2, "control-sheet": 1}


@pytest.mark.parametrize(
    "events",
    [
        (READY,),
        (HANDED,),
        (PRINTED,),
        (RECEIVED, RECEIVED),
        (RECEIVED, HANDED),
        (RECEIVED, READY, READY),
        (RECEIVED, READY, HANDED, HANDED),
        (GUIDED, READY),
        (REFUSED, READY),
        (REFUSED, RECEIVED),
    ],
)
def test_nothing_happens_out_of_turn(events):
    with pytest.raises(RuleViolation, match="hãy") as refusal:
        after(*events)

    assert refusal.value.code == "event-out-of-order"


def test_channels():
    assert {channel for channel in Channel if channel.is_online} == {
        Channel.ONLINE_FULL,
        Channel.ONLINE_PART,
    }


def test_an_event_keeps_everything_it_was_made_with():
    assert isinstance(RECEIVED, Received)
    assert after(RECEIVED).promise == RECEIVED.promise


# --- from hand to hand ----------------------------------------------------------------------------


def test_the_desk_has_it_from_the_receipt_on():
    dossier = after(RECEIVED)

    assert dossier.custody == (Custody(DESK, RECEIVED_AT, taken_at=RECEIVED_AT),)
    assert (dossier.holder, dossier.touched_at) == (DESK, RECEIVED_AT)


def test_forwarded_to_a_stage_and_taken_over():
    dossier = after(
        STAGED, Forwarded(later(1), COMMUNE, 0, "xem gấp"), TakenOver(later(2), COMMUNE)
    )

    assert dossier.custody == (
        Custody(DESK, RECEIVED_AT, taken_at=RECEIVED_AT, until_at=later(1)),
        Custody(COMMUNE, later(1), 0, later(48), taken_at=later(2), note="xem gấp"),
    )


def test_whoever_takes_it_from_where_it_lies_works_on_the_same_stage():
    dossier = after(STAGED, Forwarded(later(1), COMMUNE, 0), TakenOver(later(2), SPECIALIST))

    assert dossier.custody[-2].until_at == later(2)
    assert dossier.custody[-1] == Custody(SPECIALIST, later(2), 0, later(48), taken_at=later(2))


def test_sent_back_to_the_stage_it_came_from():
    dossier = after(
        STAGED,
        Forwarded(later(1), COMMUNE, 0),
        Forwarded(later(2), SPECIALIST),
        SentBack(later(3), COMMUNE, "thiếu chữ ký"),
    )
    assert dossier.custody[-1] == Custody(COMMUNE, later(3), 0, later(48), note="thiếu chữ ký")


def test_a_result_that_is_sent_back_stands_no_more():
    dossier = after(RECEIVED, READY, SentBack(HANDED_AT, DESK, "sai tên"))

    assert dossier.state is State.RECEIVED
    assert (dossier.result, dossier.result_number, dossier.result_at) == ("", "", None)


def test_a_refusal_that_is_sent_back_stands_no_more_but_its_number_is_used():
    printed = PaperIssued("refusal-notice", 1, later(6))
    dossier = after(RECEIVED, REJECTED, printed, SentBack(later(7), DESK, "đã chứng minh được"))

    assert (dossier.rejection, dossier.reason, dossier.result_at) == (None, "", None)
    assert dossier.withdrawn == (REJECTED,)
    assert dossier.voided == {"refusal-notice"}


# --- the clock ------------------------------------------------------------------------------------


def test_a_supplement_lies_with_the_applicant_until_it_comes_and_restarts_the_clock():
    waiting = after(RECEIVED, ASKED)
    assert (waiting.state, waiting.supplement) == (State.AWAITING_SUPPLEMENT, ASKED)
    assert waiting.custody[-1] == Custody(APPLICANT, later(2), taken_at=later(2))

    dossier = after(RECEIVED, Extended(later(1), 2, "thoả thuận", LATER), ASKED, SUPPLIED)
    assert (dossier.state, dossier.supplied) == (State.RECEIVED, SUPPLIED)
    assert dossier.adjustments == Adjustments(restarted_at=later(50))
    assert (dossier.due_at, dossier.first_promise) == (LATER_DUE_AT, RECEIVED.promise)
    assert dossier.intake.papers == SUPPLIED.papers
    assert dossier.custody[-1] == Custody(DESK, later(50), taken_at=later(50))


def test_a_supplement_pauses_the_clock_where_the_procedure_says_so():
    asked = replace(ASKED, rule=SupplementRule.PAUSE)

    assert after(RECEIVED, asked, SUPPLIED).adjustments == Adjustments(
        pauses=(Pause(later(2), later(50)),)
    )
    at_once = replace(SUPPLIED, at=asked.at)
    assert after(RECEIVED, asked, at_once).adjustments == UNADJUSTED


def test_what_is_complete_before_the_authority_has_it_starts_with_the_authority():
    starts_at = later(65)
    elsewhere = replace(
        RECEIVED,
        intake=replace(INTAKE, non_territorial=True),
        promise=replace(RECEIVED.promise, starts_at=starts_at),
    )
    assert after(elsewhere).adjustments == Adjustments(accepted_at=starts_at)
    assert after(elsewhere, ASKED, SUPPLIED).adjustments == Adjustments(
        accepted_at=starts_at, restarted_at=starts_at
    )


def test_a_suspension_is_a_pause_once_it_is_over():
    waiting = after(RECEIVED, PAUSED)
    assert (waiting.state, waiting.suspension, waiting.holder) == (State.SUSPENDED, PAUSED, DESK)

    dossier = after(RECEIVED, PAUSED, RESUMED)
    assert (dossier.state, dossier.suspension) == (State.RECEIVED, None)
    assert dossier.adjustments.pauses == (Pause(later(3), later(53)),)
    assert (dossier.due_at, dossier.first_promise) == (LATER_DUE_AT, RECEIVED.promise)


def test_a_pause_moves_the_stage_of_whoever_has_it_in_hand():
    stages = tuple(
        replace(stage, due_at=stage.due_at + timedelta(hours=50)) for stage in STAGED.promise.stages
    )
    resumed = replace(RESUMED, promise=replace(LATER, stages=stages))
    dossier = after(STAGED, Forwarded(later(1), COMMUNE, 0), PAUSED, resumed)

    assert dossier.custody[-1].due_at == later(48 + 50)


def test_extensions_add_up():
    first, second = (Extended(later(n), n, "thoả thuận", LATER) for n in (1, 2))
    dossier = after(RECEIVED, first, second)

    assert dossier.extensions == (first, second)
    assert dossier.adjustments == Adjustments(extra_working_days=3)
    assert dossier.due_at == LATER_DUE_AT


def test_an_apology_gives_a_date_to_work_towards_and_leaves_the_due_one():
    delay = DelayExplained(later(1), Cause.VERIFICATION, "Phòng Kinh tế")
    dossier = after(RECEIVED, delay, APOLOGY)

    assert (dossier.delay, dossier.apology) == (delay, APOLOGY)
    assert (dossier.due_at, dossier.target_at) == (DUE_AT, LATER_DUE_AT)


def test_a_date_moved_past_the_new_appointment_is_the_one_to_work_towards():
    still_later = replace(LATER, due_at=LATER_DUE_AT + timedelta(days=7))
    dossier = after(RECEIVED, APOLOGY, Extended(later(7), 10, "thoả thuận", still_later))

    assert dossier.target_at == dossier.due_at == still_later.due_at


def test_without_an_apology_the_due_moment_is_worked_towards():
    assert after(RECEIVED).target_at == DUE_AT
    assert after(replace(RECEIVED, promise=replace(LATER, due_at=None))).target_at is None


# --- the end --------------------------------------------------------------------------------------


def test_a_refusal_after_appraisal_is_a_result_at_the_desk():
    dossier = after(RECEIVED, ASKED, REJECTED)

    assert (dossier.state, dossier.rejection) == (State.RESULT_READY, REJECTED)
    assert (dossier.reason, dossier.result_at) == ("không đủ điều kiện", later(5))
    assert dossier.custody[-1] == Custody(DESK, later(5), taken_at=later(5))
    assert dossier.ended_at == later(5)


def test_stopped_at_the_applicants_request():
    stop = Stopped(later(4), "0001/2026/TBD", "đơn tại quầy", "đổi ý", ("Tờ khai",))
    dossier = after(RECEIVED, PAUSED, stop)

    assert (dossier.state, dossier.stop, dossier.reason) == (State.STOPPED, stop, "đổi ý")
    assert (dossier.holder, dossier.ended_at) == (None, later(4))
    assert dossier.custody[-1].until_at == later(4)


def test_handed_over_nobody_has_it_any_more():
    dossier = after(RECEIVED, READY, HANDED)

    assert (dossier.handover, dossier.holder) == (HANDED, None)
    assert (dossier.custody[-1].until_at, dossier.ended_at) == (HANDED_AT, READY_AT)


def test_certified_it_is_over_in_one_moment():
    certification = Certification(
        CertificationKind.COPY, "01/2026-SCT/BS", (CertifiedItem(1, "Bằng", 2, 60, 120_000),)
    )
    dossier = after(Certified("H40.16-260213-0002", INTAKE, RECEIVED_AT, "2025", certification))

    assert (dossier.state, dossier.certification) == (State.HANDED_OVER, certification)
    assert dossier.opened_at == dossier.result_at == dossier.handed_over_at == RECEIVED_AT
    assert (dossier.due_at, dossier.custody) == (None, ())


def test_undone_its_papers_are_void():
    undone = ReceiptUndone(later(0.1), "nhầm người", paper_returned=True)
    dossier = after(RECEIVED, PRINTED, undone)

    assert (dossier.state, dossier.reason) == (State.UNDONE, "nhầm người")
    assert (dossier.holder, dossier.voided) == (None, {"receipt"})


# --- beside the clock -----------------------------------------------------------------------------


def test_what_happens_beside_the_clock_is_kept_in_order():
    told = [
        FeeSettled(later(1), 5000),
        FeeSettled(later(2), 3000),
        ScanAttached(later(3), "ab" * 32, "to-khai.pdf", "application/pdf", 1234),
        Posted(later(4), "EA123456789VN"),
        PostReconciled(later(5), "EA123456789VN", delivered=True),
        Notified(later(6), NoticeChannel.SMS, "apology", NoticeOutcome.SENT, "0912345678"),
        KeyedIn(later(7), "0001/2026/PTG"),
    ]
    dossier = after(RECEIVED, *told)

    assert [*dossier.fees, *dossier.scans, *dossier.posted] == told[:4]
    assert [*dossier.post_answers, *dossier.notices] == told[4:6]
    assert (dossier.blank, dossier.touched_at) == ("0001/2026/PTG", later(7))
    assert (dossier.state, dossier.custody, dossier.promise) == (
        State.RECEIVED, after(RECEIVED).custody, RECEIVED.promise,
    )  # fmt: skip


def test_the_last_touch_never_goes_backwards():
    dossier = after(RECEIVED, FeeSettled(later(5), 5000), FeeSettled(later(1), 3000))
    assert dossier.touched_at == later(5)


# --- mended ---------------------------------------------------------------------------------------


def test_a_correction_voids_the_papers_until_they_are_printed_anew():
    right = replace(INTAKE, owner=replace(INTAKE.owner, name="H'Hen Niê Kdăm"))
    corrected = Corrected(later(1), right, (Change("owner.name", "a", "b"),), "gõ sai")
    slip = replace(PRINTED, form="control-sheet")
    dossier = after(RECEIVED, PRINTED, slip, corrected)

    assert (dossier.intake, dossier.corrections) == (right, (corrected,))
    assert dossier.voided == {"receipt", "control-sheet"}
    again = after(RECEIVED, PRINTED, slip, corrected, replace(PRINTED, times=2))
    assert again.voided == {"control-sheet"}
    assert after(RECEIVED, corrected).voided == set()


def test_another_procedure_keeps_code_receipt_and_first_promise():
    other = replace(INTAKE, procedure=replace(INTAKE.procedure, code="1.001193"))
    changed = Reclassified(later(2), other, LATER, "chọn nhầm")
    dossier = after(STAGED, PRINTED, Forwarded(later(1), COMMUNE, 0), changed)

    assert (dossier.intake, dossier.due_at) == (other, LATER_DUE_AT)
    assert (dossier.code, dossier.opened_at) == (RECEIVED.code, RECEIVED_AT)
    assert (dossier.first_promise, dossier.corrections) == (STAGED.promise, (changed,))
    assert dossier.voided == {"receipt"}
    assert (dossier.custody[-1].stage, dossier.custody[-1].due_at) == (None, None)


def test_another_procedure_does_not_wipe_out_past_lateness():
    changed = Reclassified(later(60), INTAKE, LATER, "chọn nhầm")
    dossier = after(
        STAGED, Forwarded(later(1), COMMUNE, 0), Forwarded(later(50), SPECIALIST), changed
    )
    assert dossier.custody[1].is_late(later(60))


def test_a_receipt_put_right_moves_the_promise_and_the_desks_time():
    earlier_at = RECEIVED_AT - timedelta(days=1)
    earlier = Promise(DUE_AT - timedelta(days=1), earlier_at)
    mended = TimeCorrected(
        later(2), Moment.RECEIVED, RECEIVED_AT, earlier_at, "mất điện", promise=earlier
    )
    dossier = after(RECEIVED, PRINTED, Forwarded(later(1), SPECIALIST), mended)

    assert (dossier.opened_at, dossier.promise) == (earlier_at, earlier)
    assert dossier.first_promise == RECEIVED.promise
    assert [part.from_at for part in dossier.custody] == [earlier_at, later(1)]
    assert (dossier.voided, dossier.corrections) == ({"receipt"}, (mended,))
    # The act itself was done when it was done.
    assert dossier.touched_at == later(2)


def test_a_result_and_a_handover_put_right():
    results = TimeCorrected(HANDED_AT, Moment.RESULT, READY_AT, later(10), "ghi nhầm giờ")
    handovers = TimeCorrected(HANDED_AT, Moment.HANDED_OVER, HANDED_AT, later(20), "ghi nhầm giờ")
    dossier = after(RECEIVED, READY, HANDED, results, handovers)

    assert (dossier.result_at, dossier.handed_over_at) == (later(10), later(20))
    assert dossier.custody[-1].until_at == later(20)
    assert dossier.promise == RECEIVED.promise
