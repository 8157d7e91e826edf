"""Folding in the background: what a desk has brought is on the pages a moment later."""

from __future__ import annotations

from threading import Condition, Thread

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reception.domain.errors import Trouble
from reception.domain.moments import Clock
from reception.server.noted import noted_of
from reception.server.watch import LOG
from reception.services import folding
from reception.storage.ledger.ledger import Ledger

SWEEP_SECONDS = 60
QUIET_SECONDS = 2
_MOST_WAKES = 200


class FoldLane:
    """One thread that folds communes of which something came, and now and then all the others.

    Bundles and other workers bring events, too: a sweep finds what nobody told of. While desks
    bring one batch after the other it waits: taking those in comes first, and needs the processor.
    """

    def __init__(
        self,
        ledger: Ledger,
        clock: Clock,
        sweep_seconds: float = SWEEP_SECONDS,
        quiet_seconds: float = QUIET_SECONDS,
    ) -> None:
        self._ledger, self._clock = ledger, clock
        self._sweep_seconds, self._quiet_seconds = sweep_seconds, quiet_seconds
        self._changed = Condition()
        self._waiting: dict[str, None] = {}
        self._ends = False
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin, with a sweep."""
        self._thread = Thread(target=self._run, name="fold", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the step under way."""
        with self._changed:
            self._ends = True
            self._changed.notify_all()
        if self._thread:
            self._thread.join()

    def wake(self, agency: str) -> None:
        """Tell that a commune brought something."""
        with self._changed:
            self._waiting[agency] = None
            self._changed.notify_all()

    def _run(self) -> None:
        self._fold(self._behind())
        while True:
            with self._changed:
                if not (self._waiting or self._ends):
                    self._changed.wait(self._sweep_seconds)
                self._wait_for_quiet()
                if self._ends:
                    return
                told, self._waiting = list(self._waiting), {}
            self._fold(told or self._behind())

    def _wait_for_quiet(self) -> None:
        """Wait until nobody has brought anything for a while, but not through a whole Monday."""
        for _wake in range(_MOST_WAKES):
            if self._ends or not self._waiting or not self._changed.wait(self._quiet_seconds):
                return

    def _behind(self) -> list[str]:
        try:
            return folding.behind(self._ledger)
        except Trouble as trouble:
            LOG.error("fold", extra={"fields": {"code": trouble.code}})
        except Exception:  # noqa: BLE001 - the lane must be there when the database is well again
            LOG.exception("fold")
        return []

    def _fold(self, agencies: list[str]) -> None:
        for agency in agencies:
            if self._ends:
                return
            try:
                folding.fold(self._ledger, agency, self._clock)
            except Trouble as trouble:
                # What waits is found again by the next sweep.
                LOG.error("fold", extra={"fields": {"agency": agency, "code": trouble.code}})
            except Exception:  # noqa: BLE001 - one commune's fault must not leave all others unfolded
                LOG.exception("fold", extra={"fields": {"agency": agency}})


class FoldsAfterPush:
    """Starts and stops the lane with the app, and wakes it when a desk has brought events."""

    def __init__(self, app: ASGIApp, lane: FoldLane) -> None:
        self._app, self._lane = app, lane

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and see what was served."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, self._living(send))
            return
        await self._app(scope, receive, send)
        if scope["type"] == "http" and _brought_events(scope):
            agency = noted_of(scope).agency
            if agency:
                self._lane.wake(agency)

    def _living(self, send: Send) -> Send:
        async def told(message: Message) -> None:
            if message["type"] == "lifespan.startup.complete":
                self._lane.start()
            elif message["type"] == "lifespan.shutdown.complete":
                self._lane.stop()
            await send(message)

        return told


def _brought_events(scope: Scope) -> bool:
    return (
        scope["method"] == "POST"
        and scope["path"].startswith("/v1/devices/")
        and scope["path"].endswith("/events")
        and noted_of(scope).status == 200
    )
