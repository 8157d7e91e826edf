"""Carrying requests from the web framework to the gate, and its answers back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from reception.domain.errors import Trouble
from reception.server.noted import Noted, noted_of, refusal
from reception.server.watch import LOG
from reception.storage.ledger.ledger import Ledger
from reception.sync import asking, messages
from reception.sync.asking import Answer
from reception.sync.gate import Gate
from reception.sync.messages import RefusalLine

_T = TypeVar("_T")
_UNSIGNED = {"/v1/hello", "/v1/enrol"}
_MOST_KNOWN = 10_000
_RETRY_SECONDS = {"busy": 5}
_RETRY_SECONDS_OTHERWISE = 30
_BUSY = "Máy chủ đang bận; hãy chờ số giây ghi ở Retry-After rồi gửi lại."


class Carrier:
    """Carries requests to the gate in threads of its own: the gate waits for the database."""

    def __init__(self, ledger: Ledger, desks_gate: Gate, threads: int) -> None:
        self._ledger = ledger
        self._gate = desks_gate
        self._new_threads = partial(ThreadPoolExecutor, threads, thread_name_prefix="gate")
        self._threads = self._new_threads()
        self._agencies: dict[str, str] = {}

    async def carry(self, request: Request) -> Response:
        """Answer one of the exchange's requests."""
        noted = noted_of(request.scope)
        asked = asking.Request(
            request.method,
            target_of(request.scope),
            await request.body(),
            request.headers.get("authorization", ""),
        )
        signed = request.scope["path"] not in _UNSIGNED
        try:
            answer = await self.in_thread(lambda: self._answered(asked, noted, signed=signed))
        except Trouble as trouble:
            return away(trouble, noted)
        return Response(answer.body, answer.status, dict(answer.headers), answer.media_type)

    async def in_thread(self, work: Callable[[], _T]) -> _T:
        """Do something that waits for the database."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def close(self) -> None:
        """Let what is under way come to its end; the app may be started again afterwards."""
        at_work, self._threads = self._threads, self._new_threads()
        at_work.shutdown()

    def _answered(self, asked: asking.Request, noted: Noted, *, signed: bool) -> Answer:
        answer = self._gate.answer(asked)
        if answer.status >= 400:
            noted.refusal = messages.read(answer.body, RefusalLine).error
        if signed and answer.status != 401:
            noted.vouched = True
            noted.agency = self._agency_of(noted.device)
        return answer

    def _agency_of(self, device: str) -> str:
        """A known device's commune, which never changes."""
        if device not in self._agencies:
            with self._ledger.reading() as work:
                row = work.device(device)
            if row is None or len(self._agencies) >= _MOST_KNOWN:
                return row.agency if row else ""
            self._agencies[device] = row.agency
        return self._agencies[device]


def target_of(scope: Scope) -> str:
    """Path and query as they were sent, which is what the device signed."""
    path: bytes = scope.get("raw_path") or scope["path"].encode()
    query: bytes = scope.get("query_string", b"")
    return (path + b"?" + query if query else path).decode("latin-1")


def away(trouble: Trouble, noted: Noted) -> Response:
    """The answer while the database is away, full or busy."""
    noted.refusal = trouble.code
    LOG.error("trouble", extra={"fields": {"request": noted.request, "code": trouble.code}})
    seconds = _RETRY_SECONDS.get(trouble.code, _RETRY_SECONDS_OTHERWISE)
    headers = {"Retry-After": str(seconds)}
    return Response(refusal(trouble.code, _BUSY), 503, headers, "application/json")
