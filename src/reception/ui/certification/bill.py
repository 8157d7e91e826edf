"""The quiet side: what it costs and why, and the acts of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reception.domain.money import amount_words, figures
from reception.domain.tariff import Tariff
from reception.services.certification import WantedItem
from reception.ui.labels import DataLabel, Heading, plain_tip
from reception.ui.notes import Note


class Bill(QFrame):
    """The fee in large figures with its tariff, and the acts of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.fee = Heading(level=1)
        self.counts = DataLabel()
        self.why = Note()
        self.print_slip = QCheckBox(self.tr("&In phiếu chứng thực"))
        self.act = QPushButton(self.tr("&Chứng thực  (Ctrl+Enter)"))
        self.act.setProperty("kind", "main")
        self.act.setAutoDefault(True)  # Enter presses it once the form has been walked through
        self.later = QPushButton(self.tr("Nhận để &trả sau…"))
        self.promise = Note()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        for label in (self.fee, self.counts):
            label.setWordWrap(True)
        for part in (
            self.fee, self.counts, self.why, self.print_slip, self.act, self.later, self.promise,
        ):  # fmt: skip
            layout.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for every line of the tariff; an area that scrolls would squeeze it."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for label in (self.fee, self.counts, self.why, self.promise):
            label.setMinimumHeight(max(label.heightForWidth(label.width()), 0))

    def show_promise(self, words: str) -> None:
        """Tell when the result would be due, if it were received for later."""
        self.promise.setText(words)
        self.promise.setVisible(bool(words))
        self._make_room()

    def show_bill(
        self, items: Sequence[WantedItem], fee_vnd: int, tariff: Tariff, *, free: bool
    ) -> None:
        """Show what these papers cost."""
        self.fee.setText(
            self.tr("Miễn phí") if free else self.tr("{fee} đồng").format(fee=figures(fee_vnd))
        )
        self.fee.setToolTip(plain_tip(amount_words(fee_vnd)))
        self.counts.setText(
            self.tr("{papers} giấy tờ · {pages} trang · {copies} bản").format(
                papers=len(items),
                pages=figures(sum(item.pages for item in items)),
                copies=figures(sum(item.copies for item in items)),
            )
        )
        self.why.setText(f"{tariff.words()} ({tariff.decree}).")
        self._make_room()
