"""What the desk does in the process that is killed; it tells of each thing once it is kept."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from random import Random

from offices import BY, FOLDER, PROCEDURES, Pattern, digest

from reception.domain.applicant import Party
from reception.domain.custody import Holder, HolderKind
from reception.domain.errors import RuleViolation
from reception.paths import DATABASE_NAME
from reception.services import (
    exchange,
    finishing,
    forms,
    intake,
    mending,
    paperwork,
    passing_on,
    safekeeping,
)
from reception.services.desk import Desk
from reception.services.intake_request import IntakeRequest
from reception.sync.http_line import HttpLine

NAMES = ("Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê")
PLACES = ("Sở Nội vụ", "UBND xã", "Phòng Tư pháp")
COPY_NAME = "ban-sao.db"
_BEFORE_A_CHECKPOINT = 6
_FULL = 2


@dataclass
class Work:
    """The desk at work. ``tell`` writes one line into the pipe to whoever watches."""

    pattern: Pattern
    folder: Path
    url: str
    chance: Random
    tell: Callable[..., None]
    desk: Desk = field(init=False)

    def go_on(self, stage: str) -> None:
        """Do one kind of work again and again, until killed."""
        if stage == "upgrade":
            self.tell(ready=True)
            self._open()
            self.tell(opened=True)
        else:
            self._open()
            self.tell(ready=True)
        step = getattr(self, stage)
        while True:
            self._told(step)

    def once(self, stage: str) -> None:
        """Do one piece of work, and close the desk; it loads what the killed ones need, too."""
        self._open()
        if stage == "checkpoint":
            self.desk.database.checkpoint()
        else:
            getattr(self, stage)()
        self.desk.close()

    def _told(self, step: Callable[[], dict[str, object]]) -> None:
        before = self._last()
        try:
            more = step()
        except RuleViolation:
            more = {}  # the chosen act did not fit; nothing was written
        self.tell(wrote=self._since(before), wal=self._log_bytes(), **more)

    # --- the stages -----------------------------------------------------------------------------

    def intake(self) -> dict[str, object]:
        """Receive somebody."""
        asked = IntakeRequest(self.chance.choice(PROCEDURES), Party(self.chance.choice(NAMES)))
        return {"code": intake.register(self.desk, asked, by=BY).code}

    def acts(self) -> dict[str, object]:
        """Do something with a dossier."""
        one = self._some_dossier()
        match self.chance.choice(("forward", "correct", "correct", "finish", "hand over")):
            case "forward":
                place = Holder(HolderKind.OFFICE, self.chance.choice(PLACES))
                passing_on.forward(self.desk, one, place, by=BY)
            case "finish":
                finishing.record_result(self.desk, one, by=BY)
            case "hand over":
                finishing.hand_over(self.desk, one, by=BY)
            case _:
                dossier = self.desk.store.dossier(one)
                assert dossier is not None  # noqa: S101 - it was just read from the list
                wanted = replace(
                    mending.request_of(dossier.intake), notes=f"ghi {self.chance.random()}"
                )
                mending.correct(self.desk, one, wanted, reason="gõ nhầm", by=BY)
        return {}

    def printing(self) -> dict[str, object]:
        """Issue a receipt."""
        paperwork.issue(self.desk, self._some_dossier(), forms.RECEIPT, by=BY)
        return {}

    def exchange(self) -> dict[str, object]:
        """Receive somebody and exchange."""
        self._told(self.intake)
        ticks = count()
        line = HttpLine(self.url)
        try:
            exchanger = exchange.make_exchanger(self.desk, lambda: float(next(ticks)))
            exchange.exchange(self.desk, line, exchanger)
        finally:
            line.close()
        return {}

    def backup(self) -> dict[str, object]:
        """Copy the register onto yesterday's copy."""
        return {"copied": safekeeping.backup(self.desk, self.folder / COPY_NAME)}

    def checkpoint(self) -> dict[str, object]:
        """Move the log into the register once, or close it, and then only wait."""
        for _ in range(_BEFORE_A_CHECKPOINT):
            self._told(self.intake)
        self.tell(moving=True)
        if self.chance.random() < 0.5:
            self.desk.database.checkpoint()
        else:
            self.desk.close()
        time.sleep(60)
        os._exit(0)

    def upgrade(self) -> dict[str, object]:
        """Work on, once the register was brought up to date."""
        return self.intake()

    # --- how it is told -------------------------------------------------------------------------

    def _open(self) -> None:
        self.desk = self.pattern.opened(self.folder)

    def _some_dossier(self) -> str:
        known = self.desk.database.rows("SELECT dossier FROM dossier ORDER BY n DESC LIMIT 12")
        return str(self.chance.choice(known)[0])

    def _last(self) -> int:
        row = self.desk.database.row("SELECT coalesce(max(n), 0) FROM event")
        return int(row[0]) if row else 0

    def _since(self, n: int) -> list[str]:
        rows = self.desk.database.rows("SELECT header, body FROM event WHERE n > :n", n=n)
        return [digest(header, body) for header, body in rows]

    def _log_bytes(self) -> int:
        """Up to where the log is on disk for good; with less than FULL no commit waits for that."""
        waits = self.desk.database.row("PRAGMA synchronous") == (_FULL,)
        return log_of(self.folder).stat().st_size if waits else 0


def log_of(folder: Path) -> Path:
    """The write-ahead log of an office's register."""
    return folder / FOLDER / f"{DATABASE_NAME}-wal"


def teller(pipe: int) -> Callable[..., None]:
    """One line in one write: it is told whole or not at all."""

    def tell(**what: object) -> None:
        os.write(pipe, json.dumps(what).encode() + b"\n")

    return tell
