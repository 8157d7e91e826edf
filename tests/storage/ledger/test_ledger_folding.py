"""Folding logs into the pages' rows: the desk's own fold, step by step, whatever lies there."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from at_the_counter import clock_at
from ledger_pen import AGENCY, Pen, received
from reception.domain.applicant import Party
from reception.domain.custody import Holder, HolderKind
from reception.domain.delay import Cause
from reception.domain.dossier_events import (
    Apologised,
    Change,
    Corrected,
    DelayExplained,
    Forwarded,
    HandedOver,
    ResultRecorded,
    ReviewSettled,
    Stopped,
    SupplementRequested,
)
from reception.domain.intake_events import ReceiptUndone
from reception.domain.moments import parse_moment
from reception.services import folding
from reception.storage.ledger.board_rows import Sums
from reception.storage.ledger.folding import fold_next
from reception.storage.ledger.page_rows import factor, last_four, look_up_key

CLOCK = clock_at("2026-03-10T09:00")
NOW = CLOCK()
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def at(text: str):
    return parse_moment(f"2026-03-{text}")


@pytest.fixture
def log(ledger):
    with ledger.writing() as work:
        work.add_agency(AGENCY, "Xã Mường Lay", NOW)
    return ledger


@pytest.fixture
def pen(log) -> Pen:
    return Pen(log).enrol(NOW)


def fold(ledger, **how) -> int:
    return folding.fold(ledger, AGENCY, CLOCK, **how)


def dossiers(ledger, *ids: str):
    with ledger.reading() as work:
        found = work.folded_of(AGENCY, ids)
    return [found.get(each) for each in ids] if len(ids) > 1 else found.get(ids[0])


def sums(ledger) -> Sums:
    with ledger.reading() as work:
        return work.sums(*MARCH).get(AGENCY, Sums())


def aside(ledger) -> list[tuple[int, str]]:
    with ledger.reading() as work:
        return [(each.position, each.code) for each in work.quarantined(AGENCY)]


def everything(ledger) -> list[object]:
    with ledger.reading() as work:
        rows = work.folded_of(AGENCY, [f"d{n}" for n in range(50)])
        return [sorted(rows.items()), work.sums(*MARCH), work.clashes(AGENCY)]


def apology(cause=Cause.VERIFICATION, owner="", new_due_at="12T17:30") -> Apologised:
    return Apologised(
        at("04T10:00"), "0001/2026/PXL", cause, owner, "Bà Lò Thị Én ốm", at(new_due_at), "Chủ",
        "Chủ tịch",
    )  # fmt: skip


def test_a_dossier_is_folded_to_what_its_events_add_up_to(log, pen):
    office = Holder(HolderKind.OFFICE, "Chi nhánh Văn phòng Đăng ký đất đai")
    pen.write("d1", received(area="Đất đai"), at("02T08:00"))
    pen.write("d1", Forwarded(at("02T09:00"), office), at("02T09:00"))
    pen.write("d1", apology(owner=office.name), at("04T10:00"))

    assert fold(log) == 3
    row = dossiers(log, "d1")

    assert (row.reference, row.state, row.field) == ("H40.16-260302-0001", "received", "Đất đai")
    assert (row.holder, row.holder_kind, row.late_unit) == (office.name, "office", office.name)
    assert (row.due_at, row.new_due_at) == (at("05T17:30"), at("12T17:30"))
    assert (row.apology_number, row.cause, row.position) == ("0001/2026/PXL", "verification", 3)
    assert row.is_late(NOW)
    assert fold(log) == 0


def test_no_applicant_is_named_in_any_projection(log, pen):
    owner = Party("Lò Thị Én", identity="011199001234", phone="0912345678")
    pen.write("d1", received(owner=owner), at("02T08:00"))
    pen.write("d1", apology(owner="Lò Thị Én"), at("04T10:00"))
    fold(log)

    # A tag is letters by chance, any four digits among them once in a while.
    row = re.sub(r"\b[0-9a-f]{16,}\b", "", repr(dossiers(log, "d1")))

    for part in ("Lò", "Én", "0111", "1234", "0912", "5678", "ốm"):
        assert part not in row


def test_the_tags_open_with_the_last_digits_of_owner_and_submitter(log, pen):
    owner = Party("A", identity="C1239876", phone="0912345678")
    submitter = Party("B", identity="0100109106-001")
    pen.write("d1", received(owner=owner, submitter=submitter), at("02T08:00"))
    fold(log)
    with log.reading() as work:
        key = look_up_key(work.authority().private_key)

    row = dossiers(log, "d1")

    expected = {factor(key, row.code, digits) for digits in ("9876", "5678", "6001")}
    assert set(row.factors.split()) == expected
    assert factor(key, row.code + "0", "9876") not in expected


@pytest.mark.parametrize(
    ("number", "digits"), [("", ""), ("12", ""), ("B1234", "1234"), ("0100109106-001", "6001")]
)
def test_the_last_four_digits_of_a_number(number, digits):
    assert last_four(number) == digits


@pytest.mark.parametrize(
    ("result_at", "due_at", "figure"),
    [
        ("04T17:00", "2026-03-05T17:30", "early"),
        ("05T07:00", "2026-03-05T17:30", "on_time"),
        ("05T17:30", "2026-03-05T17:30", "on_time"),
        ("05T17:31", "2026-03-05T17:30", "overdue"),
        ("06T07:00", "2026-03-05T17:30", "overdue"),
        ("05T17:31", None, "no_limit"),
    ],
)
def test_a_settled_dossier_counts_once_as_what_it_is(log, pen, result_at, due_at, figure):
    pen.write("d1", received(due_at=due_at), at("02T08:00"))
    pen.write("d1", ResultRecorded(at(result_at)), at(result_at))
    fold(log)
    pen.write("d1", HandedOver(at("09T08:00")), at("09T08:00"))
    fold(log)

    assert sums(log) == replace(Sums(received=1), **{figure: 1})


def test_what_was_undone_is_taken_from_the_figures_again(log, pen):
    pen.write("d1", received(), at("02T08:00"))
    pen.write("d2", received(2), at("02T08:00"))
    fold(log)
    assert sums(log).received == 2
    pen.write("d1", ReceiptUndone(at("02T09:00"), "nhầm"), at("02T09:00"))
    pen.write("d2", Stopped(at("06T09:00"), "1", "đơn", "rút"), at("06T09:00"))
    fold(log)

    assert sums(log) == Sums(received=1, overdue=1)


def test_who_waits_for_papers_is_not_overdue(log, pen):
    pen.write("d1", received(), at("02T08:00"))
    pen.write(
        "d1",
        SupplementRequested(at("03T08:00"), "0001/2026/PBS", ("Đơn",), "thiếu"),
        at("03T08:00"),
    )
    fold(log)

    with log.reading() as work:
        assert work.overdue_by_commune(NOW) == {}
        assert work.paused_by_commune() == {AGENCY: 1}
    assert not dossiers(log, "d1").is_late(NOW)


@pytest.mark.parametrize("most", [1, 2, 3, 500])
def test_steps_of_any_length_come_to_the_same(log, pen, most):
    for n in range(1, 6):
        pen.write(f"d{n}", received(n), at("02T08:00"))
    for n in range(1, 6):
        pen.write(f"d{n}", ResultRecorded(at("06T08:00")), at("06T08:00"))
    fold(log)
    expected = everything(log)

    folding.fold_anew(log, CLOCK, AGENCY)
    assert everything(log) == expected
    with log.writing() as work:
        work.hold_listed(AGENCY)
        work.forget_folded(AGENCY)
    assert fold(log, most=most) == 10

    assert everything(log) == expected


def test_workers_that_fold_at_once_count_everything_once(log, pen):
    for n in range(40):
        pen.write(f"d{n}", received(n + 1), at("02T08:00"))

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: fold(log, most=3), range(4)))

    assert sum(done) == 40
    assert sums(log) == Sums(received=40)


def test_a_step_that_does_not_end_leaves_nothing(log, pen):
    pen.write("d1", received(), at("02T08:00"))

    def fold_and_fail():
        with log.writing() as work:
            fold_next(work, AGENCY, NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fold_and_fail()

    assert dossiers(log, "d1") is None
    with log.reading() as work:
        assert work.behind() == [AGENCY]
    assert fold(log) == 1


def test_an_event_that_cannot_be_read_holds_up_its_own_dossier_alone(log, pen):
    pen.write("d1", received(1), at("02T08:00"))
    pen.write("d2", received(2), at("02T08:00"))
    pen.write("d1", {"at": "không phải lúc nào"}, at("03T08:00"), kind="dossier.handed-over")
    pen.write("d1", ResultRecorded(at("04T08:00")), at("04T08:00"))
    pen.write("d2", ResultRecorded(at("04T08:00")), at("04T08:00"))
    fold(log)

    held, free = dossiers(log, "d1", "d2")

    assert (held.state, held.aside, held.position) == ("received", 1, 1)
    assert (free.state, free.aside) == ("result-ready", 0)
    assert aside(log) == [(3, "event-unreadable")]
    fold(log)
    assert aside(log) == [(3, "event-unreadable")]

    with log.writing() as work:
        work.settle(AGENCY, 3, NOW)
    folding.fold_anew(log, CLOCK)
    assert (dossiers(log, "d1").state, dossiers(log, "d1").aside) == ("result-ready", 0)


def test_an_event_that_makes_no_sense_is_kept_and_shown_and_passed(log, pen):
    naive = {"at": "2026-03-03T08:00:00", "result": "", "number": ""}
    pen.write("d1", received(1), at("02T08:00"))
    pen.write("d1", naive, at("03T08:00"), kind="dossier.result-recorded")
    pen.write("d2", received(2), at("04T08:00"))
    fold(log)

    assert aside(log) == []
    assert {dossiers(log, name).state for name in ("d1", "d2")} == {"received"}
    with log.reading() as work:
        [clash] = work.clashes(AGENCY)
    assert clash[1] == "not-applied"
    shown = everything(log)
    folding.fold_anew(log, CLOCK)
    assert everything(log) == shown


def test_a_newer_program_s_kind_is_named_and_passed_over_as_at_the_desk(log, pen):
    pen.write("d1", received(1), at("02T08:00"))
    pen.write("d1", {"at": "x"}, at("03T08:00"), kind="dossier.dreamt-of")
    pen.write("d1", ResultRecorded(at("04T08:00")), at("04T08:00"))
    fold(log)

    assert aside(log) == [(2, "kind-unknown")]
    assert (dossiers(log, "d1").state, dossiers(log, "d1").aside) == ("result-ready", 0)


def test_what_was_held_aside_and_can_be_read_now_is_let_go(log, pen):
    pen.write("d1", received(1), at("02T08:00"))
    with log.writing() as work:
        work.quarantine(AGENCY, 1, code="kind-unknown", detail="", noted_at=NOW)
    fold(log)

    assert aside(log) == []
    assert dossiers(log, "d1").state == "received"


def test_a_body_that_is_not_the_one_hashed_waits_for_a_person(log, pen):
    pen.write("d1", received(1), at("02T08:00"))
    pen.write("d1", ResultRecorded(at("04T08:00")), at("04T08:00"))
    with log.writing() as work:
        work.quarantine(AGENCY, 2, code="body-altered", detail="", noted_at=NOW)
    fold(log)

    assert (dossiers(log, "d1").state, dossiers(log, "d1").aside) == ("received", 1)
    assert aside(log) == [(2, "body-altered")]


def test_two_desks_that_knew_nothing_of_each_other_leave_a_clash(log, pen):
    other = Pen(log, slot=1).enrol(NOW)
    first = pen.write("d1", received(1), at("02T08:00"))
    pen.write("d1", ResultRecorded(at("04T08:00")), at("04T08:00"), base=first)
    again = ResultRecorded(at("04T09:00"))
    other.write("d1", again, at("04T09:00"), base=first)
    fold(log)

    with log.reading() as work:
        assert [each[:2] for each in work.clashes(AGENCY)] == [
            ("H40.16-260302-0001", "not-applied")
        ]
        assert work.old_clashes_by_commune(at("04T09:00")) == {}
        assert work.old_clashes_by_commune(at("04T09:01")) == {AGENCY: 1}
    assert aside(log) == []


def clashes(log) -> list[tuple[str, str]]:
    with log.reading() as work:
        return [each[:2] for each in work.clashes(AGENCY)]


def test_a_code_given_twice_is_shown_until_somebody_decides(log, pen):
    copy = Pen(log, slot=1).enrol(NOW)
    pen.write("d1", received(1), at("02T08:00"))
    copy.write("d2", received(1), at("03T08:00"))
    copy.write("d3", received(2), at("03T08:00"))
    fold(log)
    code = "H40.16-260302-0001"
    assert clashes(log) == [(code, "same-code")] * 2
    with log.reading() as work:
        assert work.old_clashes_by_commune(at("03T08:01")) == {AGENCY: 2}

    pen.write("d1", ResultRecorded(at("04T08:00")), at("04T08:00"))
    fold(log)
    assert clashes(log) == [(code, "same-code")] * 2
    shown = everything(log)
    folding.fold_anew(log, CLOCK)
    assert everything(log) == shown

    copy.write("d2", ReviewSettled(at("05T08:00"), "d1", "code"), at("05T08:00"))
    fold(log)
    assert clashes(log) == []


def test_values_that_two_desks_disagree_on_stay_in_the_events(log, pen):
    other = Pen(log, slot=1).enrol(NOW)
    opened = received(1)
    first = pen.write("d1", opened, at("02T08:00"))
    for desk, phone in ((pen, "0911111111"), (other, "0922222222")):
        intake = replace(opened.intake, owner=replace(opened.intake.owner, phone=phone))
        change = Change("owner.phone", "", phone)
        desk.write(
            "d1", Corrected(at("03T08:00"), intake, (change,), "sai"), at("03T08:00"), base=first
        )
    fold(log)

    with log.reading() as work:
        found = work.clashes(AGENCY)

    assert [each[1:3] for each in found] == [("field", "owner.phone")]
    assert "0922222222" not in repr(found)


def test_a_reason_given_without_an_apology_is_told_too(log, pen):
    pen.write("d1", received(1), at("02T08:00"))
    pen.write("d1", DelayExplained(at("04T08:00"), Cause.DISASTER, "Sở"), at("04T08:00"))
    fold(log)

    assert (dossiers(log, "d1").cause, dossiers(log, "d1").late_unit) == ("disaster", "")


TEXTS = st.text(max_size=300)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=TEXTS, area=TEXTS, holder=TEXTS)
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_no_text_of_a_desk_stops_the_fold_of_its_commune(log, name, area, holder):
    pen = Pen(log, slot=9)
    with log.writing() as work:
        work.forget_folded(AGENCY)
    entity = pen.device
    pen.write(entity, received(1, area=area, owner=Party(name)), at("02T08:00"))
    to = Holder(HolderKind.OFFICE, holder)
    pen.write(entity, Forwarded(at("02T09:00"), to), at("02T09:00"))

    fold(log)

    assert dossiers(log, entity).state == "received"
