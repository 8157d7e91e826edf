"""Tries to sign in at this desk that failed: its own business, beside the journal, never an event.

Time is told by a count of seconds that only runs forward, usually since the PC was switched on: no
clock that somebody sets shortens or lengthens a wait.
"""

from __future__ import annotations

from dataclasses import dataclass

from reception.storage.database import Database


@dataclass(frozen=True, slots=True)
class Tries:
    """How many tries of a person failed one after the other, and when the last one began."""

    failures: int
    last_s: float

    def seconds_since(self, now_s: float) -> float:
        """The seconds since the last one, at the least.

        A count that has gone back began anew since, and has run for that long.
        """
        return now_s - self.last_s if now_s >= self.last_s else now_s


def of_login(database: Database, login: str) -> Tries:
    """The tries of one person."""
    row = database.row("SELECT failures, last_s FROM sign_in_try WHERE login = :login", login=login)
    return Tries(row[0], row[1]) if row else Tries(0, 0.0)


def of_everyone(database: Database) -> dict[str, Tries]:
    """The tries of all of whom the last one failed."""
    rows = database.rows("SELECT login, failures, last_s FROM sign_in_try")
    return {login: Tries(failures, last_s) for login, failures, last_s in rows}


def count(database: Database, login: str, now_s: float) -> None:
    """Count a try as failed, inside the present transaction; :func:`forget` once it has not."""
    database.run(
        "INSERT INTO sign_in_try (login, failures, last_s) VALUES (:login, 1, :now_s)"
        " ON CONFLICT (login) DO UPDATE SET failures = failures + 1, last_s = excluded.last_s",
        login=login,
        now_s=now_s,
    )


def forget(database: Database, login: str) -> None:
    """Forget a person's tries, inside the present transaction."""
    database.run("DELETE FROM sign_in_try WHERE login = :login", login=login)
