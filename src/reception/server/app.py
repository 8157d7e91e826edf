"""The server put together; the only place in this room that is handed a clock."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from reception import __version__
from reception.domain.moments import Clock
from reception.server import operations, portal_operations
from reception.server.carrying import Carrier
from reception.server.guard import Guard
from reception.server.hub import RelayThread
from reception.server.metrics import Metrics
from reception.server.noted import noted_of, refusal
from reception.server.pages import include_pages
from reception.server.portal import add_portal
from reception.server.settings import Settings
from reception.server.upkeep import Upkeep, add_upkeep
from reception.server.watch import Watch
from reception.services.portal_submissions import Door
from reception.storage.ledger.ledger import Ledger
from reception.sync.gate import Gate

_CODES = {404: "no-such-page", 405: "no-such-method"}


class ExchangeApp(FastAPI):
    """A FastAPI app whose document also tells the exchange's messages."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document."""
        if self.openapi_schema is None:
            document = super().openapi()
            every = (*operations.OPERATIONS, *portal_operations.OPERATIONS)
            document["components"] = operations.components(every, portal_operations.schemas())
            self.openapi_schema = document
        return self.openapi_schema


def make_app(
    ledger: Ledger,
    clock: Clock,
    settings: Settings,
    seconds: Callable[[], float] = time.monotonic,
) -> FastAPI:
    """The app on a ledger, which stays the caller's; ``seconds`` is a clock that only runs on."""
    carrier = Carrier(ledger, Gate(ledger, clock, scans=settings.scans), settings.limits.threads)
    relays = RelayThread(ledger, clock, seconds, settings.scans)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncGenerator[None]:
        relays.start()
        yield
        relays.stop()
        carrier.close()

    app = ExchangeApp(
        title="Reception exchange",
        version=__version__,
        description="How desks exchange what happened with the server above: docs/exchange.md.",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        exception_handlers={HTTPException: _no_such_page},
    )
    figures = Metrics()
    _add_exchange(app, carrier)
    add_portal(app, Door(ledger, settings.scans, clock), carrier.in_thread)
    add_upkeep(app, carrier, Upkeep(ledger, figures, settings.metrics_from))
    include_pages(app, ledger, clock, carrier.in_thread)
    # Whatever is added last stands outermost.
    app.add_middleware(Guard, limits=settings.limits, seconds=seconds)
    app.add_middleware(
        Watch, metrics=figures, seconds=seconds, answer_seconds=settings.limits.answer_seconds
    )
    return app


def _add_exchange(app: FastAPI, carrier: Carrier) -> None:
    for operation in operations.OPERATIONS:
        operations.declare(app, operation, carrier.carry, "exchange")


async def _no_such_page(request: Request, fault: Exception) -> Response:
    """What the framework refuses, in the form of all other refusals."""
    status = fault.status_code if isinstance(fault, HTTPException) else 400
    headers = fault.headers if isinstance(fault, HTTPException) else None
    noted = noted_of(request.scope)
    noted.refusal = _CODES.get(status, "not-a-request")
    return Response(refusal(noted.refusal), status, headers, operations.JSON)
