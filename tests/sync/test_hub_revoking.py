"""A PC that the server above shuts out knows only its hub: that one shuts it out, too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ends import received
from hubs import Hub, another_ledger, move, served
from reception.services import exchange, server_keeping
from reception.services.desk import Desk
from reception.sync.line import RefusedBy


@pytest.fixture
def hub(commune, ready_file, tmp_path):
    made = Hub(
        another_ledger(ready_file, tmp_path / "hub" / "ledger.db"), tmp_path / "hub", commune
    )
    yield made
    made.close()


@pytest.fixture
def desk(hub) -> Desk:
    """A desk of the hub that the server above knows, an hour after it was enrolled."""
    made = hub.desk(0, name="Quầy bị mất")
    received(made)
    hub.exchange(made)
    hub.relay()
    hub.clock.at += timedelta(hours=1)
    hub.upper.clock.at += timedelta(hours=1)
    return made


def revoke_above(hub: Hub, desk: Desk) -> None:
    device = desk.store.journal.device.device
    server_keeping.revoke(hub.upper.ledger, device, hub.upper.clock)


def test_what_is_shut_out_above_is_shut_out_at_the_hub_and_what_it_brought_stays(hub, desk):
    other = hub.desk(1)
    received(desk, "Lò Văn Ín")
    hub.exchange(desk)
    revoke_above(hub, desk)

    assert hub.relay().shut_out == ["Quầy bị mất"]

    with pytest.raises(RefusedBy, match="revoked"):
        hub.exchange(desk)
    hub.exchange(other)
    assert hub.relay().shut_out == []
    assert sorted(served(hub)) == sorted(served(hub.upper))
    assert exchange.waiting(desk) == 0


@pytest.mark.parametrize("apart", [timedelta(0), timedelta(days=-3), timedelta(days=3)])
def test_a_desk_that_the_hub_lets_in_again_stays_whatever_the_clocks_say(hub, desk, apart):
    hub.clock.at += apart
    revoke_above(hub, desk)
    hub.relay()
    for clock in (hub.clock, hub.upper.clock):
        clock.at += timedelta(minutes=1)
    move(desk, hub, 0)

    assert hub.relay().shut_out == []

    hub.exchange(desk)
    assert exchange.waiting(desk) == 0
