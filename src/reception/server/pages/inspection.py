"""The inspection's view: finding a dossier, and its whole history with proof."""

from __future__ import annotations

from starlette.responses import Response

from reception.domain.life import STATE_WORDS
from reception.domain.server_users import Sight
from reception.server.pages.asked import Asked
from reception.server.pages.dossiers import PILE_WORDS
from reception.server.pages.house import House, Route
from reception.server.pages.words import ASIDE_WORDS, CLASH_WORDS
from reception.services import inspection, public_lists


def search(house: House, asked: Asked) -> Response:
    """The form, and the communes whose lists can be gone through."""
    return house.page(
        "inspection.html",
        asked,
        communes=public_lists.communes(house.ledger),
        piles=PILE_WORDS,
    )


def dossier(house: House, asked: Asked) -> Response:
    """The whole history of one dossier."""
    user = asked.known_user()
    found = inspection.history(
        house.ledger, house.clock, user, asked.query.get("ma", ""), asked.query.get("xa", "")
    )
    return house.page(
        "history.html",
        asked,
        found=found,
        seen_at=house.clock(),
        state_words=STATE_WORDS,
        clash_words=CLASH_WORDS,
        aside_words=ASIDE_WORDS,
    )


ROUTES = (
    Route("/thanh-tra", search, Sight.HISTORY),
    Route("/thanh-tra/ho-so", dossier, Sight.HISTORY),
)
