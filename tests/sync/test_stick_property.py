"""Line and sticks in any split and order: everybody ends with the same (invariant 18).

``RECEPTION_LONG_RUN=200`` plays so many worlds instead of a few.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from ends import AGENCY, Commune, cut_after, lists_of, log_of, received
from reception.services import safekeeping
from reception.services.desk import Desk
from reception.storage.ledger.ledger import Ledger
from reception.sync.line import LineDown
from sticks import answered, carried, taken, written

EXAMPLES = int(os.environ.get("RECEPTION_LONG_RUN", "8"))
WAYS = 8  # as often as everybody may have to exchange until everybody has everything

WHICH = st.integers(0, 20)
ACTS = st.one_of(
    st.tuples(st.just("receive"), WHICH),
    st.tuples(st.just("write"), WHICH),
    st.tuples(st.just("answer"), WHICH),
    st.tuples(st.just("take"), WHICH),
    st.tuples(st.just("carry"), WHICH),
    st.tuples(st.just("line"), WHICH),
    st.tuples(st.just("cut"), WHICH),
    st.tuples(st.just("clone"), WHICH),
)


@pytest.fixture(scope="module")
def ready(tmp_path_factory) -> Path:
    """A commune with two desks that have not exchanged anything yet, to be copied."""
    folder = tmp_path_factory.mktemp("ready")
    commune = Commune(Ledger.open(str(folder / "ledger.db")), folder)
    commune.desk(0)
    commune.desk(1)
    commune.close()
    return folder


@dataclass
class World:
    """Desks, and the sticks that lie about; ``sticks`` are bundles, with whose they are."""

    commune: Commune
    bundles: list[tuple[Desk, Path]] = field(default_factory=list)
    answers: list[tuple[Desk, Path]] = field(default_factory=list)
    events: set[tuple[bytes, bytes]] = field(default_factory=set)

    def desk(self, which: int) -> Desk:
        return self.commune.desks[which % len(self.commune.desks)]

    def do(self, act: str, which: int) -> None:
        desk = self.desk(which)
        match act:
            case "receive":
                received(desk, f"Người thứ {which}")
                self.events |= set(desk.database.rows("SELECT header, body FROM event"))
            case "write":
                self.bundles.append((desk, written(self.commune, desk)))
            case "answer" if self.bundles:
                whose, bundle = self.bundles[which % len(self.bundles)]
                self.answers.append((whose, answered(self.commune, bundle)))
            case "take" if self.answers:
                whose, answer = self.answers[which % len(self.answers)]
                taken(self.commune, whose, answer)
            case "carry":
                carried(self.commune, desk)
            case "line":
                self.commune.exchange(desk)
            case "cut":
                with suppress(LineDown):
                    self.commune.exchange(desk, self.commune.line(cut_after(which % 7)))
            # Two copies with one unsent tail may both hang it on a new epoch: not told apart yet.
            case "clone" if len(self.commune.desks) < 4 and not self.unsent(desk):
                folder = self.commune.folder / f"ban-sao-{len(self.commune.desks)}"
                folder.mkdir()
                desk.database.copy_to(folder / desk.database.path.name)
                self.commune.opened(folder)
            case _:
                pass

    def settle(self, roads: list[bool]) -> None:
        """Everybody exchanges, some by line and some by stick, until nobody has news."""
        for way in range(WAYS):
            for place, desk in enumerate(self.commune.desks):
                by_line = roads[(way + place) % len(roads)]
                (self.commune.exchange if by_line else lambda d: carried(self.commune, d))(desk)
            if len({self.holds(desk) for desk in self.commune.desks} | {self.served()}) == 1:
                return

    def unsent(self, desk: Desk) -> bool:
        return desk.database.row("SELECT 1 FROM event WHERE position IS NULL") is not None

    def holds(self, desk: Desk) -> tuple[int, int]:
        """How many events a desk holds, and how far it has the log."""
        row = desk.database.row("SELECT count(*), max(position) FROM event")
        return row[0], row[1] or 0

    def served(self) -> tuple[int, int]:
        with self.commune.ledger.reading() as work:
            return (work.agency(AGENCY).position,) * 2


@pytest.mark.timeout(1200)  # a failure is made small before it is told
@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    acts=st.lists(ACTS, max_size=24),
    roads=st.lists(st.booleans(), min_size=1, max_size=4),
)
def test_line_and_sticks_in_any_split_and_order_end_in_the_same(
    ready, tmp_path_factory, acts, roads
):
    folder = tmp_path_factory.mktemp("world")
    shutil.copytree(ready, folder, dirs_exist_ok=True)
    commune = Commune(Ledger.open(str(folder / "ledger.db")), folder, new=False)
    try:
        for place in range(2):
            commune.opened(folder / f"quay-{place}")
        world = World(commune)
        for desk in commune.desks:
            world.events |= set(desk.database.rows("SELECT header, body FROM event"))
        for act, which in acts:
            note(f"{act} {which}")
            world.do(act, which)
        world.settle(roads)
        agreed_on_all(world)
        for whose, answer in world.answers:  # whatever still lies about changes nothing
            taken(commune, whose, answer)
        agreed_on_all(world)
    finally:
        commune.close()
        shutil.rmtree(folder)


def agreed_on_all(world: World) -> None:
    commune = world.commune
    with commune.ledger.reading() as work:
        page = work.page(AGENCY, 0, limit=10**6, max_bytes=1 << 30)
    served = [(e.position, e.device, e.epoch, e.seq, e.header, e.body, e.hash) for e in page]
    assert {row[4:6] for row in served} == world.events
    assert len(served) == len(world.events)
    for desk in commune.desks:
        assert list(log_of(desk)) == served
        assert lists_of(desk) == lists_of(commune.desks[0])
        assert safekeeping.verify(desk).faults == ()
