"""Who comes to the desk: what is cleaned, and what is refused."""

from __future__ import annotations

import unicodedata

import pytest

from reception.domain.applicant import Address, Party, checked_party
from reception.domain.errors import RuleViolation


def test_texts_are_cleaned():
    party = checked_party(
        Party(
            name=unicodedata.normalize("NFD", "  Đỗ Thị   Ưởng "),
            identity=" 001099 012345 ",
            phone="(+84) 912.345-678",
            email=" uong@xa.vn ",
            address=Address(line=" Bản  Mo ", commune="Xã Mường Lay"),
            card="001099012345|…|\r\n",
        )
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
        (Party("A", address=Address(line="x" * 1001)), "text-too-long", "owner.address"),
        (Party("A", card="x" * 1001), "card-impossible", "owner.card"),
        (Party("A", card="001\ud800"), "card-impossible", "owner.card"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(party, code, field):
    with pytest.raises(RuleViolation) as refusal:
        checked_party(party)

    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert len(refusal.value.text) < 200


def test_the_one_who_brings_it_is_told_apart():
    with pytest.raises(RuleViolation) as refusal:
        checked_party(Party(""), field="submitter")

    assert refusal.value.field == "submitter.name"


def test_an_address_in_words():
    assert Address("Bản Mo", "Xã Mường Lay", "", "Điện Biên").words() == (
        "Bản Mo, Xã Mường Lay, Điện Biên"
    )
    assert Address(as_written="Mường Lay, Lai Châu").words() == "Mường Lay, Lai Châu"
