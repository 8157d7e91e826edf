"""Taking a request's body in: counted as it comes, whatever its head said, and not for ever."""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.types import Message, Receive

from reception.server.settings import Limits

_SWALLOWED_BYTES, _SWALLOW_SECONDS = 4 << 20, 10


class TooLarge(Exception):
    """The body is longer than the limit."""


class TooSlow(Exception):
    """The body did not come in time."""


class Gone(Exception):
    """Whoever asked has gone before the body was whole."""


async def whole_body(receive: Receive, headers: Headers, limits: Limits) -> bytes:
    """The body, once all of it is there.

    Raises:
        TooLarge, TooSlow, Gone: It is not taken in.
    """
    declared = headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:18]) > limits.body_bytes:
        raise TooLarge
    try:
        async with asyncio.timeout(limits.body_seconds):
            return await _read(receive, limits)
    except TimeoutError as fault:
        raise TooSlow from fault


async def _read(receive: Receive, limits: Limits) -> bytes:
    pieces = bytearray()
    more = True
    while more:
        async with asyncio.timeout(limits.body_idle_seconds):
            message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        pieces += message.get("body", b"")
        if len(pieces) > limits.body_bytes:
            raise TooLarge
        more = message.get("more_body", False)
    return bytes(pieces)


async def read_out(receive: Receive, headers: Headers) -> bool:
    """Read on a little before a refusal; whether the body was at its end.

    Who is still sending when the connection closes may never see the answer.
    """
    if "expect" in headers:
        return False
    left = _SWALLOWED_BYTES
    try:
        async with asyncio.timeout(_SWALLOW_SECONDS):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    return True
    except TimeoutError:
        pass
    return False


def handed_on(body: bytes, receive: Receive) -> Receive:
    """A body that was taken in, as whoever comes next receives it."""
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
