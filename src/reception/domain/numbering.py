"""Dossier codes and slip numbers that stay unique although desks never ask each other.

The pattern comes from the agency's regime as dated data; the code itself is an opaque text of up
to 60 characters. Ten desks of one commune share the day's numbers without talking: the digit
before the last three is the desk's slot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.dated import Dated, ruling_on
from reception.domain.errors import RuleViolation

LONGEST_CODE = 60
SLOTS = range(10)

_AGENCY = re.compile(
    r"[A-Y][0-9]{2}(\.[0-9A-Z]{1,5}){0,6}|[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Y][0-9]{2}"
)
_CODE = re.compile(r"[0-9A-Z.]{3,35}-[0-9]{6}-[0-9]{4,8}")
_CODE_END = re.compile(r"-([0-9]{2})([0-9]{2})([0-9]{2})-([0-9]{4,})$")
_SLIP = re.compile(r"([0-9]{4,})/([0-9]{4})/([A-Z]+)")


@dataclass(frozen=True, slots=True)
class CodeRule(Dated):
    """How dossier codes are written while the rule is in force.

    ``pattern`` is a format text with ``agency``, ``day`` (a date) and ``number``.
    """

    pattern: str
    valid_from: date
    source: str


def checked_agency_code(text: str) -> str:
    """The electronic identifier of an agency (Quyết định 20/2020/QĐ-TTg Đ4, or the older form).

    Raises:
        RuleViolation: ``agency-code-impossible``.
    """
    code = text.strip().upper()
    if len(code) > 35 or not _AGENCY.fullmatch(code):
        raise RuleViolation(
            "agency-code-impossible",
            f"Mã định danh “{text.strip()}” không đúng; mã có dạng H40.16 hoặc 000.00.16.H40,"
            " hãy xem lại trong quyết định ban hành mã của tỉnh.",
            field="agency_code",
        )
    return code


def partitioned(counter: int, slot: int) -> int:
    """The ``counter``-th number (from 1) of a desk: slot 0 has 1-999, slot 1 has 1001-1999.

    A desk that needs more goes on with five digits, still its own: 10000, 10001, … for slot 0.
    """
    thousands, rest = divmod(counter, 1000)
    return thousands * 10_000 + slot * 1000 + rest


def dossier_code(
    rules: Sequence[CodeRule], *, agency_code: str, day: date, counter: int, slot: int
) -> str:
    """The code of the ``counter``-th dossier that a desk receives on ``day``.

    Raises:
        RuleViolation: ``code-too-long`` above 60 characters.
    """
    rule = ruling_on(rules, day)
    code = rule.pattern.format(agency=agency_code, day=day, number=partitioned(counter, slot))
    if len(code) > LONGEST_CODE:
        raise RuleViolation(
            "code-too-long", f"Mã hồ sơ “{code}” dài quá {LONGEST_CODE} ký tự; hãy báo quản trị."
        )
    return code


class SlipMark(StrEnum):
    """What stands behind a slip's number; each mark is numbered by itself within a year."""

    SUPPLEMENT = "PBS"
    REFUSAL = "PTC"
    APOLOGY = "PXL"
    STOP = "TBD"
    BLANK = "PTG"
    OLD_BOOK = "NSC"
    FEEDBACK = "PAKN"


def slip_number(mark: SlipMark, *, year: int, counter: int, slot: int) -> str:
    """The number of a slip within its mark and year: ``0007/2026/PBS``."""
    return f"{partitioned(counter, slot):04d}/{year}/{mark}"


def code_scope(day: str) -> str:
    """The count from which the codes of a day (ISO 8601) are numbered."""
    return f"code:{day}"


def slip_scope(mark: str, year: int | str) -> str:
    """The count from which the slips of a mark are numbered within a year."""
    return f"{mark}:{year}"


def count_behind(reference: str, slot: int) -> tuple[str, int]:
    """The scope and count from which this desk's slot made a code or slip number.

    The count is 0 for a number of another desk, or of a form that this program does not make.
    """
    if found := _CODE_END.search(reference):
        scope, number = code_scope(f"20{found[1]}-{found[2]}-{found[3]}"), int(found[4])
    elif found := _SLIP.match(reference):
        scope, number = slip_scope(found[3], found[2]), int(found[1])
    else:
        return "", 0
    thousands, rest = divmod(number, 10_000)
    ours = rest // 1000 == slot
    return scope, thousands * 1000 + rest % 1000 if ours else 0


def find_blank(text: str) -> str | None:
    """The number of a pre-printed receipt in a scanned text."""
    number = text.strip().upper()
    found = _SLIP.fullmatch(number)
    return number if found and found[3] == SlipMark.BLANK else None


def find_code(text: str) -> str | None:
    """The dossier code in a scanned text: a receipt's Code 128, or the first part of its QR."""
    first = text.strip().split("|", 1)[0].strip().upper()
    return first if _CODE.fullmatch(first) else None
