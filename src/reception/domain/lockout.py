"""How long a person waits after typing a wrong PIN or password, and never for good."""

from __future__ import annotations

FREE_FAILURES = 3
LONGEST_WAIT_S = 15 * 60
"""Reached with the tenth failure."""

# Beyond this power of two every wait is the longest anyway.
_ENOUGH = 20


def wait_after_s(failures: int) -> int:
    """The seconds before the next try: 16 after the fourth failure, then twice that each time."""
    if failures <= FREE_FAILURES:
        return 0
    return min(LONGEST_WAIT_S, 2 ** min(failures, _ENOUGH))


def wait_words(seconds: int) -> str:
    """A wait as people say it."""
    if seconds < 120:
        return f"{seconds} giây"
    return f"{-(-seconds // 60)} phút"
