"""On a dossier's page: what of it is still to be decided, and the way there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from reception.ui.dossiers.card import Card

if TYPE_CHECKING:
    from reception.services.reviews import Review

translate = QCoreApplication.translate


def reviews_card(reviews: Sequence[Review], decide: Callable[[], object]) -> Card:
    """A card that says it in words; it is decided on the page of all reviews."""
    title = translate("reviews", "Cần xem lại ({number})").format(number=len(reviews))
    card = Card(title)
    for review in reviews:
        card.add_entry(review.other_act or review.title, review.words)
    button = QPushButton(translate("reviews", "Xem hai bên, quyết định (Ctrl+8)"))
    button.setAutoDefault(True)
    button.clicked.connect(decide)
    card.add_widget(button)
    return card
