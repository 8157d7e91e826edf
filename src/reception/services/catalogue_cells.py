"""The cells of a catalogue file, from text to values."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from reception.domain.errors import RuleViolation
from reception.domain.moments import parse_civil_date
from reception.domain.text import clean, fold

_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.\-_/]{0,39}")
_NUMBER = re.compile(r"\d{1,3}(?:[., ]\d{3})+|\d+")

_T = TypeVar("_T")


def code_of(text: str) -> str:
    """A procedure's code, mended where a sheet took it for a number and dropped zeros or the dot.

    A national code is one digit, a dot and six digits.

    Raises:
        RuleViolation: ``impossible-code``.
    """
    code = clean(text)
    if re.fullmatch(r"\d\.\d{1,5}", code):
        return code.ljust(8, "0")
    if re.fullmatch(r"\d{7}", code):
        return f"{code[0]}.{code[1:]}"
    if not _CODE.fullmatch(code):
        raise RuleViolation(
            "impossible-code",
            f"mã “{code[:60]}” chỉ được gồm chữ không dấu, số và các dấu . - _ /,"
            " nhiều nhất 40 ký tự; hãy sửa lại.",
        )
    return code


def parse_whole_number(text: str) -> int:
    """A whole number, its thousands parted or not.

    Raises:
        RuleViolation: ``impossible-number``.
    """
    number = clean(text)
    if not _NUMBER.fullmatch(number) or len(number) > 15:
        raise RuleViolation(
            "impossible-number", f"“{number[:60]}” không phải số nguyên; hãy ghi lại con số."
        )
    return int(re.sub(r"\D", "", number))


def parse_day(text: str) -> date:
    """A civil date in ISO form, or as a Vietnamese sheet shows it (``01/07/2025``).

    Raises:
        RuleViolation: ``impossible-date``.
    """
    day = clean(text)
    try:
        return datetime.strptime(day, "%d/%m/%Y").date()  # noqa: DTZ007 - a civil date has no zone
    except ValueError:
        return parse_civil_date(day[:20])  # no date is longer; a faulty cell may be


def one_of(words: dict[_T, str]) -> Callable[[str], _T]:
    """A parser for a cell that holds one of a few words (or the value they stand for).

    The parser raises :class:`RuleViolation` ``unknown-word``, naming the choices.
    """
    values = {fold(str(value)): value for value in words}
    values |= {fold(word): value for value, word in words.items()}

    def parse(text: str) -> _T:
        value = values.get(fold(text))
        if value is None:
            choices = ", ".join(f"“{word}”" for word in words.values())
            raise RuleViolation(
                "unknown-word", f"“{clean(text)[:60]}” không dùng được; hãy chọn {choices}."
            )
        return value

    return parse
