"""Codes and slip numbers of desks that never ask each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import RuleViolation
from reception.domain.numbering import (
    CodeRule,
    SlipMark,
    checked_agency_code,
    count_behind,
    dossier_code,
    find_code,
    partitioned,
    slip_number,
)

RULES = [CodeRule("{agency}-{day:%y%m%d}-{number:04d}", date(2015, 1, 1), "TT 01/2018 Đ19")]
DAY = date(2026, 3, 10)

counters = st.integers(1, 50_000)
slots = st.integers(0, 9)


def code(counter: int, slot: int, rules: list[CodeRule] = RULES, day: date = DAY) -> str:
    return dossier_code(rules, agency_code="H40.16", day=day, counter=counter, slot=slot)


@given(counters, slots, counters, slots)
def test_two_desks_of_one_commune_never_give_the_same_number(one, slot, other, other_slot):
    same = (one, slot) == (other, other_slot)

    assert (partitioned(one, slot) == partitioned(other, other_slot)) is same
    assert (code(one, slot) == code(other, other_slot)) is same


@given(counters, slots)
def test_a_number_tells_the_count_behind_it_to_its_own_desk_alone(counter, slot):
    slip = slip_number(SlipMark.SUPPLEMENT, year=2026, counter=counter, slot=slot)

    assert count_behind(code(counter, slot), slot) == ("code:2026-03-10", counter)
    assert count_behind(slip, slot) == ("PBS:2026", counter)
    assert count_behind(code(counter, slot), (slot + 1) % 10)[1] == 0


@pytest.mark.parametrize(
    ("counter", "slot", "number"),
    [(1, 0, "0001"), (999, 0, "0999"), (1, 1, "1001"), (999, 9, "9999"), (1000, 0, "10000"),
     (1000, 3, "13000"), (2001, 0, "20001")],
)  # fmt: skip
def test_the_digit_before_the_last_three_is_the_desk(counter, slot, number):
    assert code(counter, slot) == f"H40.16-260310-{number}"


def test_the_rule_of_the_day_writes_the_code():
    rules = [*RULES, CodeRule("{agency}/{number:05d}", date(2026, 7, 1), "sau này")]

    assert code(7, 0, rules, date(2026, 6, 30)) == "H40.16-260630-0007"
    assert code(7, 0, rules, date(2026, 7, 1)) == "H40.16/00007"
    assert code(7, 0, rules, date(2014, 7, 1)) == "H40.16-140701-0007"
    assert count_behind("H40.16/00007", 0) == ("", 0)


def test_a_code_stays_within_sixty_characters():
    with pytest.raises(RuleViolation) as refusal:
        code(1, 0, [CodeRule("{agency}" * 11, date(2015, 1, 1), "")])

    assert refusal.value.code == "code-too-long"


@pytest.mark.parametrize(
    "text", ["H40", "H40.16", " h40.16 ", "H40.16.01.02.03.04.05", "000.00.16.H40"]
)
def test_agency_codes(text):
    assert checked_agency_code(text) == text.strip().upper()


@pytest.mark.parametrize(
    "text", ["", "40.16", "H4", "H40-16", "H40.", "H40.16.01.02.03.04.05.06", "Z40", "H40.\uff11"]
)
def test_an_impossible_agency_code_is_refused(text):
    with pytest.raises(RuleViolation) as refusal:
        checked_agency_code(text)

    assert (refusal.value.code, refusal.value.field) == ("agency-code-impossible", "agency_code")


@pytest.mark.parametrize(
    "scanned",
    ["H40.16-260310-0001", " h40.16-260310-0001\r\n", "H40.16-260310-0001|Lò Văn Hặc|khai sinh"],
)
def test_a_code_is_found_in_what_a_scanner_reads(scanned):
    assert find_code(scanned) == "H40.16-260310-0001"


@pytest.mark.parametrize("scanned", ["", "001099012345|…|Lò Văn Hặc", "khai sinh", "H40.16-2603-1"])
def test_other_texts_hold_no_code(scanned):
    assert find_code(scanned) is None
