"""A hub relays by itself for as long as it runs, in a thread that lets go when it is to stop."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import Clock
from reception.server.watch import LOG
from reception.services import hub
from reception.services.hub import Relayed
from reception.storage.ledger.above import Above
from reception.storage.ledger.ledger import Ledger
from reception.sync.backoff import Waiting
from reception.sync.http_line import HttpLine
from reception.sync.relaying import Relay
from reception.sync.watched_line import Dropped, WatchedLine

_STOP_SECONDS = 30


@dataclass(frozen=True, slots=True)
class _Road:
    """A road to a server above, by address, certificate and the id that the hub has there."""

    where: tuple[str, str, str]
    line: HttpLine
    watched: WatchedLine
    relay: Relay


class RelayThread:
    """Relays to the server above, where there is one, now and again.

    Args:
        ledger: The hub's; stays the caller's.
        clock: The wall's.
        seconds: A clock that only runs forward.
        scans: The folder of the hub's scans, if it keeps any.
        waiting: How long to wait from one time to the next.
    """

    def __init__(
        self,
        ledger: Ledger,
        clock: Clock,
        seconds: Callable[[], float],
        scans: Path | None,
        waiting: Waiting | None = None,
    ) -> None:
        self._ledger, self._clock, self._seconds = ledger, clock, seconds
        self._scans = scans
        self._waiting = waiting or Waiting()
        self._chance = partial(secrets.SystemRandom().uniform, 0.0)
        self._stopped = Event()
        self._failures = 0
        self._road: _Road | None = None
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin; once it was stopped, it may be started again."""
        self._stopped.clear()
        self._thread = Thread(target=self._run, name="relay", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let go of whatever is under way; all that was receipted and stored is safe."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(_STOP_SECONDS)

    def _run(self) -> None:
        wait = self._waiting.first
        with suppress(Dropped):
            while not self._stopped.wait(wait):
                wait = self._once()
        self._leave_road()

    def _once(self) -> float:
        """Relay once; answers after how many seconds to do so again."""
        try:
            above = hub.server_above(self._ledger)
            return self._relay(above) if above else self._waiting.shortest
        except (Trouble, RuleViolation) as fault:
            LOG.error("trouble", extra={"fields": {"relay": True, "code": fault.code}})
        except Dropped:
            raise
        except Exception:  # noqa: BLE001 - told in the log
            # Whatever it is must not end relaying, nor the server.
            LOG.exception("fault", extra={"fields": {"relay": True}})
        return self._after_failure(0)

    def _relay(self, above: Above) -> float:
        road = self._road_to(above)
        road.watched.quickest = float("inf")
        done = hub.relay(self._ledger, road.relay, self._clock)
        _tell(done)
        if done.code:
            return self._after_failure(done.retry_after)
        self._failures = 0
        return self._waiting.after_success(road.watched.quickest)

    def _road_to(self, above: Above) -> _Road:
        """The road to the server above, which is kept, and what was learnt of it."""
        where = (above.url, above.ca_file, above.device)
        if self._road is None or self._road.where != where:
            self._leave_road()
            line = HttpLine(above.url, ca_file=above.ca_file or None)
            watched = WatchedLine(line, self._seconds, self._stopped.is_set)
            relay = Relay(self._ledger, watched, self._clock, self._seconds, self._scans)
            self._road = _Road(where, line, watched, relay)
        return self._road

    def _leave_road(self) -> None:
        if self._road is not None:
            self._road.line.close()
            self._road = None

    def _after_failure(self, asked: float) -> float:
        self._failures += 1
        return self._waiting.after_failure(self._failures, self._chance, asked=asked)


def _tell(done: Relayed) -> None:
    outcome = done.outcome
    news = outcome.sent or outcome.received or outcome.held_up or outcome.shut_out
    if not (done.code or news):
        return
    fields = {
        "sent": outcome.sent,
        "received": outcome.received,
        "scans_sent": outcome.scans_sent,
        "scans_fetched": outcome.scans_fetched,
        "position": outcome.position,
        "held_up": len(outcome.held_up),
        "shut_out": len(outcome.shut_out),
        "outcome": done.code or None,
    }
    LOG.info("relayed", extra={"fields": fields})
