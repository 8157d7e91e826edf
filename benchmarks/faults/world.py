"""A commune of three desks, their server and the road between them, all on this machine's disk."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from threading import Event

import psycopg
import sqlcipher3.dbapi2 as sqlite
from programs import (
    DeskProgram,
    ServerProgram,
    Told,
    Violation,
    reception,
)  # fmt: skip
from proxy import HOST, Fate, Proxy
from truth import Truth, kept_on, sha_of

from postgres import Postgres
from reception.cli.frame import now
from reception.paths import DATABASE_NAME
from reception.services.desk import open_desk
from reception.services.set_up import office_named, set_up
from reception.storage.ledger.ledger import Ledger
from reception.sync import joining
from reception.sync.enrolling import invite
from reception.sync.http_line import HttpLine

AGENCY, COMMUNE = "H40.16", "Xã Mường Lay"
DESKS = 3
SMALL_DISK = "64m"
MOUNT, UNMOUNT = ("mount", "-t", "tmpfs", "-o"), ("umount", "-l")
_TRIES = 10
_PATIENT, _IMPATIENT = 90.0, 1.0
POSTGRES_SETTINGS = "-c listen_addresses= -c max_connections=100"


@dataclass
class DeskPlace:
    """A desk: the folder on its disk, the program that runs on it, and copies that were made."""

    name: str
    folder: Path
    program: DeskProgram = field(init=False)
    copies: list[Path] = field(default_factory=list[Path])


class World:
    """All of it. ``postgres`` is ``None`` where the server keeps its ledger in one SQLite file."""

    def __init__(self, folder: Path, postgres: Postgres | None, *, seed: str) -> None:
        self.folder, self.postgres = folder, postgres
        self.numbers = count(1)
        self.server_copies: list[str] = []
        folder.mkdir(parents=True)
        self._trace = (folder / "trace.jsonl").open("a", encoding="utf-8")
        self.note(seed=seed, postgresql=postgres is not None)
        self.proxy = Proxy()
        self._make_server()
        self.desks: dict[str, DeskPlace] = {}
        self.small = self._small_disk()
        for slot in range(DESKS):
            self._make_desk(slot)
        self.clones: list[str] = []

    def note(self, **what: object) -> None:
        """One line of the trace."""
        self._trace.write(json.dumps(what, default=str) + "\n")
        self._trace.flush()

    # --- making it -----------------------------------------------------------------------------

    def _make_server(self) -> None:
        home = self.folder / "server"
        home.mkdir()
        self.database = self.postgres.create("live") if self.postgres else str(home / "server.db")
        ledger = Ledger.open(self.database)
        with ledger.writing() as work:
            work.add_agency(AGENCY, COMMUNE, now())
            key = work.authority().public_key
        ledger.close()
        self.truth = Truth(AGENCY, key)
        with socket.create_server((HOST, 0)) as free:
            self.proxy.upstream = free.getsockname()[1]
        where = ["--data", home] + (["--database", self.database] if self.postgres else [])
        self.server = ServerProgram(self.proxy.upstream, home, where)
        self.server.start()

    def _small_disk(self) -> Path | None:
        """The last desk's disk is a small one, where this may be had; it can then be filled up."""
        place = self.folder / f"quay-{DESKS - 1}"
        place.mkdir()
        mounted = subprocess.run(
            [*MOUNT, f"size={SMALL_DISK}", "tmpfs", place],
            capture_output=True, check=False,
        )  # fmt: skip
        return place if mounted.returncode == 0 else None

    def _make_desk(self, slot: int) -> None:
        folder = self.folder / f"quay-{slot}"
        desk = set_up(folder, office_named(COMMUNE, AGENCY), now, slot=slot)
        ledger = Ledger.open(self.database)
        code = invite(ledger, AGENCY, slot, f"Quầy {slot}", now())
        ledger.close()
        # Not through the proxy, which has little patience: what is tried comes later.
        line = HttpLine(f"http://{HOST}:{self.proxy.upstream}")
        wish = joining.Wish(self.proxy.url, AGENCY, code, f"Quầy {slot}")
        joining.join(desk.store, line, wish, now)
        line.close()
        desk.close()
        self.add(DeskPlace(folder.name, folder))

    def add(self, place: DeskPlace) -> None:
        """Start a desk's program on its disk."""
        self.desks[place.name] = place
        self.start(place)

    def start(self, place: DeskPlace) -> None:
        """Start it, again."""

        def told(line: Told) -> None:
            self.note(desk=place.name, **line)
            self.truth.told(place.name, line)

        place.program = DeskProgram(place.folder, told)

    def close(self) -> None:
        """End all programs that still run."""
        self.proxy.close()
        for place in self.desks.values():
            place.program.kill()
            with suppress(Violation):
                place.program.close()
        if self.server.alive:
            self.server.kill()
        self._trace.close()

    def sweep(self) -> None:
        """Take it all away; the small disk's content is only kept if it is copied before."""
        if self.small:
            subprocess.run([*UNMOUNT, self.small], check=False)
        shutil.rmtree(self.folder)

    # --- what desks do -------------------------------------------------------------------------

    def some_desk(self, chance: Random) -> DeskPlace:
        return self.desks[chance.choice(sorted(self.desks))]

    def work(self, places: Iterable[DeskPlace], chance: Random, most: int = 3) -> None:
        """Let desks receive and act a little, with nothing in the way."""
        for place in places:
            many = chance.randint(1, most)
            place.program.do("work", many=many, seed=chance.randrange(1 << 30))

    def exchange(
        self,
        places: Iterable[DeskPlace],
        fate: Fate | None = None,
        *,
        most: int = 500,
        impatient: bool = False,
    ) -> list[Told | None]:
        """Let desks exchange at the same time, each once, under a fate."""
        self.proxy.fate = fate or Fate()
        patience = _IMPATIENT if impatient else _PATIENT
        places = list(places)
        for place in places:
            place.program.order("exchange", url=self.proxy.url, most=most, patience=patience)
        return [place.program.done() for place in places]

    # --- after a fault -------------------------------------------------------------------------

    def calm(self) -> None:
        """The weather is good again, and whatever died is started."""
        self.proxy.fate = Fate()
        if self.postgres:
            self._wake(self.postgres)
        if not self.server.alive:
            self.server.start()
        for place in self.desks.values():
            if not place.program.alive:
                place.program.close()
                self.start(place)

    def _wake(self, postgres: Postgres) -> None:
        if not (postgres.folder / "data" / "postmaster.pid").exists():
            postgres.start(POSTGRES_SETTINGS)
            return
        # After one of its processes was killed it starts all others anew by itself.
        for _ in range(600):
            with suppress(psycopg.OperationalError):
                postgres.execute("SELECT 1")
                return
            Event().wait(0.05)
        raise Violation("PostgreSQL does not come back")

    def must_exchange(self, place: DeskPlace) -> Told:
        """In good weather an exchange goes through, at the latest when the server is awake."""
        for _ in range(_TRIES):
            [answer] = self.exchange([place])
            if answer is None:
                raise Violation(f"{place.name} died in good weather")
            if not answer["outcome"]:
                return answer
            if answer["outcome"] not in {"busy", "line-down"}:
                break
        raise Violation(f"{place.name} does not get through: {answer}")

    def settle(self) -> None:
        """Everybody exchanges until nobody has anything new; then all is held against all."""
        self.calm()
        for _ in range(_TRIES):
            answers = [self.must_exchange(place) for place in self.desks.values()]
            if not any(answer["sent"] or answer["received"] for answer in answers):
                break
        else:
            raise Violation(f"they do not come to an end: {answers}")
        ledger = Ledger.open(self.database)
        try:
            self.truth.check(ledger, {name: each.folder for name, each in self.desks.items()})
        finally:
            ledger.close()
        self._retire_clones()

    def prove(self) -> None:
        """What the program's own commands say of it, desk by desk."""
        for place in self.desks.values():
            place.program.close()
            self.note(desk=place.name, verify=reception("verify", "--data", place.folder))
            found = reception("sync", "verify", "--data", place.folder)
            self.note(desk=place.name, sync_verify=found)
            self.start(place)

    # --- disks that come and go ----------------------------------------------------------------

    def held(self) -> set[str]:
        """Every event that could still be given to the server, or is there."""
        shas = {each.sha for place in self.desks.values()
                for each in kept_on(place.folder) if each.vouched}  # fmt: skip
        ledger = Ledger.open(self.database)
        with ledger.reading() as work:
            log = work.page(AGENCY, 0, limit=10**7, max_bytes=1 << 40)
        ledger.close()
        return shas | {sha_of(each.header, each.body) for each in log}

    def copy_of(self, place: DeskPlace, *, by_the_book: bool) -> Path:
        """A copy of a desk's register: by its own command, or with the file manager."""
        target = self.folder / "copies" / f"{place.name}-{next(self.numbers)}" / DATABASE_NAME
        target.parent.mkdir(parents=True)
        if by_the_book:
            place.program.do("backup", target=str(target))
        else:
            desk = open_desk(place.folder, now)
            desk.database.copy_to(target)
            desk.close()
        return target

    def go_back(self, place: DeskPlace, copy: Path, *, by_the_book: bool) -> None:
        """A desk goes on from a copy, restored by the command or put there by hand."""
        before = self.held()
        place.program.close()
        if by_the_book:
            reception("restore", copy, "--data", place.folder)
        else:
            for companion in ("", "-wal", "-shm"):
                (place.folder / f"{DATABASE_NAME}{companion}").unlink(missing_ok=True)
            shutil.copyfile(copy, place.folder / DATABASE_NAME)
        self.truth.lost(before, self.held())
        self.start(place)

    def clone(self, place: DeskPlace) -> DeskPlace:
        """A second PC from the first one's disk."""
        name = f"{place.name}-clone-{next(self.numbers)}"
        folder = self.folder / name
        folder.mkdir()
        shutil.copyfile(self.copy_of(place, by_the_book=False), folder / DATABASE_NAME)
        clone = DeskPlace(name, folder)
        self.add(clone)
        self.clones.append(name)
        return clone

    def _retire_clones(self) -> None:
        for name in self.clones:
            before = self.held()
            place = self.desks.pop(name)
            place.program.close()
            shutil.rmtree(place.folder)
            self.truth.lost(before, self.held())
        self.clones.clear()

    def copy_server(self) -> None:
        """A copy of the server's ledger, made while it stands still."""
        self.server.stop()
        name = f"copy_{next(self.numbers)}"
        if self.postgres:
            self.postgres.create(name, "live")
        else:
            self._copy_file(self.database, self.folder / name)
        self.server_copies.append(name)
        self.server.start()

    def server_goes_back(self, name: str) -> None:
        """The server goes on from a copy, as docs/server.md says."""
        before = self.held()
        self.server.stop()
        words: list[object] = ["--data", self.folder / "server"]
        if self.postgres:
            self.postgres.drop("live")
            self.postgres.create("live", name)
            words += ["--database", self.database]
        else:
            for companion in ("", "-wal", "-shm"):
                Path(f"{self.database}{companion}").unlink(missing_ok=True)
            self._copy_file(str(self.folder / name), Path(self.database))
        reception("server", "renew", *words)
        self.truth.lost(before, self.held())
        self.server.start()

    @staticmethod
    def _copy_file(source: str, target: Path) -> None:
        of, to = sqlite.connect(source), sqlite.connect(str(target))
        of.backup(to)
        to.close()
        of.close()

    def keep(self, postgres: Postgres | None) -> None:
        """Leave everything that tells how it came to this in the folder."""
        if self.small:
            shutil.copytree(self.small, self.folder / f"{self.small.name}-kept")
            subprocess.run([*UNMOUNT, self.small], check=False)
        if postgres:
            shutil.copyfile(postgres.folder / "log", self.folder / "postgresql.log")
            self._wake(postgres)
            dump = next(postgres._programs.glob("pg_dump"))
            with (self.folder / "server.sql").open("wb") as file:
                subprocess.run(
                    [dump, "-h", postgres.folder, "-U", "postgres", "live"],
                    stdout=file,
                    check=False,
                )


def free_bytes(folder: Path) -> int:
    """What is left on a disk."""
    left = os.statvfs(folder)
    return left.f_bavail * left.f_frsize
