"""Certification (chứng thực): what was certified, and its number in the certification book."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.dated import Dated, ruling_on


class CertificationKind(StrEnum):
    """What a commune certifies; each kind has a book of its own (23/2015 Đ5)."""

    COPY = "copy"
    SIGNATURE = "signature"
    CONTRACT = "contract"


class Matter(StrEnum):
    """What a person comes with; each has its procedure and its fee (226/2016/TT-BTC Đ4)."""

    COPY = "copy"
    SIGNATURE = "signature"
    CONTRACT = "contract"
    AMENDMENT = "amendment"
    MISTAKE = "mistake"

    @property
    def kind(self) -> CertificationKind:
        """The kind whose book it is entered in."""
        return _KINDS.get(self, CertificationKind.CONTRACT)


_KINDS = {
    Matter.COPY: CertificationKind.COPY,
    Matter.SIGNATURE: CertificationKind.SIGNATURE,
}

KIND_WORDS = {
    CertificationKind.COPY: "chứng thực bản sao từ bản chính",
    CertificationKind.SIGNATURE: "chứng thực chữ ký, điểm chỉ",
    CertificationKind.CONTRACT: "chứng thực hợp đồng, giao dịch",
}
MATTER_WORDS = {
    Matter.COPY: "Bản sao từ bản chính",
    Matter.SIGNATURE: "Chữ ký, điểm chỉ",
    Matter.CONTRACT: "Hợp đồng, giao dịch",
    Matter.AMENDMENT: "Sửa đổi, bổ sung, huỷ bỏ giao dịch",
    Matter.MISTAKE: "Sửa lỗi sai sót trong giao dịch",
}


@dataclass(frozen=True, slots=True)
class CertifiedItem:
    """One paper: its pages, how many copies of it, and its number in the book of the year."""

    number: int
    paper: str
    pages: int
    copies: int
    fee_vnd: int


@dataclass(frozen=True, slots=True)
class Certification:
    """One person's certifications of one act, all entered in the same book.

    ``free_because`` is why no fee was taken where the tariff asks for one.
    """

    kind: CertificationKind
    book: str
    items: tuple[CertifiedItem, ...]
    signer: str = ""
    signer_title: str = ""
    free_because: str = ""

    @property
    def copies(self) -> int:
        """How many copies, or signatures, were certified."""
        return sum(item.copies for item in self.items)

    @property
    def fee_vnd(self) -> int:
        """The fee of all."""
        return sum(item.fee_vnd for item in self.items)

    def numbers(self) -> str:
        """The numbers in the book, those in a row as a range: ``12–14``."""
        return number_range(item.number for item in self.items)


@dataclass(frozen=True, slots=True)
class BookRule(Dated):
    """How the books of a kind are named while the rule is in force.

    ``pattern`` is a format text with ``volume``, ``year`` and ``mark``.
    """

    kind: CertificationKind
    mark: str
    pattern: str
    valid_from: date
    source: str
    confidence: str
    valid_until: date | None = None

    def book(self, year: int, slot: int) -> str:
        """The book of a year and a desk: each desk of a commune writes a volume of its own."""
        return self.pattern.format(volume=slot + 1, year=year, mark=self.mark)


@dataclass(frozen=True, slots=True)
class Totals:
    """A day's certifications: persons served, papers entered, copies, pages, fees."""

    cases: int = 0
    papers: int = 0
    copies: int = 0
    pages: int = 0
    fee_vnd: int = 0


def book_of(rules: Iterable[BookRule], kind: CertificationKind, day: date, slot: int) -> str:
    """The book in which a desk enters a certification of ``day``: ``01/2026-SCT/BS``.

    Numbers run on within it to the end of the year (23/2015 Đ13 k2).
    """
    rule = ruling_on([rule for rule in rules if rule.kind is kind], day)
    return rule.book(day.year, slot)


def number_range(numbers: Iterable[int]) -> str:
    """Numbers as people say them, each run of neighbours as its ends: ``3, 12–14``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]:02d}–{run[-1]:02d}" if len(run) > 1 else f"{run[0]:02d}" for run in runs
    )
