"""What must hold of a register after each cut: whole, and with all that anybody was told of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from at_work import COPY_NAME
from offices import AGENCY, LEDGER, Pattern, digest

from reception.services import safekeeping
from reception.services.desk import Desk
from reception.storage.backup import prove
from reception.storage.ledger.ledger import Ledger


class Lost(Exception):
    """Something that was promised is not there, or what is there is not whole."""


@dataclass
class Promised:
    """All that a world's desk told of."""

    events: set[str] = field(default_factory=set[str])
    codes: set[str] = field(default_factory=set[str])
    copies: int = 0

    def take(self, told: dict[str, object]) -> None:
        """Note one line."""
        wrote, code = told.get("wrote", []), told.get("code")
        self.events.update(wrote if isinstance(wrote, list) else [])
        if isinstance(code, str):
            self.codes.add(code)
        self.copies += "copied" in told


def check_desk(pattern: Pattern, folder: Path, promised: Promised) -> int:
    """Open the register as the program does, and prove it; answers its number of events."""
    desk = pattern.opened(folder)
    try:
        return _check(desk, promised)
    finally:
        desk.close()


def _check(desk: Desk, promised: Promised) -> int:
    verdict = safekeeping.verify(desk)
    if not verdict.whole:
        raise Lost(f"not whole: {verdict.faults[0].text}")
    rows = desk.database.rows("SELECT header, body FROM event")
    held = {digest(header, body) for header, body in rows}
    if lost := promised.events - held:
        raise Lost(f"{len(lost)} events that were told are not there")
    listed = Counter(code for (code,) in desk.database.rows("SELECT reference FROM dossier"))
    if lost := promised.codes - listed.keys():
        raise Lost(f"codes that were given out are not there: {sorted(lost)}")
    if doubled := [code for code, times in listed.items() if times > 1]:
        raise Lost(f"codes given out twice: {doubled}")
    return verdict.events


def check_copy(pattern: Pattern, folder: Path, promised: Promised) -> None:
    """The copy that was written over and over is whole, as of the last time or the one before."""
    copy = folder / COPY_NAME
    if promised.copies and not copy.exists():
        raise Lost("a copy that was told of is not there")
    if copy.exists():
        prove(copy, pattern.key)


def check_server(pattern: Pattern, folder: Path) -> int:
    """The server has nothing that the desk lacks; answers how many events it has."""
    ledger = Ledger.open(str(folder / LEDGER))
    with ledger.reading() as work:
        log = work.page(AGENCY, 0, limit=10**6, max_bytes=1 << 30)
    ledger.close()
    desk = pattern.opened(folder)
    rows = desk.database.rows("SELECT header, body FROM event")
    desk.close()
    if foreign := {digest(one.header, one.body) for one in log} - {digest(*row) for row in rows}:
        raise Lost(f"the server has {len(foreign)} events that its desk lost")
    return len(log)
