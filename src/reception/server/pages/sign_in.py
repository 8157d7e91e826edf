"""Signing in and out."""

from __future__ import annotations

import re

from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.server_users import ServerUser, Sight
from reception.server.pages.asked import Asked, session_cookie
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import elsewhere, set_cookie
from reception.services import server_sign_in

# Only places of our own: what leads elsewhere would let others use our good name.
_OWN_PLACE = re.compile(r"/[a-z0-9][A-Za-z0-9./-]*")


def ask(house: House, asked: Asked) -> Response:
    """The form."""
    if asked.user is not None:
        return elsewhere(_start_of(asked.user))
    return house.page("sign-in.html", asked, login="", fault=None, then=asked.query.get("tiep", ""))


def sign_in(house: House, asked: Asked) -> Response:
    """Begin a session; whatever the browser held before is of no use any more."""
    login, then = asked.form.get("ten", ""), asked.form.get("tiep", "")
    try:
        done = server_sign_in.sign_in(
            house.ledger, house.clock, login, asked.form.get("mat-khau", ""), asked.address
        )
    except RuleViolation as fault:
        return house.page("sign-in.html", asked, status=401, login=login, fault=fault, then=then)
    place = then if _OWN_PLACE.fullmatch(then) else _start_of(done.user)
    answer = elsewhere(place)
    set_cookie(answer, asked, session_cookie(secure=asked.secure), done.token)
    return answer


def sign_out(house: House, asked: Asked) -> Response:
    """End the session here and in the ledger."""
    if asked.signed_in:
        server_sign_in.sign_out(house.ledger, house.clock, asked.signed_in)
    answer = elsewhere("/dang-nhap")
    set_cookie(answer, asked, session_cookie(secure=asked.secure), "")
    return answer


def serve(house: House, asked: Asked) -> Response:
    """The form, or what was filled in."""
    return sign_in(house, asked) if asked.method == "POST" else ask(house, asked)


def _start_of(user: ServerUser) -> str:
    if user.may(Sight.BOARD):
        return f"/bang/{user.agency}" if user.agency else "/bang"
    return "/nguoi-dung"


ROUTES = (
    Route("/dang-nhap", serve, methods=("GET", "POST")),
    Route("/dang-xuat", sign_out, methods=("POST",)),
)
