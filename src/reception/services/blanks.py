"""Days without power: receipts printed in advance with their numbers, and keyed in afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from reception.domain.accounts import Right
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.events import BlanksPrinted
from reception.domain.intake_events import KeyedIn
from reception.domain.moments import short_moment
from reception.domain.numbering import SlipMark
from reception.domain.text import clean
from reception.services import rights
from reception.services.desk import Desk
from reception.services.intake import next_slip, prepare, write_receipt
from reception.services.intake_request import IntakeRequest
from reception.storage import drafts, lists, reference

MOST_AT_ONCE = 500


def reserve(desk: Desk, count: int, *, by: str) -> tuple[str, ...]:
    """Number so many blank receipts; the numbers are on disk before a sheet is printed.

    Raises:
        RuleViolation: ``blanks-impossible``, or it is not allowed to this person.
    """
    rights.check(desk, Right.RECEIVE, "in giấy in sẵn", by=by)
    if not 1 <= count <= MOST_AT_ONCE:
        raise RuleViolation(
            "blanks-impossible",
            f"Mỗi lần in được từ 1 đến {MOST_AT_ONCE} giấy in sẵn; hãy ghi lại số lượng.",
            field="count",
        )
    now = desk.now()
    with desk.store.writing():
        numbers = tuple(next_slip(desk, SlipMark.BLANK, now) for _ in range(count))
        desk.store.record_reference(BlanksPrinted(numbers, now), at=now, by=by)
    return numbers


def unused(desk: Desk) -> list[str]:
    """The blank receipts that were printed and not keyed in yet."""
    used = lists.blanks_used(desk.database)
    return [number for number in reference.blanks(desk.database) if number not in used]


def check_blank(desk: Desk, number: str) -> str:
    """The number of a blank receipt that may be keyed in.

    Raises:
        RuleViolation: ``blank-unknown`` or ``blank-used``.
    """
    wanted = clean(number).replace(" ", "").upper()
    if wanted not in reference.blanks(desk.database):
        raise RuleViolation(
            "blank-unknown",
            f"Giấy in sẵn số “{wanted[:40]}” không do máy này in; hãy kiểm tra lại số trên giấy.",
            field="blank",
        )
    if code := lists.blanks_used(desk.database).get(wanted):
        raise RuleViolation(
            "blank-used",
            f"Giấy in sẵn số {wanted} đã nhập rồi, là hồ sơ {code}; hãy mở hồ sơ ấy.",
            field="blank",
        )
    return wanted


def key_in(
    desk: Desk, request: IntakeRequest, blank: str, *, by: str, draft_id: str = ""
) -> Dossier:
    """Register a dossier that was received by hand, with the moment written on the blank.

    Its due moment counts from that moment; history and figures tell that it was keyed in later. A
    draft of it goes in the same commit.

    Raises:
        RuleViolation: ``blank-unknown``, ``blank-used``, ``received-missing``,
            ``received-before-blank``, or the request cannot be received as it stands.
    """
    _check_moment(request)
    prepared = prepare(desk, request)
    with desk.store.writing():
        number = check_blank(desk, blank)
        printed_at = reference.blanks(desk.database)[number]
        if prepared.received_at < printed_at.replace(second=0, microsecond=0):
            raise RuleViolation(
                "received-before-blank",
                f"Giấy in sẵn số {number} in lúc {short_moment(printed_at)} nên không thể nhận hồ"
                " sơ trước lúc ấy; hãy kiểm tra lại thời điểm nhận ghi trên giấy.",
                field="received_at",
            )
        if draft_id:
            drafts.discard_inside(desk.database, draft_id)
        dossier = write_receipt(desk, prepared, by=by)
        keyed = KeyedIn(desk.now(), number)
        return desk.store.record(dossier.dossier_id, keyed, at=desk.now(), by=by)


def numbers_words(numbers: Sequence[str]) -> str:
    """A run of numbers in words, for the print log and the clerk."""
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]} đến {numbers[-1]}"


def _check_moment(request: IntakeRequest) -> None:
    if request.received_at is None:
        raise RuleViolation(
            "received-missing",
            "Chưa ghi giờ, ngày nhận hồ sơ; hãy ghi đúng thời điểm viết trên giấy in sẵn.",
            field="received_at",
        )
