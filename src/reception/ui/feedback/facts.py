"""One piece of feedback as lines to read: what was said, by when, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reception.domain.feedback import CHANNEL_WORDS, KIND_WORDS, STATE_WORDS, FeedbackState
from reception.domain.moments import short_moment
from reception.storage.feedback_rows import FeedbackRow
from reception.ui.dossiers.card import Card
from reception.ui.feedback.reading import Shown
from reception.ui.feedback.words import event_words
from reception.ui.known_words import known

translate = QCoreApplication.translate


def row_words(row: FeedbackRow, now: datetime) -> str:
    """Feedback in the list: who, until when, about what, a line each."""
    who = row.sender or translate("feedback", "Không nêu danh tính")
    return "\n".join((f"{row.code}  ·  {who}", _standing(row, now), row.subject))


def _standing(row: FeedbackRow, now: datetime) -> str:
    if row.handled_at or row.due_at is None:
        return known(STATE_WORDS[row.state]).capitalize()
    until = short_moment(row.due_at)
    if row.state is FeedbackState.AWAITING:
        return translate("feedback", "chờ bổ sung đến {until}").format(until=until)
    if row.due_at < now:
        return translate("feedback", "QUÁ HẠN từ {until}").format(until=until)
    return translate("feedback", "trả lời trước {until}").format(until=until)


class Facts(QScrollArea):
    """One piece of feedback; nothing is chosen here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translate("feedback", "Nội dung phản ánh"))
        self._cards: list[Card] = []

    def tell(self, shown: Shown, now: datetime) -> None:
        """Show it, with its time in one sentence."""
        told = shown.told
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        facts, course = Card(told.feedback.received.code), Card(translate("feedback", "Diễn biến"))
        for name, value in _facts(shown, now):
            facts.add_fact(name, value)
        for entry in told.history:
            who = shown.names.get(entry.by, entry.by)
            course.add_entry(f"{short_moment(entry.at)}  ·  {who}", event_words(entry.event))
        if told.feedback.passed_over:
            course.add_line(
                translate("feedback", "Có việc máy khác ghi cùng lúc nên không áp dụng.")
            )
        self._cards = [facts, course]
        for card in self._cards:
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(sheet)

    def texts(self) -> list[str]:
        """All that is said, for checks and for reading aloud."""
        return [text for card in self._cards for text in card.texts()]


def _facts(shown: Shown, now: datetime) -> Iterator[tuple[str, str]]:
    one, received = shown.told.feedback, shown.told.feedback.received
    sender = received.sender
    who = (sender.name, sender.phone, sender.email, sender.address.words()) if sender else ()
    nobody = translate("feedback", "Không nêu danh tính")
    yield translate("feedback", "Nội dung"), received.text
    yield translate("feedback", "Tình trạng"), known(STATE_WORDS[one.state])
    if one.due_at and one.handled_at is None:
        late = translate("feedback", "{until}, ĐÃ QUÁ HẠN")
        until = short_moment(one.due_at)
        yield (
            translate("feedback", "Hạn"),
            late.format(until=until) if one.is_overdue(now) else until,
        )
        yield translate("feedback", "Vì sao (F4)"), shown.reason
    yield translate("feedback", "Người phản ánh"), " · ".join(filter(None, who)) or nobody
    yield translate("feedback", "Về việc"), known(KIND_WORDS[received.kind])
    yield translate("feedback", "Đến bằng"), known(CHANNEL_WORDS[received.channel])
    yield translate("feedback", "Lĩnh vực"), received.field
    yield translate("feedback", "Thủ tục"), received.procedure
    yield translate("feedback", "Mã hồ sơ"), shown.dossier
    yield translate("feedback", "Cán bộ"), received.officer
