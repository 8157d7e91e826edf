"""Running the server: one process, or several workers on one socket, until it is told to stop."""

from __future__ import annotations

import os
import signal
import socket
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp
from uvicorn.supervisors import Multiprocess

from reception.domain.errors import Trouble
from reception.domain.moments import Clock
from reception.server.app import make_app
from reception.server.connections import HurriedConnection
from reception.server.logs import log_settings
from reception.server.metrics import SHARED_FOLDER
from reception.server.settings import KEEP_ALIVE_SECONDS, Settings, check
from reception.server.watch import LOG
from reception.storage.ledger.ledger import Ledger

_BACKLOG = 2048
# A worker that does not answer its parent for so long is ended and begun anew. With the usual five
# seconds none ever came up on a busy machine, where loading the program alone takes longer.
_WORKER_SECONDS = 120


def serve(settings: Settings, clock: Clock) -> None:
    """Serve until a signal asks to stop; requests under way are answered first.

    Raises:
        RuleViolation: The settings would not be safe.
        Trouble: The database or the port is not to be had.
    """
    check(settings)
    with listening(settings) as listener, _shared_figures(settings):
        # Made, brought up to date and proven to be there, before anybody is let in.
        ledger = Ledger.open(settings.database)
        if settings.workers > 1:
            ledger.close()
            config = configuration(settings, partial(_worker, settings, clock), factory=True)
            _tell(settings, listener)
            Multiprocess(config, sockets=[listener]).run()
            return
        try:
            config = configuration(settings, make_app(ledger, clock, settings))
            _tell(settings, listener)
            with _calm_end():
                uvicorn.Server(config).run(sockets=[listener])
        finally:
            ledger.close()


def configuration(
    settings: Settings,
    app: ASGIApp | Callable[[], FastAPI],
    *,
    factory: bool = False,
    own_logs: bool = True,
    connection: type[HurriedConnection] = HurriedConnection,
) -> uvicorn.Config:
    """What uvicorn is told; its own log goes into ours unless somebody else looks after logs."""
    return uvicorn.Config(
        app,
        factory=factory,
        http=connection,
        ws="none",
        lifespan="on",
        log_config=log_settings() if own_logs else None,
        access_log=False,
        proxy_headers=bool(settings.behind),
        forwarded_allow_ips=list(settings.behind),
        server_header=False,
        workers=settings.workers,
        backlog=_BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=settings.stop_seconds,
        timeout_worker_healthcheck=_WORKER_SECONDS,
        ssl_certfile=settings.certificate,
        ssl_keyfile=settings.key,
        h11_max_incomplete_event_size=settings.limits.head_bytes,
    )


@contextmanager
def listening(settings: Settings) -> Generator[socket.socket]:
    """The socket that all workers share.

    Raises:
        Trouble: ``port-taken``.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    address = (settings.host, settings.port)
    try:
        listener = socket.create_server(address, family=family, backlog=_BACKLOG)
    except OSError as fault:
        raise Trouble(
            "port-taken",
            f"Không mở được cổng {settings.port} tại {settings.host}; hãy xem có chương trình nào"
            " đang dùng cổng này không, hoặc chọn --port, --host khác.",
        ) from fault
    with listener:
        listener.set_inheritable(True)
        yield listener


def _tell(settings: Settings, listener: socket.socket) -> None:
    host, port = listener.getsockname()[:2]
    tls, workers = settings.certificate is not None, settings.workers
    fields = {"host": host, "port": port, "tls": tls, "workers": workers}
    LOG.info("listening", extra={"fields": fields})


def _worker(settings: Settings, clock: Clock) -> FastAPI:
    """The app of one of several workers, each with its own connections."""
    return make_app(Ledger.open(settings.database), clock, settings)


@contextmanager
def _shared_figures(settings: Settings) -> Generator[None]:
    """A folder in which several workers add up what they count."""
    if settings.workers == 1 or os.environ.get(SHARED_FOLDER):
        yield
        return
    with tempfile.TemporaryDirectory(prefix="reception-figures-") as folder:
        os.environ[SHARED_FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[SHARED_FOLDER]


@contextmanager
def _calm_end() -> Generator[None]:
    """Being asked to stop is no failure: uvicorn raises the signal again once it has stopped."""
    asked = (signal.SIGINT, signal.SIGTERM)
    before = {each: signal.signal(each, lambda _number, _frame: None) for each in asked}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
