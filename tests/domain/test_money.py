"""Amounts in words: a table that an accountant can check, and every amount read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.money import amount_words, figures, number_words

UNITS = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3}
NAMES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
DIGITS = {name: digit for digit, name in enumerate(NAMES)} | {"mốt": 1, "tư": 4, "lăm": 5}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (1, "Một đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (11, "Mười một đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (20, "Hai mươi đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (25, "Hai mươi lăm đồng"),
        (91, "Chín mươi mốt đồng"),
        (100, "Một trăm đồng"),
        (101, "Một trăm linh một đồng"),
        (104, "Một trăm linh bốn đồng"),
        (105, "Một trăm linh năm đồng"),
        (110, "Một trăm mười đồng"),
        (115, "Một trăm mười lăm đồng"),
        (1_000, "Một nghìn đồng"),
        (2_005, "Hai nghìn không trăm linh năm đồng"),
        (8_000, "Tám nghìn đồng"),
        (15_000, "Mười lăm nghìn đồng"),
        (21_021, "Hai mươi mốt nghìn không trăm hai mươi mốt đồng"),
        (100_500, "Một trăm nghìn năm trăm đồng"),
        (1_015_000, "Một triệu không trăm mười lăm nghìn đồng"),
        (1_000_015, "Một triệu không trăm mười lăm đồng"),
        (1_254_000, "Một triệu hai trăm năm mươi tư nghìn đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (20_000_000_005, "Hai mươi tỷ không trăm linh năm đồng"),
        (
            3_004_000_000_021,
            "Ba nghìn không trăm linh bốn tỷ không trăm hai mươi mốt đồng",
        ),
        (10**12, "Một nghìn tỷ đồng"),
    ],
)
def test_an_amount_in_words(amount, words):
    assert amount_words(amount) == words


def test_figures_stand_in_threes():
    assert [figures(n) for n in (0, 999, 1_000, 1_015_000)] == ["0", "999", "1.000", "1.015.000"]


def test_less_than_nothing():
    assert number_words(-21) == "âm hai mươi mốt"


def read(words: list[str]) -> int:
    """The number that the words name."""
    for unit, worth in UNITS.items():
        if unit in words:
            at = len(words) - 1 - words[::-1].index(unit)
            return read(words[:at]) * worth + read(words[at + 1 :])
    total = 0
    for word in words:
        if word == "trăm":
            total *= 100
        elif word == "mươi":
            total += total % 10 * 9
        elif word == "mười":
            total += 10
        elif word != "linh":
            total += DIGITS[word]
    return total


@given(st.integers(0, 10**15) | st.integers(0, 2_000).map(lambda n: n * 1_000 + n % 30))
def test_the_words_of_every_amount_name_that_amount_alone(amount):
    assert read(number_words(amount).split()) == amount


@given(st.integers(1, 10**15))
def test_words_have_no_doubled_spaces_and_end_in_the_currency(amount):
    words = amount_words(amount)

    assert words == " ".join(words.split())
    assert words.endswith(" đồng")
    assert words[0].isupper()
    assert words[1:] == words[1:].lower()
