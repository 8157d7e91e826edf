"""Vietnamese text: one normal form, words for searching, and the order of names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.text import clean, fold, initials, sort_key

# As the list of a class or of voters has them: by given name, then by what stands before it.
IN_ORDER = [
    "Nguyễn Văn A",
    "Lò Thị An",
    "Nguyễn Văn An",
    "Nguyễn Thị Ánh",
    "Vàng A Ăn",
    "Hoàng Thị Ân",
    "Trần Bình",
    "Bùi Thị Cúc",
    "Lê Văn Dũng",
    "Đỗ Thị Đào",
    "Phạm Văn Đạt",
    "Nguyễn Thị Em",
    "Nông Thị Êm",
    "Trần Văn Hà",
    "Nguyễn An Hạ",
    "Đinh Ĥa Hen",
    "H'Hen",
    "K’Dung",
    "Y Ka Ly",
    "H'Hen Niê",
    "Siu Oanh",
    "Đinh Ô",
    "Ksor Ơ",
    "Bùi Văn Tú",
    "Bùi Văn Tư",
    "Đỗ Thị Ung",
    "Đỗ Thị Ưởng",
    "Mùa A Vừ",
    "Lý Thị Yến",
]
# Given names that differ only in tone, in the dictionary's order.
TONES = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"]

vietnamese = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặỄỆƠƯĐ '’-", min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("  Đỗ   Thị\tƯởng \n", "Đỗ Thị Ưởng"),
        (unicodedata.normalize("NFD", "Đỗ Thị Ưởng"), "Đỗ Thị Ưởng"),
        ("Nguy\u200bễn\ufeff Văn\u00a0A", "Nguyễn Văn A"),
        ("Lò\x00Văn\x1b[31mHặc", "Lò Văn [31mHặc"),
        ("A\ud800B", "A B"),
        ("", ""),
    ],
)
def test_text_is_stored_in_one_form(written, stored):
    assert clean(written) == stored


@given(st.text())
def test_cleaning_once_is_enough_and_leaves_what_can_be_written(text):
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert cleaned.isprintable()
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Đỗ Thị Ưởng", "do thi uong"),
        ("H'Hen Niê", "hhen nie"),
        ("H’Hen Niê", "hhen nie"),
        ("K’Dung", "kdung"),
        ("Y Ka Ly", "y ka ly"),
        ("ĐẶNG-LÊ", "dang le"),
        ("001 099.012345", "001 099 012345"),
    ],
)
def test_words_for_searching(name, words):
    assert fold(name) == fold(unicodedata.normalize("NFD", name)) == words


@given(vietnamese)
def test_both_spellings_are_searched_and_sorted_alike(name):
    decomposed = unicodedata.normalize("NFD", name)

    assert fold(name) == fold(decomposed)
    assert sort_key(name) == sort_key(decomposed)
    assert fold(fold(name)) == fold(name)


def test_initials():
    assert initials("Thủ tục đăng ký khai sinh") == "ttdkks"
    assert initials("") == ""


def test_people_are_ordered_by_given_name_as_vietnamese_lists_are():
    assert sorted(sorted(IN_ORDER), key=sort_key) == IN_ORDER
    assert len({sort_key(name) for name in IN_ORDER}) == len(IN_ORDER)


def test_tones_follow_the_dictionary_and_decide_before_the_family_name():
    assert sorted(sorted(TONES), key=sort_key) == TONES
    assert sort_key("Vũ Thị Hà") < sort_key("An Thị Hạ")


def test_capitals_do_not_count():
    assert sort_key("ĐỖ THỊ ƯỞNG") == sort_key("đỗ thị ưởng")


@given(st.text())
def test_every_key_is_ascii(name):
    assert sort_key(name).isascii()
