"""The law is dated: each version holds from one day until before another."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TypeVar


class Dated:
    """A version in force from ``valid_from`` until before ``valid_until``, or with no end known."""

    __slots__ = ()

    valid_from: date
    valid_until: date | None = None

    def in_force_on(self, day: date) -> bool:
        """Whether this version is in force on ``day``."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


_D = TypeVar("_D", bound=Dated)


def ruling_on(versions: Collection[_D], day: date) -> _D:
    """The version that rules on a day: of those in force, the last to begin.

    Where none is in force, as before the first one, the earliest rules: the program must answer for
    every day, and an older wording is nearer to it than none.
    """
    ruling: _D | None = None
    for version in versions:
        if version.in_force_on(day) and (ruling is None or ruling.valid_from < version.valid_from):
            ruling = version
    return ruling or min(versions, key=lambda version: version.valid_from)
