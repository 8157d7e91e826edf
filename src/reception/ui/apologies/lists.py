"""The two lists of the page: drafts to be signed, and signed letters with their roads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from reception.domain.dossier_events import NoticeOutcome
from reception.domain.moments import date_words, short_moment
from reception.domain.notice import Road
from reception.services.apologies import Draft
from reception.services.letters import Letter
from reception.ui.apologies.marked_table import MarkedRow, MarkedTable
from reception.ui.apologies.words import (
    due_standing,
    letter_standing,
    road_words,
    send_by_standing,
    why_words,
)
from reception.ui.dossiers.columns import Columns
from reception.ui.window_memory import WindowMemory

translate = QCoreApplication.translate


class DraftColumn(IntEnum):
    """The columns of the drafts, after the marks."""

    REFERENCE = 1
    OWNER = 2
    DUE = 3
    WHY = 4
    NEW_DATE = 5
    SEND_BY = 6


class LetterColumn(IntEnum):
    """The columns of the letters, after the marks."""

    NUMBER = 1
    REFERENCE = 2
    OWNER = 3
    SIGNED = 4
    NEW_DATE = 5
    ROADS = 6
    STANDING = 7


_DRAFT_LETTERS: dict[int, int] = {
    0: 5,
    DraftColumn.REFERENCE: 13,
    DraftColumn.OWNER: 17,
    DraftColumn.DUE: 20,
    DraftColumn.WHY: 20,
    DraftColumn.NEW_DATE: 13,
    DraftColumn.SEND_BY: 22,
}
_LETTER_LETTERS: dict[int, int] = {
    0: 5,
    LetterColumn.NUMBER: 16,
    LetterColumn.REFERENCE: 14,
    LetterColumn.OWNER: 20,
    LetterColumn.SIGNED: 18,
    LetterColumn.NEW_DATE: 13,
    LetterColumn.ROADS: 26,
    LetterColumn.STANDING: 18,
}


def draft_table(memory: WindowMemory) -> MarkedTable:
    """The drafts; the reason stretches, and is what the editor shows whole."""
    table = MarkedTable(
        [
            translate("apologies", "Mã hồ sơ"),
            translate("apologies", "Người nộp"),
            translate("apologies", "Hạn trả"),
            translate("apologies", "Do ai, vì sao"),
            translate("apologies", "Đề nghị hẹn"),
            translate("apologies", "Gửi chậm nhất"),
        ],
        codes=DraftColumn.REFERENCE,
        chips=(DraftColumn.DUE, DraftColumn.SEND_BY),
    )
    table.setAccessibleName(translate("apologies", "Dự thảo chờ ký"))
    Columns(
        memory, "apology-drafts", table, _DRAFT_LETTERS, table.dress,
        stretching=DraftColumn.WHY,
        first_to_go=(DraftColumn.NEW_DATE, DraftColumn.REFERENCE),
    )  # fmt: skip
    return table


def letter_table(memory: WindowMemory) -> MarkedTable:
    """The letters; their roads stretch."""
    table = MarkedTable(
        [
            translate("apologies", "Số thư"),
            translate("apologies", "Mã hồ sơ"),
            translate("apologies", "Người nộp"),
            translate("apologies", "Ký lúc"),
            translate("apologies", "Hẹn lại"),
            translate("apologies", "Các đường báo"),
            translate("apologies", "Người dân"),
        ],
        codes=LetterColumn.REFERENCE,
        chips=(LetterColumn.STANDING,),
    )
    table.setAccessibleName(translate("apologies", "Thư đã ký"))
    Columns(
        memory, "apology-letters", table, _LETTER_LETTERS, table.dress,
        stretching=LetterColumn.ROADS,
        first_to_go=(LetterColumn.SIGNED, LetterColumn.REFERENCE, LetterColumn.NEW_DATE),
    )  # fmt: skip
    return table


def draft_rows(drafts: Sequence[Draft], now: datetime) -> list[MarkedRow]:
    """The drafts as rows."""
    return [
        MarkedRow(
            draft.row.dossier_id,
            (
                draft.row.reference,
                draft.row.owner,
                due_standing(draft, now),
                why_words(draft),
                date_words(draft.proposal.new_due_at),
                send_by_standing(draft, now),
            ),
        )
        for draft in drafts
    ]


def letter_rows(letters: Sequence[Letter]) -> list[MarkedRow]:
    """The letters as rows."""
    return [
        MarkedRow(
            letter.row.dossier_id,
            (
                letter.number,
                letter.row.reference,
                letter.row.owner,
                short_moment(letter.row.apologised_at) if letter.row.apologised_at else "",
                date_words(letter.row.target_at) if letter.row.target_at else "",
                " · ".join(map(road_words, sorted(letter.roads, key=_telling))),
                letter_standing(letter),
            ),
        )
        for letter in letters
    ]


def _telling(road: Road) -> int:
    """What happened on a road stands before what is still to happen."""
    order = (NoticeOutcome.REACHED, NoticeOutcome.FAILED, NoticeOutcome.SENT, NoticeOutcome.QUEUED)
    return order.index(road.outcome)
