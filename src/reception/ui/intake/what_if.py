"""Assumptions about a dossier's clock: received at another time, another way, supplemented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel
from reception.domain.runs import UNADJUSTED, Adjustments, Pause
from reception.ui.intake.inputs import MomentField, Pick, moment_form_field
from reception.ui.intake.other_fields import channel_options
from reception.ui.labels import DataLabel, FormField

_NONE, _RESTART, _PAUSE = "none", "restart", "pause"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """An assumption: all that decides a due moment beside the procedure."""

    received_at: datetime
    channel: Channel
    adjustments: Adjustments


class WhatIfStrip(QFrame):
    """The inputs of an assumption in one strip, and below them where the date would move.

    Args:
        received_at: The real receipt.
        channel: The real channel.
        today: The desk's civil date.
        parent: The owning widget.
    """

    changed = Signal()

    def __init__(
        self,
        received_at: datetime,
        channel: Channel,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        # Fields know whole minutes; the real receipt is assumed to be just that.
        self._received_at = received_at.replace(second=0)
        self._real = WhatIf(self._received_at, channel, UNADJUSTED)
        self.received = MomentField(today)
        self.received.set_moment(received_at)
        self.channel = Pick(channel_options())
        self.channel.set_value(channel.value)
        self.supplement = Pick(
            [
                (_NONE, self.tr("không có")),
                (_RESTART, self.tr("có, tính lại từ đầu")),
                (_PAUSE, self.tr("có, tạm dừng khi chờ")),
            ]
        )
        self.asked = MomentField(today)
        self.complete = MomentField(today)
        self.outcome = DataLabel()
        self._lay_out()
        for field in (self.received, self.asked, self.complete):
            field.changed.connect(self.changed)
        self.channel.currentIndexChanged.connect(self.changed)
        self.supplement.currentIndexChanged.connect(self._supplement_changed)
        self._supplement_changed()

    def assumption(self) -> WhatIf | None:
        """What is assumed; ``None`` while it is what really is.

        Raises:
            RuleViolation: A moment is missing or cannot be.
        """
        received_at = self.received.moment()
        if received_at is None:
            raise _unfinished(self.tr("Hãy ghi đủ ngày và giờ nhận hồ sơ giả định."))
        assumed = WhatIf(received_at, Channel(self.channel.value()), self._adjustments())
        return None if assumed == self._real else assumed

    def show_outcome(self, words: str) -> None:
        """Say where the date would move."""
        self.outcome.setText(words or self.tr("Chưa đổi gì so với thực tế."))

    def _adjustments(self) -> Adjustments:
        kind = self.supplement.value()
        asked_at, complete_at = self.asked.moment(), self.complete.moment()
        if kind == _RESTART:
            if complete_at is None:
                raise _unfinished(self.tr("Hãy ghi ngày, giờ nhận đủ hồ sơ sau khi bổ sung."))
            return Adjustments(restarted_at=complete_at)
        if kind == _PAUSE:
            if asked_at is None or complete_at is None:
                raise _unfinished(self.tr("Hãy ghi ngày, giờ yêu cầu bổ sung và khi nhận đủ."))
            return Adjustments(pauses=(Pause(asked_at, complete_at),))
        return UNADJUSTED

    def _supplement_changed(self) -> None:
        kind = self.supplement.value()
        self._asked_field.setVisible(kind == _PAUSE)
        self._complete_field.setVisible(kind != _NONE)
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        self._asked_field = moment_form_field(self.tr("Yêu cầu bổ sung &lúc"), self.asked)
        self._complete_field = moment_form_field(self.tr("Nhậ&n đủ lúc"), self.complete)
        self.outcome.setWordWrap(True)
        self.show_outcome("")
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(moment_form_field(self.tr("Nế&u nhận lúc"), self.received), 0, 0, top)
        grid.addWidget(FormField(self.tr("Nếu nộ&p"), self.channel), 0, 1, top)
        grid.addWidget(FormField(self.tr("Nếu phải &bổ sung"), self.supplement), 0, 2, top)
        grid.addWidget(self._asked_field, 1, 0, top)
        grid.addWidget(self._complete_field, 1, 1, 1, 2, top)
        grid.addWidget(self.outcome, 2, 0, 1, 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)


def _unfinished(text: str) -> RuleViolation:
    return RuleViolation("assumption-unfinished", text)
