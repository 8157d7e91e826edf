"""PINs and passwords, kept only as Argon2id hashes, beside the journal and never in it."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from reception.storage.database import Database

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@cache
def _hasher() -> PasswordHasher:
    # Loaded at the first secret, so that the list of people is on screen before it.
    from argon2 import PasswordHasher

    # Old PCs with 4 GB: 19 MiB and two passes is the floor that OWASP names, about 0.1 s there.
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def put(database: Database, login: str, secret: str) -> None:
    """Set a person's PIN or password, inside the present transaction."""
    database.run(
        "INSERT INTO account_secret (login, hash) VALUES (:login, :hash)"
        " ON CONFLICT (login) DO UPDATE SET hash = excluded.hash",
        login=login,
        hash=_hasher().hash(_normal(secret)),
    )


def matches(database: Database, login: str, secret: str) -> bool:
    """Whether this is the person's PIN or password; a person without one never matches."""
    from argon2.exceptions import InvalidHashError, VerificationError

    row = database.row("SELECT hash FROM account_secret WHERE login = :login", login=login)
    if row is None:
        return False
    try:
        return _hasher().verify(row[0], _normal(secret))
    except (VerificationError, InvalidHashError):
        return False


def _normal(secret: str) -> str:
    # A typing tool may compose "ư" or leave it decomposed; both are the same password.
    return unicodedata.normalize("NFC", secret)
