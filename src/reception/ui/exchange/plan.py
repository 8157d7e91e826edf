"""What the exchange by itself goes by: its waits, its chance, its clock, its road, its alarm."""

from __future__ import annotations

import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from reception.sync.backoff import Chance, Waiting

if TYPE_CHECKING:
    from reception.sync.asking import Answer, Request

CA_NAME = "may-chu.pem"
"""In the data folder: the root certificate of a server that Windows does not know."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The server that somebody wants this desk to belong to; ``move`` if it leaves another one.

    ``certificate`` is the file with the server's root certificate, where Windows does not know it.
    """

    url: str
    code: str
    name: str
    certificate: Path | None = None
    move: bool = False


class Road(Protocol):
    """A line to a server that can be left."""

    def ask(self, request: Request) -> Answer:
        """Send a request and wait for its answer."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


class Alarm(QObject):
    """Rings once, after so many seconds; set again, it forgets the time before."""

    rang = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.rang)

    def set(self, seconds: float) -> None:
        """Ring after so many seconds."""
        self._timer.start(round(seconds * 1000))

    def left(self) -> float:
        """How many seconds are left; endless when it is not set."""
        left_ms = self._timer.remainingTime()
        return math.inf if left_ms < 0 else left_ms / 1000

    def stop(self) -> None:
        """Do not ring."""
        self._timer.stop()


@dataclass(frozen=True, slots=True)
class Plan:
    """A test hands its own in, and needs no sleep.

    ``line`` makes a road to an address, with a root certificate or the one in the data folder;
    ``alarm`` a clock that rings on the window's thread.
    """

    waiting: Waiting
    chance: Chance
    seconds: Callable[[], float]
    line: Callable[[str, Path | None], Road]
    alarm: Callable[[QObject], Alarm]


def usual_plan(folder: Path) -> Plan:
    """As it goes at a desk."""
    chance = partial(secrets.SystemRandom().uniform, 0.0)
    return Plan(Waiting(), chance, time.monotonic, partial(_http_line, folder), Alarm)


def _http_line(folder: Path, url: str, certificate: Path | None) -> Road:
    from reception.sync.http_line import HttpLine  # only a desk that is enrolled needs it

    own = certificate or folder / CA_NAME
    return HttpLine(url, ca_file=str(own) if certificate or own.is_file() else None)
