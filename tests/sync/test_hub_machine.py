"""Whatever order desks exchange and the hub relays in, everybody comes to the same."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    rule,
    run_state_machine_as_test,
)

from at_the_counter import BY
from ends import Commune, lists_of, received
from hubs import Hub, another_ledger, copy_of, served
from reception.domain.errors import RuleViolation
from reception.services import finishing, safekeeping
from reception.services.desk import open_desk
from reception.storage.ledger.ledger import Ledger
from reception.sync.line import LineDown

EXAMPLES = int(os.environ.get("RECEPTION_LONG_RUN", "5"))
WHICH = st.integers(0, 3)
CUTS = st.sampled_from((0, 1, 2, 3, 4, 6, 8, 99, 99))


class Relays(RuleBasedStateMachine):
    """Two desks at a hub, one at the server above, and all that passes between them."""

    def __init__(self, ready, folder):
        super().__init__()
        shutil.copytree(ready, folder)
        self.folder, self.numbers = folder, count()
        self.upper = Commune(Ledger.open(str(folder / "upper.db")), folder, new=False)
        hub = Ledger.open(str(folder / "hub.db"))
        self.hub = Hub(hub, folder / "hub", self.upper, new=False)
        self.files = {"hub": folder / "hub.db", "upper": folder / "upper.db"}
        self.hub.desks = [open_desk(folder / f"desk-{n}", self.hub.clock) for n in (0, 1)]
        self.upper.desks = [open_desk(folder / "desk-2", self.hub.clock)]
        self.copies = {"hub": [], "upper": []}

    def at(self, which):
        """A desk and its server."""
        if which % 3 == 2:
            return self.upper.desks[0], self.upper
        return self.hub.desks[which % 3], self.hub

    @rule(which=WHICH)
    def somebody_comes(self, which):
        received(self.at(which)[0])

    @rule(which=WHICH)
    def a_result_is_there(self, which):
        desk, _server = self.at(which)
        for (one,) in desk.database.rows("SELECT dossier FROM dossier ORDER BY dossier LIMIT 1"):
            with suppress(RuleViolation):
                finishing.record_result(desk, one, by=BY)

    @rule(which=WHICH)
    def a_desk_exchanges(self, which):
        desk, server = self.at(which)
        server.exchange(desk)

    @rule(cut=CUTS, way=st.sampled_from(("up", "down")), most=st.sampled_from((1, 3, 500)))
    def the_hub_relays(self, cut, way, most):
        asked = count()

        def weather(now, _request):
            if now == way and next(asked) >= cut:
                raise LineDown

        with suppress(LineDown):
            self.hub.relay(self.upper.line(weather), most=most)

    @rule(which=WHICH, cut=CUTS)
    def a_desk_exchanges_while_the_hub_relays(self, which, cut):
        desk, server = self.at(which)
        asked = count()

        def weather(now, _request):
            if now == "up" and next(asked) == cut:
                server.exchange(desk)

        self.hub.relay(self.upper.line(weather))

    @rule(who=st.sampled_from(("hub", "upper")))
    def a_copy_is_kept(self, who):
        target = self.folder / f"{who}-{next(self.numbers)}.db"
        self.copies[who].append(copy_of(self.files[who], target))

    @rule(who=st.sampled_from(("hub", "upper")))
    def a_server_goes_on_from_a_copy(self, who):
        if self.copies[who]:
            copy = self.copies[who][-1]
            self.files[who] = copy_of(copy, self.folder / f"{who}-{next(self.numbers)}.db")
            getattr(self, who).restore_server(self.files[who])

    def teardown(self):
        desks = [self.at(which)[0] for which in range(3)]
        for _ in range(3):
            for which in range(3):
                desk, server = self.at(which)
                server.exchange(desk)
            assert not self.hub.relay().held_up
        ours = served(self.hub)
        assert sorted(ours) == sorted(served(self.upper))
        assert len(set(ours)) == len(ours)
        for desk in desks:
            self.at(desks.index(desk))[1].exchange(desk)
            assert len(desk.database.rows("SELECT 1 FROM event")) == len(ours)
            assert safekeeping.verify(desk).faults == ()
            assert lists_of(desk) == lists_of(desks[0])
        self.hub.close()
        self.upper.close()
        shutil.rmtree(self.folder)


@pytest.fixture(scope="module")
def ready_hub(ready_file, tmp_path_factory):
    """A folder with both servers and three desks that are enrolled."""
    folder = tmp_path_factory.mktemp("ready-hub")
    shutil.copy(ready_file, folder / "upper.db")
    upper = Commune(Ledger.open(str(folder / "upper.db")), folder)
    hub = Hub(another_ledger(ready_file, folder / "hub.db"), folder / "hub", upper)
    made = [(hub.desk(0), hub), (hub.desk(1), hub), (upper.desk(2), upper)]
    for _ in range(2):
        for desk, server in made:
            server.exchange(desk)
        hub.relay()
    for place, (desk, _server) in enumerate(made):
        (folder / f"desk-{place}").mkdir()
        copy_of(desk.database.path, folder / f"desk-{place}" / desk.database.path.name)
    hub.close()
    upper.close()
    return folder


def test_any_interleaving_converges(ready_hub, tmp_path):
    numbers = count()
    run_state_machine_as_test(
        lambda: Relays(ready_hub, tmp_path / f"hub-{next(numbers)}"),
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=25,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
