"""Cards as scanners deliver them: every shape seen in the field, and every doubt worth telling."""

from __future__ import annotations

import unicodedata

import pytest

from reception.domain.applicant import Address, Party
from reception.domain.citizen_card import (
    card_warnings,
    differences,
    filled,
    identity_warnings,
    is_card_begun,
    parse_card,
    replaced,
    to_party,
)

HOME = "Bản Mẫu, Xã Thử, Huyện Ví Dụ, Lai Châu"
CHIP = f"012190001234|121234567|Lò Thị Mẫu|05061990|Nữ|{HOME}|12082021"
CARD_2024 = "012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu, Xã Thử, Lai Châu|02102024||||"


def test_a_chip_card_has_seven_fields():
    card = parse_card(CHIP)
    assert card is not None
    assert (card.number, card.old_number, card.name) == ("012190001234", "121234567", "Lò Thị Mẫu")
    assert (card.born, card.sex, card.address, card.issued) == (
        "05/06/1990",
        "Nữ",
        HOME,
        "12/08/2021",
    )
    assert card.tail == ()


def test_the_2024_card_keeps_its_empty_fields_in_place():
    card = parse_card(CARD_2024)
    assert card is not None
    assert (card.old_number, card.name, card.issued) == ("", "Lò Thị Mẫu", "02/10/2024")
    assert card.tail == ("", "", "", "")


def test_a_childs_card_is_not_refused_for_its_parents_names():
    card = parse_card(CARD_2024 + "Vàng A Thử|Lò Thị Ví Dụ")
    assert card is not None
    assert card.tail == ("", "", "", "Vàng A Thử", "Lò Thị Ví Dụ")


@pytest.mark.parametrize("ending", ["", "\r", "\n", "\r\n", "\t"])
def test_line_ends_marks_and_decomposed_letters_do_not_matter(ending):
    scanned = "\ufeff" + unicodedata.normalize("NFD", CHIP) + ending
    card = parse_card(scanned)
    assert card is not None
    assert card.name == "Lò Thị Mẫu"
    assert card.issued == "12/08/2021"
    assert card.raw == scanned


def test_six_fields_lack_the_issue_date_or_the_old_number():
    no_issue = parse_card("012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu")
    no_old_number = parse_card("012190001234|Lò Thị Mẫu|05061990|Nữ|Bản Mẫu|12082021")
    assert no_issue is not None
    assert no_old_number is not None
    assert (no_issue.name, no_issue.address, no_issue.issued) == ("Lò Thị Mẫu", "Bản Mẫu", "")
    assert (no_old_number.name, no_old_number.issued) == ("Lò Thị Mẫu", "12/08/2021")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nguyễn Văn A",
        "012190001234",
        "000.00.06.H56-231027-0361",
        "01219000123|121234567|Lò Thị Mẫu|05061990|Nữ|Bản Mẫu|12082021",
        "GD4011234567890|4c c3 b2|05/06/1990|2|42e1|01 - 061|-|01/01/2024|-",
        "012190001234||||||",
    ],
)
def test_other_texts_are_no_cards(text):
    assert parse_card(text) is None


@pytest.mark.parametrize(
    ("written", "born"),
    [
        ("05061990", "05/06/1990"),
        ("00061990", "06/1990"),
        ("00001990", "1990"),
        ("05001990", "1990"),
        ("1990", "1990"),
        ("05/06/1990", "05/06/1990"),
        ("29022024", "29/02/2024"),
        ("31021990", ""),
        ("00131990", ""),
        ("", ""),
    ],
)
def test_births_of_which_only_a_part_is_known(written, born):
    card = parse_card(CHIP.replace("05061990", written))
    assert card is not None
    assert card.born == born


def test_highland_names_come_through():
    card = parse_card(CHIP.replace("Lò Thị Mẫu", "H'Hen Niê Kđăm Ŏ Ŭ Č"))
    assert card is not None
    assert card.name == "H'Hen Niê Kđăm Ŏ Ŭ Č"
    assert card_warnings(card) == []


@pytest.mark.parametrize(
    ("number", "sex", "born", "told"),
    [
        ("012190001234", "Nữ", "05/06/1990", 0),
        ("012090001234", "Nam", "1990", 0),
        ("012305001234", "Nữ", "06/2005", 0),
        ("012190001234", "Nam", "05/06/1990", 1),
        ("012190001234", "Nữ", "05/06/1991", 1),
        ("012190001234", "Nam", "05/06/2090", 2),
        ("012190001234", "", "", 0),
        ("121234567", "Nam", "1990", 0),
        ("B1234567", "Nam", "1990", 0),
    ],
)
def test_the_number_knows_sex_and_birth_year(number, sex, born, told):
    assert len(identity_warnings(number, sex, born)) == told


def test_a_warning_says_what_to_compare():
    (warning,) = identity_warnings("012190001234", "Nam", "1990")
    assert warning == (
        "Số định danh là của người giới tính Nữ nhưng đang ghi Nam; hãy đối chiếu với thẻ."
    )


def test_garbled_names_and_lost_births_are_told():
    card = parse_card(CHIP.replace("Lò Thị Mẫu", "L? Th? M?u").replace("05061990", "31021990"))
    assert card is not None
    assert len(card_warnings(card)) == 2


def test_the_card_becomes_a_person_with_the_residence_verbatim():
    card = parse_card(CHIP)
    assert card is not None
    assert to_party(card) == Party(
        name="Lò Thị Mẫu",
        identity="012190001234",
        born="05/06/1990",
        sex="Nữ",
        address=Address(as_written=HOME),
        card=CHIP,
    )


def test_nothing_typed_is_overwritten_unseen():
    card = parse_card(CHIP)
    assert card is not None
    scanned = to_party(card)
    typed = Party(name="LÒ THỊ MẪU", born="1991", phone="0912345678", address=Address("Tổ 3"))

    assert [(d.label, d.typed, d.scanned) for d in differences(typed, scanned)] == [
        ("Ngày sinh", "1991", "05/06/1990"),
        ("Địa chỉ", "Tổ 3", HOME),
    ]
    kept = filled(typed, scanned)
    assert (kept.name, kept.born, kept.identity) == ("LÒ THỊ MẪU", "1991", "012190001234")
    assert kept.address == Address("Tổ 3")
    taken = replaced(typed, scanned)
    assert (taken.name, taken.born, taken.phone) == ("Lò Thị Mẫu", "05/06/1990", "0912345678")
    assert taken.card == CHIP
    assert differences(Party(name=""), scanned) == []


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("012190001234|", True),
        ("012190001234||Lò Thị", True),
        ("012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu", True),
        ("012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu|0210202", True),
        ("012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu|02102024", False),
        ("012190001234", False),
        ("H40.16-261122-0001|1.001193|", False),
        ("", False),
    ],
)
def test_only_an_unfinished_card_is_waited_for(text, begun):
    assert is_card_begun(text) is begun
