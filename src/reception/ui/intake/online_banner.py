"""The head of an intake that was submitted online: which one, until when it must be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception.domain.moments import short_moment
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.inbox.files import SubmittedFiles
from reception.ui.labels import DataLabel, Heading, StatusChip
from reception.ui.notes import Note
from reception.ui.theme import Tone
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.inbox import Submission


class OnlineBanner(QFrame):
    """There only while an online submission is checked; ``told`` is how it stood when last read."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__()
        self.setObjectName("card")
        self.told: Submission | None = None
        self.title = Heading(level=2)
        self.title.setWordWrap(True)
        self.chip = StatusChip()
        self.sent = DataLabel()
        self.sent.setObjectName("muted")
        self.note = Note()
        self.files = SubmittedFiles(workplace, page)
        self._lay_out()
        self.hide()

    def tell(self, one: Submission | None) -> None:
        """Tell of a submission; ``None`` takes the banner away."""
        self.told = one
        self.setVisible(one is not None)
        if one is None:
            self.files.show_files(())
            return
        self.title.setText(self.tr("Hồ sơ nộp trực tuyến {name}").format(name=one.name))
        self.sent.setText(self.tr("nộp lúc {at}").format(at=short_moment(one.submitted_at)))
        words, tone = self._standing(one)
        self.chip.show_state(words, tone)
        self.note.setText(
            self.tr(
                "Kiểm tra, sửa cho đúng rồi nhấn Ctrl+Enter để tiếp nhận; thời hạn giải quyết tính"
                " từ lúc tiếp nhận. Rời màn hình này thì hồ sơ vẫn chờ."
            )
        )
        self.note.setVisible(one.is_waiting)
        self.files.show_files(one.files)

    def _standing(self, one: Submission) -> tuple[str, Tone]:
        until = short_moment(one.answer_by)
        if not one.is_waiting:
            done = self.tr("{state} lúc {at} ({reference}); không cần làm lại")
            at = short_moment(one.settled_at or one.submitted_at)
            told = done.format(state=one.state_words, at=at, reference=one.reference)
            return told[:1].upper() + told[1:], Tone.INFO
        if one.is_overdue:
            return self.tr("QUÁ HẠN trả lời từ {until}").format(until=until), Tone.BAD
        return self.tr("Phải trả lời trước {until}").format(until=until), Tone.WARNING

    def _lay_out(self) -> None:
        below = FlowLayout(spacing=10)
        below.addWidget(self.chip)
        below.addWidget(self.sent)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(below)
        column.addWidget(self.note)
        column.addWidget(self.files)
