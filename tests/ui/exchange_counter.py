"""A desk before its window and its server in the same process, on a line that tests can break."""

from __future__ import annotations

import math
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from whole_program import ADMINISTRATOR, PIN, add_people, sitting_down

from ends import AGENCY, COMMUNE, Commune, NearLine, received
from ledgers import ready_file
from reception.services.desk import Desk
from reception.services.set_up import office_named, set_up
from reception.services.sign_in import FirstAccount
from reception.storage.ledger.ledger import Ledger
from reception.sync.asking import Answer, Request
from reception.sync.backoff import Waiting
from reception.sync.line import LineDown
from reception.ui.exchange.plan import Alarm, Plan

__all__ = ["commune", "counter", "other", "ready_file", "road", "sitting"]


class HandAlarm(Alarm):
    """Rings when a test says so, and remembers for how long it was set."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.waits: list[float] = []
        self._left = math.inf

    def set(self, seconds: float) -> None:
        self.waits.append(seconds)
        self._left = seconds

    def left(self) -> float:
        return self._left

    def stop(self) -> None:
        self._left = math.inf

    @property
    def is_set(self) -> bool:
        return math.isfinite(self._left)

    def ring(self) -> None:
        self.stop()
        self.rang.emit()


@dataclass
class Road:
    """The line to the commune's gate; ``weather`` says whether it is down or the server busy."""

    commune: Commune
    down: bool = False
    busy_s: int = 0
    asked: list[Request] = field(default_factory=list)
    certificates: list[Path | None] = field(default_factory=list)

    def opened(self, _url: str, certificate: Path | None) -> Road:
        self.certificates.append(certificate)
        return self

    def ask(self, request: Request) -> Answer:
        self.asked.append(request)
        if self.down:
            raise LineDown
        if self.busy_s:
            return Answer(503, headers={"Retry-After": str(self.busy_s)})
        return NearLine(self.commune.gate).ask(request)

    def close(self) -> None:
        self.asked.clear()


@pytest.fixture
def commune(ready_file, tmp_path):
    ledger = Ledger.open(str(shutil.copy(ready_file, tmp_path / "ledger.db")))
    made = Commune(ledger, tmp_path)
    yield made
    made.close()


@pytest.fixture
def other(commune) -> Desk:
    """Another desk of the commune, without a window."""
    return commune.desk(2, name="Quầy bên")


@pytest.fixture
def road(commune) -> Road:
    return Road(commune)


def desk_folder(commune: Commune, *, enrolled: bool = True) -> Path:
    """The folder of a desk with people, closed."""
    folder = commune.folder / "cua-so"
    account = FirstAccount(ADMINISTRATOR.login, ADMINISTRATOR.name, PIN)
    desk = set_up(folder, office_named(COMMUNE, AGENCY), commune.clock, slot=1, account=account)
    if enrolled:
        commune.enrol(desk, 1, name="Quầy cửa sổ")
    desk.close()
    add_people(folder, commune.clock)
    return folder


def plan_by(road: Road) -> Plan:
    """Waits as usual, rung by hand, with the longest of each random wait."""
    return Plan(Waiting(), lambda most: most, lambda: 0.0, road.opened, HandAlarm)


class Counter:
    """A person before the window of a desk that has a server."""

    def __init__(self, sitting, road: Road) -> None:
        self.sitting = sitting
        self.road = road
        self.program = sitting.program
        self.lane = sitting.program.exchanging

    @property
    def alarm(self) -> HandAlarm:
        return self.lane._alarm

    @property
    def words(self) -> str:
        return self.program.window.status.line.words.replace("\N{NO-BREAK SPACE}", " ")

    @property
    def tone(self):
        return self.program.window.status.line.tone

    @property
    def desk(self) -> Desk:
        return self.sitting.workspace.workplace.desk

    def ring(self) -> None:
        """The wait is over."""
        self.alarm.ring()
        self.sitting.settle()

    def receive(self, owner: str = "Đỗ Thị Ưởng"):
        """A dossier received here, told as the window tells it."""
        dossier = received(self.desk, owner)
        self.program.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
        self.sitting.settle()
        return dossier


@pytest.fixture
def sitting(app, commune, road, qtbot):
    """The window on an enrolled desk; somebody has signed in, and nothing was exchanged yet."""
    folder = desk_folder(commune)
    with sitting_down(app, folder, commune.clock, qtbot, plan_by(road)) as made:
        made.sign_in()
        yield made


@pytest.fixture
def counter(sitting, road) -> Counter:
    return Counter(sitting, road)
