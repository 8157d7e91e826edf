"""What may become of a request on its way to the server, and of the answer on its way back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from hypothesis import strategies as st

from exchange_world import PC, World
from reception.sync.asking import Request
from reception.sync.line import LineDown


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one request: ``what``, and a number of which each makes what it needs."""

    what: str
    number: int


FATES = st.dictionaries(
    st.integers(1, 14),
    st.builds(
        Fate,
        st.sampled_from(
            ("no-way-up", "no-way-down", "twice", "late", "an-old-one", "server-cut", "meeting")
        ),
        st.integers(0, 10_000),
    ),
    max_size=5,
)


class Weather:
    """Lets requests be lost, doubled, late and old; those that are late wait here."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.late: list[Request] = []

    def bring_again(self, number: int) -> None:
        old = self.world.travelled
        if old:
            with suppress(LineDown):
                self.world.server.answer(old[-1 - number % len(old)])

    def over(self, pc: PC, fates: dict[int, Fate]) -> Callable[[str, Request], None]:
        """The weather of one exchange: what becomes of its first, second ... request."""
        asked = 0

        def weather(way: str, request: Request) -> None:
            nonlocal asked
            asked += way == "up"
            fate = fates.get(asked)
            if fate is not None:
                self._befall(fate, way, pc, request)

        return weather

    def _befall(self, fate: Fate, way: str, pc: PC, request: Request) -> None:
        match fate.what, way:
            case "no-way-up", "up":
                raise LineDown
            case "no-way-down", "down":
                raise LineDown
            case "late", "up":
                self.late.append(request)
                raise LineDown
            case "twice", "down":
                self.world.server.answer(request)
            case "an-old-one", _:
                self.bring_again(fate.number)
            case "server-cut", "up":
                self.world.server.cut_within(fate.number)
            case "meeting", "up":
                others = [other for other in self.world.pcs if other is not pc]
                self.world.exchange(others[fate.number % len(others)])
            case _:
                pass
