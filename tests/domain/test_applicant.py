"""Who comes to the desk: what is cleaned, and what is refused."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.applicant import (
    Address,
    Party,
    PartyKind,
    checked_birth,
    checked_identity,
    checked_party,
    told_by_number,
)
from reception.domain.errors import RuleViolation

TODAY = date(2026, 3, 10)


def test_texts_are_cleaned():
    party = checked_party(
        Party(
            name=unicodedata.normalize("NFD", "  Đỗ Thị   Ưởng "),
            identity=" 001099 012345 ",
            phone="(+84) 912.345-678",
            email=" uong@xa.vn ",
            address=Address(line=" Bản  Mo ", commune="Xã Mường Lay"),
            card="001099012345|…|\r\n",
        ),
        today=TODAY,
    )

    assert party == Party(
        name="Đỗ Thị Ưởng",
        identity="001099012345",
        phone="+84912345678",
        email="uong@xa.vn",
        address=Address(line="Bản Mo", commune="Xã Mường Lay"),
        card="001099012345|…|\r\n",
    )


@pytest.mark.parametrize(
    ("party", "code", "field"),
    [
        (Party(""), "name-missing", "owner.name"),
        (Party(" \u200b\n"), "name-missing", "owner.name"),
        (Party("L\ufffd Th\ufffd M\ufffdu"), "name-garbled", "owner.name"),
        (Party("a" * 10_000), "name-too-long", "owner.name"),
        (Party("A", phone="12"), "phone-impossible", "owner.phone"),
        (Party("A", phone="0" * 10_000), "phone-impossible", "owner.phone"),
        (Party("A", email="uong"), "email-impossible", "owner.email"),
        (Party("A", email=f"a@{'b' * 10_000}.vn"), "text-too-long", "owner.email"),
        (Party("A", identity="1" * 1001), "text-too-long", "owner.identity"),
        (Party("A", identity="01219000123"), "identity-impossible", "owner.identity"),
        (Party("A", identity="9" * 900), "identity-impossible", "owner.identity"),
        (Party("A", identity="5600123456"), "identity-of-organisation", "owner.identity"),
        (Party("A", address=Address(line="x" * 1001)), "text-too-long", "owner.address"),
        (Party("A", born="31/02/1990"), "birth-impossible", "owner.born"),
        (Party("A", born="hôm qua" * 1000), "birth-impossible", "owner.born"),
        (Party("A", born="11/03/2026"), "birth-in-future", "owner.born"),
        (Party("A", card="x" * 1001), "card-impossible", "owner.card"),
        (Party("A", card="001\ud800"), "card-impossible", "owner.card"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(party, code, field):
    with pytest.raises(RuleViolation) as refusal:
        checked_party(party, today=TODAY)

    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert len(refusal.value.text) < 200


@pytest.mark.parametrize(
    ("born", "kept"),
    [
        ("", ""), (" 15/08/1999 ", "15/08/1999"), ("5/8/1999", "05/08/1999"),
        ("8/1999", "08/1999"), ("1999", "1999"), ("29/02/2024", "29/02/2024"),
        ("10/03/2026", "10/03/2026"), ("03/2026", "03/2026"), ("2026", "2026"),
    ],
)  # fmt: skip
def test_a_birth_may_be_known_in_part(born, kept):
    assert checked_party(Party("A", born=born), today=TODAY).born == kept


@pytest.mark.parametrize(
    "born",
    ["29/02/2023", "00/05/1990", "13/1990", "0/1990", "0000", "1899", "15-08-1999", "1990-08-15",
     "99", "15/08/99", "\u0661999", "04/2026", "2027", "x"],
)  # fmt: skip
def test_nobody_is_born_on_a_day_that_never_was(born):
    with pytest.raises(RuleViolation, match=r"hãy|Ngày sinh"):
        checked_party(Party("A", born=born), today=TODAY)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_birth_is_refused_just_when_it_is_still_to_come(day):
    born = day.strftime("%d/%m/%Y")
    assert checked_birth(born, today=day) == born
    with pytest.raises(RuleViolation) as refusal:
        checked_birth(born, today=day - timedelta(days=1))
    assert refusal.value.code == "birth-in-future"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("012 190 001 234", "012190001234"), ("012.190.001.234", "012190001234"),
        ("040123456", "040123456"), ("", ""), (" ", ""),
        # Passports, an officer's card, an organisation's paper have no one shape.
        ("C1234567", "C1234567"), ("k 0123456", "k0123456"), ("SQ-12345678", "SQ-12345678"),
    ],
)  # fmt: skip
def test_a_persons_number_is_of_a_card_or_of_another_paper(typed, kept):
    assert checked_identity(typed, PartyKind.PERSON) == kept


@pytest.mark.parametrize(
    "typed",
    ["1", "12345678", "0121900012345", "0121 9000 123", "5600123456", "5600123456-001", "không",
     "khong", "đ12190001234", "01219000123٤"],
)  # fmt: skip
def test_a_slip_of_the_fingers_is_no_number_of_a_person(typed):
    with pytest.raises(RuleViolation, match="hãy") as refused:
        checked_identity(typed, PartyKind.PERSON, field="identity")
    assert refused.value.field == "identity"
    assert len(refused.value.text) < 200


@pytest.mark.parametrize("number", ["5600123456", "5600123456-001", "H40.16", "12/GP"])
def test_an_organisations_number_has_no_one_shape(number):
    for kind in (PartyKind.BUSINESS, PartyKind.AGENCY, PartyKind.OTHER):
        assert checked_identity(number, kind) == number


def test_where_nobody_is_asked_the_number_tells_an_organisation():
    assert told_by_number(Party("HTX", identity="5600 123456")).kind is PartyKind.OTHER
    assert told_by_number(Party("HTX", PartyKind.BUSINESS, "5600123456")).kind is PartyKind.BUSINESS
    assert told_by_number(Party("A", identity="012190001234")).kind is PartyKind.PERSON


def test_the_one_who_brings_it_is_told_apart():
    with pytest.raises(RuleViolation) as refusal:
        checked_party(Party(""), today=TODAY, field="submitter")

    assert refusal.value.field == "submitter.name"


def test_an_address_in_words():
    assert Address("Bản Mo", "Xã Mường Lay", "", "Điện Biên").words() == (
        "Bản Mo, Xã Mường Lay, Điện Biên"
    )
    assert Address(as_written="Mường Lay, Lai Châu").words() == "Mường Lay, Lai Châu"
