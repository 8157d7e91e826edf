"""Passwords of those who sign in to the server, kept only as Argon2id hashes."""

from __future__ import annotations

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


@cache
def _hasher() -> PasswordHasher:
    # Above OWASP's floor of 19 MiB and two passes; 16 at once still take no more than 300 MiB.
    return PasswordHasher(time_cost=3, memory_cost=19 * 1024, parallelism=1)


@cache
def _nobody_s() -> str:
    return _hasher().hash("nobody has this password")


def hash_of(password: str) -> str:
    """A password's hash."""
    return _hasher().hash(_normal(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether this is the password; without an account it takes as long, and never is."""
    try:
        return _hasher().verify(kept or _nobody_s(), _normal(password)) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def needs_rehash(kept: str) -> bool:
    """Whether a hash was made with weaker parameters than today's."""
    return _hasher().check_needs_rehash(kept)


def _normal(password: str) -> str:
    # A typing tool may compose "ư" or leave it decomposed; both are the same password.
    return unicodedata.normalize("NFC", password)
