"""Offices to be struck: a register that lies open, one that is encrypted, and old ones of both.

Each is made once for a run and copied for each world, together with the ledger of the server that
its desk is enrolled at; so no copy ever meets what another copy told that server.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import uvicorn
from alembic import command

from reception.domain.applicant import Party
from reception.domain.moments import OFFICE_ZONE
from reception.paths import DATABASE_NAME
from reception.server import running
from reception.server.app import make_app
from reception.server.settings import Limits, Rate, Settings
from reception.services import intake
from reception.services.desk import Desk, desk_on
from reception.services.intake_request import IntakeRequest
from reception.services.locking import Lock, new_recovery_key
from reception.services.set_up import office_named, set_up
from reception.storage.database import open_database
from reception.storage.ledger.ledger import Ledger
from reception.storage.register_key import RegisterKey
from reception.storage.schema import configuration, engine_for
from reception.sync import joining
from reception.sync.asking import Answer, Request
from reception.sync.enrolling import invite
from reception.sync.gate import Gate

AGENCY, COMMUNE = "H40.16", "Xã Mường Lay"
BY = "maylt"
PROCEDURES = ("1.001193", "1.004873", "1.010816", "2.000815")
LEDGER, FOLDER = "ledger.db", "desk"
OLDEST_SCHEMA = "0001"
_BEGINS_WITH = 6  # dossiers
_RULES = ("office", "calendar", "procedures", "_versions", "code_rules")
_UNHURRIED = Rate(1e6, 10**6)


def clock() -> datetime:
    """A Tuesday morning; time stands still, power does not."""
    return datetime(2026, 3, 10, 9, 0, tzinfo=OFFICE_ZONE)


@dataclass(frozen=True)
class Pattern:
    """An office in a folder, ready to be copied; ``key`` where its register is encrypted.

    ``rules`` is what its desk has read of them, so that the power goes while something is written
    and not always before.
    """

    folder: Path
    key: RegisterKey | None
    codes: frozenset[str]
    events: frozenset[str]
    rules: dict[str, Any]

    def copied(self, target: Path) -> Path:
        """A copy of the whole folder."""
        shutil.rmtree(target, ignore_errors=True)
        return Path(shutil.copytree(self.folder, target))

    def opened(self, folder: Path) -> Desk:
        """The desk on a copy."""
        desk = desk_on(open_database(folder / FOLDER / DATABASE_NAME, self.key), clock)
        vars(desk).update(self.rules)
        return desk


def make_pattern(folder: Path, *, locked: bool, old: bool) -> Pattern:
    """An office with a few dossiers; an ``old`` one is as the first version of the program left it.

    What is not old is enrolled at a server.
    """
    lock = Lock(new_recovery_key()) if locked else None
    desk = set_up(folder / FOLDER, office_named(COMMUNE, AGENCY), clock, lock=lock)
    if not old:
        _enrol(desk, folder / LEDGER)
    for place in range(_BEGINS_WITH):
        asked = IntakeRequest(PROCEDURES[place % len(PROCEDURES)], Party("Đỗ Thị Ưởng"))
        intake.register(desk, asked, by=BY)
    key = desk.database.key
    rules = {name: each for name, each in vars(desk).items() if name in _RULES}
    codes = frozenset(code for (code,) in desk.database.rows("SELECT reference FROM dossier"))
    events = frozenset(digest(*row) for row in desk.database.rows("SELECT header, body FROM event"))
    desk.close()
    if old:
        _take_back(folder / FOLDER / DATABASE_NAME, key)
    return Pattern(folder, key, codes, events, rules)


def digest(header: bytes, body: bytes) -> str:
    """By what an event is known: one that is altered is one that is missing."""
    return hashlib.sha256(header + body).hexdigest()


def _enrol(desk: Desk, file: Path) -> None:
    ledger = Ledger.open(str(file))
    with ledger.writing() as work:
        work.add_agency(AGENCY, COMMUNE, clock())
    code = invite(ledger, AGENCY, 0, "Quầy 0", clock())
    wish = joining.Wish("http://127.0.0.1", AGENCY, code, "Quầy 0")
    joining.join(desk.store, _Near(Gate(ledger, clock)), wish, clock)
    ledger.close()


class _Near:
    """A line to a gate in this process."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def ask(self, request: Request) -> Answer:
        return self._gate.answer(request)


def _take_back(register: Path, key: RegisterKey | None) -> None:
    engine = engine_for(register, key)
    with engine.begin() as connection:
        command.downgrade(configuration(connection), OLDEST_SCHEMA)
    engine.dispose()


@dataclass(frozen=True)
class Served:
    """A server on loopback, in a process of its own."""

    pid: int
    url: str

    def stop(self) -> None:
        """Kill it: its power goes, too."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


def serve(file: Path) -> Served:
    """The server above, with its ledger in a file."""
    limits = Limits(device=_UNHURRIED, address=_UNHURRIED)
    settings = Settings(str(file), port=0, limits=limits)
    with running.listening(settings) as listener:
        port = listener.getsockname()[1]

        def run() -> None:
            app = make_app(Ledger.open(str(file)), clock, settings)
            config = running.configuration(settings, app, own_logs=False)
            uvicorn.Server(config).run(sockets=[listener])

        pid = in_a_child(run)
    return Served(pid, f"http://127.0.0.1:{port}")


def in_a_child(work: Callable[[], None]) -> int:
    """Do something in a child that has all modules loaded already; answers its process."""
    pid = os.fork()
    if pid:
        return pid
    try:
        work()
    finally:
        os._exit(1)
