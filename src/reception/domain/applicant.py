"""The people and organisations at the desk: values that are checked when they are made."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from reception.domain.errors import RuleViolation
from reception.domain.text import LONGEST_TEXT, checked_text, clean, fold

LONGEST_NAME = 200
FIRST_YEAR_OF_BIRTH = 1900

_SHOWN = 40  # characters of a faulty entry that its sentence repeats
_PHONE = re.compile(r"\+?[0-9]{8,15}")
_BORN = re.compile(r"(?:(?:([0-9]{1,2})/)?([0-9]{1,2})/)?([0-9]{4})")
_PERSONAL_DIGITS = frozenset({9, 12})
# Of a business, a cooperative, an agency: ten digits, three more for a branch.
_TAX_NUMBER = re.compile(r"[0-9]{10}(?:-[0-9]{3})?")
_GROUPED = re.compile(r"[.-]")
_SOME_NUMBER = re.compile(r"(?=.*[0-9])[!-~]{3,40}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
# Half of a pair that some programs write for rare characters; alone it is no text.
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class PartyKind(StrEnum):
    """Who asks: the national exchange's four kinds of applicant."""

    PERSON = "person"
    BUSINESS = "business"
    AGENCY = "agency"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it was written, and in the two- and three-level form of administration.

    ``district`` is empty in the two-level form (in force since 1 July 2025); ``as_written`` keeps
    the text of a card verbatim, whose units may no longer exist.
    """

    line: str = ""
    commune: str = ""
    district: str = ""
    province: str = ""
    as_written: str = ""

    def words(self) -> str:
        """The address in one line, the written form where no parts are known."""
        parts = [p for p in (self.line, self.commune, self.district, self.province) if p]
        return ", ".join(parts) or self.as_written


@dataclass(frozen=True, slots=True)
class Party:
    """A person or organisation: the owner of a dossier, or the one who brings it.

    ``identity`` is the 12-digit personal number, an older 9-digit one, a passport's, or an
    organisation's number. ``born`` is ``dd/mm/yyyy``, ``mm/yyyy``, ``yyyy`` or empty: some
    citizens' cards know only the year. ``card`` keeps a scanned card's text as it came.
    """

    name: str
    kind: PartyKind = PartyKind.PERSON
    identity: str = ""
    born: str = ""
    sex: str = ""
    phone: str = ""
    email: str = ""
    address: Address = Address()
    card: str = ""

    def is_same_as(self, other: Party) -> bool:
        """Whether both are one: by their numbers, or by their names where neither has a number."""
        if self.identity or other.identity:
            return self.identity == other.identity
        return bool(self.name) and fold(self.name) == fold(other.name)


def checked_party(party: Party, *, today: date, field: str = "owner") -> Party:
    """The party with its texts cleaned.

    Raises:
        RuleViolation: ``name-missing``, ``name-garbled``, ``name-too-long``,
            ``identity-impossible``, ``identity-of-organisation``, ``birth-impossible``,
            ``birth-in-future``, ``phone-impossible``, ``email-impossible``, ``card-impossible`` or
            ``text-too-long``.
    """
    return Party(
        name=_checked_name(party.name, f"{field}.name"),
        kind=party.kind,
        identity=checked_identity(party.identity, party.kind, field=f"{field}.identity"),
        born=checked_birth(party.born, today=today, field=f"{field}.born"),
        sex=checked_text(party.sex, f"{field}.sex"),
        phone=_checked_phone(party.phone, f"{field}.phone"),
        email=_checked_email(party.email, f"{field}.email"),
        address=_checked_address(party.address, f"{field}.address"),
        card=_checked_card(party.card, f"{field}.card"),
    )


def checked_identity(text: str, kind: PartyKind, *, field: str | None = None) -> str:
    """An identity number without its blanks; empty when nobody told it.

    A person's number of digits alone has 12 (căn cước) or 9 (chứng minh nhân dân). Whatever has
    letters is a passport's or another paper's, and like an organisation's it has no one shape.

    Raises:
        RuleViolation: ``identity-impossible``, ``identity-of-organisation`` or ``text-too-long``.
    """
    number = checked_text(text, field or "identity").replace(" ", "")
    if not number:
        return ""
    digits = _GROUPED.sub("", number)
    if kind is PartyKind.PERSON and digits.isascii() and digits.isdigit():
        if len(digits) not in _PERSONAL_DIGITS:
            raise _not_personal(number, field)
        return digits
    if not _SOME_NUMBER.fullmatch(number):
        raise RuleViolation(
            "identity-impossible",
            f"Số định danh “{number[:_SHOWN]}” phải là chữ số, hoặc chữ cái không dấu và chữ số;"
            " hãy nhập lại theo giấy tờ, hoặc để trống.",
            field=field,
        )
    return number


def _not_personal(number: str, field: str | None) -> RuleViolation:
    if _TAX_NUMBER.fullmatch(number):
        return RuleViolation(
            "identity-of-organisation",
            f"Số “{number}” là số của tổ chức mà đang ghi là cá nhân; hãy chọn đúng loại người nộp,"
            " hoặc nhập số căn cước 12 chữ số.",
            field=field,
        )
    return RuleViolation(
        "identity-impossible",
        f"Số định danh “{number[:_SHOWN]}” không đúng: số căn cước có 12 chữ số, số chứng minh nhân"
        " dân có 9; hãy nhập lại, số hộ chiếu hoặc giấy tờ khác thì ghi cả chữ, như C1234567.",
        field=field,
    )


def told_by_number(party: Party) -> Party:
    """The party as an organisation where its number is an organisation's.

    For where nobody is asked who it is, as in certifying.
    """
    is_organisation = _TAX_NUMBER.fullmatch(clean(party.identity).replace(" ", ""))
    if party.kind is PartyKind.PERSON and is_organisation:
        return replace(party, kind=PartyKind.OTHER)
    return party


def checked_birth(text: str, *, today: date, field: str | None = None) -> str:
    """A birth date, or what is known of it, as :class:`Party` keeps it; empty when nothing is.

    Raises:
        RuleViolation: ``birth-impossible`` or ``birth-in-future``.
    """
    born = clean(text)
    if not born:
        return ""
    first_day = _first_day(born)
    if first_day is None:
        raise RuleViolation(
            "birth-impossible",
            f"Ngày sinh “{born[:_SHOWN]}” không phải ngày có thật;"
            " hãy ghi như 13/02/1990, 02/1990 hoặc 1990.",
            field=field,
        )
    if first_day > today:
        raise RuleViolation(
            "birth-in-future",
            f"Ngày sinh {born} ở sau hôm nay; hãy kiểm tra lại.",
            field=field,
        )
    return "/".join(part.zfill(2) for part in born.split("/"))


def _first_day(born: str) -> date | None:
    """The first day that a birth date can mean; ``None`` where there is no such day."""
    found = _BORN.fullmatch(born)
    if not found:
        return None
    day, month, year = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return first if first.year >= FIRST_YEAR_OF_BIRTH else None


def _checked_name(text: str, field: str) -> str:
    name = clean(text)
    if not name:
        raise RuleViolation(
            "name-missing",
            "Chưa có họ tên người nộp hoặc tên tổ chức; hãy nhập tên rồi làm lại.",
            field=field,
        )
    if "\ufffd" in name:
        raise RuleViolation(
            "name-garbled",
            f"Tên “{name[:LONGEST_NAME]}” có chữ không đọc được; hãy gõ lại theo giấy tờ.",
            field=field,
        )
    if len(name) > LONGEST_NAME:
        raise RuleViolation(
            "name-too-long",
            f"Tên dài {len(name)} ký tự, quá {LONGEST_NAME} ký tự cho phép; hãy kiểm tra lại.",
            field=field,
        )
    return name


def _checked_phone(text: str, field: str) -> str:
    phone = re.sub(r"[\s.()-]", "", text)
    if phone and not _PHONE.fullmatch(phone):
        raise RuleViolation(
            "phone-impossible",
            f"Số điện thoại “{clean(text)[:_SHOWN]}” không đúng; hãy nhập 8 đến 15 chữ số.",
            field=field,
        )
    return phone


def _checked_email(text: str, field: str) -> str:
    email = checked_text(text, field)
    if email and not _EMAIL.fullmatch(email):
        raise RuleViolation(
            "email-impossible",
            f"Địa chỉ thư điện tử “{email[:_SHOWN]}” không đúng; hãy sửa hoặc để trống.",
            field=field,
        )
    return email


def _checked_address(address: Address, field: str) -> Address:
    return Address(
        line=checked_text(address.line, field),
        commune=checked_text(address.commune, field),
        district=checked_text(address.district, field),
        province=checked_text(address.province, field),
        as_written=checked_text(address.as_written, field),
    )


def _checked_card(text: str, field: str) -> str:
    if len(text) > LONGEST_TEXT or _HALF_CHARACTER.search(text):
        raise RuleViolation(
            "card-impossible",
            "Nội dung quét từ thẻ không phải của thẻ căn cước; hãy quét lại hoặc để trống.",
            field=field,
        )
    return text
