"""What is behind a figure and is no dossier, as rows; each leads somewhere by its key."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception.domain.feedback import KIND_WORDS, STATE_WORDS
from reception.domain.moments import date_words, short_moment
from reception.services.behind import Behind, Opens
from reception.services.inbox import Submission
from reception.storage.book_rows import CertifiedRow
from reception.storage.feedback_rows import FeedbackRow
from reception.ui.dossiers.words import grouped
from reception.ui.figures.quality.rows import Row
from reception.ui.known_words import known

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Things:
    """A table of them: its heads, how wide each is in letters, its rows."""

    name: str
    heads: Sequence[str]
    letters: Mapping[int, float]
    stretching: int
    rows: Sequence[Row]
    figures: Collection[int] = ()
    first_to_go: Sequence[int] = ()


def things(found: Behind) -> Things:
    """The table of what is behind a figure."""
    if found.opens is Opens.SUBMISSIONS:
        return _submissions(found.submissions)
    if found.opens is Opens.FEEDBACK:
        return _feedback(found.feedback)
    return _entries(found.entries.rows)


def _entries(found: Sequence[CertifiedRow]) -> Things:
    heads = (
        translate("Things", "Quyển"), translate("Things", "Số"), translate("Things", "Ngày"),
        translate("Things", "Người yêu cầu"), translate("Things", "Giấy tờ"),
        translate("Things", "Trang"), translate("Things", "Bản"), translate("Things", "Phí (đồng)"),
    )  # fmt: skip
    rows = [
        Row(
            (
                one.book, str(one.number), date_words(one.certified_at.date()), one.owner,
                one.paper, grouped(one.pages), grouped(one.copies), grouped(one.fee_vnd),
            ),
            f"{one.dossier_id} {one.book} {one.number}",
        )
        for one in found
    ]  # fmt: skip
    return Things(
        "entries", heads, {0: 16, 1: 6, 2: 14, 3: 20, 4: 16, 5: 7, 6: 6, 7: 12}, 4, rows,
        figures=(1, 5, 6, 7), first_to_go=(0, 2),
    )  # fmt: skip


def _submissions(found: Sequence[Submission]) -> Things:
    heads = (
        translate("Things", "Mã nộp"), translate("Things", "Người nộp"),
        translate("Things", "Thủ tục"), translate("Things", "Nộp lúc"),
        translate("Things", "Trả lời trước"),
    )  # fmt: skip
    rows = [
        Row(
            (
                one.name, one.arrived.owner.name, one.procedure_name,
                short_moment(one.submitted_at), short_moment(one.answer_by),
            ),
            one.submission,
        )
        for one in found
    ]  # fmt: skip
    return Things(
        "submissions", heads, {0: 20, 1: 20, 2: 24, 3: 17, 4: 17}, 2, rows, first_to_go=(3,)
    )


def _feedback(found: Sequence[FeedbackRow]) -> Things:
    heads = (
        translate("Things", "Số phiếu"), translate("Things", "Về việc"),
        translate("Things", "Lĩnh vực"), translate("Things", "Nội dung"),
        translate("Things", "Tình trạng"), translate("Things", "Tiếp nhận lúc"),
    )  # fmt: skip
    rows = [
        Row(
            (
                one.code, known(KIND_WORDS[one.kind]), one.field, one.subject,
                known(STATE_WORDS[one.state]), short_moment(one.received_at),
            ),
            one.feedback_id,
        )
        for one in found
    ]  # fmt: skip
    return Things(
        "feedback", heads, {0: 20, 1: 20, 2: 14, 3: 24, 4: 18, 5: 17}, 3, rows,
        first_to_go=(2, 5),
    )  # fmt: skip
