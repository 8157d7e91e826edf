"""Around every request: its number, one line in the log, the figures, and a last resort."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reception.server import noted as noting
from reception.server.metrics import Metrics
from reception.server.noted import Noted
from reception.services import portals
from reception.sync.signatures import read_authorization

LOG = logging.getLogger("reception.server")
_OWN_HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
_GONE = 499  # who asked went away; nothing was answered


class Watch:
    """Notes every request, and answers 500 where the program has a fault."""

    def __init__(
        self,
        app: ASGIApp,
        metrics: Metrics,
        seconds: Callable[[], float],
        answer_seconds: float,
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._seconds = seconds
        self._answer_seconds = answer_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request and tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        noted = Noted(secrets.token_hex(8), *_claimed(scope))
        noting.put(scope, noted)
        began = self._seconds()
        try:
            await self._served(scope, self._counted_in(receive, noted), send, noted)
        finally:
            self._tell(scope, noted, self._seconds() - began)

    async def _served(self, scope: Scope, receive: Receive, send: Send, noted: Noted) -> None:
        counted = self._counted_out(send, noted)
        try:
            await self._app(scope, receive, counted)
        except Exception:
            # Whatever it is must not reach the outside, nor stop the server.
            LOG.exception("fault", extra={"fields": {"request": noted.request}})
            if noted.status:
                raise
            body = noting.refusal("internal", noted.request)
            await Response(body, 500, media_type="application/json")(scope, receive, counted)

    def _counted_in(self, receive: Receive, noted: Noted) -> Receive:
        async def counted() -> Message:
            message = await receive()
            noted.bytes_in += len(message.get("body", b""))
            return message

        return counted

    def _counted_out(self, send: Send, noted: Noted) -> Send:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                noted.status = message["status"]
                headers = MutableHeaders(scope=message)
                headers.update({**_OWN_HEADERS, "X-Request-Id": noted.request})
            noted.bytes_out += len(message.get("body", b""))
            # Who does not take the answer must not hold a place for ever.
            async with asyncio.timeout(self._answer_seconds):
                await send(message)

        return counted

    def _tell(self, scope: Scope, noted: Noted, took: float) -> None:
        status, route = noted.status or _GONE, noting.route_of(scope)
        self._metrics.served(scope["method"], route, status, took, noted.refusal)
        fields: dict[str, Any] = {
            "request": noted.request,
            "device": noted.device or None,
            "portal": noted.portal or None,
            "agency": noted.agency or None,
            "method": scope["method"],
            "route": route or None,
            "status": status,
            "refusal": noted.refusal or None,
            "ms": round(took * 1000, 1),
            "bytes_in": noted.bytes_in,
            "bytes_out": noted.bytes_out,
        }
        LOG.info("request", extra={"fields": fields})


def _claimed(scope: Scope) -> tuple[str, str]:
    """The device and the portal that the request says it is from."""
    said = Headers(scope=scope).get("authorization", "")
    vouched = read_authorization(said)
    return (vouched[0] if vouched else "", portals.claimed(said))
