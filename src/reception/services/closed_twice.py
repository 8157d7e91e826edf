"""Periods that two desks closed without knowing of each other: the first holds, the second is told.

It waits under “Việc cần xem lại” until somebody who may close periods has said to have seen it.
"""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.accounts import Right
from reception.domain.closed_figures import (
    Difference,
    difference_words,
    differences,
    thawed,
)
from reception.domain.closed_periods import ClosingReviewed
from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment
from reception.services import rights
from reception.services.closing_periods import can_be_read, who_closed
from reception.services.desk import Desk
from reception.services.reports import KINDS
from reception.storage import closed_rows
from reception.storage.closed_rows import Closing


@dataclass(frozen=True, slots=True)
class Second:
    """A closing that does not hold, beside the one that was first, and where the two differ.

    ``readable`` tells whether this program knows the report, so that it can say where.
    """

    closing: Closing
    first: Closing
    differences: tuple[Difference, ...]
    readable: bool


def seconds(desk: Desk) -> list[Second]:
    """The closings that do not hold, since another desk's was first in the log."""
    return [_second(*pair) for pair in closed_rows.seconds(desk.store)]


def unreviewed(desk: Desk) -> list[Second]:
    """Those of them that nobody has said to have seen."""
    return [_second(*pair) for pair in closed_rows.unreviewed(desk.store)]


def of_closing(desk: Desk, closing: Closing) -> Second | None:
    """Why a closing does not hold; ``None`` of one that does."""
    return next((one for one in seconds(desk) if one.closing.event == closing.event), None)


def report_words(closing: Closing) -> str:
    """What the report is called."""
    kind = KINDS.get(closing.closed.report)
    return kind.sheet if kind else closing.closed.report


def act_words(desk: Desk, closing: Closing) -> str:
    """A closing as an act: what, who, at which desk and when."""
    at = short_moment(closing.closed.at)
    return f"Chốt số liệu {report_words(closing)}, {who_closed(desk, closing)}, {at}"


def words(desk: Desk, second: Second) -> str:
    """Whose closing holds since when, and in which figures the other differs."""
    first = second.first
    holds = (
        f"Bản chốt của {who_closed(desk, first)} lúc {short_moment(first.closed.at)} đến trước nên"
        " có hiệu lực."
    )
    if not second.readable:
        return f"{holds} Bản chương trình này chưa đọc được số liệu ấy; hãy xem ở máy kia."
    if not second.differences:
        return f"{holds} Hai bản cùng một số liệu."
    told = difference_words(second.differences, "bản trước", "bản sau")
    return f"{holds} Hai bản khác nhau: {told}."


def review(desk: Desk, event: str, *, by: str, note: str = "") -> None:
    """Take down that somebody saw that a closing does not hold.

    Raises:
        RuleViolation: ``not-allowed`` or ``no-such-review``.
    """
    rights.check(desk, Right.APPROVE, "xem lại số liệu chốt hai lần", by=by)
    with desk.store.writing():
        if event not in {one.closing.event for one in unreviewed(desk)}:
            raise RuleViolation(
                "no-such-review",
                "Việc này không còn chờ xem lại; hãy mở lại danh sách việc cần xem lại.",
            )
        reviewed = ClosingReviewed(desk.now(), event, note)
        closed_rows.record(desk.store, reviewed, at=desk.now(), by=by)


def _second(one: Closing, first: Closing) -> Second:
    readable = can_be_read(one) and can_be_read(first)
    if not readable:
        return Second(one, first, (), readable=False)
    told = differences(thawed(first.closed.figures), thawed(one.closed.figures))
    return Second(one, first, told, readable=True)
