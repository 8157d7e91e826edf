"""The printed recovery key survives being read aloud, copied by hand and typed on any keyboard."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import RuleViolation
from reception.domain.lock_secrets import SECRET_BYTES, check_passphrase, read, written

secrets = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)


@given(secrets)
def test_what_is_printed_is_seven_groups_of_four_and_read_back(secret):
    text = written(secret)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", text)
    assert read(text) == secret


@given(secrets)
def test_small_letters_spaces_and_look_alikes_do_not_matter(secret):
    text = written(secret).lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert read(f" {text} ") == secret


@given(secrets, st.data())
def test_one_wrong_letter_is_noticed(secret, data):
    text = written(secret)
    at = data.draw(st.sampled_from([n for n, letter in enumerate(text) if letter != "-"]))
    other = data.draw(st.sampled_from([c for c in "23456789ABCDEFGH" if c != text[at]]))
    changed = text[:at] + other + text[at + 1 :]
    # One in a thousand passes its check; it opens nothing, since it is another secret.
    with suppress(RuleViolation):
        assert read(changed) != secret


@pytest.mark.parametrize("text", ["", "ABCD", "mùa lúa chín vàng", "Z" * 28, "0" * 200])
def test_what_is_no_key_is_refused_in_one_sentence(text):
    with pytest.raises(RuleViolation, match="Khoá phục hồi gõ chưa đúng"):
        read(text)


@pytest.mark.parametrize("text", ["2468", "aaaaaaaaaaaa", "ngắn quá", "x" * 129])
def test_a_passphrase_that_is_soon_guessed_is_refused(text):
    with pytest.raises(RuleViolation, match="từ 10 đến 128 ký tự"):
        check_passphrase(text)


def test_a_few_words_are_a_passphrase():
    check_passphrase("mùa lúa chín vàng")
