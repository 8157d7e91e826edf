"""A commune's hub between its desks and the server above, all in one process."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from ends import AGENCY, Commune, NearLine
from reception.services.desk import Desk
from reception.storage.ledger.authority import found_authority
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.tables import authority
from reception.sync import joining
from reception.sync.enrolling import HUB_SLOT, invite
from reception.sync.gate import Gate
from reception.sync.joining_above import HubWish, join_above
from reception.sync.relayed import RelayOutcome
from reception.sync.relaying import Relay


def another_ledger(ready: Path, file: Path) -> Ledger:
    """A new ledger with keys of its own, from a file that is ready."""
    file.parent.mkdir(parents=True, exist_ok=True)
    made = Ledger.open(str(shutil.copy(ready, file)))
    with made.writing() as work:
        work.connection.execute(authority.delete())
        found_authority(work.connection, "Máy chủ tại xã")
    return made


class Hub(Commune):
    """A hub with desks of its own, enrolled at the server above."""

    def __init__(self, ledger: Ledger, folder: Path, upper: Commune, *, new: bool = True) -> None:
        super().__init__(ledger, folder, new=new)
        self.upper = upper
        self.ticks = count()
        if new:
            self.join()

    def join(self) -> None:
        code = invite(self.upper.ledger, AGENCY, HUB_SLOT, "Máy chủ tại xã", self.clock())
        join_above(self.ledger, self.upper.line(), HubWish("near", AGENCY, code), self.clock)

    def relay(self, line: NearLine | None = None, *, most: int = 500) -> RelayOutcome:
        """Relay once, as a hub that has just been started."""
        outcome = RelayOutcome()
        relay = Relay(
            self.ledger,
            line or self.upper.line(),
            self.clock,
            lambda: float(next(self.ticks)),
            self.folder / "server-scans",
        )
        relay._up.events = relay._down.events = most
        relay.relay(outcome)
        return outcome


def move(desk: Desk, server: Commune, slot: int) -> None:
    """A desk that belonged to another server belongs to this one from now on."""
    code = invite(server.ledger, AGENCY, slot, f"Quầy {slot}", server.clock())
    joining.join(
        desk.store,
        NearLine(Gate(server.ledger, server.clock)),
        joining.Wish("near", AGENCY, code, ""),
        server.clock,
    )


def copy_of(file: Path, target: Path) -> Path:
    """A copy of a database as of one moment, while others go on working."""
    source, copy = sqlite.connect(str(file)), sqlite.connect(str(target))
    source.backup(copy)
    copy.close()
    source.close()
    return target


def served(commune: Commune) -> list[tuple[str, int, int, bytes, bytes]]:
    """What a server's log holds, event by event."""
    with commune.ledger.reading() as work:
        log = work.page(AGENCY, 0, limit=10**6, max_bytes=1 << 30)
    return [(e.device, e.epoch, e.seq, e.header, e.body) for e in log]
