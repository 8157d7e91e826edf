"""The server on this machine's own loopback, in a thread, for as long as a test needs it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic

import urllib3
import uvicorn

from at_the_counter import clock_at
from reception.domain.moments import Clock
from reception.server import running
from reception.server.app import make_app
from reception.server.connections import HurriedConnection
from reception.server.settings import Limits, Settings
from reception.storage.ledger.ledger import Ledger
from reception.sync.asking import Answer, Request

PATIENCE = 30
CLOCK = clock_at()


class HttpLine:
    """A line to a server, over connections that are kept."""

    def __init__(self, host: str, port: int) -> None:
        self.pool = urllib3.HTTPConnectionPool(host, port, timeout=PATIENCE, retries=False)

    def ask(self, request: Request, **headers: str) -> Answer:
        if request.authorization:
            headers["Authorization"] = request.authorization
        response = self.pool.urlopen(
            request.method, request.target, body=request.body, headers=headers
        )
        media_type = response.headers.get("Content-Type", "")
        return Answer(response.status, response.data, media_type, dict(response.headers))

    def get(self, target: str, **headers: str) -> Answer:
        return self.ask(Request("GET", target), **headers)


@dataclass
class Served:
    """A running server."""

    server: uvicorn.Server
    thread: Thread
    port: int
    line: HttpLine

    def stop(self) -> None:
        """Ask it to stop; it answers what it has begun."""
        self.server.should_exit = True

    def socket(self) -> socket.socket:
        """A bare connection, to send what no client would."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)


@contextmanager
def serving(
    ledger: Ledger,
    limits: Limits | None = None,
    *,
    clock: Clock = CLOCK,
    seconds: Callable[[], float] = monotonic,
    connection: type[HurriedConnection] = HurriedConnection,
    scans: Path | None = None,
    **settings: object,
) -> Generator[Served]:
    told = Settings("", scans, port=0, limits=limits or Limits(), **settings)
    with running.listening(told) as listener:
        port = listener.getsockname()[1]
        app = make_app(ledger, clock, told, seconds)
        config = running.configuration(told, app, own_logs=False, connection=connection)
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        line = HttpLine("127.0.0.1", port)
        try:
            yield Served(server, thread, port, line)
        finally:
            line.pool.close()
            server.should_exit = True
            thread.join(PATIENCE)
            assert not thread.is_alive()
