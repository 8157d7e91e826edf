"""Signing in and out, and another password of one's own."""

from __future__ import annotations

import re

from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.server_users import ServerUser, Sight
from reception.server.pages.asked import Asked, session_cookie
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import elsewhere, set_cookie
from reception.services import server_sign_in
from reception.services.server_sign_in import SignedIn

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


def own_password(house: House, asked: Asked) -> Response:
    """The form for another password, or what was filled in."""
    if asked.signed_in is None:
        return elsewhere("/dang-nhap?tiep=/mat-khau")
    if asked.method != "POST":
        return _ask_for_password(house, asked)
    try:
        asked.signed_in = _changed_password(house, asked, asked.signed_in)
    except RuleViolation as fault:
        return _ask_for_password(house, asked, fault)
    asked.session_token = asked.signed_in.token
    answer = _ask_for_password(house, asked, done=True)
    set_cookie(answer, asked, session_cookie(secure=asked.secure), asked.session_token)
    return answer


def _changed_password(house: House, asked: Asked, signed_in: SignedIn) -> SignedIn:
    old, new = asked.form.get("mat-khau", ""), asked.form.get("mat-khau-moi", "")
    if new != asked.form.get("nhap-lai", ""):
        raise RuleViolation(
            "passwords-differ", "Hai lần nhập mật khẩu mới khác nhau; hãy nhập lại.", field="new"
        )
    return server_sign_in.change_own_password(
        house.ledger, house.clock, signed_in, old, new, asked.address
    )


def _ask_for_password(
    house: House, asked: Asked, fault: RuleViolation | None = None, *, done: bool = False
) -> Response:
    return house.page(
        "password.html",
        asked,
        status=422 if fault else 200,
        fault=fault,
        done=done,
        shortest=server_sign_in.SHORTEST_PASSWORD,
    )


def _start_of(user: ServerUser) -> str:
    if user.may(Sight.BOARD):
        return f"/bang/{user.agency}" if user.agency else "/bang"
    return "/nguoi-dung"


ROUTES = (
    Route("/dang-nhap", serve, methods=("GET", "POST")),
    Route("/dang-xuat", sign_out, methods=("POST",)),
    Route("/mat-khau", own_password, methods=("GET", "POST")),
)
