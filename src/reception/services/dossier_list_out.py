"""A list of dossiers as a spreadsheet: every fact in its own column, read page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reception.domain.access import masked
from reception.domain.intake import Channel
from reception.domain.life import STATE_WORDS
from reception.domain.listing import DossierRow, ListQuery, Urgency
from reception.domain.moments import short_moment
from reception.services.desk import Desk
from reception.services.list_out import ListOut
from reception.services.lookup import SHELF_WORDS
from reception.services.workbook import Cell
from reception.storage import imported_rows, lists

CHANNEL_WORDS = {
    Channel.COUNTER: "trực tiếp",
    Channel.POST: "bưu chính",
    Channel.ONLINE_FULL: "trực tuyến toàn trình",
    Channel.ONLINE_PART: "trực tuyến một phần",
    Channel.OTHER: "khác",
}
HEAD = (
    "Mã hồ sơ", "Người nộp", "Số định danh", "Điện thoại", "Mã thủ tục", "Thủ tục", "Lĩnh vực",
    "Cách nộp", "Nhận lúc", "Hẹn trả", "Tình trạng", "Đang ở", "Có kết quả lúc", "Trả lúc",
    "Nhập từ sổ cũ, số cũ",
)  # fmt: skip
_AT_ONCE = 500


def dossier_list(desk: Desk, query: ListQuery, *, bare: bool = False) -> ListOut:
    """All dossiers of a query; numbers are hidden but for their end, unless they are ``bare``."""
    numbers = lists.numbers(desk.database, query, desk.horizon(query.days))
    parts = (SHELF_WORDS[query.shelf], query.procedure_code, query.field, query.holder)
    words = ", ".join(filter(None, parts))
    return ListOut(words, HEAD, _rows(desk, numbers, bare=bare), len(numbers))


def dossier_rows(desk: Desk, rows: Sequence[DossierRow], words: str, *, bare: bool) -> ListOut:
    """Dossiers that were read already."""
    return ListOut(words, HEAD, _lines(desk, rows, bare=bare), len(rows))


def _rows(desk: Desk, numbers: Sequence[int], *, bare: bool) -> Iterator[Sequence[Cell]]:
    for first in range(0, len(numbers), _AT_ONCE):
        page = lists.page(desk.database, numbers[first : first + _AT_ONCE])
        yield from _lines(desk, page, bare=bare)


def _lines(desk: Desk, rows: Sequence[DossierRow], *, bare: bool) -> Iterator[Sequence[Cell]]:
    now, soon_until = desk.now(), desk.soon_until()
    old = imported_rows.numbers_of(desk.database, [row.dossier_id for row in rows])
    for row in rows:
        late = row.urgency(now, soon_until) is Urgency.OVERDUE
        yield (
            row.reference,
            row.owner,
            row.identity if bare else masked(row.identity),
            row.phone if bare else masked(row.phone),
            row.procedure_code,
            row.procedure_name,
            row.field,
            CHANNEL_WORDS[Channel(row.channel)],
            short_moment(row.opened_at),
            short_moment(row.due_at) if row.due_at else "",
            f"{STATE_WORDS[row.state]}, quá hạn" if late else STATE_WORDS[row.state],
            row.holder,
            short_moment(row.result_at) if row.result_at else "",
            short_moment(row.handed_over_at) if row.handed_over_at else "",
            old.get(row.dossier_id, ""),
        )
