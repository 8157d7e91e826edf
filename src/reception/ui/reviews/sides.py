"""One thing to decide: what the dossier says, what another desk wrote, and who did it when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.ui.dossiers.card import Card
from reception.ui.labels import Heading
from reception.ui.notes import Note

if TYPE_CHECKING:
    from reception.services.reviews import Review


class Sides(QWidget):
    """Both sides one under the other; nothing is chosen here."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        title = Heading(review.title, 2)
        title.setWordWrap(True)
        whose = Note(" · ".join(part for part in (review.reference, review.owner) if part))
        column.addWidget(title)
        column.addWidget(whose)
        column.addWidget(self._card(self.tr("Cần quyết định"), review.words))
        if review.kept or review.standing_act:
            now = self._standing_title(review)
            column.addWidget(self._card(now, review.kept, review.standing_act))
        if review.other or review.other_act:
            other = self.tr("Lần nhập sau") if review.imports else self.tr("Bản đến sau")
            column.addWidget(self._card(other, review.other, review.other_act))
        column.addStretch(1)

    def texts(self) -> list[str]:
        """All that is said, for checks and for reading aloud."""
        return [text for card in self.findChildren(Card) for text in card.texts()]

    def _standing_title(self, review: Review) -> str:
        if not review.dossier_id:
            return self.tr("Bản có hiệu lực")
        return self.tr("Lần nhập trước") if review.imports else self.tr("Hồ sơ đang ghi")

    def _card(self, title: str, *lines: str) -> Card:
        card = Card(title)
        for line in lines:
            if line:
                card.add_line(line)
        return card
