"""Putting the pages into the app: who may see what, and every refusal as a page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from reception import paths
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.lockout import wait_words
from reception.domain.moments import Clock
from reception.server.noted import noted_of
from reception.server.pages import (
    aside,
    board,
    closings,
    dossiers,
    inspection,
    people,
    public,
    reports,
    sign_in,
)
from reception.server.pages.asked import Asked, taken_apart
from reception.server.pages.fold_lane import FoldLane, FoldsAfterPush
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import FOLDER, HEADERS, elsewhere
from reception.server.watch import LOG
from reception.services.patience import HaveToWait
from reception.services.server_sign_in import who_is
from reception.storage.ledger.ledger import Ledger

InThread = Callable[[Callable[[], Response]], Awaitable[Response]]

_STATUS = {
    "not-allowed": 403,
    "unknown-agency": 404,
    "unknown-dossier": 404,
    "not-held-aside": 404,
    "not-closed": 404,
    "sign-in-failed": 401,
    "login-taken": 409,
}
# The database is there; it is its figures that somebody must see to.
_TOLD = {"figures-do-not-add-up"}
ROUTES = (
    *public.ROUTES,
    *sign_in.ROUTES,
    *board.ROUTES,
    *dossiers.ROUTES,
    *reports.ROUTES,
    *closings.ROUTES,
    *inspection.ROUTES,
    *people.ROUTES,
    *aside.ROUTES,
)


def include_pages(app: FastAPI, ledger: Ledger, clock: Clock, in_thread: InThread) -> None:
    """Declare every page, and fold in the background what desks bring.

    Call it before the middleware that guards and watches is added: that stands around all of this.
    """
    house = House(ledger, clock)
    for route in ROUTES:
        _declare(app, house, route, in_thread)
    style = paths.resource(FOLDER) / "style.css"

    async def the_style() -> Response:
        return Response(style.read_bytes(), media_type="text/css", headers=HEADERS)

    _add(app, "/web/style.css", the_style, ["GET"])
    app.add_middleware(FoldsAfterPush, lane=FoldLane(ledger, clock))


def _declare(app: FastAPI, house: House, route: Route, in_thread: InThread) -> None:
    async def served(request: Request) -> Response:
        body = await request.body()
        asked = taken_apart(request, body)
        return await in_thread(lambda: _answered(house, route, asked, request))

    _add(app, route.path, served, list(route.methods))


def _add(app: FastAPI, path: str, endpoint: Callable[..., Any], methods: list[str]) -> None:
    app.add_api_route(
        path,
        endpoint,
        methods=methods,
        include_in_schema=False,
        response_class=Response,
        response_model=None,
    )


def _answered(house: House, route: Route, asked: Asked, request: Request) -> Response:
    noted = noted_of(request.scope)
    try:
        answer = _let_in(house, route, asked)
    except HaveToWait as wait:
        noted.refusal = "have-to-wait"
        text = f"Đã thử quá nhiều lần; hãy chờ {wait_words(wait.seconds)} rồi làm lại."
        answer = house.message(asked, 429, "Hãy chờ một lát", text)
        answer.headers["Retry-After"] = str(wait.seconds)
    except RuleViolation as no:
        noted.refusal = no.code
        answer = house.message(asked, _STATUS.get(no.code, 400), "Chưa làm được", no.text)
    except Trouble as trouble:
        noted.refusal = trouble.code
        LOG.error("trouble", extra={"fields": {"request": noted.request, "code": trouble.code}})
        if trouble.code in _TOLD:
            return house.message(asked, 503, "Chưa làm được", trouble.text)
        # The page itself would ask the database for the server's name.
        text = "Máy chủ đang bận hoặc mất cơ sở dữ liệu; hãy thử lại sau ít phút."
        answer = Response(text, 503, {**HEADERS, "Retry-After": "30"}, "text/plain; charset=utf-8")
    return answer


def _let_in(house: House, route: Route, asked: Asked) -> Response:
    asked.signed_in = who_is(house.ledger, house.clock, asked.session_token)
    if asked.signed_in is None:
        asked.session_token = ""
    if route.sight is not None:
        if asked.user is None:
            return elsewhere(f"/dang-nhap?tiep={quote(asked.path)}")
        if not asked.user.may(route.sight):
            raise RuleViolation(
                "not-allowed", "Tài khoản này không được xem phần này; hãy nhờ người quản trị."
            )
    if asked.method == "POST" and route.own_form and not asked.is_own_form():
        raise RuleViolation(
            "not-allowed", "Trang này đã mở quá lâu hoặc từ nơi khác; hãy mở lại trang rồi gửi lại."
        )
    return route.serve(house, asked)
