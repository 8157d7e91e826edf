"""Ours and its peers: each with a server, a full client and an empty one, alike at the start.

What a round begins with is made once and copied for each round.
"""

from __future__ import annotations

import shutil
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import programs
import registers
from lines import Line
from programs import Ran, Server

from postgres import Postgres
from reception.paths import DATABASE_NAME
from reception.services.desk import open_desk
from reception.storage.database import open_database
from reception.storage.ledger.ledger import Ledger

HERE = Path(__file__).parent


@dataclass(slots=True)
class Round:
    """One contender's round: its own folder, the line, and the server once it runs."""

    folder: Path
    line: Line
    give_up_after: float
    server: Server | None = None
    address: str = ""

    def serve(self, command: list[str], port: int, more: dict[str, str] | None = None) -> None:
        """Start the server; from now on the client finds it at ``address``."""
        self.server = Server(self.line.server, command, port, self.folder, more)
        self.address = self.line.to(port)

    def ask(self, command: list[str | Path]) -> Ran:
        """Run a client at its end of the line."""
        words = [str(word) for word in command]
        return programs.run(
            self.line.client, words, self.folder, {"GIVE_UP_AFTER": str(self.give_up_after)}
        )


class Contender(ABC):
    """One of those who are compared. ``push`` and ``pull`` are measured, all else is not."""

    name: str

    @abstractmethod
    def begin(self, one: Round) -> None:
        """Copy what a round begins with, and start the server."""

    @abstractmethod
    def push(self, one: Round) -> Ran: ...

    @abstractmethod
    def pull(self, one: Round) -> Ran: ...

    @abstractmethod
    def arrived(self, one: Round) -> list[bytes]:
        """The documents that the second client holds, and what the server does, checked."""

    def end(self, one: Round) -> None:
        if one.server:
            one.server.end()


class Ours(Contender):
    """``reception server run`` on PostgreSQL, and two desks."""

    name = "ours"

    def __init__(self, ready: Path, postgres: Postgres, dossiers: int) -> None:
        self._ready, self._postgres = ready, postgres
        ledger = Ledger.open(postgres.create("ready"))
        registers.two_desks(ledger, ready, dossiers)
        ledger.close()
        desk = open_desk(ready / "desk-0", lambda: registers.TO_DAY)
        self.told = registers.registrations(desk.database)
        desk.close()

    def begin(self, one: Round) -> None:
        for desk in ("desk-0", "desk-1"):
            shutil.copytree(self._ready / desk, one.folder / desk)
        port = programs.free_port()
        database = self._postgres.create(_database(one), "ready")
        one.serve(
            [
                sys.executable, "-m", "reception", "server", "run", "--database", database,
                "--host", one.line.host, "--port", str(port), "--without-tls",
            ],
            port,
        )  # fmt: skip

    def push(self, one: Round) -> Ran:
        return self._exchange(one, "desk-0")

    def pull(self, one: Round) -> Ran:
        return self._exchange(one, "desk-1")

    def _exchange(self, one: Round, desk: str) -> Ran:
        return one.ask(
            [sys.executable, HERE / "our_client.py", one.folder / desk, f"http://{one.address}"]
        )

    def arrived(self, one: Round) -> list[bytes]:
        ledger = Ledger.open(self._postgres.url(_database(one)))
        with ledger.reading() as work:
            served = work.page(registers.AGENCY, 0, limit=1 << 30, max_bytes=1 << 40)
        ledger.close()
        database = open_database(one.folder / "desk-1" / DATABASE_NAME)
        told = registers.registrations(database)
        [(listed,)] = database.rows("SELECT count(*) FROM dossier")
        database.close()
        on_server = [(e.header, e.body) for e in served if e.kind.startswith("dossier.")]
        if sorted(on_server) != sorted(told) or listed != len(told):
            sys.exit(f"{len(on_server)} on the server, {len(told)} arrived, {listed} listed")
        return list(registers.documents(told))

    def end(self, one: Round) -> None:
        super().end(one)
        self._postgres.drop(_database(one))


class Anki(Contender):
    """Anki's own sync server and client: SQLite at both ends."""

    name = "Anki"

    def __init__(self, ready: Path, python: str, documents: Path) -> None:
        self._ready, self._python = ready, python
        self._client = [python, HERE / "anki_client.py"]
        port = programs.free_port()
        server = self._server("127.0.0.1", port, ready)
        try:
            for words in (
                ["prepare", "full", "empty", f"http://127.0.0.1:{port}/"],
                ["load", "full", str(documents)],
            ):
                programs.run((), [*map(str, self._client), *words], ready)
        finally:
            server.end()

    def _server(self, host: str, port: int, folder: Path) -> Server:
        command = [self._python, "-m", "anki.syncserver"]
        return Server((), command, port, folder, self._told(host, port))

    @staticmethod
    def _told(host: str, port: int) -> dict[str, str]:
        return {
            "SYNC_USER1": "bench:bench", "SYNC_BASE": "server", "SYNC_HOST": host,
            "SYNC_PORT": str(port), "MAX_SYNC_PAYLOAD_MEGS": "500", "RUST_LOG": "warn",
        }  # fmt: skip

    def begin(self, one: Round) -> None:
        for part in ("full", "empty", "server"):
            shutil.copytree(self._ready / part, one.folder / part)
        port = programs.free_port()
        one.serve([self._python, "-m", "anki.syncserver"], port, self._told(one.line.host, port))

    def push(self, one: Round) -> Ran:
        return one.ask([*self._client, "sync", "full", f"http://{one.address}/"])

    def pull(self, one: Round) -> Ran:
        return one.ask([*self._client, "sync", "empty", f"http://{one.address}/"])

    def arrived(self, one: Round) -> list[bytes]:
        one.ask([*self._client, "dump", "empty", "arrived"])
        return (one.folder / "arrived").read_bytes().splitlines()


class Pouch(Contender):
    """PouchDB and pouchdb-server: LevelDB at both ends."""

    name = "PouchDB"

    def __init__(self, ready: Path, packages: Path, documents: Path) -> None:
        self._ready, self._packages = ready, packages
        programs.run((), [*self._words("load"), str(ready / "full"), str(documents)], packages)

    def _words(self, verb: str) -> list[str]:
        return ["node", "--max-old-space-size=4000", str(HERE / "pouch_client.cjs"), verb]

    def begin(self, one: Round) -> None:
        shutil.copytree(self._ready / "full", one.folder / "full")
        port = programs.free_port()
        program = self._packages / "node_modules" / "pouchdb-server" / "bin" / "pouchdb-server"
        one.serve(
            ["node", str(program), "--port", str(port), "--host", one.line.host, "--dir",
             str(one.folder), "--no-stdout-logs", "--log-level", "warn"],
            port,
        )  # fmt: skip

    def _replicate(self, one: Round, verb: str, store: str) -> Ran:
        url = f"http://{one.address}/dossiers"
        return self._in_packages(one, [*self._words(verb), one.folder / store, url])

    def _in_packages(self, one: Round, words: list[Any]) -> Ran:
        return one.ask(["env", "-C", self._packages, *words])

    def push(self, one: Round) -> Ran:
        return self._replicate(one, "push", "full")

    def pull(self, one: Round) -> Ran:
        return self._replicate(one, "pull", "empty")

    def arrived(self, one: Round) -> list[bytes]:
        file = one.folder / "arrived"
        self._in_packages(one, [*self._words("dump"), one.folder / "empty", file])
        return file.read_bytes().splitlines()


def _database(one: Round) -> str:
    return f"round_{one.folder.name.replace('-', '_')}"
