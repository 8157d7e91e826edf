"""The quiet side of the form: when the result is due and why, and what is left to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reception.domain.deadlines import Deadline
from reception.domain.due_words import summary
from reception.domain.moments import short_moment
from reception.domain.promise import Promise, StageDue
from reception.domain.text import fold
from reception.ui.intake.form_state import PaperLine, Standing
from reception.ui.known_words import weekday_date
from reception.ui.labels import DataLabel, Heading, StatusChip
from reception.ui.theme import Tone

translate = QCoreApplication.translate

# Whose stages are the commune's own, as the catalogue names them.
_OURS = re.compile(r"\b(ubnd( cap)? xa|mot cua)\b")


class DuePanel(QFrame):
    """The due date in large letters, its reason in one line, and the acts of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.due = Heading(level=1)
        self.reason = DataLabel()
        self.provisional = StatusChip("", Tone.WARNING)
        self.stages = QVBoxLayout()
        self._shown_stages: Sequence[StageDue] = ()
        self.papers = DataLabel()
        self._lacking = False
        self.fee = DataLabel()
        self.twice = StatusChip("", Tone.WARNING)
        self.why = QPushButton(self.tr("&Vì sao? (F4)"))
        self.guide = QPushButton(self.tr("In phiếu hướng dẫn (Ctrl+P)"))
        self.guide.setToolTip(
            self.tr("Giấy tờ phải nộp và giấy còn thiếu, để mang về; không ghi sổ gì.")
        )
        self.refuse = QPushButton(self.tr("Từ &chối tiếp nhận…"))
        self.act = QPushButton()
        self.act.setProperty("kind", "main")
        self.act.setAutoDefault(True)  # Enter presses it once the form has been walked through
        self._lay_out()
        self.show_nothing("")

    def show_nothing(self, why: str) -> None:
        """Say that no due date can be told yet, and why."""
        self.due.setText(self.tr("Hẹn trả: chưa có"))
        self.reason.setText(why or self.tr("Chọn thủ tục để biết ngày hẹn trả."))
        self.provisional.hide()
        self._show_stages(())

    def show_due(self, deadline: Deadline | None, promise: Promise) -> None:
        """Show a due moment and its reason; ``None`` where the law sets no limit.

        While papers are missing nothing is received, and nothing promised.
        """
        if self._lacking:
            self._show_not_received(deadline)
            return
        if deadline is None:
            self.due.setText(self.tr("Không có thời hạn"))
            self.reason.setText(promise.basis[0])
        else:
            self.due.setText(self.tr("Hẹn trả: {due}").format(due=due_words(deadline)))
            self.reason.setText(summary(deadline))
        # Why it is provisional is told last among the rules applied.
        self.provisional.setText(promise.basis[-1])
        self.provisional.setVisible(promise.provisional)
        self._show_stages(promise.stages)

    def show_papers(
        self, lines: Sequence[PaperLine], *, chosen: bool, keyed_in: bool = False
    ) -> None:
        """Count the papers once a procedure is chosen, and name what is missing.

        A dossier that is ``keyed_in`` was received by hand: it is neither guided nor refused now.
        """
        given = [line for line in lines if line.standing is Standing.GIVEN]
        lacking = [line.name for line in lines if line.standing is Standing.MISSING]
        self._lacking = bool(lacking) and not keyed_in
        words = self.tr("Giấy tờ: {kinds} loại, {originals} bản chính, {copies} bản sao").format(
            kinds=len(given),
            originals=sum(line.originals for line in given),
            copies=sum(line.copies for line in given),
        )
        if lacking:
            words += "\n" + self.tr("Thiếu: {names}").format(names="; ".join(lacking))
        self.papers.setText(words)
        self.papers.setVisible(chosen)
        self.act.setText(self._act_words(keyed_in=keyed_in))
        self.refuse.setHidden(keyed_in)
        self.guide.setHidden(keyed_in)
        self.guide.setEnabled(chosen)

    def _act_words(self, *, keyed_in: bool) -> str:
        if self._lacking:
            return self.tr("Hướng dẫn bổ sung… (Ctrl+Enter)")
        if keyed_in:
            return self.tr("Nhập hồ sơ và &in (Ctrl+Enter)")
        return self.tr("Tiếp nhận và &in (Ctrl+Enter)")

    def show_fee(self, words: str) -> None:
        """Show what the applicant pays; empty while that is not known."""
        self.fee.setText(self.tr("Phí, lệ phí: {words}").format(words=words) if words else "")

    def show_twice(self, words: str) -> None:
        """Warn of an open dossier of the same person and procedure."""
        self.twice.setText(words)
        self.twice.setVisible(bool(words))

    def _lay_out(self) -> None:
        inside = QWidget()
        told = QVBoxLayout(inside)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(10)
        self.stages.setSpacing(4)
        # With large letters on a low screen the date itself takes most of the room there is.
        for label in (self.due, self.reason, self.provisional):
            told.addWidget(label)
        told.addLayout(self.stages)
        for label in (self.twice, self.papers, self.fee):
            told.addWidget(label)
        told.addStretch()
        for label in (
            self.due, self.reason, self.provisional, self.twice, self.papers, self.fee,
        ):  # fmt: skip
            label.setWordWrap(True)
        self.twice.hide()
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        for ground in (scroll.viewport(), inside):
            ground.setAutoFillBackground(False)  # the card's own ground shows through
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(scroll, 1)
        for button in (self.act, self.why, self.guide, self.refuse):
            layout.addWidget(button)

    def _show_not_received(self, deadline: Deadline | None) -> None:
        self.due.setText(self.tr("Chưa tiếp nhận: còn thiếu giấy tờ"))
        self.reason.setText(
            self.tr("Nếu đủ giấy tờ ngay bây giờ thì hẹn trả {due}.").format(
                due=due_words(deadline)
            )
            if deadline
            else self.tr("Thủ tục này không có thời hạn.")
        )
        self.provisional.hide()
        self._show_stages(())

    def _show_stages(self, stages: Sequence[StageDue]) -> None:
        if stages == self._shown_stages:
            return  # so that a keystroke elsewhere lays nothing out anew
        self._shown_stages = stages
        while (item := self.stages.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for number, stage in enumerate(stages, 1):
            label = DataLabel(
                self.tr("Bước {number}: {office}, {limit}, xong trước {due}").format(
                    number=number,
                    office=stage.office,
                    limit=stage.limit.words(),
                    due=short_moment(stage.due_at),
                )
            )
            label.setWordWrap(True)
            if _OURS.search(fold(stage.office)):
                bold = label.font()
                bold.setBold(True)
                label.setFont(bold)
                label.setText(self.tr("{words} (phần của xã)").format(words=label.text()))
            self.stages.addWidget(label)


def due_words(deadline: Deadline) -> str:
    """A due moment as the screen says it: ``17 giờ 30 thứ Tư 25/02/2026``."""
    due_at = deadline.due_at
    return translate("due", "{hour} giờ {minute} {day}").format(
        hour=f"{due_at:%H}", minute=f"{due_at:%M}", day=weekday_date(due_at.date())
    )
