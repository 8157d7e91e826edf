"""What was submitted online, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reception.domain.applicant import Party
from reception.domain.moments import short_moment
from reception.ui.dossiers.card import Card

if TYPE_CHECKING:
    from reception.services.inbox import Submission

translate = QCoreApplication.translate


def row_words(one: Submission) -> str:
    """A submission in the list: who, until when, for what."""
    until = short_moment(one.answer_by)
    told = (
        translate("inbox", "QUÁ HẠN từ {until}")
        if one.is_overdue
        else translate("inbox", "trả lời trước {until}")
    )
    return f"{one.arrived.owner.name} · {told.format(until=until)}\n{one.procedure_name}"


class Facts(QScrollArea):
    """One submission; nothing is chosen here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._card: Card | None = None

    def tell(self, one: Submission) -> None:
        """Show a submission."""
        self._card = Card(one.procedure_name)
        for line in _lines(one):
            self._card.add_line(line)
        self.setWidget(self._card)

    def texts(self) -> list[str]:
        """All that is said, for checks and for reading aloud."""
        return [*self._card.texts()] if self._card else []


def _lines(one: Submission) -> Iterator[str]:
    arrived = one.arrived
    yield translate("inbox", "Nộp lúc {at}, phải trả lời trước {until}").format(
        at=short_moment(one.submitted_at), until=short_moment(one.answer_by)
    )
    if arrived.portal_code:
        yield translate("inbox", "Mã trên cổng: {code}").format(code=arrived.portal_code)
    yield translate("inbox", "Chủ hồ sơ: {who}").format(who=_party(arrived.owner))
    if arrived.submitter:
        yield translate("inbox", "Người nộp: {who}").format(who=_party(arrived.submitter))
    if arrived.request:
        yield translate("inbox", "Nội dung: {words}").format(words=arrived.request)
    for paper in arrived.papers or ():
        yield f"– {paper.name}"
    for file in arrived.attachments:
        yield translate("inbox", "Tệp: {name}").format(name=file.name)
    if arrived.notes:
        yield translate("inbox", "Ghi chú: {words}").format(words=arrived.notes)


def _party(party: Party) -> str:
    known = (party.name, party.identity, party.phone, party.email)
    return " · ".join(part for part in known if part)
