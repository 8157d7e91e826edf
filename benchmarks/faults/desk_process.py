"""A desk in a process of its own: does what it is told, and tells of each thing once it is kept.

``python desk_process.py FOLDER`` reads one order in JSON from each line of its input and writes
what came of it in JSON, line by line; ``{"done": …}`` ends the answer. It may be killed at any
moment: what it has told of must be there afterwards.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from reception.domain.applicant import Party
from reception.domain.custody import Holder, HolderKind
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation, Trouble
from reception.services import (
    exchange,
    finishing,
    intake,
    mending,
    passing_on,
    safekeeping,
    wall_clock,
)
from reception.services.desk import Desk, open_desk
from reception.services.intake_request import IntakeRequest
from reception.storage.line_rows import receipt
from reception.sync import http_line
from reception.sync.exchanging import Exchanger
from reception.sync.http_line import HttpLine

BY = "maylt"
PROCEDURES = ("1.001193", "1.004873", "1.010816", "2.000815")
NAMES = ("Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê")
PLACES = ("Sở Nội vụ", "UBND xã", "Phòng Tư pháp")


class ShiftedClock:
    """The machine's clock, off by as much as it is told."""

    off = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.off  # noqa: TID251 - at the edge the clock is read


class Worker:
    """The desk and what it may be told to do; each method is an order."""

    def __init__(self, folder: Path) -> None:
        self.clock = ShiftedClock()
        self.desk: Desk = open_desk(folder, self.clock)
        self.exchanger: Exchanger = exchange.make_exchanger(self.desk, time.monotonic)

    def work(self, many: int, seed: int) -> dict[str, object]:
        """Receive and act, so many times, and tell of each at once."""
        chance = Random(seed)
        for _ in range(many):
            before = self._last()
            try:
                dossier = self._something(chance)
            except (RuleViolation, Trouble) as no:
                tell(refused=no.code, trouble=isinstance(no, Trouble))
                continue
            tell(wrote=self._since(before), dossier=dossier.dossier_id, code=dossier.reference)
        return {}

    def _something(self, chance: Random) -> Dossier:
        known = self.desk.database.rows(
            "SELECT dossier FROM dossier ORDER BY touched_at DESC, dossier LIMIT 12"
        )
        act = chance.choice(("receive", "receive", "forward", "correct", "finish", "hand over"))
        if not known or act == "receive":
            asked = IntakeRequest(chance.choice(PROCEDURES), Party(chance.choice(NAMES)))
            return intake.register(self.desk, asked, by=BY)
        one = chance.choice(known)[0]
        if act == "forward":
            holder = Holder(HolderKind.OFFICE, chance.choice(PLACES))
            return passing_on.forward(self.desk, one, holder, by=BY)
        if act == "finish":
            return finishing.record_result(self.desk, one, by=BY)
        if act == "hand over":
            return finishing.hand_over(self.desk, one, by=BY)
        dossier = self.desk.store.dossier(one)
        if dossier is None:
            raise RuleViolation("no-such-dossier", one)
        wanted = replace(mending.request_of(dossier.intake), notes=f"ghi {chance.random()}")
        return mending.correct(self.desk, one, wanted, reason="gõ nhầm", by=BY)

    def _last(self) -> int:
        row = self.desk.database.row("SELECT coalesce(max(n), 0) FROM event")
        return int(row[0]) if row else 0

    def _since(self, n: int) -> list[str]:
        rows = self.desk.database.rows("SELECT header, body FROM event WHERE n > :n", n=n)
        return [hashlib.sha256(header + body).hexdigest() for header, body in rows]

    def exchange(self, url: str, most: int, patience: float) -> dict[str, object]:
        """Exchange once; answers how it went and all receipts that are kept."""
        http_line._READ_SECONDS = patience  # nobody waits a minute and a half for a fault
        self.exchanger.up.events = self.exchanger.down.events = most
        line = HttpLine(url)
        try:
            done = exchange.exchange(self.desk, line, self.exchanger)
        finally:
            line.close()
        row = done.row
        return {
            "outcome": row.outcome,
            "sent": row.sent,
            "received": row.received,
            "new_epoch": done.outcome.new_epoch,
            "receipts": self._receipts(),
        }

    def _receipts(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for device, epoch in self.desk.database.rows("SELECT device, epoch FROM receipt"):
            row = receipt(self.desk.database, device, epoch)
            if row is not None:
                told = {name: getattr(row, name) for name in row.__slots__ if name != "received_at"}
                found.append({n: v.hex() if isinstance(v, bytes) else v for n, v in told.items()})
        return found

    def shift_clock(self, days: float) -> dict[str, object]:
        """Let the clock be off by so many days; who is asked whether it is right says yes."""
        self.clock.off = timedelta(days=days)
        if wall_clock.look(self.desk).refused:
            before = self._last()
            wall_clock.confirm(self.desk, by=BY)
            tell(wrote=self._since(before))
        return {}

    def backup(self, target: str) -> dict[str, object]:
        """Make a copy by the book."""
        return {"events": safekeeping.backup(self.desk, Path(target))}


def tell(**what: object) -> None:
    """One line, in one write: it is told whole or not at all."""
    os.write(1, json.dumps(what).encode() + b"\n")


def main() -> None:
    worker = Worker(Path(sys.argv[1]))
    tell(ready=os.getpid())
    for line in sys.stdin:
        order = json.loads(line)
        name = order.pop("do")
        try:
            answer = getattr(worker, name)(**order)
        except Trouble as trouble:
            answer = {"outcome": trouble.code, "trouble": True}
        tell(done=name, **answer)
    worker.desk.close()


if __name__ == "__main__":
    main()
