"""What certifying costs: the statutory tariff of a day (226/2016/TT-BTC Đ4, and before it)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reception.domain.certification import Matter
from reception.domain.dated import Dated, ruling_on
from reception.domain.money import figures


@dataclass(frozen=True, slots=True)
class Tariff(Dated):
    """The fee of a matter, in force from ``valid_from`` until before ``valid_until``.

    Either ``case_vnd`` is taken for each paper, however many its copies or signatures; or each copy
    costs ``page_vnd`` for each of the first ``full_pages`` pages and ``later_page_vnd`` for those
    after, ``most_vnd`` at most. Pages are those of the original. ``unit`` names a case in words.
    """

    matter: Matter
    valid_from: date
    decree: str
    source: str
    confidence: str
    case_vnd: int = 0
    unit: str = ""
    page_vnd: int = 0
    full_pages: int = 0
    later_page_vnd: int = 0
    most_vnd: int = 0
    valid_until: date | None = None

    def fee_vnd(self, pages: int, copies: int) -> int:
        """The fee of one paper with so many pages, in so many copies."""
        if self.case_vnd:
            return self.case_vnd
        full = min(pages, self.full_pages)
        one = full * self.page_vnd + (pages - full) * self.later_page_vnd
        return min(one, self.most_vnd) * copies

    def words(self) -> str:
        """The tariff in one sentence."""
        if self.case_vnd:
            return f"{figures(self.case_vnd)} đồng/{self.unit}"
        return (
            f"{figures(self.page_vnd)} đồng/trang; từ trang thứ {self.full_pages + 1}:"
            f" {figures(self.later_page_vnd)} đồng/trang; tối đa {figures(self.most_vnd)} đồng/bản"
        )


def tariff_on(tariffs: Iterable[Tariff], matter: Matter, day: date) -> Tariff:
    """The tariff that rules a matter on a day."""
    return ruling_on([tariff for tariff in tariffs if tariff.matter is matter], day)
