"""Finding: one dossier with its history, dossiers by anything typed, and the day's work lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Reclassified
from reception.domain.errors import RuleViolation
from reception.domain.intake import ProcedureOfDay
from reception.domain.intake_events import Received
from reception.domain.listing import DossierRow, ListQuery, Order, Pile, Shelf, TodayCounts
from reception.domain.moments import OFFICE_ZONE
from reception.domain.numbering import find_code
from reception.domain.text import clean
from reception.services.desk import Desk
from reception.storage import feedback_rows, lists
from reception.storage.feedback_rows import Pressing
from reception.storage.store import HistoryEntry

EVENT_WORDS = {
    "dossier.received": "Tiếp nhận hồ sơ",
    "dossier.guided": "Hướng dẫn bổ sung hồ sơ",
    "dossier.refused": "Từ chối tiếp nhận",
    "dossier.certified": "Chứng thực",
    "dossier.keyed-in": "Nhập từ phiếu in sẵn",
    "dossier.receipt-undone": "Huỷ tiếp nhận",
    "dossier.imported": "Nhập từ sổ cũ",
    "dossier.import-undone": "Huỷ nhập từ sổ cũ",
    "dossier.forwarded": "Chuyển hồ sơ",
    "dossier.taken-over": "Nhận bàn giao",
    "dossier.sent-back": "Trả lại bước trước",
    "dossier.supplement-requested": "Yêu cầu bổ sung",
    "dossier.supplement-received": "Nhận bổ sung",
    "dossier.suspended": "Tạm dừng",
    "dossier.resumed": "Tiếp tục giải quyết",
    "dossier.extended": "Gia hạn",
    "dossier.delay-explained": "Ghi lý do chậm",
    "dossier.apologised": "Xin lỗi và hẹn lại",
    "dossier.notified": "Báo cho người nộp",
    "dossier.result-recorded": "Có kết quả",
    "dossier.rejected": "Từ chối giải quyết",
    "dossier.stopped": "Dừng theo yêu cầu",
    "dossier.handed-over": "Trả kết quả",
    "dossier.fee-settled": "Thu phí, lệ phí",
    "dossier.scan-attached": "Đính kèm bản quét",
    "dossier.posted": "Gửi bưu điện",
    "dossier.post-reconciled": "Đối soát bưu điện",
    "dossier.paper-issued": "In giấy tờ",
    "dossier.survey-answered": "Ghi phiếu khảo sát",
    "dossier.survey-corrected": "Sửa phiếu khảo sát gõ nhầm",
    "dossier.corrected": "Sửa thông tin",
    "dossier.reclassified": "Đổi thủ tục",
    "dossier.time-corrected": "Sửa thời điểm",
    "dossier.review-settled": "Quyết việc cần xem lại",
    "dossier.redacted": "Xoá thông tin cá nhân theo quy định",
    "submission.settled": "Trả lời hồ sơ nộp trực tuyến",
}
SHELF_WORDS = {
    Shelf.ALL: "Tất cả hồ sơ",
    Shelf.RECEIVED_TODAY: "Nhận hôm nay",
    Shelf.DUE_TODAY: "Đến hạn hôm nay",
    Shelf.DUE_SOON: "Sắp đến hạn",
    Shelf.OVERDUE: "Quá hạn",
    Shelf.TO_COLLECT: "Chờ trả kết quả",
    Shelf.AWAITING_SUPPLEMENT: "Chờ bổ sung",
    Shelf.SUSPENDED: "Tạm dừng",
    Shelf.UNTOUCHED: "Lâu không ai xử lý",
    Shelf.STAGE_OVERDUE: "Quá hạn ở một bước",
    Shelf.STOPPED: "Đã dừng, đã huỷ",
    Shelf.NOT_RECEIVED: "Chưa tiếp nhận (bổ sung, từ chối)",
}
# What the public watches most stands first, however it fares.
_LAND = "đất"
WORK_SHELVES = (Shelf.OVERDUE, Shelf.DUE_TODAY, Shelf.DUE_SOON, Shelf.TO_COLLECT)


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier with all that happened to it, oldest first."""

    dossier: Dossier
    history: tuple[HistoryEntry, ...]


def show(desk: Desk, reference: str) -> Found:
    """The dossier of a code or slip number; a scanned receipt's text serves as well.

    Raises:
        RuleViolation: ``unknown-dossier``.
    """
    wanted = find_code(reference) or clean(reference)
    row = lists.by_reference(desk.database, wanted)
    if row is None:
        raise RuleViolation(
            "unknown-dossier",
            f"Không có hồ sơ mã “{wanted}” trong máy này;"
            " hãy kiểm tra lại mã, hoặc tìm theo tên người nộp.",
            field="reference",
        )
    return open_dossier(desk, row.dossier_id)


def open_dossier(desk: Desk, dossier_id: str) -> Found:
    """A dossier by its identity.

    Raises:
        RuleViolation: ``unknown-dossier``.
    """
    dossier = desk.store.dossier(dossier_id)
    if dossier is None:
        raise RuleViolation("unknown-dossier", "Không tìm thấy hồ sơ này; hãy tìm lại theo mã.")
    return Found(dossier, tuple(desk.store.history(dossier_id)))


def happened_at(entry: HistoryEntry) -> datetime:
    """When something happened, which may be long before it was written down."""
    moment = getattr(entry.event, "at", None) or getattr(entry.event, "received_at", None)
    return moment if isinstance(moment, datetime) else entry.at


def replaced_procedures(found: Found) -> list[ProcedureOfDay]:
    """The procedure that each reclassification put away, the oldest first."""
    was = [
        entry.event.intake.procedure
        for entry in found.history
        if isinstance(entry.event, Received | Reclassified)
    ]
    return was[:-1]


def search(desk: Desk, text: str, most: int = 50) -> list[DossierRow]:
    """The newest dossiers whose names, code or numbers begin with the typed words."""
    return lists.search(desk.database, find_code(text) or text, most)


def today(desk: Desk) -> TodayCounts:
    """The home page's figures."""
    return lists.today_counts(desk.database, desk.horizon())


def shelf(
    desk: Desk,
    name: Shelf,
    most: int = 200,
    *,
    field: str = "",
    holder: str = "",
    days: int = 0,
) -> list[DossierRow]:
    """The first dossiers of a work list, the most pressing first; narrowed as in ``ListQuery``."""
    order = Order.NEWEST if name in {Shelf.ALL, Shelf.RECEIVED_TODAY} else Order.DUE
    query = ListQuery(name, field=field, holder=holder, days=days, order=order)
    numbers = lists.numbers(desk.database, query, desk.horizon(query.days), most)
    return lists.page(desk.database, numbers)


def fields(desk: Desk) -> list[Pile]:
    """The fields with open dossiers: land first, then the one with most late ones."""
    piles = lists.piles_by_field(desk.database, desk.now())
    return sorted(piles, key=lambda pile: _LAND not in pile.name.casefold())


def holders(desk: Desk) -> list[Pile]:
    """Who has open dossiers in hand, the one with most late ones first."""
    return lists.piles_by_holder(desk.database, desk.now())


def pressing_feedback(desk: Desk) -> Pressing:
    """What of the open feedback presses now, as home tells it."""
    soon_before = datetime.combine(desk.soon_until(), time.max, OFFICE_ZONE)
    return feedback_rows.count_pressing(desk.database, desk.now(), soon_before)
