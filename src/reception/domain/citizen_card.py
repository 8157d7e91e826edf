"""The QR of a citizen's card: reading it, doubting it, and laying it beside what was typed.

The chip card (from 2021) carries seven fields, the card of 1 July 2024 (Thông tư 16/2024/TT-BCA)
eleven; the order within the last four is published nowhere, so they are kept and not named.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from reception.domain.applicant import Address, Party
from reception.domain.text import clean

_NUMBER = re.compile(r"[0-9]{12}")
_OLD_NUMBER = re.compile(r"([0-9]{9})?")
_STRAY = dict.fromkeys(map(ord, "\ufeff\r\n\t"))
# A scanner that types through the wrong keyboard layout leaves these where letters were.
_GARBLED = re.compile(r"[0-9?\ufffd_=\[\]{}]")
# Fourth digit of the personal number: even for men, odd for women, two to each century from 1900
# (Thông tư 59/2021/TT-BCA).
_CENTURIES_FROM = 1900
_ISSUED = 6  # the place of the issue date after the number


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """What a card's QR says. Dates are ``dd/mm/yyyy``, ``mm/yyyy``, ``yyyy`` or empty.

    ``address`` keeps the wording of the card's day; ``tail`` is whatever follows the issue date;
    ``raw`` is the text exactly as it was scanned.
    """

    number: str
    name: str
    born: str
    sex: str
    address: str
    raw: str
    old_number: str = ""
    issued: str = ""
    tail: tuple[str, ...] = ()


class Difference(NamedTuple):
    """A field in which the typed person and the scanned one disagree."""

    label: str
    typed: str
    scanned: str


def parse_card(text: str) -> CitizenCard | None:
    """Read a scanned text, with or without line end; ``None`` when it is not a citizen's card.

    Seven fields or more; a scan that lost its issue date (six fields) is read too, and so is the
    six-field order without the old number that some forms print. Empty fields keep their place.
    """
    parts = [
        part.strip() for part in unicodedata.normalize("NFC", text).translate(_STRAY).split("|")
    ]
    if len(parts) < 6 or not _NUMBER.fullmatch(parts[0]):
        return None
    if not _OLD_NUMBER.fullmatch(parts[1]):
        parts.insert(1, "")
    number, old_number, name, born, sex, address, *rest = parts
    if not name or _NUMBER.fullmatch(name):
        return None
    return CitizenCard(
        number=number,
        old_number=old_number,
        name=clean(name),
        born=_date_text(born),
        sex=clean(sex),
        address=clean(address),
        issued=_date_text(rest[0]) if rest else "",
        tail=tuple(rest[1:]),
        raw=text,
    )


def is_card_begun(text: str) -> bool:
    """Whether a text can only be the beginning of a card's QR: a number, a bar, no issue date yet.

    Nobody types such a text, so more of it is worth waiting for.
    """
    number, *fields = text.lstrip("\ufeff").split("|")
    if not fields or not _NUMBER.fullmatch(number):
        return False
    return len(fields) < _ISSUED or len(fields[_ISSUED - 1]) < len("ddmmyyyy")


def identity_warnings(identity: str, sex: str, born: str) -> list[str]:
    """Vietnamese sentences on what a 12-digit number and the person beside it disagree about.

    Numbers of other lengths (9 digits, passports) say nothing and are not judged. These are
    warnings, never refusals: cards with wrong numbers exist.
    """
    if not _NUMBER.fullmatch(identity):
        return []
    century_digit = int(identity[3])
    sex_of_number = "Nữ" if century_digit % 2 else "Nam"
    year_of_number = _CENTURIES_FROM + century_digit // 2 * 100 + int(identity[4:6])
    found: list[str] = []
    if sex and clean(sex).casefold() != sex_of_number.casefold():
        found.append(
            f"Số định danh là của người giới tính {sex_of_number} nhưng đang ghi {sex};"
            " hãy đối chiếu với thẻ."
        )
    year = born[-4:]
    if year.isdigit() and int(year) != year_of_number:
        found.append(
            f"Số định danh là của người sinh năm {year_of_number} nhưng đang ghi {year};"
            " hãy đối chiếu với thẻ."
        )
    return found


def card_warnings(card: CitizenCard) -> list[str]:
    """What to doubt about a scan: number against person, an unreadable date, garbled letters."""
    found = identity_warnings(card.number, card.sex, card.born)
    if not card.born:
        found.append("Không đọc được ngày sinh trên thẻ; hãy nhập theo thẻ.")
    return found + name_warnings(card.name)


def name_warnings(name: str) -> list[str]:
    """What to doubt about a scanned name: garbled letters, until they are put right."""
    if not _GARBLED.search(name):
        return []
    return [
        f"Họ tên quét được “{name}” có ký tự lạ; hãy sửa theo thẻ và tắt bộ gõ tiếng Việt khi quét."
    ]


def to_party(card: CitizenCard) -> Party:
    """The person of a card; the residence stays verbatim, its units may no longer exist."""
    return Party(
        name=card.name,
        identity=card.number,
        born=card.born,
        sex=card.sex,
        address=Address(as_written=card.address),
        card=card.raw,
    )


def differences(typed: Party, scanned: Party) -> list[Difference]:
    """Where accepting the scan would replace something typed; case of a name does not count."""
    rows = (
        Difference("Họ tên", typed.name, scanned.name),
        Difference("Số định danh", typed.identity, scanned.identity),
        Difference("Ngày sinh", typed.born, scanned.born),
        Difference("Giới tính", typed.sex, scanned.sex),
        Difference("Địa chỉ", typed.address.words(), scanned.address.words()),
    )
    return [
        row
        for row in rows
        if clean(row.typed)
        and clean(row.scanned)
        and clean(row.typed).casefold() != clean(row.scanned).casefold()
    ]


def filled(typed: Party, scanned: Party) -> Party:
    """The typed person with only the empty fields filled from the scan."""
    return replace(
        typed,
        name=typed.name or scanned.name,
        identity=typed.identity or scanned.identity,
        born=typed.born or scanned.born,
        sex=typed.sex or scanned.sex,
        address=typed.address if typed.address.words() else scanned.address,
        card=scanned.card,
    )


def replaced(typed: Party, scanned: Party) -> Party:
    """The scanned person, keeping what no card tells: telephone, mail, kind."""
    kept = replace(scanned, kind=typed.kind, phone=typed.phone, email=typed.email)
    return replace(filled(kept, typed), card=scanned.card)


def _date_text(written: str) -> str:
    """``ddMMyyyy`` as a date; 00 parts or a bare year as a partial date; else nothing."""
    digits = re.sub(r"[^0-9]", "", written)
    day, month, year = digits[-8:-6], digits[-6:-4], digits[-4:]
    if len(digits) not in {4, 6, 8} or year == "0000":
        return ""
    if month in {"", "00"}:
        return year
    if day in {"", "00"}:
        return f"{month}/{year}" if 1 <= int(month) <= 12 else ""
    try:
        return date(int(year), int(month), int(day)).strftime("%d/%m/%Y")
    except ValueError:
        return ""
