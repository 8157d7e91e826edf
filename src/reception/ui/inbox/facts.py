"""What was submitted online, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reception.domain.applicant import Party
from reception.domain.moments import short_moment
from reception.domain.submission import SubmissionArrived
from reception.ui.dossiers.card import Card
from reception.ui.dossiers.words import channel_of_intake_words, grouped, return_words

if TYPE_CHECKING:
    from reception.services.inbox import Submission

translate = QCoreApplication.translate


def row_words(one: Submission) -> str:
    """A submission in the list: who, until when, for what, a line each."""
    until = short_moment(one.answer_by)
    told = (
        translate("inbox", "QUÁ HẠN từ {until}")
        if one.is_overdue
        else translate("inbox", "trả lời trước {until}")
    )
    return "\n".join((one.arrived.owner.name, told.format(until=until), title_words(one)))


def title_words(one: Submission) -> str:
    """What was applied for; by its code where this desk has no name for it."""
    if one.hindrance:
        return translate("inbox", "Thủ tục mã {code}").format(code=one.arrived.procedure)
    return one.procedure_name


class Facts(QScrollArea):
    """One submission; nothing is chosen here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._card: Card | None = None

    def tell(self, one: Submission) -> None:
        """Show a submission."""
        self._card = Card(title_words(one))
        for name, value in (*_clock(one), *_facts(one.arrived)):
            self._card.add_fact(name, value)
        self.setWidget(self._card)

    def texts(self) -> list[str]:
        """All that is said, for checks and for reading aloud."""
        return [*self._card.texts()] if self._card else []


def _clock(one: Submission) -> Iterator[tuple[str, str]]:
    until = short_moment(one.answer_by)
    late = translate("inbox", "{until}, ĐÃ QUÁ HẠN").format(until=until)
    yield translate("inbox", "Mã trên cổng"), one.arrived.portal_code
    yield translate("inbox", "Nộp lúc"), short_moment(one.submitted_at)
    yield translate("inbox", "Phải trả lời trước"), late if one.is_overdue else until


def _facts(arrived: SubmissionArrived) -> Iterator[tuple[str, str]]:
    yield translate("inbox", "Chủ hồ sơ"), _party(arrived.owner)
    if arrived.submitter:
        yield translate("inbox", "Người nộp thay"), _party(arrived.submitter)
    yield translate("inbox", "Giấy ủy quyền"), arrived.authorisation
    yield translate("inbox", "Nội dung"), arrived.request
    yield translate("inbox", "Giấy tờ"), "\n".join(paper.name for paper in arrived.papers or ())
    yield translate("inbox", "Cách nộp"), channel_of_intake_words(arrived.channel)
    yield translate("inbox", "Cơ quan có thẩm quyền"), arrived.competent_authority
    if arrived.fee_vnd is not None:
        fee = translate("inbox", "{dong} đồng").format(dong=grouped(arrived.fee_vnd))
        yield translate("inbox", "Phí, lệ phí"), fee
    returned = (return_words(arrived.return_by), arrived.return_to)
    yield translate("inbox", "Nhận kết quả"), " · ".join(part for part in returned if part)
    yield translate("inbox", "Ghi chú"), arrived.notes


def _party(party: Party) -> str:
    known = (party.name, party.identity, party.born, party.phone, party.email)
    told = (*known, party.address.words())
    return " · ".join(part for part in told if part)
