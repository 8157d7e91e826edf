"""“Nháp”: half-typed intakes with their age, to go on with or to throw away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.services.drafting import Draft
from reception.ui.home.day import age_words
from reception.ui.labels import Heading
from reception.ui.row_list import RowList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DraftsList(QWidget):
    """One row for each draft; Enter goes on with it, Del throws it away. Not there without any."""

    resume_wanted = Signal(object)
    discard_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList(2.8)
        self.list.setAccessibleName(self.tr("Nháp"))
        self.list.itemDoubleClicked.connect(self.resume)
        self.go_on = QPushButton(self.tr("Gõ tiếp"))
        self.go_on.clicked.connect(self.resume)
        self.throw_away = QPushButton(self.tr("Bỏ nháp"))
        self.throw_away.clicked.connect(self.discard)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.throw_away)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(self.tr("Nháp"), 2))
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.show_drafts([], None)

    def show_drafts(self, drafts: Sequence[Draft], now: datetime | None) -> None:
        """Show these drafts, newest first, with their age at ``now``."""
        chosen = self.chosen()
        self.list.clear()
        for draft in drafts:
            age = age_words(draft.saved_at, now) if now else ""
            title = draft.title or self.tr("Chưa có tên")
            item = QListWidgetItem(f"{title}\n{age}")
            item.setData(Qt.ItemDataRole.UserRole, draft)
            self.list.addItem(item)
            if chosen and chosen.draft_id == draft.draft_id:
                self.list.setCurrentItem(item)
        if drafts and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._fit()
        self.setVisible(bool(drafts))

    def changeEvent(self, event: QEvent) -> None:
        """As high as its rows, whatever the size of the text: the page scrolls, not the list."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "list"):
            self._fit()

    def _fit(self) -> None:
        self.list.setFixedHeight(self.list.height_for(max(self.list.count(), 1)))

    def chosen(self) -> Draft | None:
        """The draft whose row is marked."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def resume(self) -> None:
        """Go on with the marked draft."""
        if draft := self.chosen():
            self.resume_wanted.emit(draft)

    def discard(self) -> None:
        """Throw the marked draft away."""
        if draft := self.chosen():
            self.discard_wanted.emit(draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the list itself has no use for."""
        if event.key() in _ENTER:
            self.resume()
        elif event.key() == Qt.Key.Key_Delete:
            self.discard()
        else:
            super().keyPressEvent(event)
