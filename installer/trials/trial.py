"""Checks one after the other, each told as it is done, and the figures they give."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Trial:
    """What held and what did not."""

    failed: list[str] = field(default_factory=list[str])
    figures: dict[str, str] = field(default_factory=dict[str, str])
    passed: int = 0

    def check(self, what: str, look: Callable[[], object]) -> None:
        """Do a check; what it answers, if anything, must be true."""
        began = time.monotonic()
        fault = ""
        try:
            if look() is False:
                fault = "does not hold"
        except Exception as error:  # noqa: BLE001 - the trial goes on
            fault = f"{type(error).__name__}: {error}"
        took = f"{time.monotonic() - began:.0f} s"
        print(
            f"{'FAIL' if fault else 'ok':4}  {what} ({took}){': ' * bool(fault)}{fault}", flush=True
        )
        if fault:
            self.failed.append(what)
        else:
            self.passed += 1

    def note(self, what: str, figure: str) -> None:
        """Keep a figure."""
        self.figures[what] = figure

    def end(self) -> int:
        """Tell the figures and the count; the exit status."""
        for what, figure in self.figures.items():
            print(f"      {what}: {figure}")
        print(f"{self.passed} passed, {len(self.failed)} failed")
        return 1 if self.failed else 0
