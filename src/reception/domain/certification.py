"""Certification (chứng thực): what was certified, and its number in the certification book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CertificationKind(StrEnum):
    """What a commune certifies; each kind has a book of its own (23/2015 Đ5)."""

    COPY = "copy"
    SIGNATURE = "signature"
    CONTRACT = "contract"


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
    """One person's certifications of one act, all entered in the same book."""

    kind: CertificationKind
    book: str
    items: tuple[CertifiedItem, ...]
    signer: str = ""
    signer_title: str = ""

    @property
    def copies(self) -> int:
        """How many copies, or signatures, were certified."""
        return sum(item.copies for item in self.items)

    @property
    def fee_vnd(self) -> int:
        """The fee of all."""
        return sum(item.fee_vnd for item in self.items)
