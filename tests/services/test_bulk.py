"""One act on many: each in its own commit, an outcome for each, and a stop that loses nothing."""

from __future__ import annotations

import pytest

from at_the_counter import BY, asking
from pdf_reading import text_of
from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.dossier import State
from reception.domain.dossier_events import PaidBy
from reception.domain.errors import RuleViolation, Trouble
from reception.printing.page import PaperSize
from reception.services import bulk, finishing, intake, lookup, safekeeping
from reception.services.bulk import Doing
from reception.storage import lists

OFFICE = Holder(HolderKind.OFFICE, "Phòng Văn hóa - Xã hội")


@pytest.fixture
def dossiers(desk):
    return [intake.register(desk, asking(f"Người thứ {n}"), by=BY) for n in range(4)]


def rows(desk, dossiers):
    return [lists.by_reference(desk.database, dossier.code) for dossier in dossiers]


def states(desk, dossiers) -> list[State]:
    return [lookup.open_dossier(desk, d.dossier_id).dossier.state for d in dossiers]


def test_a_refusal_keeps_none_of_the_others_back(desk, dossiers):
    finishing.record_result(desk, dossiers[1].dossier_id, by=BY)

    outcomes = list(bulk.each(desk, rows(desk, dossiers), bulk.record_result(by=BY)))

    assert [outcome.done for outcome in outcomes] == [True, False, True, True]
    assert dossiers[1].code in outcomes[1].text
    assert "ghi kết quả" in outcomes[1].text
    assert states(desk, dossiers) == [State.RESULT_READY] * 4
    assert safekeeping.verify(desk).whole


def test_whoever_stops_asking_stops_between_two_dossiers(desk, dossiers):
    work = bulk.each(desk, rows(desk, dossiers), bulk.forward(OFFICE, by=BY))
    first, second = next(work), next(work)
    work.close()

    assert first.done
    assert second.done
    found = [lookup.open_dossier(desk, d.dossier_id).dossier.holder for d in dossiers]
    assert found == [OFFICE, OFFICE, DESK, DESK]
    assert safekeeping.verify(desk).whole


def test_a_trouble_of_the_machine_ends_the_work(desk, dossiers):
    def full(_desk, _dossier_id):
        raise Trouble("disk-full", "Ổ đĩa đầy; hãy dọn bớt.")

    [only] = bulk.each(desk, rows(desk, dossiers), Doing("", full))
    assert not only.done
    assert only.text == "Ổ đĩa đầy; hãy dọn bớt."


def test_results_are_handed_over_and_what_is_owed_is_paid_or_refuses(desk):
    owing = intake.register(desk, asking("Còn nợ", fee_vnd=15_000), by=BY)
    free = intake.register(desk, asking("Không nợ"), by=BY)
    both = [owing, free]
    for dossier in both:
        finishing.record_result(desk, dossier.dossier_id, by=BY)

    refused, done = bulk.each(desk, rows(desk, both), bulk.hand_over(by=BY))
    assert (refused.done, done.done) == (False, True)
    assert "15.000" in refused.text

    [paid] = bulk.each(desk, rows(desk, [owing]), bulk.hand_over(by=BY, pays_by=PaidBy.CASH))
    assert paid.done
    assert states(desk, both) == [State.HANDED_OVER] * 2


def test_taking_over_is_in_the_name_of_who_is_signed_in(desk, dossiers):
    outcomes = list(bulk.each(desk, rows(desk, dossiers), bulk.take_over(OFFICE, by=BY)))
    assert all(outcome.done for outcome in outcomes)
    again = list(bulk.each(desk, rows(desk, dossiers), bulk.take_over(OFFICE, by=BY)))
    assert not any(outcome.done for outcome in again)


def test_papers_are_issued_one_by_one_and_come_with_the_outcome(desk, dossiers):
    doing = bulk.issue(by=BY, size=PaperSize.A5)
    outcomes = list(bulk.each(desk, rows(desk, dossiers), doing))
    for dossier, outcome in zip(dossiers, outcomes, strict=True):
        assert dossier.code in text_of(outcome.pdf)
        issued = lookup.open_dossier(desk, dossier.dossier_id).dossier.papers_issued
        assert issued == {"receipt": 1}


def test_of_a_long_refusal_a_table_shows_the_fault():
    assert bulk.brief("Còn nợ phí; hãy thu.") == "Còn nợ phí; hãy thu."
    assert bulk.brief(f"Không được; hãy chọn {'x' * 200}.") == "Không được."


def test_one_receipt_for_all_is_issued_for_all_or_for_none(desk, dossiers):
    same = [intake.register(desk, asking("Người thứ 0"), by=BY) for _ in range(2)]
    backwards = rows(desk, [same[1], same[0], dossiers[0]])

    told = text_of(bulk.together(desk, backwards, bulk.receipt_list(by=BY)))

    in_order = [told.index(d.code) for d in (dossiers[0], *same)]
    assert in_order == sorted(in_order)
    with pytest.raises(RuleViolation, match="không cùng một người nộp"):
        bulk.together(desk, rows(desk, [*same, dossiers[1]]), bulk.receipt_list(by=BY))
    times = [lookup.open_dossier(desk, d.dossier_id).dossier.papers_issued for d in same]
    assert times == [{"receipt-list": 1}] * 2
    assert safekeeping.verify(desk).whole
