"""What those who keep the server up ask it: does it live, is it ready, how much has it done."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from reception.domain.errors import Trouble
from reception.server import metrics
from reception.server.carrying import Carrier, away
from reception.server.metrics import Metrics
from reception.server.noted import noted_of
from reception.server.operations import JSON
from reception.server.settings import Network
from reception.storage.ledger.ledger import Ledger

_ANY: dict[str, Any] = {"type": "object"}


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The ledger and the figures as those who keep the server see them."""

    ledger: Ledger
    figures: Metrics
    told_to: tuple[Network, ...]

    def ask_ledger(self) -> None:
        """Ask the database something.

        Raises:
            Trouble: It does not answer.
        """
        with self.ledger.reading() as work:
            work.authority()

    def text(self) -> bytes:
        """All figures; without the database, those that this process counts."""
        try:
            with self.ledger.reading() as work:
                logs = {agency.agency: agency.position for agency in work.agencies()}
        except Trouble:
            logs = dict[str, int]()
        return self.figures.text(logs)

    def tells(self, host: str) -> bool:
        """Whether the figures are for somebody at an address."""
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self.told_to)


def add_upkeep(app: FastAPI, carrier: Carrier, upkeep: Upkeep) -> None:
    """Declare ``/health``, ``/ready`` and ``/metrics``."""

    async def health() -> Response:
        return Response(b'{"status":"live"}', media_type=JSON)

    async def ready(request: Request) -> Response:
        try:
            await carrier.in_thread(upkeep.ask_ledger)
        except Trouble as trouble:
            return away(trouble, noted_of(request.scope))
        return Response(b'{"status":"ready"}', media_type=JSON)

    async def tell(request: Request) -> Response:
        if not upkeep.tells(request.client.host if request.client else ""):
            raise HTTPException(404)
        return Response(await carrier.in_thread(upkeep.text), media_type=metrics.MEDIA_TYPE)

    yes, no = _said("Yes.", JSON), _said("The database does not answer.", JSON)
    figures, closed = _said("Figures.", "text/plain"), _said("Not for this address.", JSON)
    _declare(app, "/health", health, "Whether the process lives", {200: yes})
    _declare(app, "/ready", ready, "Whether the database answers", {200: yes, 503: no})
    _declare(app, "/metrics", tell, "Figures for Prometheus", {200: figures, 404: closed})


def _said(words: str, media_type: str) -> dict[str, Any]:
    schema = {"type": "string"} if media_type == "text/plain" else _ANY
    return {"description": words, "content": {media_type: {"schema": schema}}}


def _declare(
    app: FastAPI,
    path: str,
    endpoint: Callable[..., Any],
    summary: str,
    responses: dict[int | str, dict[str, Any]],
) -> None:
    app.add_api_route(
        path,
        endpoint,
        operation_id=path[1:],
        summary=summary,
        description=f"{summary}.",
        response_class=Response,
        response_model=None,
        responses={**responses, 429: _said("Too often.", JSON)},
        tags=["upkeep"],
    )
