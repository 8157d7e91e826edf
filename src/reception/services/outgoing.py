"""Results on their way out: come to the desk, waiting to be fetched, given to the post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from reception.domain import call_lists, list_papers
from reception.domain.call_lists import CallRow
from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.dossier import Dossier
from reception.domain.hamlets import hamlet_of
from reception.domain.intake import ReturnBy
from reception.domain.list_frame import Drawing, day_of
from reception.domain.list_papers import Hands, PostalRow, ResultRow
from reception.domain.moments import in_office_zone
from reception.services import forms
from reception.services.desk import Desk
from reception.services.drawing_up import (
    BookQuery,
    Volume,
    address_of,
    comes_for_it,
    drawing,
    phone_of,
    read,
    waiting_since,
)
from reception.services.finishing import owed_vnd
from reception.storage import book_rows
from reception.storage.book_rows import WaybillRow
from reception.storage.integrity import Progress

POST_RECONCILIATION = "post-reconciliation"
_CONTENTS = {"apology": "Văn bản xin lỗi", "paper": "Giấy tờ của hồ sơ"}
_POST_OFFICE = "Bưu điện"


def call_list(desk: Desk, query: BookQuery, by: str, progress: Progress) -> list[Volume]:
    """Results that nobody came for, hamlet by hamlet."""
    ids = book_rows.uncollected(desk.database, waiting_since(desk, query.days or 0))
    rows = tuple(
        CallRow(
            name=comes_for_it(dossier).name,
            phone=phone_of(dossier),
            hamlet=hamlet_of(address_of(dossier)),
            code=dossier.code,
            procedure=dossier.intake.procedure.name,
            ready_at=dossier.result_at,
        )
        for dossier in read(desk, ids, progress)
        if dossier.result_at and _wanted(dossier, query)
    )
    frame = drawing(desk, forms.CALL_LIST, desk.now().date(), by)
    return [Volume(call_lists.call_list(frame, rows), rows)]


def postal_lists(desk: Desk, query: BookQuery, by: str, progress: Progress) -> list[Volume]:
    """What went out by post, a list for each day; or all that the post has not answered for."""
    if query.days is not None:
        waiting = book_rows.unanswered(desk.database, waiting_since(desk, query.days))
        form, on = POST_RECONCILIATION, desk.now().date()
        return [_postal(desk, drawing(desk, form, on, by), waiting, query, progress)]
    sent = book_rows.waybills(desk.database, query.period)
    days = [(day, list(rows)) for day, rows in groupby(sent, _posted_on)]
    return [
        _postal(desk, drawing(desk, forms.POSTAL_LIST, day, by), rows, query, progress)
        for day, rows in days or [(query.period.from_on, [])]
    ]


def result_handovers(desk: Desk, query: BookQuery, by: str, progress: Progress) -> list[Volume]:
    """The results of a period, a slip for each giver; results made at the desk itself come last."""
    ids = book_rows.with_result(desk.database, query.period)
    given: dict[Holder, list[ResultRow]] = {}
    for dossier in read(desk, ids, progress):
        giver = _settled_by(dossier)
        if _wanted(dossier, query) and query.holder in {"", giver.name}:
            given.setdefault(giver, []).append(result_row(dossier))
    frame = drawing(desk, forms.RESULT_HANDOVER_LIST, query.period.until_on, by)
    givers = sorted(given, key=lambda giver: (giver == DESK, giver.name))
    nobody = Holder(HolderKind.SPECIALIST, query.holder)
    return [
        Volume(
            list_papers.result_handover_list(frame, rows, hands_to_desk(frame, giver)), tuple(rows)
        )
        for giver in givers or [nobody]
        for rows in [given.get(giver, [])]
    ]


def hands_to_desk(frame: Drawing, giver: Holder) -> Hands:
    """Giver and taker of something that comes back to the desk."""
    return Hands(*named(frame, giver), frame.clerk, frame.office.name)


def named(frame: Drawing, holder: Holder) -> tuple[str, str]:
    """A holder as a person and a unit: a person signs for this office, a unit for itself."""
    if holder.kind is HolderKind.SPECIALIST:
        return holder.name, frame.office.body
    if holder.kind is HolderKind.DESK:
        return frame.clerk, frame.office.name
    return "", holder.name


def _wanted(dossier: Dossier, query: BookQuery) -> bool:
    return query.field in {"", dossier.intake.procedure.field}


def _settled_by(dossier: Dossier) -> Holder:
    """Who had the dossier in hand when its result was there."""
    until = dossier.result_at
    held = [part.holder for part in dossier.custody if until and part.from_at <= until]
    return held[-1] if held and held[-1].kind is not HolderKind.APPLICANT else DESK


def result_row(dossier: Dossier) -> ResultRow:
    """A result as it goes from hand to hand."""
    intake = dossier.intake
    return ResultRow(
        code=dossier.code,
        procedure=intake.procedure.name,
        result=_result_words(dossier),
        owner=intake.owner.name,
        address=intake.return_to or intake.owner.address.words(),
        fee_vnd=owed_vnd(dossier),
        by_post=intake.return_by is ReturnBy.POST,
    )


def _result_words(dossier: Dossier) -> str:
    if dossier.rejection:
        return f"Thông báo từ chối giải quyết số {dossier.rejection.slip_number}"
    words = dossier.result or dossier.intake.procedure.result
    return f"{words} số {dossier.result_number}" if dossier.result_number else words


def _postal(
    desk: Desk,
    frame: Drawing,
    waybills: Sequence[WaybillRow],
    query: BookQuery,
    progress: Progress,
) -> Volume:
    hands = Hands(frame.clerk, frame.office.name, "", _POST_OFFICE)
    rows = tuple(_postal_rows(desk, waybills, query, progress))
    return Volume(list_papers.postal_list(frame, rows, hands), rows)


def _postal_rows(
    desk: Desk, waybills: Sequence[WaybillRow], query: BookQuery, progress: Progress
) -> Iterator[PostalRow]:
    ids = list(dict.fromkeys(waybill.dossier_id for waybill in waybills))
    dossiers = {dossier.dossier_id: dossier for dossier in read(desk, ids, progress)}
    for waybill in waybills:
        dossier = dossiers[waybill.dossier_id]
        if _wanted(dossier, query):
            yield _postal_row(waybill, dossier)


def _postal_row(waybill: WaybillRow, dossier: Dossier) -> PostalRow:
    return PostalRow(
        waybill=waybill.number,
        code=dossier.reference,
        recipient=comes_for_it(dossier).name,
        address=dossier.intake.return_to or address_of(dossier).words(),
        phone=phone_of(dossier),
        contents=_CONTENTS.get(waybill.what) or _result_words(dossier),
        posted_at=waybill.posted_at,
        answer=_answer_words(waybill),
    )


def _answer_words(waybill: WaybillRow) -> str:
    if waybill.answered_at is None:
        return ""
    what = "Đã phát" if waybill.delivered else "Chuyển hoàn"
    return ": ".join(
        part for part in (f"{what} {day_of(waybill.answered_at)}", waybill.note) if part
    )


def _posted_on(waybill: WaybillRow) -> date:
    return in_office_zone(waybill.posted_at).date()
