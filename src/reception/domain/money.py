"""Amounts in đồng as a paper writes them: in figures, and in words that nobody can alter."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 1_000_000_000
_GROUPS = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))


def figures(number: int) -> str:
    """A number with its thousands apart: ``1.015.000``."""
    return f"{number:,}".replace(",", ".")


def amount_words(amount_vnd: int) -> str:
    """An amount in words: 1015000 is ``Một triệu không trăm mười lăm nghìn đồng``."""
    words = f"{number_words(amount_vnd)} đồng"
    return words[0].upper() + words[1:]


def number_words(number: int) -> str:
    """A number in words: 21 is ``hai mươi mốt``, 105 is ``một trăm linh năm``."""
    if number < 0:
        return f"âm {number_words(-number)}"
    return " ".join(_spelt(number, inner=False)) or _DIGITS[0]


def _spelt(number: int, *, inner: bool) -> list[str]:
    """The words of a number; an ``inner`` one follows others and tells its leading zeros."""
    billions, rest = divmod(number, _BILLION)
    words = [*_spelt(billions, inner=inner), "tỷ"] if billions else []
    for worth, name in _GROUPS:
        group, rest = divmod(rest, worth)
        if group:
            words += _group_words(group, inner=inner or bool(words))
            words += [name] if name else []
    return words


def _group_words(group: int, *, inner: bool) -> list[str]:
    hundreds, below = divmod(group, 100)
    tens, ones = divmod(below, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or inner else []
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    elif tens:
        words += ["mười"]
    elif words and ones:
        words += ["linh"]
    return words + ([_one(ones, tens)] if ones else [])


def _one(ones: int, tens: int) -> str:
    """The last digit, which changes its name after the tens."""
    if ones == 5 and tens:
        return "lăm"
    if tens > 1:
        return {1: "mốt", 4: "tư"}.get(ones, _DIGITS[ones])
    return _DIGITS[ones]
