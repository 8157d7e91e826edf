"""The first door: who asks too often, too much or too slowly is told so before anything is done."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from reception.server.bodies import Gone, TooLarge, TooSlow, handed_on, read_out, whole_body
from reception.server.noted import Noted, noted_of, refusal
from reception.server.rates import Buckets, address_key
from reception.server.settings import Limits

PROBES = {"/health", "/ready", "/metrics"}
_ENROL = "/v1/enrol"
_BUSY_SECONDS = 5
_TOO_SLOW = 408


class _TurnedAway(Exception):
    """A request that is not let in."""

    def __init__(self, status: int, error: str, retry_after: int = 0) -> None:
        super().__init__(error)
        self.status, self.error, self.retry_after = status, error, retry_after


class Guard:
    """Lets requests in whole, as many and as often as the limits allow."""

    def __init__(self, app: ASGIApp, limits: Limits, seconds: Callable[[], float]) -> None:
        self._app = app
        self._limits = limits
        self._inside = 0
        self._devices = Buckets(limits.device, seconds)
        self._portals = Buckets(limits.portal, seconds)
        self._addresses = Buckets(limits.address, seconds)
        self._enrolments = Buckets(limits.enrol, seconds)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in or turn it away."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        noted, headers = noted_of(scope), Headers(scope=scope)
        self._inside += 1
        try:
            self._check(scope, noted)
            body = await self._taken_in(receive, headers)
            await self._app(scope, handed_on(body, receive), send)
            self._settle(scope, noted)
        except _TurnedAway as no:
            noted.refusal = no.error
            read = no.status != _TOO_SLOW and await read_out(receive, headers)
            await _answer(no, read=read)(scope, receive, send)
        except Gone:
            return
        finally:
            self._inside -= 1

    def _check(self, scope: Scope, noted: Noted) -> None:
        address = _address(scope)
        _wait_for(self._addresses.wait(address))
        self._addresses.take(address)
        if noted.device:
            _wait_for(self._devices.wait(noted.device))
        if noted.portal:
            _wait_for(self._portals.wait(noted.portal))
        if self._inside > self._limits.at_once and scope["path"] not in PROBES:
            raise _TurnedAway(503, "overloaded", _BUSY_SECONDS)
        if _enrols(scope):
            _wait_for(self._enrolments.wait(address))
            self._enrolments.take(address)

    async def _taken_in(self, receive: Receive, headers: Headers) -> bytes:
        try:
            return await whole_body(receive, headers, self._limits)
        except TooLarge as fault:
            raise _TurnedAway(413, "too-large") from fault
        except TooSlow as fault:
            raise _TurnedAway(_TOO_SLOW, "too-slow") from fault

    def _settle(self, scope: Scope, noted: Noted) -> None:
        if noted.vouched:
            # Counted only now: others who claim to be this device must not lock it out.
            own = self._portals if noted.portal else self._devices
            own.take(noted.portal or noted.device)
        if _enrols(scope) and noted.status == 200:
            # Only codes that were wrong count as tries.
            self._enrolments.give_back(_address(scope))


def _enrols(scope: Scope) -> bool:
    return scope["path"] == _ENROL and scope["method"] == "POST"


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return address_key(str(client[0])) if client else ""


def _wait_for(seconds: int) -> None:
    if seconds:
        raise _TurnedAway(429, "too-often", seconds)


def _answer(no: _TurnedAway, *, read: bool) -> Response:
    headers = {"Retry-After": str(no.retry_after)} if no.retry_after else {}
    if not read:
        # The rest of the body would be taken for the next request.
        headers["Connection"] = "close"
    return Response(refusal(no.error), no.status, headers, "application/json")
