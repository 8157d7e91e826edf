"""Desks and their server in one process: requests travel by a line that tests can break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from at_the_counter import BY, WallClock, asking, clock_at
from reception.domain.dossier import Dossier
from reception.services import intake, mending
from reception.services.desk import Desk, open_desk
from reception.services.scans import folder_of
from reception.services.set_up import office_named, set_up
from reception.storage.ledger.ledger import Ledger
from reception.storage.scan_pieces import ScanPieces
from reception.sync import joining
from reception.sync.batch_size import BatchSize
from reception.sync.enrolling import invite
from reception.sync.exchanging import Exchanger, Outcome
from reception.sync.gate import Answer, Gate, Request
from reception.sync.line import LineDown

AGENCY = "H40.16"
COMMUNE = "Xã Mường Lay"


@dataclass
class NearLine:
    """A line to a gate in the same process.

    ``weather`` is asked before each request travels and each answer returns; it may raise
    :class:`LineDown`. Every request is kept, to be sent again.
    """

    gate: Gate
    weather: Callable[[str, Request], None] = lambda _way, _request: None
    travelled: list[Request] = field(default_factory=list)

    def ask(self, request: Request) -> Answer:
        self.weather("up", request)
        self.travelled.append(request)
        answer = self.gate.answer(request)
        self.weather("down", request)
        return answer


def cut_after(requests: int) -> Callable[[str, Request], None]:
    """A line whose answers are lost from some request on."""
    asked = count(1)

    def weather(way: str, _request: Request) -> None:
        if way == "down" and next(asked) > requests:
            raise LineDown

    return weather


class Commune:
    """A commune at a server, its clock, and its desks."""

    def __init__(self, ledger: Ledger, folder: Path, *, new: bool = True) -> None:
        self.ledger = ledger
        self.clock: WallClock = clock_at()
        self.folder = folder
        self.scans = folder / "server-scans"
        self.gate = Gate(ledger, self.clock, scans=self.scans)
        self.desks: list[Desk] = []
        if new:
            with ledger.writing() as work:
                work.add_agency(AGENCY, COMMUNE, self.clock())

    def desk(self, slot: int, *, name: str = "") -> Desk:
        """A new desk, set up and enrolled."""
        folder = self.folder / f"quay-{len(self.desks)}"
        desk = set_up(folder, office_named(COMMUNE, AGENCY), self.clock, slot=slot)
        self.desks.append(desk)
        self.enrol(desk, slot, name=name or f"Quầy {slot}")
        return desk

    def enrol(self, desk: Desk, slot: int, *, name: str = "Quầy") -> None:
        code = invite(self.ledger, AGENCY, slot, name, self.clock())
        wish = joining.Wish("near", AGENCY, code, name)
        joining.join(desk.store, self.line(), wish, self.clock)

    def opened(self, folder: Path) -> Desk:
        """A desk on a folder that is there already."""
        desk = open_desk(folder, self.clock)
        self.desks.append(desk)
        return desk

    def line(self, weather: Callable[[str, Request], None] | None = None) -> NearLine:
        return NearLine(self.gate, weather) if weather else NearLine(self.gate)

    def exchange(self, desk: Desk, line: NearLine | None = None) -> Outcome:
        """One exchange of a desk with the server."""
        outcome = Outcome()
        exchanger(self.clock).exchange(
            desk.store, line or self.line(), outcome, ScanPieces(folder_of(desk))
        )
        return outcome

    def restore_server(self, copy: Path, *, renew: bool = True) -> None:
        """The server goes on from a copy of its ledger, as its administrator would do it."""
        restored = Ledger.open(str(copy))
        if renew:
            restored.new_incarnation()
        self.ledger.close()
        self.ledger = restored
        self.gate = Gate(restored, self.clock, scans=self.scans)

    def close(self) -> None:
        self.ledger.close()
        for desk in self.desks:
            desk.close()


def exchanger(clock: WallClock) -> Exchanger:
    ticks = count()
    return Exchanger(clock, lambda: float(next(ticks)), BatchSize(), BatchSize())


def received(desk: Desk, owner: str = "Đỗ Thị Ưởng", **more: object) -> Dossier:
    """A dossier received at a desk."""
    return intake.register(desk, asking(owner, **more), by=BY)


def correct(desk: Desk, dossier_id: str, **owner: object) -> Dossier:
    """The owner's particulars corrected at a desk."""
    request = mending.request_of(desk.store.dossier(dossier_id).intake)
    request = replace(request, owner=replace(request.owner, **owner))
    return mending.correct(desk, dossier_id, request, reason="gõ sai", by=BY)


def log_of(desk: Desk) -> Iterator[tuple[int, str, int, int, bytes, bytes, bytes]]:
    """The commune's log as a desk holds it."""
    yield from desk.database.rows(
        "SELECT position, device, epoch, seq, header, body, hash FROM event"
        " WHERE position IS NOT NULL ORDER BY position"
    )


def lists_of(desk: Desk) -> list[tuple[object, ...]]:
    """What the lists say, but for the order in which this desk came to know of dossiers."""
    return desk.database.rows(
        "SELECT dossier, reference, state, owner, due_at, target_at, holder, touched_at, words"
        " FROM dossier ORDER BY dossier"
    ) + desk.database.rows("SELECT * FROM review ORDER BY dossier, about, field")
