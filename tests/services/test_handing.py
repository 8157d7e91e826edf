"""A handover by scanning: what may go into the list, what becomes of it, and the slip."""

from __future__ import annotations

import pytest

from at_the_counter import BY, asking
from pdf_reading import pages_of, text_of
from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.errors import RuleViolation
from reception.services import books, finishing, handing, intake, lookup, passing_on, safekeeping
from reception.services.handing import Way

LU = Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu")
OFFICE = Holder(HolderKind.OFFICE, "Phòng Văn hóa - Xã hội")
OUT = handing.begin(DESK, LU)


@pytest.fixture
def dossiers(desk):
    return [intake.register(desk, asking(f"Người thứ {n}"), by=BY) for n in range(3)]


def refusal(desk, handover, code, already=()) -> RuleViolation:
    with pytest.raises(RuleViolation) as refused:
        handing.scan(desk, handover, code, already)
    sentence = refused.value.text
    assert sentence.count(".") >= 1
    assert sentence.endswith(".")
    return refused.value


def held_by(desk, dossier):
    return lookup.open_dossier(desk, dossier.dossier_id).dossier.custody[-1]


def test_scanned_out_is_forwarded_and_the_slip_has_two_copies(desk, dossiers):
    lines = [handing.scan(desk, OUT, dossier.code, ()) for dossier in dossiers]
    outcomes = list(handing.hand(desk, OUT, lines, by=BY))

    assert all(outcome.done for outcome in outcomes)
    assert {held_by(desk, dossier).holder for dossier in dossiers} == {LU}
    made = handing.slips(desk, OUT, [line.dossier_id for line in lines], by="quantri")
    text = text_of(books.pdf(made))
    for words in ("PHIẾU BÀN GIAO HỒ SƠ", "Lò Văn Hặc", "Vàng A Lử", "Liên 1", "Liên 2"):
        assert words in text
    assert all(dossier.code in text for dossier in dossiers)
    assert "bản chính" in text
    assert "Ủy ban nhân dân xã Mường Lay" in text
    assert pages_of(books.pdf(made)) % 2 == 0
    assert safekeeping.verify(desk).whole


def test_scanned_in_is_taken_over_whether_it_was_forwarded_or_not(desk, dossiers):
    passing_on.forward(desk, dossiers[0].dossier_id, LU, by=BY)
    into = handing.begin(DESK, LU, Way.IN)
    lines = [handing.scan(desk, into, dossier.code, ()) for dossier in dossiers[:2]]
    list(handing.hand(desk, into, lines, by="lu"))

    for dossier in dossiers[:2]:
        assert held_by(desk, dossier).holder == LU
        assert held_by(desk, dossier).taken_at
    assert refusal(desk, into, dossiers[0].code).code == "already-taken"


def test_results_come_back_on_a_slip_of_their_own(desk, dossiers):
    for dossier in dossiers[:2]:
        passing_on.forward(desk, dossier.dossier_id, LU, by=BY)
    finishing.record_result(desk, dossiers[0].dossier_id, by="lu", result="Trích lục")
    back = handing.begin(LU, DESK, Way.IN)
    lines = [handing.scan(desk, back, dossier.code, ()) for dossier in dossiers[:2]]
    list(handing.hand(desk, back, lines, by=BY))

    made = handing.slips(desk, back, [line.dossier_id for line in lines], by="quantri")
    titles = [volume.paper.title for volume in made]
    assert titles == [
        "PHIẾU BÀN GIAO HỒ SƠ",
        "PHIẾU BÀN GIAO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
    ]
    assert "Trích lục" in text_of(books.pdf(made))


def test_each_wrong_code_is_refused_with_one_sentence(desk, dossiers):
    first, second, third = dossiers
    assert refusal(desk, OUT, "H40.16-991231-0001").code == "unknown-dossier"
    assert refusal(desk, OUT, first.code, {first.dossier_id}).code == "scanned-twice"

    passing_on.forward(desk, second.dossier_id, OFFICE, by=BY)
    wrong = refusal(desk, OUT, second.code)
    assert wrong.code == "not-in-hand"
    assert OFFICE.name in wrong.text

    finishing.record_result(desk, third.dossier_id, by=BY)
    finishing.hand_over(desk, third.dossier_id, by=BY)
    assert refusal(desk, OUT, third.code).code == "act-not-allowed"


def test_a_scanned_receipts_whole_text_serves_as_code(desk, dossiers):
    line = handing.scan(desk, OUT, f"{dossiers[0].code}|17:30 13/03/2026", ())
    assert line.dossier_id == dossiers[0].dossier_id


def test_what_changed_meanwhile_is_refused_and_the_rest_goes_over(desk, dossiers):
    lines = [handing.scan(desk, OUT, dossier.code, ()) for dossier in dossiers]
    finishing.record_result(desk, dossiers[1].dossier_id, by=BY)
    finishing.hand_over(desk, dossiers[1].dossier_id, by=BY)

    outcomes = list(handing.hand(desk, OUT, lines, by=BY))

    assert [outcome.done for outcome in outcomes] == [True, False, True]
    assert dossiers[1].code in outcomes[1].text


def test_nobody_hands_over_to_themselves():
    with pytest.raises(RuleViolation, match="hai bên khác nhau"):
        handing.begin(DESK, DESK)
