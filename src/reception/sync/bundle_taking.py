"""Whether a bundle that opened was taken before, or is older than what was taken since.

Taking one twice, or an old one late, changes nothing: events have their place in a chain, and
receipts only go forward. So this is told to the clerk and protects nothing. In particular an older
number must not be refused: a PC that came back from a copy counts on from where the copy stood.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.domain.moments import short_moment
from reception.sync.bundle_head import BundleHead


class Standing(StrEnum):
    """How a bundle stands to those taken before."""

    NEW = "new"
    OLDER = "older"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Taken:
    """A bundle of the same sender that was taken, with everything in it durable here."""

    bundle_id: str
    number: int
    incarnation: str
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a bundle stands, in words for the clerk."""

    standing: Standing
    text: str

    @property
    def worth_reading(self) -> bool:
        """Whether there may be something in it that is not here yet."""
        return self.standing is not Standing.TAKEN


def judge(head: BundleHead, taken: Iterable[Taken]) -> Judgement:
    """How a bundle stands to those of its sender that are remembered, be it all or the last one."""
    remembered = list(taken)
    for one in remembered:
        if one.bundle_id == head.bundle_id:
            return Judgement(
                Standing.TAKEN,
                f"Gói số {head.number} đã được nhận lúc {short_moment(one.taken_at)};"
                " không cần nhận lại.",
            )
    # A server that came back from a copy counts anew: only numbers of one incarnation compare.
    comparable = [one for one in remembered if one.incarnation == head.incarnation]
    last = max(comparable, key=lambda one: one.number, default=None)
    if last is None or head.number > last.number:
        return Judgement(Standing.NEW, f"Gói số {head.number} chưa được nhận lần nào.")
    return Judgement(
        Standing.OLDER,
        f"Gói số {head.number} không mới hơn gói số {last.number} đã nhận lúc"
        f" {short_moment(last.taken_at)}; nhận cũng không sao,"
        " nhưng hãy lấy gói mới nhất nếu có.",
    )
