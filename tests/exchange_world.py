"""A small world that exchanges: PCs of two communes, their disks and clocks, and one server.

Everything is real but the road between: a register on disk for each PC, a ledger on disk for the
server. A whole world lies in one folder, so one that is ready can be copied for each test.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from at_the_counter import WallClock, clock_at
from ends import NearLine
from reception.domain.errors import Trouble
from reception.paths import DATABASE_NAME
from reception.services import safekeeping
from reception.services.desk import Desk, open_desk
from reception.services.set_up import office_named, set_up
from reception.storage.ledger.ledger import Ledger
from reception.storage.scan_files import FOLDER
from reception.storage.scan_pieces import of_register
from reception.sync import joining
from reception.sync.asking import Answer, Request
from reception.sync.batch_size import BatchSize
from reception.sync.enrolling import invite
from reception.sync.exchanging import Exchanger, Outcome
from reception.sync.gate import Gate
from reception.sync.line import LineDown
from reception.sync.stick import write_stick
from reception.sync.stick_answering import take_bundle
from reception.sync.stick_taking import StickIn, take_stick

COMMUNES = {"H40.16": "Xã Mường Lay", "H40.17": "Xã Sín Thầu"}
DESKS = (("H40.16", 0), ("H40.16", 1), ("H40.17", 0))
LEDGER, SERVER_SCANS = "ledger.db", "server-scans"
ROOMY, SMALL_PIECE = 1 << 30, 16 << 10  # bytes

Weather = Callable[[str, Request], None]


class PowerCut(BaseException):
    """A PC or the server goes out at this instant; no program catches that."""


@dataclass
class WrongClock:
    """A clock that is off by so much; it may be the last that was ever looked at."""

    wall: WallClock
    off: timedelta = timedelta()
    cut_after: int = -1

    def __call__(self) -> datetime:
        if self.cut_after == 0:
            raise PowerCut
        self.cut_after -= 1
        return self.wall() + self.off


@dataclass
class PC:
    """One PC: the folder on its disk, the desk that is open on it, and its clock."""

    name: str
    agency: str
    folder: Path
    clock: WrongClock
    most: int
    desk: Desk = field(init=False)
    exchanger: Exchanger = field(init=False)
    copies: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """The program starts on whatever lies on the disk."""
        ticks = count()
        self.clock.cut_after = -1
        self.desk = open_desk(self.folder, self.clock)
        up, down = BatchSize(), BatchSize()
        up.events = down.events = self.most
        self.exchanger = Exchanger(self.clock, lambda: float(next(ticks)), up, down)

    @property
    def device(self) -> str:
        """The device that this PC's register takes itself for, and its clones do, too."""
        return self.desk.store.journal.device.device

    def restart(self) -> None:
        """The power was cut: what was not committed is gone."""
        self.desk.close()
        self.start()

    def cut_within(self, steps: int) -> None:
        """Let SQLite stop for good after so many steps of its own; until :meth:`restart`."""
        left = iter(range(steps))
        connection = self.desk.database._connection
        connection.set_progress_handler(lambda: next(left, None) is None, 50)

    def another_disk(self, folder: Path) -> None:
        """Write the disk as it is at this moment into another folder."""
        folder.mkdir(parents=True)
        self.desk.database.copy_to(folder / DATABASE_NAME)
        _copy_folder(self.folder / FOLDER, folder / FOLDER)

    def keep_copy(self, *, by_the_book: bool) -> None:
        """Make a copy, as the program does or with the file manager."""
        target = self.folder.with_name(f"{self.folder.name}-copy-{len(self.copies)}")
        if by_the_book:
            safekeeping.backup(self.desk, target / DATABASE_NAME)
        else:
            self.another_disk(target)
        self.copies.append(target)

    def go_back(self, copy: Path, *, by_the_book: bool) -> None:
        """Go on from a copy, as the program does or by putting the file there by hand."""
        self.desk.close()
        if by_the_book:
            safekeeping.restore(copy / DATABASE_NAME, self.folder, self.clock).close()
        else:
            for companion in ("", "-wal", "-shm"):
                (self.folder / f"{DATABASE_NAME}{companion}").unlink(missing_ok=True)
            shutil.copyfile(copy / DATABASE_NAME, self.folder / DATABASE_NAME)
        self.start()


class Server:
    """The server above: a ledger on a disk, which may be cut off, and come back from a copy."""

    def __init__(self, file: Path, clock: WrongClock) -> None:
        self.file = file
        self.clock = clock
        self.scans = file.with_name(SERVER_SCANS)
        self.copies: list[Path] = []
        self.start()

    def start(self) -> None:
        self.ledger = Ledger.open(str(self.file))
        self._gate = Gate(self.ledger, self.clock, scans=self.scans)

    def answer(self, request: Request) -> Answer:
        """Answer as the web framework would: what breaks inside is no answer."""
        try:
            return self._gate.answer(request)
        except (Trouble, DBAPIError) as broken:
            self.restart()
            raise LineDown from broken

    def take(self, bundle: Path, answer: Path, room: int) -> None:
        """Take a desk's bundle from a stick, and write the answer on it."""
        take_bundle(self.ledger, bundle, answer, self.clock, scans=self.scans, room=room)

    def restart(self) -> None:
        self.ledger.close()
        self.start()

    @property
    def incarnation(self) -> str:
        with self.ledger.reading() as work:
            return work.authority().incarnation

    def cut_within(self, steps: int) -> None:
        """Let SQLite stop for good after so many steps of its own; until :meth:`restart`."""
        left = iter(range(steps))
        with self.ledger.reading() as work:
            connection = work.connection.connection.driver_connection
            connection.set_progress_handler(lambda: next(left, None) is None, 50)

    def keep_copy(self) -> None:
        copy = self.file.with_name(f"ledger-copy-{len(self.copies)}.db")
        source, target = sqlite.connect(str(self.file)), sqlite.connect(str(copy))
        source.backup(target)
        target.close()
        source.close()
        _copy_folder(self.scans, _scans_of(copy))
        self.copies.append(copy)

    def go_back(self, copy: Path) -> None:
        """Go on from a copy, as its administrator does it."""
        self.ledger.close()
        for companion in ("", "-wal", "-shm"):
            self.file.with_name(f"{LEDGER}{companion}").unlink(missing_ok=True)
        shutil.copyfile(copy, self.file)
        shutil.rmtree(self.scans, ignore_errors=True)
        _copy_folder(_scans_of(copy), self.scans)
        self.start()
        self.ledger.new_incarnation()


def _scans_of(copy: Path) -> Path:
    return copy.with_suffix(".scans")


def _copy_folder(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)


@dataclass
class Stick:
    """A bundle that a PC wrote, and the server's answers to it, as often as it was brought there.

    The server answers whatever it is brought, and whoever finds an answer may take it home.
    """

    device: str
    bundle: Path
    answers: list[Path] = field(default_factory=list)


class World:
    """The PCs and their server, as they lie in a folder."""

    def __init__(self, folder: Path, *, most: int = 500) -> None:
        self.folder = folder
        self.wall = clock_at()
        self.server = Server(folder / LEDGER, WrongClock(self.wall))
        self.pcs = [
            PC(f"{agency}-{slot}", agency, folder / f"{agency}-{slot}", WrongClock(self.wall), most)
            for agency, slot in DESKS
        ]
        self.travelled: list[Request] = []
        self.sticks: list[Stick] = []

    def exchange(self, pc: PC, weather: Weather | None = None) -> Outcome:
        """One exchange of a PC with the server."""
        outcome = Outcome()
        line = NearLine(self.server, weather or (lambda _way, _request: None), self.travelled)
        pc.exchanger.pieces.bytes = SMALL_PIECE
        pc.exchanger.exchange(pc.desk.store, line, outcome, of_register(pc.desk.database))
        return outcome

    def write_stick(self, pc: PC, room: int = ROOMY) -> Stick:
        """A bundle of a PC for the server, with so many bytes of scans."""
        stick = Stick(pc.device, self.folder / f"stick-{len(self.sticks)}")
        write_stick(pc.desk.store, stick.bundle, pc.clock, room=room)
        self.sticks.append(stick)
        return stick

    def bring_to_server(self, stick: Stick, room: int = ROOMY) -> None:
        """The server takes a bundle, and answers it."""
        answer = stick.bundle.with_name(f"{stick.bundle.name}-answer-{len(stick.answers)}")
        self.server.take(stick.bundle, answer, room)
        stick.answers.append(answer)

    def bring_home(self, pc: PC, answer: Path) -> StickIn:
        """A PC takes an answer."""
        return take_stick(pc.desk.store, answer, pc.clock)

    def carry(self, pc: PC) -> StickIn:
        """A whole way there and back."""
        stick = self.write_stick(pc)
        self.bring_to_server(stick)
        return self.bring_home(pc, stick.answers[-1])

    def clone(self, pc: PC) -> PC:
        """A second PC from the first one's disk."""
        name = f"{pc.name}-clone-{len(self.pcs)}"
        pc.another_disk(self.folder / name)
        clock = WrongClock(self.wall, pc.clock.off)
        clone = PC(name, pc.agency, self.folder / name, clock, pc.most)
        self.pcs.append(clone)
        return clone

    def close(self) -> None:
        for pc in self.pcs:
            pc.desk.close()
        self.server.ledger.close()
        with suppress(OSError):
            shutil.rmtree(self.folder)


def make_world(folder: Path) -> None:
    """A world in which every desk is enrolled and everybody has everything."""
    clock = clock_at()
    ledger = Ledger.open(str(folder / LEDGER))
    with ledger.writing() as work:
        for agency, name in COMMUNES.items():
            work.add_agency(agency, name, clock())
    for agency, slot in DESKS:
        office = office_named(COMMUNES[agency], agency)
        desk = set_up(folder / f"{agency}-{slot}", office, clock, slot=slot)
        code = invite(ledger, agency, slot, f"Quầy {slot}", clock())
        wish = joining.Wish("near", agency, code, f"Quầy {slot}")
        joining.join(desk.store, NearLine(Gate(ledger, clock)), wish, clock)
        desk.close()
    ledger.close()
    world = World(folder)
    for pc in world.pcs * 2:
        world.exchange(pc)
    for pc in world.pcs:
        pc.desk.close()
    world.server.ledger.close()
