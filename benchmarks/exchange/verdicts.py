"""What a round gave, the medians of all rounds, and whether the goals are kept."""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import registers

import measure


@dataclass(slots=True)
class Step:
    """A push or a pull: what the client said, bytes on the line, cuts, CPU of client and server."""

    said: dict[str, Any]
    up: int
    down: int
    cuts: int
    client_cpu: float
    server_cpu: float

    @property
    def seconds(self) -> float:
        return self.said.get("seconds", float("inf"))

    @property
    def bytes(self) -> int:
        return self.up + self.down

    def __str__(self) -> str:
        if self.said.get("given_up"):
            return f"given up after {self.said['again']} tries, {self.bytes / 1e6:.2f} MB"
        listed = f" (lists {self.said['listed']:.2f})" if "listed" in self.said else ""
        return (
            f"{self.seconds:.2f} s{listed}, {self.up / 1e6:.2f} MB up {self.down / 1e6:.2f} down,"
            f" CPU {self.client_cpu:.1f} + {self.server_cpu:.1f} s, {self.cuts} cuts,"
            f" again {self.said['again']}"
        )


@dataclass(slots=True)
class Figures:
    """One contender's round on one line."""

    contender: str
    line: str
    load: float
    push: Step | None = None
    pull: Step | None = None

    @property
    def seconds(self) -> float:
        return self.push.seconds + self.pull.seconds if self.push and self.pull else float("inf")

    @property
    def bytes(self) -> int:
        return sum(step.bytes for step in (self.push, self.pull) if step)

    def check(self, arrived: Sequence[bytes], wanted: str) -> None:
        """Nothing may be lost, doubled or altered."""
        names = [json.loads(one)["id"] for one in arrived]
        doubled = len(names) - len(set(names))
        if doubled or registers.digest(arrived) != wanted:
            sys.exit(f"{self.contender}: {len(arrived)} arrived, {doubled} doubled, or altered")

    def plain(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        return (
            f"{self.contender:8} {self.line:18} load {self.load:.1f}\n"
            f"    push {self.push}\n    pull {self.pull}"
        )


def tell(all_figures: Sequence[Figures]) -> None:
    """Print the medians, and the goals beside what they ask."""
    print(f"\n{'medians':28} {'rounds':>6} {'push s':>8} {'pull s':>8} {'both s':>8} {'MB':>8}")
    kinds = list(dict.fromkeys((one.line, one.contender) for one in all_figures))
    taken = {kind: [f for f in all_figures if (f.line, f.contender) == kind] for kind in kinds}
    for (line, contender), figures in taken.items():
        whole = [f for f in figures if f.pull]
        if not whole:
            print(f"{line:18} {contender:9} {len(figures):6} given up")
            continue
        push = _median(whole, lambda f: f.push.seconds)
        pull = _median(whole, lambda f: f.pull.seconds)
        both, size = _median(whole, lambda f: f.seconds), _median(whole, lambda f: f.bytes)
        print(
            f"{line:18} {contender:9} {len(whole):6} {push:8.2f} {pull:8.2f} {both:8.2f}"
            f" {size / 1e6:8.2f}"
        )
    _goals(taken)


def _goals(taken: dict[tuple[str, str], list[Figures]]) -> None:
    def of(line: str, contender: str, value: Callable[[Figures], float]) -> float:
        return _median(taken[line, contender], value)

    def seconds(one: Figures) -> float:
        return one.seconds

    def size(one: Figures) -> float:
        return one.bytes

    for line, other, what, most, value in (
        ("loopback", "Anki", "time", 1.2, seconds),
        ("loopback", "PouchDB", "time", 0.2, seconds),
        ("loopback", "Anki", "bytes", 0.85, size),
        ("loopback", "PouchDB", "bytes", 1 / 6, size),
        ("bad line", "Anki", "time", 0.75, seconds),
    ):
        if {(line, "ours"), (line, other)} <= taken.keys():
            ratio = of(line, "ours", value) / of(line, other, value)
            measure.goal(f"{line}, {what} of {other}'s", ratio, most)
    for cut in ("cut every 256 KiB", "cut every 64 KiB"):
        if (cut, "ours") in taken:
            more = of(cut, "ours", size) / of("never cut", "ours", size)
            measure.goal(f"{cut}, bytes of those without cuts", more, 1.3)


def _median(figures: Sequence[Figures], value: Callable[[Figures], float]) -> float:
    return statistics.median(value(one) for one in figures)
