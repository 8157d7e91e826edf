"""What a figure counts as a list: on the screen, and on its way to a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from reception.domain.moments import date_words
from reception.services import waiting_lists_out
from reception.services.behind import Behind, Opens
from reception.services.list_out import ListOut
from reception.storage.book_rows import CertifiedRow

_ENTRIES = (
    "Quyển", "Số", "Ngày", "Người yêu cầu", "Giấy tờ", "Số trang", "Số bản", "Phí (đồng)",
    "Người ký",
)  # fmt: skip


def listed(found: Behind) -> ListOut:
    """Everything behind a figure but dossiers, which have lists of their own."""
    if found.opens is Opens.SUBMISSIONS:
        return waiting_lists_out.submissions(found.submissions)
    if found.opens is Opens.FEEDBACK:
        return waiting_lists_out.feedback(found.feedback)
    return entries(found.entries.rows)


def entries(found: Sequence[CertifiedRow]) -> ListOut:
    """Lines of certification books."""
    rows = (
        (
            row.book, row.number, date_words(row.certified_at.date()), row.owner, row.paper,
            row.pages, row.copies, row.fee_vnd, row.signer,
        )
        for row in found
    )  # fmt: skip
    return ListOut("Sổ chứng thực", _ENTRIES, rows, len(found))
