"""The desk's other lists on their way to a spreadsheet: printings, acts, drafts, the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reception.domain.moments import date_words, short_moment
from reception.domain.paper_forms import FORM_WORDS
from reception.services import audit, print_log
from reception.services.apologies import Draft
from reception.services.audit import AuditLine
from reception.services.catalogue_file import COLUMNS, procedure_cells
from reception.services.desk import Desk
from reception.services.list_out import ListOut
from reception.services.print_log import LogQuery, Printing
from reception.services.workbook import Cell

_PRINTED = ("Lúc", "Giấy", "Lần in", "Mã hồ sơ", "Người nộp", "Ai in", "Còn giá trị")
_DRAFTS = (
    "Mã hồ sơ", "Người nộp", "Thủ tục", "Hạn trả", "Chậm ở", "Vì sao", "Đề nghị hẹn lại",
    "Gửi chậm nhất",
)  # fmt: skip
_AT_ONCE = 500


def printings(desk: Desk, query: LogQuery) -> ListOut:
    """All printings of a query, the newest first."""
    total = print_log.read(desk, query, most=1).total
    words = f"Nhật ký in {query.period.words()}"
    return ListOut(words, _PRINTED, map(_printing, _all_printings(desk, query)), total)


def _all_printings(desk: Desk, query: LogQuery) -> Iterator[Printing]:
    before: Printing | None = None
    while page := print_log.read(desk, query, before=before, most=_AT_ONCE).printings:
        yield from page
        before = page[-1]


def _printing(printing: Printing) -> Sequence[Cell]:
    return (
        short_moment(printing.at),
        FORM_WORDS.get(printing.form, printing.form),
        printing.times,
        printing.reference,
        printing.owner,
        printing.name,
        "không" if printing.void else "còn",
    )


def acts(lines: Sequence[AuditLine]) -> ListOut:
    """Who saw, printed and changed what."""
    return ListOut("Nhật ký xem, in, sửa", audit.HEAD, map(audit.cells, lines), len(lines))


def drafts(found: Sequence[Draft]) -> ListOut:
    """The drafts of apologies that stand ready."""
    return ListOut("Dự thảo thư xin lỗi", _DRAFTS, map(_draft, found), len(found))


def _draft(draft: Draft) -> Sequence[Cell]:
    row, proposal = draft.row, draft.proposal
    return (
        row.reference,
        row.owner,
        row.procedure_name,
        short_moment(row.due_at) if row.due_at else "",
        proposal.owner,
        proposal.reason,
        short_moment(proposal.new_due_at),
        date_words(proposal.send_by_on),
    )


def catalogue(desk: Desk) -> ListOut:
    """Every version of every procedure, in the columns by which it can be imported again."""
    rows: Iterable[Sequence[Cell]] = (
        tuple(procedure_cells(procedure).values()) for procedure in desk.procedures
    )
    return ListOut("Danh mục thủ tục", tuple(COLUMNS.values()), rows, len(desk.procedures))
