"""The administrator's view of events held aside: why, since when, and what to do about each."""

from __future__ import annotations

from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.server_users import Sight
from reception.server.pages.asked import Asked
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import elsewhere
from reception.server.pages.words import ASIDE_WORDS
from reception.services import held_aside

_MOST_DIGITS = 15


def the_list(house: House, asked: Asked) -> Response:
    """Every event held aside."""
    return house.page(
        "aside-list.html", asked, held=held_aside.listed(house.ledger), words=ASIDE_WORDS
    )


def one_event(house: House, asked: Asked) -> Response:
    """One event, and what was decided about it."""
    agency, position = asked.places["agency"], _number(asked.places["position"])
    where = (house.ledger, house.clock, asked.known_user().login, agency, position)
    left = ""
    if asked.method == "POST":
        match asked.form.get("viec", ""):
            case "thu-lai":
                left = held_aside.try_again(*where)
            case "da-xem":
                held_aside.let_go(*where)
            case _:
                raise RuleViolation("not-a-choice", "Hãy chọn một việc trên trang rồi gửi lại.")
        if not left:
            return elsewhere("/giu-rieng")
    found = held_aside.look(*where)
    return house.page("aside.html", asked, found=found, left=left, words=ASIDE_WORDS)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0


ROUTES = (
    Route("/giu-rieng", the_list, Sight.ASIDE),
    Route("/giu-rieng/{agency}/{position}", one_event, Sight.ASIDE, methods=("GET", "POST")),
)
