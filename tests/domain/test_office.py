"""How an office is named inside a sentence, whatever capitals its letterhead has."""

from __future__ import annotations

import pytest

from reception.domain.office import Office

CENTRE = "Trung tâm Phục vụ hành chính công"


def office(body: str, unit: str) -> Office:
    return Office(f"{CENTRE} xã Mường Lay", "H40.16", body, unit, "Mường Lay")


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("ỦY BAN NHÂN DÂN XÃ MƯỜNG LAY", "Ủy ban nhân dân xã Mường Lay"),
        ("Ủy ban nhân dân xã Mường Lay", "Ủy ban nhân dân xã Mường Lay"),
        ("UBND THÀNH PHỐ KHÁC", "UBND THÀNH PHỐ KHÁC"),
        ("", f"{CENTRE} xã Mường Lay"),
    ],
)
def test_the_governing_body_is_not_shouted(head, named):
    assert office(head, CENTRE).body == named


@pytest.mark.parametrize(
    ("head", "named"),
    [(CENTRE.upper(), CENTRE), (CENTRE, CENTRE), ("BỘ PHẬN MỘT CỬA", "BỘ PHẬN MỘT CỬA")],
)
def test_the_desk_is_spelt_as_in_the_offices_name(head, named):
    assert office("ỦY BAN NHÂN DÂN XÃ MƯỜNG LAY", head).desk == named
