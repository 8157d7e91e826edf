"""The head of an intake that is keyed in from paper: which blank it is, and the moment on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception.ui.intake.inputs import MomentField, moment_form_field
from reception.ui.labels import Heading
from reception.ui.notes import Note


class BlankBanner(QFrame):
    """There only while a pre-printed receipt is keyed in; ``number`` is empty otherwise.

    Args:
        today: The desk's civil date.
        parent: The owning widget.
    """

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.number = ""
        self.title = Heading(level=2)
        self.title.setWordWrap(True)
        self.moment = MomentField(today)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(
            moment_form_field(self.tr("Nhận hồ sơ lúc (bắt buộc, như ghi trên giấy)"), self.moment)
        )
        layout.addWidget(Note(self.tr("Hẹn trả tính từ thời điểm này, không phải từ lúc nhập.")))
        self.hide()

    def show_number(self, number: str) -> None:
        """Tell which blank is keyed in; empty takes the banner away."""
        self.number = number
        self.title.setText(self.tr("Nhập từ giấy in sẵn số {number}").format(number=number))
        self.setVisible(bool(number))
