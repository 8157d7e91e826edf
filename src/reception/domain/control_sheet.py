"""Phiếu kiểm soát quá trình giải quyết hồ sơ: one block for each hand-over of a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from reception.domain.custody import DESK, Custody, Holder, HolderKind
from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import Issue, common
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import BY_HAND
from reception.domain.moments import date_words, hour_words, in_office_zone, moment_words
from reception.domain.office import Office
from reception.domain.paper import Facts, Paper

FEWEST_BLOCKS = 4

_LEFT_OPEN = f"{BY_HAND} giờ {BY_HAND} phút, ngày {BY_HAND}/{BY_HAND}/{BY_HAND}"
_BLANK_NAME = BY_HAND * 4
_SETTLING = {HolderKind.SPECIALIST, HolderKind.OFFICE, HolderKind.ABOVE}


def control_sheet(dossier: Dossier, issue: Issue) -> Paper:
    """Mẫu 06 (05 in 2018): who gave the dossier to whom and when, and whether in time.

    The blocks that the form has beyond that are left open, to be filled in by hand.

    Raises:
        RuleViolation: ``no-control-sheet`` when the dossier was never received.
    """
    if dossier.promise is None:
        raise RuleViolation(
            "no-control-sheet",
            f"Hồ sơ {dossier.reference} chưa được tiếp nhận nên không có phiếu kiểm soát;"
            " hãy chọn giấy tờ khác của hồ sơ.",
        )
    offices = _offices(dossier, issue.office)
    words = common(dossier, issue) | {
        "settled_by": offices[0],
        "with": ", ".join(offices[1:]),
        "due": moment_words(dossier.due_at) if dossier.due_at else "",
        "book": "",
        "book_entry": "",
    }
    rows = list(_hand_overs(dossier, issue.office))
    while len(rows) < FEWEST_BLOCKS:
        rows.append(_open_block(dossier, issue.office, first=not rows))
    return issue.paper(dossier, Facts(words, {"hands": tuple(rows)}))


def timeliness(end_at: datetime, due_at: datetime | None) -> str:
    """Before, on or after the day of its limit; a minute after the limit's moment is late."""
    if due_at is None:
        return ""
    if end_at > due_at:
        return "Quá hạn"
    days = [in_office_zone(at).date() for at in (end_at, due_at)]
    return "Trước hạn" if days[0] < days[1] else "Đúng hạn"


def _hand_overs(dossier: Dossier, office: Office) -> Iterator[dict[str, str]]:
    for giver, taker in pairwise(dossier.custody):
        yield {
            "giver": _name(giver.holder, office),
            "taker": _name(taker.holder, office),
            "given": _minute(taker.from_at),
            "taken": _minute(taker.taken_at),
            "result": timeliness(taker.from_at, _limit(dossier, giver)),
            "note": _note(taker),
        }
    if dossier.handover:
        yield {
            "giver": _name(DESK, office),
            "taker": dossier.handover.recipient,
            "given": _minute(dossier.handed_over_at),
            "taken": _minute(dossier.handed_over_at),
            "result": timeliness(dossier.result_at or dossier.handover.at, dossier.due_at),
            "note": "Trả kết quả",
        }


def _open_block(dossier: Dossier, office: Office, *, first: bool) -> dict[str, str]:
    """A block to fill in by hand; the first one tells who has the dossier to give."""
    holder = dossier.holder
    return {
        "giver": _name(holder, office) if first and holder else _BLANK_NAME,
        "taker": _BLANK_NAME,
        "given": _LEFT_OPEN,
        "taken": _LEFT_OPEN,
        "result": "",
        "note": "",
    }


def _limit(dossier: Dossier, giver: Custody) -> datetime | None:
    """By when a holder had to be done: its stage's moment, or the dossier's if there is but one."""
    whole = dossier.promise and not dossier.promise.stages
    if giver.due_at or giver.holder.kind not in _SETTLING or not whole:
        return giver.due_at
    return dossier.due_at


def _note(taker: Custody) -> str:
    due = f"Hạn của bước: {_minute(taker.due_at)}" if taker.due_at else ""
    waits = "Chờ bổ sung hồ sơ" if taker.holder.kind is HolderKind.APPLICANT else ""
    return "\n".join(filter(None, (taker.note, due, waits)))


def _offices(dossier: Dossier, office: Office) -> list[str]:
    """Who settles, the lead first: whoever has worked on it, then those of the stage plan."""
    worked = [_unit(part.holder, office) for part in dossier.custody]
    planned = [stage.office for stage in dossier.promise.stages] if dossier.promise else []
    return list(dict.fromkeys(filter(None, [*worked, *planned]))) or [office.body]


def _unit(holder: Holder, office: Office) -> str:
    """The office in which a holder settles dossiers; empty for desk and applicant."""
    if holder.kind is HolderKind.SPECIALIST:
        return office.body
    return holder.name if holder.kind in _SETTLING else ""


def _name(holder: Holder, office: Office) -> str:
    return office.desk if holder == DESK else holder.name


def _minute(moment: datetime | None) -> str:
    if moment is None:
        return _LEFT_OPEN
    at = in_office_zone(moment)
    return f"{hour_words(at)} phút, ngày {date_words(at.date())}"
