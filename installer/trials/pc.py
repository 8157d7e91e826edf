"""A clerk's Windows PC as the stories know it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended, what it said, and how long it took. Wine tells 8 bits of the status."""

    status: int
    said: str
    seconds: float


class Pc(Protocol):
    """What one does at a PC."""

    @property
    def user(self) -> Path:
        """The clerk's own folder."""
        ...

    @property
    def local(self) -> Path:
        """``%LOCALAPPDATA%``."""
        ...

    def windows(self, path: Path) -> str:
        """How Windows calls a file."""
        ...

    def run(self, *words: str | Path) -> Ran:
        """Run a program to its end."""
        ...

    def start(self, *words: str | Path) -> None:
        """Start a program and let it run."""
        ...

    def settle(self) -> None:
        """Wait until the last program has ended."""
        ...

    def end_program(self) -> None:
        """End the desk's program, however busy it is."""
        ...

    def registry(self, key: str) -> str:
        """What stands under a key; empty where there is none."""
        ...

    def window(self, title: str, *, seconds: float = 300) -> str:
        """Wait for a window whose title holds a text; its number, or nothing."""
        ...

    def memory_mb(self, name: str) -> float:
        """The memory that a program takes."""
        ...


def wait_for(look: Callable[[], str], seconds: float) -> str:
    """Look twice a second until something is there."""
    until = time.monotonic() + seconds
    while not (seen := look()) and time.monotonic() < until:
        time.sleep(0.5)
    return seen
